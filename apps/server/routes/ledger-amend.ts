import { createRoute, z } from '@hono/zod-openapi'
import { amendEntries } from '../acts/amend-entries.ts'
import { body, json, router } from '../http/router.ts'
import { openLedger } from '../views/open-ledger.ts'

const MOST_ROWS = 500

const amendRows = createRoute({
  method: 'post',
  path: '/ledgers/{id}/amend',
  request: {
    params: z.object({ id: z.string() }),
    body: body(
      z.strictObject({
        note: z.string().max(1000).optional(),
        rows: z
          .array(
            z.strictObject({
              entry: z.uuid('没有这个编号的记录，请从台账里打开'),
              version: z.int(),
              set: z.record(z.string(), z.string().max(20_000, '内容过长，请精简').nullable()),
              state: z.string().optional(),
            }),
          )
          .min(1, '没有要报送的内容')
          .max(MOST_ROWS, `一次最多报送 ${MOST_ROWS} 行，请分批报送`),
      }),
    ),
  },
  responses: {
    200: json(
      z.object({ rows: z.array(z.object({ id: z.string(), version: z.number() })) }),
      'New versions of all rows; or none is changed',
    ),
  },
})

export const ledgerAmendRoutes = router().openapi(amendRows, async (context) => {
  const { store } = context.get('services')
  const caller = context.get('caller')
  const view = await openLedger(store, caller, context.req.valid('param').id)
  return context.json({ rows: await amendEntries(store, caller, view, context.req.valid('json')) }, 200)
})
