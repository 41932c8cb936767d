import { createRoute, z } from '@hono/zod-openapi'
import { json, onQuery, router } from '../http/router.ts'
import { readingDay } from '../http/session.ts'
import { readFilters } from '../views/ledger.ts'
import { ledgerMapSchema, readLedgerMap } from '../views/ledger-map.ts'
import { openLedger } from '../views/open-ledger.ts'

const map = createRoute({
  method: 'get',
  path: '/ledgers/{id}/map',
  request: {
    params: z.object({ id: z.string() }),
    query: onQuery.extend({ q: z.string().optional(), filter: z.string().optional() }),
  },
  responses: { 200: json(ledgerMapSchema, 'Entries by county and zone, and the boundaries among them') },
})

export const ledgerMapRoutes = router().openapi(map, async (context) => {
  const { store } = context.get('services')
  const caller = context.get('caller')
  const { on: asked, q, filter } = context.req.valid('query')
  const on = readingDay(asked, caller.today)
  const view = await openLedger(store, caller, context.req.valid('param').id)
  const ask = { on, filters: readFilters(filter), search: q ?? null }
  return context.json(await readLedgerMap(store, caller, view, ask), 200)
})
