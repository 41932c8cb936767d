import { z } from '@hono/zod-openapi'
import { compareSchema, figSchema } from './figure-schema.ts'

export const SUBJECTS = ['parts', 'counties', 'projects', 'enterprises'] as const
export const AGAINST = [
  'last-year',
  'last-year-growth',
  'last-period',
  'province',
  'city-mean',
  'target',
  'value',
  'plan',
] as const
export type DragSubject = (typeof SUBJECTS)[number]
export type Against = (typeof AGAINST)[number]

const cellSchema = z.discriminatedUnion('kind', [
  /** `published` marks one that stands where the other rows have our own reckoning. */
  z.object({ kind: z.literal('figure'), fig: figSchema, published: z.literal(true).optional() }),
  z.object({ kind: z.literal('compare'), compare: compareSchema }),
  z.object({ kind: z.literal('text'), text: z.string() }),
  /** ※: a cell of the table that would tell of one enterprise, or give such a cell back. */
  z.object({ kind: z.literal('hidden'), why: z.string() }),
])
export type DragCell = z.infer<typeof cellSchema>

/** Where a click leads: another question of the same page. Left out: as it stands. */
const openSchema = z.object({
  subject: z.enum(SUBJECTS),
  indicator: z.string(),
  region: z.string().nullable(),
  group: z.string().nullable(),
})
export type DragOpen = z.infer<typeof openSchema>

const rowSchema = z.object({
  key: z.string(),
  label: z.string(),
  kind: z.enum(['part', 'rest', 'merged']),
  /** In the unit of the answer; null where it is hidden. */
  effect: z.number().nullable(),
  shown: z.string().nullable(),
  cells: z.array(cellSchema.nullable()),
  open: openSchema.nullable(),
  entry: z.object({ ledger: z.string(), id: z.string() }).nullable(),
  note: z.string().nullable(),
  demo: z.boolean(),
})
export type DragRow = z.infer<typeof rowSchema>

const endSchema = z.object({ label: z.string(), value: z.number(), shown: z.string() })
export type DragEnd = z.infer<typeof endSchema>

const drawnSchema = z.object({
  kind: z.literal('drag'),
  unit: z.enum(['个百分点', '亿元', '万元', '亿千瓦时', '万千瓦时']),
  /** What the waterfall begins from and comes to; null begins at nothing. */
  start: endSchema.nullable(),
  end: endSchema,
  heads: z.array(z.string()),
  total: z.array(cellSchema.nullable()),
  rows: z.array(rowSchema),
  /** The line that shows that it adds up. */
  proof: z.string(),
  notes: z.array(z.string()),
  demo: z.boolean(),
})
export type DragDrawn = z.infer<typeof drawnSchema>

export const refusedSchema = z.object({ kind: z.literal('refused'), code: z.string(), why: z.string() })
export type DragOutcome = DragDrawn | z.infer<typeof refusedSchema>

const optionSchema = z.object({ key: z.string(), label: z.string() })

export const dragsSchema = z
  .object({
    subject: z.enum(SUBJECTS),
    indicator: z.string(),
    against: z.enum(AGAINST),
    /** Who stands behind the figures, one of `options.kinds`; null where no figures are asked for. */
    kind: z.string().nullable(),
    period: z.string(),
    on: z.string(),
    title: z.string(),
    options: z.object({
      subjects: z.array(optionSchema),
      indicators: z.array(optionSchema),
      against: z.array(optionSchema),
      /** Kinds of figures that make a whole, published first. */
      kinds: z.array(optionSchema),
    }),
    path: z.array(z.object({ label: z.string(), open: openSchema })),
    outcome: z.discriminatedUnion('kind', [drawnSchema, refusedSchema]),
  })
  .openapi('Drags')
export type Drags = z.infer<typeof dragsSchema>
