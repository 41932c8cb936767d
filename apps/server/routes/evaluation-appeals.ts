import { createRoute, z } from '@hono/zod-openapi'
import { fileAppeal } from '../acts/evaluation/appeal.ts'
import { decideAppeal } from '../acts/evaluation/decide-appeal.ts'
import { openEvidence } from '../acts/evaluation/open-evidence.ts'
import { sendFile } from '../http/attachment.ts'
import { body, json, onQuery, router } from '../http/router.ts'
import { readingDay } from '../http/session.ts'
import { appealsSchema } from '../views/evaluation/appeal-schema.ts'
import { readAppeals } from '../views/evaluation/appeals.ts'

const id = z.string().max(80)
const params = z.object({ id })
const appealParams = z.object({ id, appeal: id })

const list = createRoute({
  method: 'get',
  path: '/evaluations/{id}/appeals',
  request: { params, query: onQuery },
  responses: { 200: json(appealsSchema, 'Appeals in sight, and what corrections did to whom') },
})
const filed = createRoute({
  method: 'post',
  path: '/evaluations/{id}/appeals',
  request: {
    params,
    body: {
      content: {
        'multipart/form-data': {
          schema: z.object({
            unit: id,
            indicator: id,
            asked: z.coerce.number().optional(),
            reason: z.string().min(1).max(2000),
            file: z.instanceof(File).optional().openapi({ type: 'string', format: 'binary' }),
          }),
        },
      },
      required: true,
    },
  },
  responses: { 200: json(z.object({ id: z.string() }), 'The appeal as filed') },
})
const decided = createRoute({
  method: 'post',
  path: '/evaluations/{id}/appeals/{appeal}/decide',
  request: {
    params: appealParams,
    body: body(
      z.strictObject({
        version: z.number().int().min(1),
        upheld: z.boolean(),
        decision: z.string().max(2000),
        decidedBy: z.string().max(60),
        value: z.number().optional(),
      }),
    ),
  },
  responses: { 200: json(z.object({ run: z.string().nullable() }), 'The corrected run, where one was made') },
})
const evidence = createRoute({
  method: 'get',
  path: '/evaluations/{id}/appeals/{appeal}/file',
  request: { params: appealParams },
  responses: { 200: { description: 'The evidence handed in with an appeal' } },
})

const app = router()

export const evaluationAppealRoutes = app
  .openapi(list, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const on = readingDay(context.req.valid('query').on, caller.today)
    return context.json(await readAppeals(store, caller, context.req.valid('param').id, on), 200)
  })
  .openapi(filed, async (context) => {
    const { unit, indicator, asked, reason, file } = context.req.valid('form')
    const upload = file ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : null
    const made = await fileAppeal(context.get('services').store, context.get('caller'), context.req.valid('param').id, {
      unit,
      indicator,
      asked: asked ?? null,
      reason,
      file: upload,
    })
    return context.json({ id: made }, 200)
  })
  .openapi(decided, async (context) => {
    const { id: evaluation, appeal } = context.req.valid('param')
    const run = await decideAppeal(context.get('services').store, context.get('caller'), {
      evaluation,
      appeal,
      ...context.req.valid('json'),
    })
    return context.json({ run }, 200)
  })
  .openapi(evidence, async (context) => {
    const { id: evaluation, appeal } = context.req.valid('param')
    const { store } = context.get('services')
    return sendFile(context, await openEvidence(store, context.get('caller'), { evaluation, appeal }))
  })
