import { z } from '@hono/zod-openapi'

const reject = z.object({
  sheet: z.string(),
  cell: z.string(),
  value: z.string(),
  code: z.string(),
  message: z.string(),
})
/** A cell not taken: where, what it holds, what is wrong and what to do. */
export type Reject = z.infer<typeof reject>

/**
 * What came of a file. `accepted` rows are taken (or would be), `updates` of them change an entry there is, with each
 * change in words; `unchanged` rows are of a sheet that came from here and say what is there already. `duplicates` are rows that may be in the ledger or the file already; `same` of them are there
 * word for word and are not entered again. `unmatched` are columns, `skipped` sheets, that were not taken.
 */
export const importResultSchema = z
  .object({
    rows: z.number(),
    accepted: z.number(),
    rejected: z.array(reject),
    updates: z.array(z.object({ row: z.number(), label: z.string(), lines: z.array(z.string()) })),
    unchanged: z.number(),
    duplicates: z.array(z.object({ row: z.number(), of: z.array(z.string()), same: z.boolean() })),
    unmatched: z.array(z.object({ sheet: z.string(), cell: z.string(), head: z.string() })),
    skipped: z.array(z.string()),
  })
  .openapi('ImportResult')
export type ImportResult = z.infer<typeof importResultSchema>
