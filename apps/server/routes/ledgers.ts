import { createRoute, z } from '@hono/zod-openapi'
import { filesMoved } from '../acts/entry-files.ts'
import { refuseBlocked } from '../acts/refuse-blocked.ts'
import { body, json, onQuery, router } from '../http/router.ts'
import { readingDay, signedIn } from '../http/session.ts'
import { entrySchema, readEntryFile } from '../views/entry.ts'
import { readFieldNames, readLastMonth } from '../views/last-month.ts'
import {
  entryPageSchema,
  entryRow,
  ledgerRowSchema,
  ledgerSchema,
  ledgerView,
  ownerOf,
  readFilters,
  readSort,
  valuesSchema,
} from '../views/ledger.ts'
import { readNames } from '../views/names.ts'
import { homeOf, ledgersInOrder, namedDuplicate, openEntry, openLedger } from '../views/open-ledger.ts'
import { ledgerAmendRoutes } from './ledger-amend.ts'
import { ledgerFileRoutes } from './ledger-files.ts'
import { ledgerMapRoutes } from './ledger-map.ts'
import { ledgerSheetRoutes } from './ledger-sheets.ts'

const ledgerParam = z.object({ id: z.string() })
const entryParam = z.object({ id: z.string(), entry: z.uuid('没有这个编号的记录，请从台账里打开') })

const list = createRoute({
  method: 'get',
  path: '/ledgers',
  request: { query: onQuery },
  responses: { 200: json(z.array(ledgerRowSchema), 'Ledgers the caller may open') },
})
const one = createRoute({
  method: 'get',
  path: '/ledgers/{id}',
  request: { params: ledgerParam, query: onQuery },
  responses: { 200: json(ledgerSchema, 'A ledger: the fields in sight, states, units') },
})
const rows = createRoute({
  method: 'get',
  path: '/ledgers/{id}/rows',
  request: {
    params: ledgerParam,
    query: onQuery.extend({
      after: z.string().optional(),
      limit: z
        .string()
        .regex(/^\d{1,3}$/)
        .optional(),
      sort: z.string().optional(),
      q: z.string().optional(),
      filter: z.string().optional(),
      previous: z.string().max(4000).optional(),
    }),
  },
  responses: { 200: json(entryPageSchema, 'One page of a ledger') },
})
const entry = createRoute({
  method: 'get',
  path: '/ledgers/{id}/rows/{entry}',
  request: { params: entryParam, query: onQuery },
  responses: { 200: json(entrySchema, 'The file of one entry') },
})
const add = createRoute({
  method: 'post',
  path: '/ledgers/{id}/rows',
  request: {
    params: ledgerParam,
    body: body(z.strictObject({ region: z.string().nullable(), values: valuesSchema, state: z.string().optional() })),
  },
  responses: { 200: json(z.object({ id: z.string() }), 'The new entry') },
})
const amend = createRoute({
  method: 'patch',
  path: '/ledgers/{id}/rows/{entry}',
  request: {
    params: entryParam,
    body: body(
      z.strictObject({
        version: z.int(),
        values: valuesSchema.optional(),
        state: z.string().optional(),
        region: z.string().nullable().optional(),
        note: z.string().max(1000).optional(),
      }),
    ),
  },
  responses: { 200: json(z.object({ id: z.string(), version: z.number() }), 'The new version') },
})
const reveal = createRoute({
  method: 'post',
  path: '/ledgers/{id}/rows/{entry}/reveal',
  request: { params: entryParam, body: body(z.strictObject({ field: z.string(), reason: z.string().max(500) })) },
  responses: { 200: json(z.object({ value: z.string().nullable() }), 'One personal value; the look is recorded') },
})

const app = router()
app.use('/ledgers', signedIn)
app.use('/ledgers/*', signedIn)

export const ledgerRoutes = app
  .openapi(list, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const on = readingDay(context.req.valid('query').on, caller.today)
    const [views, duties, names] = await Promise.all([
      ledgersInOrder(store, caller),
      store.records(caller, 'duty'),
      readNames(store, caller),
    ])
    const counted = await Promise.all(views.map(({ definition }) => store.countEntries(caller, definition.id, { on })))
    return context.json(
      views.map((view, index) => ({
        id: view.definition.id,
        title: view.definition.title,
        owner: ownerOf(view, duties, names),
        rows: counted[index]?.count.n ?? 0,
        capped: counted[index]?.count.capped ?? false,
        may: { write: view.mayWrite },
      })),
      200,
    )
  })
  .openapi(one, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    readingDay(context.req.valid('query').on, caller.today)
    const view = await openLedger(store, caller, context.req.valid('param').id)
    const names = await readNames(store, caller)
    const owner = ownerOf(view, await store.records(caller, 'duty'), names)
    return context.json(ledgerView(view, caller, { owner, names }), 200)
  })
  .openapi(rows, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const { on: asked, after, limit, sort, q, filter, previous } = context.req.valid('query')
    const on = readingDay(asked, caller.today)
    const view = await openLedger(store, caller, context.req.valid('param').id)
    const order = readSort(sort)
    const compared = previous === undefined ? null : readFieldNames(view, previous)
    const query = {
      filters: readFilters(filter),
      search: q ?? null,
      on,
      columns: view.visible,
      ...(order ? { sort: order } : {}),
    }
    const page = { ...query, after: after ?? null, ...(limit ? { limit: Number(limit) } : {}) }
    const [found, counted, totals, names] = await Promise.all([
      store.entries(caller, view.definition.id, page),
      store.countEntries(caller, view.definition.id, query),
      after === undefined ? store.entryTotals(caller, view.definition.id, query) : null,
      readNames(store, caller),
    ])
    return context.json(
      {
        rows: found.rows.map((row) => entryRow(row, view.visible, names)),
        next: found.next,
        ...counted,
        totals,
        previous: compared && (await readLastMonth(store, caller, view, { now: found.rows, names: compared, on })),
      },
      200,
    )
  })
  .openapi(entry, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const on = readingDay(context.req.valid('query').on, caller.today)
    const { id, entry: entryId } = context.req.valid('param')
    const place = await openEntry(store, caller, { ledger: id, entry: entryId, on })
    return context.json(
      await readEntryFile(store, caller, { ...place, on, names: await readNames(store, caller) }),
      200,
    )
  })
  .openapi(add, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const view = await openLedger(store, caller, context.req.valid('param').id)
    const { region, values, state } = context.req.valid('json')
    const row = { region: region ?? homeOf(caller), values, ...(state === undefined ? {} : { state }) }
    const [made] = await store
      .commit(caller, [{ do: 'enter', ledger: view.definition.id, rows: [row] }])
      .catch((error: unknown) => {
        throw namedDuplicate(view.definition, error)
      })
    return context.json({ id: made?.do === 'enter' ? (made.ids[0] ?? '') : '' }, 200)
  })
  .openapi(amend, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const { id, entry: entryId } = context.req.valid('param')
    const view = await openLedger(store, caller, id)
    const { version, values, state, region: asked, note } = context.req.valid('json')
    const region = asked === undefined ? undefined : (asked ?? homeOf(caller))
    const moved = region === undefined ? [] : await filesMoved(store, caller, { ledger: id, entry: entryId }, region)
    await refuseBlocked(store, caller, { 说明: note })
    const [made] = await store
      .commit(caller, [
        {
          do: 'amend',
          ledger: id,
          id: entryId,
          version,
          ...(values ? { values } : {}),
          ...(state === undefined ? {} : { state }),
          ...(region === undefined ? {} : { region }),
          ...(note ? { note } : {}),
        },
        ...moved,
      ])
      .catch((error: unknown) => {
        throw namedDuplicate(view.definition, error)
      })
    return context.json({ id: entryId, version: made?.do === 'amend' ? made.version : version }, 200)
  })
  .openapi(reveal, async (context) => {
    const { store } = context.get('services')
    const { id, entry: entryId } = context.req.valid('param')
    const { field, reason } = context.req.valid('json')
    await openLedger(store, context.get('caller'), id)
    await refuseBlocked(store, context.get('caller'), { 事由: reason })
    const value = await store.reveal(context.get('caller'), { ledger: id, id: entryId, field, reason })
    return context.json({ value }, 200)
  })
  .route('/', ledgerSheetRoutes)
  .route('/', ledgerFileRoutes)
  .route('/', ledgerMapRoutes)
  .route('/', ledgerAmendRoutes)
