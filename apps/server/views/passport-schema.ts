import { z } from '@hono/zod-openapi'

const cell = z.object({
  kind: z.literal('cell'),
  file: z.string(),
  fileName: z.string(),
  sheet: z.string(),
  cell: z.string(),
  raw: z.string(),
  url: z.string().nullable(),
  date: z.string().nullable(),
  grade: z.string(),
  fileHash: z.string(),
})
const told = z.object({
  kind: z.enum(['form', 'manual', 'formula', 'count']),
  lines: z.array(z.string()),
  inputs: z.array(z.string()).optional(),
})

export const passportSchema = z
  .object({
    ref: z.string(),
    label: z.string(),
    region: z.object({ code: z.string(), name: z.string() }),
    period: z.string(),
    periodWords: z.string(),
    shown: z.string().nullable(),
    unitShown: z.string(),
    concept: z.string(),
    originLabel: z.string(),
    round: z.string().nullable(),
    vintage: z.number().int(),
    vintages: z.array(
      z.object({ ref: z.string(), shown: z.string().nullable(), knownOn: z.string(), recordedAt: z.string() }),
    ),
    knownOn: z.string(),
    recordedAt: z.string(),
    recordedBy: z.string(),
    release: z.object({ state: z.string(), label: z.string(), at: z.string().nullable() }),
    source: z.discriminatedUnion('kind', [cell, told]),
    note: z.string().nullable(),
    usedIn: z.array(z.object({ title: z.string(), href: z.string() })),
    checks: z.array(z.string()),
  })
  .openapi('PassportView')
export type PassportView = z.infer<typeof passportSchema>
