import { z } from '@hono/zod-openapi'
import { kindSchema } from './comparison-schema.ts'
import { compareSchema, figSchema } from './figure-schema.ts'

const either = z.union([figSchema, compareSchema])

const lineSchema = z.object({
  period: z.string(),
  periodWords: z.string(),
  level: figSchema.nullable(),
  growth: figSchema.nullable(),
  /** The period alone in words; null where the cumulative figure is it. */
  aloneWords: z.string().nullable(),
  /** Null where the cumulative figure is the period's own. */
  single: either.nullable(),
  singleGrowth: either.nullable(),
  twoYear: either,
  nominal: compareSchema,
  price: compareSchema,
  pace: compareSchema,
  /** 拉动 and 贡献率: published before ours; `ours` is ours where the published one stands. Null where it is no part of anything. */
  pull: either.nullable(),
  contribution: either.nullable(),
  ours: compareSchema.nullable(),
})
export type PeriodLineView = z.infer<typeof lineSchema>

export const periodSheetSchema = z
  .object({
    indicator: z.string(),
    region: z.object({ code: z.string(), name: z.string() }),
    /** Places in sight with a figure of the indicator. */
    regions: z.array(z.object({ code: z.string(), name: z.string() })),
    kind: z.string(),
    kinds: z.array(kindSchema),
    levelUnit: z.string(),
    /** Whether amounts are printed at all. */
    levelApplies: z.boolean(),
    /** Whether there are periods alone: not of balances. */
    singleApplies: z.boolean(),
    /** What the price column says: what growth implies of prices, growth without them, or nothing. */
    price: z.enum(['implied', 'deflated']).nullable(),
    /** The whole it pulls on, as people say it: GDP. Null where it is no part of one. */
    pullsOn: z.string().nullable(),
    rows: z.array(lineSchema),
    /** Quarters put together from months that came out alone. */
    quarters: z.array(
      z.object({ period: z.string(), periodWords: z.string(), sum: compareSchema, growth: compareSchema }),
    ),
    /** References of figures not open to everybody. */
    inner: z.array(z.string()),
    notes: z.array(z.string()),
  })
  .openapi('PeriodSheet')
export type PeriodSheetView = z.infer<typeof periodSheetSchema>
