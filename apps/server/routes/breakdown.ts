import { createRoute, z } from '@hono/zod-openapi'
import { EDIT_HOWS, editCells } from '../acts/edit-cells.ts'
import { handOver } from '../acts/hand-over.ts'
import { makeTaskTable } from '../acts/make-task-table.ts'
import { nameMinutes } from '../acts/name-minutes.ts'
import { declineMany, mergeMany, settleMany } from '../acts/settle-many.ts'
import { split } from '../acts/split-clause.ts'
import { decideSubmission, submitBreakdown } from '../acts/submit-breakdown.ts'
import { body, json, router } from '../http/router.ts'
import { signedIn } from '../http/session.ts'
import { approvalSchema, readApproval } from '../views/approval.ts'

const params = z.object({ id: z.string().max(60) })
const version = z.number().int().min(1)
const words = (most: number) => z.string().max(most)
const ok = json(z.object({ ok: z.literal(true) }), 'Done')
const MOST_CLAUSES = 2000
const MOST_CELLS = 20_000
const clauses = z.array(z.strictObject({ id: words(60), version })).max(MOST_CLAUSES)

const post = <B extends z.ZodType, A extends z.ZodType>(path: string, asked: B, answer: A, says: string) =>
  createRoute({
    method: 'post',
    path,
    request: { params, body: body(asked) },
    responses: { 200: json(answer, says) },
  })

const edit = post(
  '/documents/{id}/edit',
  z.strictObject({
    how: z.enum(EDIT_HOWS),
    cells: z
      .array(z.strictObject({ clause: words(60), version, field: words(40), text: words(4000) }))
      .min(1)
      .max(MOST_CELLS),
  }),
  z.object({ versions: z.record(z.string(), z.number().int()) }),
  'The new version of each line',
)
const settle = post(
  '/documents/{id}/settle',
  z.strictObject({ clauses }),
  z.object({ items: z.array(z.string()) }),
  'The items they became',
)
const merge = post(
  '/documents/{id}/merge',
  z.strictObject({ clauses, into: words(60).nullable() }),
  z.object({ item: z.string() }),
  'The item they joined',
)
const decline = post(
  '/documents/{id}/decline',
  z.strictObject({ clauses, reason: words(500) }),
  z.object({ ok: z.literal(true) }),
  'Done',
)
const splitOne = post(
  '/clauses/{id}/split',
  z.strictObject({ version, at: z.number().int().min(0) }),
  z.object({ clause: z.string() }),
  'The second part',
)
const submit = post('/documents/{id}/submit', z.strictObject({}), z.object({ id: z.string() }), 'The submission')
const decide = post(
  '/submissions/{id}/decide',
  z.strictObject({
    version,
    decision: z.enum(['审定', '退回']),
    approver: words(60),
    approvedOn: words(20),
    signedOffline: z.boolean(),
    note: words(1000).nullable(),
  }),
  z.object({ ok: z.literal(true) }),
  'Done',
)
const table = post(
  '/documents/{id}/table',
  z.strictObject({ format: z.enum(['xlsx', 'docx']) }),
  z.object({ paper: z.string() }),
  'The paper as kept',
)
const handover = post(
  '/documents/{id}/handover',
  z.strictObject({ feedbackOn: words(20).nullable() }),
  z.object({
    notices: z.number().int(),
    items: z.number().int(),
    unclear: z.array(z.object({ item: z.string(), number: z.string(), title: z.string() })),
  }),
  'What was handed over, and what was left for want of a lead',
)
const minutes = createRoute({
  method: 'patch',
  path: '/documents/{id}',
  request: {
    params,
    body: body(z.strictObject({ version, minutesNumber: words(80).nullable(), minutesOn: words(20).nullable() })),
  },
  responses: { 200: ok },
})
const approval = createRoute({
  method: 'get',
  path: '/documents/{id}/approval',
  request: { params },
  responses: { 200: json(approvalSchema, 'How far the breakdown has come') },
})

const app = router()
for (const path of ['/documents/*', '/clauses/*', '/submissions/*']) app.use(path, signedIn)

const done = { ok: true as const }

/** 分解立项 of a whole document: cells, many requirements at once, 送审, 审定, table and 交办. */
export const breakdownRoutes = app
  .openapi(edit, async (context) => {
    const { store } = context.get('services')
    const { id } = context.req.valid('param')
    return context.json({ versions: await editCells(store, context.get('caller'), id, context.req.valid('json')) }, 200)
  })
  .openapi(settle, async (context) => {
    const { id } = context.req.valid('param')
    const { clauses: steps } = context.req.valid('json')
    return context.json(await settleMany(context.get('services').store, context.get('caller'), id, steps), 200)
  })
  .openapi(merge, async (context) => {
    const { id } = context.req.valid('param')
    const item = await mergeMany(context.get('services').store, context.get('caller'), id, context.req.valid('json'))
    return context.json({ item }, 200)
  })
  .openapi(decline, async (context) => {
    const { id } = context.req.valid('param')
    await declineMany(context.get('services').store, context.get('caller'), id, context.req.valid('json'))
    return context.json(done, 200)
  })
  .openapi(splitOne, async (context) => {
    const step = { ...context.req.valid('param'), ...context.req.valid('json') }
    return context.json({ clause: await split(context.get('services').store, context.get('caller'), step) }, 200)
  })
  .openapi(submit, async (context) => {
    const { id } = context.req.valid('param')
    return context.json({ id: await submitBreakdown(context.get('services').store, context.get('caller'), id) }, 200)
  })
  .openapi(decide, async (context) => {
    const { id } = context.req.valid('param')
    await decideSubmission(context.get('services').store, context.get('caller'), id, context.req.valid('json'))
    return context.json(done, 200)
  })
  .openapi(table, async (context) => {
    const { id } = context.req.valid('param')
    const { format } = context.req.valid('json')
    const paper = await makeTaskTable(context.get('services').store, context.get('caller'), id, format)
    return context.json({ paper }, 200)
  })
  .openapi(handover, async (context) => {
    const { id } = context.req.valid('param')
    const done = await handOver(context.get('services').store, context.get('caller'), id, context.req.valid('json'))
    return context.json({ ...done, unclear: [...done.unclear] }, 200)
  })
  .openapi(minutes, async (context) => {
    const { id } = context.req.valid('param')
    await nameMinutes(context.get('services').store, context.get('caller'), id, context.req.valid('json'))
    return context.json(done, 200)
  })
  .openapi(approval, async (context) => {
    const { id } = context.req.valid('param')
    return context.json(await readApproval(context.get('services').store, context.get('caller'), id), 200)
  })
