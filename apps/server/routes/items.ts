import { createRoute, z } from '@hono/zod-openapi'
import { addProgress } from '../acts/add-progress.ts'
import { addItem, changeItem } from '../acts/change-item.ts'
import { closeItem } from '../acts/close-item.ts'
import { linkItem } from '../acts/link-item.ts'
import { readDue } from '../acts/read-due.ts'
import { body, json, onQuery, router } from '../http/router.ts'
import { readingDay, signedIn } from '../http/session.ts'
import { CLOSURE_KINDS, GIVEN_KINDS } from '../views/directive-words.ts'
import { readItem } from '../views/item.ts'
import { DUES } from '../views/item-filter.ts'
import { itemPageSchema, itemSchema } from '../views/item-schema.ts'
import { LARGEST_PAGE, readItems } from '../views/items.ts'

const params = z.object({ id: z.string().max(60) })
const version = z.number().int().min(1)
const words = (most: number) => z.string().max(most)
const maybe = (most: number) => words(most).nullable()
const made = json(z.object({ id: z.string() }), 'Its id')
const ok = json(z.object({ ok: z.literal(true) }), 'Done')

/** The filters of the 督办台账, for the list and the sheet of it. */
export const itemFilterQuery = {
  state: z.string().max(20).optional(),
  unit: z.string().max(60).optional(),
  leader: z.string().max(60).optional(),
  due: z.enum(DUES).optional(),
  kind: z.string().max(20).optional(),
  meeting: z.string().max(60).optional(),
  q: z.string().max(100).optional(),
}

const list = createRoute({
  method: 'get',
  path: '/items',
  request: {
    query: onQuery.extend({
      ...itemFilterQuery,
      after: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(LARGEST_PAGE).optional(),
    }),
  },
  responses: { 200: json(itemPageSchema, '督办台账, worst first') },
})
const one = createRoute({
  method: 'get',
  path: '/items/{id}',
  request: { params, query: onQuery },
  responses: { 200: json(itemSchema, 'One item, from its sentence to what moved') },
})
/** What a person may fill in, at 立项 or later. */
const fields = {
  assistUnits: z.array(words(60)).max(50).optional(),
  closureKind: z.enum(CLOSURE_KINDS).nullable().optional(),
  leadLeader: maybe(60).optional(),
  region: maybe(20).optional(),
  steps: maybe(1000).optional(),
  nodes: z
    .array(z.strictObject({ by: z.iso.date(), words: words(200) }))
    .max(12)
    .nullable()
    .optional(),
  remark: maybe(1000).optional(),
  feedback: maybe(60).optional(),
  quote: maybe(2000).optional(),
  sourceOn: maybe(20).optional(),
}
const add = createRoute({
  method: 'post',
  path: '/items',
  request: {
    body: body(
      z.strictObject({
        ...fields,
        title: words(500).trim().min(1),
        leadUnit: maybe(60),
        deadline: maybe(40),
        measure: maybe(500),
        document: maybe(60),
        meeting: maybe(60),
        source: z.strictObject({
          kind: z.enum(GIVEN_KINDS),
          title: maybe(200),
          number: maybe(80),
        }),
      }),
    ),
  },
  responses: { 200: made },
})
const change = createRoute({
  method: 'patch',
  path: '/items/{id}',
  request: {
    params,
    body: body(
      z.strictObject({
        ...fields,
        version,
        title: words(500).trim().min(1).optional(),
        leadUnit: maybe(60).optional(),
        deadline: maybe(40).optional(),
        measure: maybe(500).optional(),
        sourceTitle: maybe(200).optional(),
        sourceNumber: maybe(80).optional(),
      }),
    ),
  },
  responses: { 200: ok },
})
const readDeadline = createRoute({
  method: 'get',
  path: '/items/deadline',
  request: { query: z.object({ words: z.string().max(40) }) },
  responses: {
    200: json(
      z.object({ read: z.boolean(), deadline: z.string().nullable() }),
      'The day that words typed into 完成时限 come to; `read` false where they are none',
    ),
  },
})
const link = createRoute({
  method: 'post',
  path: '/items/{id}/links',
  request: {
    params,
    body: body(
      z.union([z.strictObject({ ledger: words(100), entry: words(60) }), z.strictObject({ figure: words(300) })]),
    ),
  },
  responses: { 200: made },
})
const progress = createRoute({
  method: 'post',
  path: '/items/{id}/progress',
  request: {
    params,
    body: body(
      z.strictObject({
        asOf: words(20),
        text: words(2000).trim().min(1),
        percent: z.number().min(0).max(100).nullable(),
        problems: maybe(1000),
        nextSteps: maybe(1000),
        onBehalfOf: maybe(200).optional(),
        unit: maybe(60).optional(),
        file: maybe(60).optional(),
        signedOffline: z.boolean().optional(),
      }),
    ),
  },
  responses: { 200: made },
})
const close = createRoute({
  method: 'post',
  path: '/items/{id}/close',
  request: {
    params,
    body: body(
      z.strictObject({
        version,
        kind: z.enum(CLOSURE_KINDS),
        evidence: z.strictObject({
          number: maybe(80).optional(),
          date: maybe(20).optional(),
          file: maybe(60).optional(),
          leader: maybe(60).optional(),
          note: maybe(500).optional(),
          operator: z.enum(['>=', '>', '<=', '<']).optional(),
          value: z.number().optional(),
        }),
        feedback: maybe(60).optional(),
      }),
    ),
  },
  responses: { 200: ok },
})

const app = router()
app.use('/items/*', signedIn)

const done = { ok: true as const }

export const itemRoutes = app
  .openapi(list, async (context) => {
    const caller = context.get('caller')
    const { on, ...filter } = context.req.valid('query')
    return context.json(
      await readItems(context.get('services').store, caller, filter, readingDay(on, caller.today)),
      200,
    )
  })
  .openapi(readDeadline, (context) => {
    const due = readDue(context.req.valid('query').words, context.get('caller').today)
    return context.json({ read: due !== null, deadline: due?.deadline ?? null }, 200)
  })
  .openapi(one, async (context) => {
    const caller = context.get('caller')
    const on = readingDay(context.req.valid('query').on, caller.today)
    return context.json(await readItem(context.get('services').store, caller, context.req.valid('param').id, on), 200)
  })
  .openapi(add, async (context) => {
    const id = await addItem(context.get('services').store, context.get('caller'), context.req.valid('json'))
    return context.json({ id }, 200)
  })
  .openapi(change, async (context) => {
    const { id } = context.req.valid('param')
    await changeItem(context.get('services').store, context.get('caller'), id, context.req.valid('json'))
    return context.json(done, 200)
  })
  .openapi(link, async (context) => {
    const { id } = context.req.valid('param')
    const made = await linkItem(context.get('services').store, context.get('caller'), id, context.req.valid('json'))
    return context.json({ id: made }, 200)
  })
  .openapi(progress, async (context) => {
    const { id } = context.req.valid('param')
    const made = await addProgress(context.get('services').store, context.get('caller'), id, context.req.valid('json'))
    return context.json({ id: made }, 200)
  })
  .openapi(close, async (context) => {
    const { id } = context.req.valid('param')
    await closeItem(context.get('services').store, context.get('caller'), id, context.req.valid('json'))
    return context.json(done, 200)
  })
