import { z } from '@hono/zod-openapi'

const doubt = z.object({ cell: z.string(), label: z.string(), value: z.string(), message: z.string() })

const row = z.object({
  /** Names the row when it is taken or left: sheet and number. */
  id: z.string(),
  sheet: z.string(),
  row: z.number().int(),
  number: z.string().nullable(),
  title: z.string(),
  leadUnit: z.string().nullable(),
  deadline: z.string().nullable(),
  state: z.string(),
  /** `alike` may be in the system or the file already and is taken only when a person says so; `refused` cannot be taken. */
  kind: z.enum(['new', 'alike', 'refused']),
  alike: z.array(z.string()),
  doubts: z.array(doubt),
})

/** What an old 督办台账 would come to, row by row, or came to. */
export const itemImportSchema = z
  .object({
    rows: z.array(row),
    accepted: z.number().int(),
    /** Columns that are none of ours; `personal` ones are never taken, the others go into 备注 where a person asks. */
    unmatched: z.array(z.object({ head: z.string(), personal: z.boolean() })),
    /** Columns of T4 that the sheet has not. */
    missing: z.array(z.string()),
    skipped: z.array(z.string()),
  })
  .openapi('ItemImport')
export type ItemImport = z.infer<typeof itemImportSchema>
export type ItemImportRow = ItemImport['rows'][number]
