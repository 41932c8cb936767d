import { createRoute, z } from '@hono/zod-openapi'
import { accept } from '../acts/accept-clause.ts'
import { importDocument } from '../acts/import-document.ts'
import { decline, merge, undo } from '../acts/settle-clause.ts'
import { body, json, onQuery, router } from '../http/router.ts'
import { readingDay, signedIn } from '../http/session.ts'
import { AUTHORITIES, GIVEN_KINDS } from '../views/directive-words.ts'
import { readDocument } from '../views/document.ts'
import { documentSchema } from '../views/document-schema.ts'

const params = z.object({ id: z.string().max(60) })
const version = z.number().int().min(1)
const words = (most: number) => z.string().max(most)
const ok = json(z.object({ ok: z.literal(true) }), 'Done')

const add = createRoute({
  method: 'post',
  path: '/documents',
  request: {
    body: body(
      z.strictObject({
        title: words(200).optional(),
        kind: z.enum(GIVEN_KINDS),
        number: words(80).nullable(),
        meeting: words(60).nullable(),
        authority: z.enum(AUTHORITIES).optional(),
        issuedOn: words(20).nullable().optional(),
        text: z.string(),
      }),
    ),
  },
  responses: { 200: json(z.object({ id: z.string() }), 'Kept as given, and broken down') },
})
const one = createRoute({
  method: 'get',
  path: '/documents/{id}',
  request: { params, query: onQuery },
  responses: { 200: json(documentSchema, 'A document and what became of each requirement') },
})
const acceptOne = createRoute({
  method: 'post',
  path: '/clauses/{id}/accept',
  request: {
    params,
    body: body(
      z.strictObject({
        version,
        title: words(500).optional(),
        leadUnit: words(60).optional(),
        deadline: words(20).optional(),
        measure: words(500).optional(),
      }),
    ),
  },
  responses: { 200: json(z.object({ item: z.string() }), 'The item it became') },
})
const declineOne = createRoute({
  method: 'post',
  path: '/clauses/{id}/decline',
  request: { params, body: body(z.strictObject({ version, reason: words(500) })) },
  responses: { 200: ok },
})
const mergeOne = createRoute({
  method: 'post',
  path: '/clauses/{id}/merge',
  request: { params, body: body(z.strictObject({ version, into: words(60) })) },
  responses: { 200: ok },
})
const undoOne = createRoute({
  method: 'post',
  path: '/clauses/{id}/undo',
  request: { params, body: body(z.strictObject({ version })) },
  responses: { 200: ok },
})

const app = router()
for (const path of ['/documents/*', '/clauses/*']) app.use(path, signedIn)

const done = { ok: true as const }

export const documentRoutes = app
  .openapi(add, async (context) => {
    const id = await importDocument(context.get('services').store, context.get('caller'), context.req.valid('json'))
    return context.json({ id }, 200)
  })
  .openapi(one, async (context) => {
    const caller = context.get('caller')
    const on = readingDay(context.req.valid('query').on, caller.today)
    return context.json(
      await readDocument(context.get('services').store, caller, context.req.valid('param').id, on),
      200,
    )
  })
  .openapi(acceptOne, async (context) => {
    const { id } = context.req.valid('param')
    const item = await accept(context.get('services').store, context.get('caller'), id, context.req.valid('json'))
    return context.json({ item }, 200)
  })
  .openapi(declineOne, async (context) => {
    const step = { ...context.req.valid('param'), ...context.req.valid('json') }
    await decline(context.get('services').store, context.get('caller'), step)
    return context.json(done, 200)
  })
  .openapi(mergeOne, async (context) => {
    const step = { ...context.req.valid('param'), ...context.req.valid('json') }
    await merge(context.get('services').store, context.get('caller'), step)
    return context.json(done, 200)
  })
  .openapi(undoOne, async (context) => {
    const step = { ...context.req.valid('param'), ...context.req.valid('json') }
    await undo(context.get('services').store, context.get('caller'), step)
    return context.json(done, 200)
  })
