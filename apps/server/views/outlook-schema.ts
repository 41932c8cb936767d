import { z } from '@hono/zod-openapi'
import { BREAK_KINDS } from '@yundiao/figures'
import { figSchema, targetRowSchema } from './figure-schema.ts'

const refusal = z.object({ kind: z.literal('refused'), reason: z.string(), why: z.string() })

const choice = z.object({
  region: z.string(),
  regionName: z.string(),
  series: z.string(),
  label: z.string(),
  isDemo: z.boolean(),
  /** How many releases; how many of them make a series; whether that is enough for a forecast. */
  releases: z.number().int(),
  places: z.number().int(),
  fits: z.boolean(),
})

const point = z.object({
  period: z.string(),
  periodWords: z.string(),
  starts: z.string(),
  ends: z.string(),
  /** In the unit shown; null where a release says that it is lacking. */
  value: z.number().nullable(),
  fig: figSchema,
})

const composed = z.object({
  period: z.string(),
  periodWords: z.string(),
  starts: z.string(),
  ends: z.string(),
  /** In the unit shown, worked out (测算); null where a release is lacking. */
  value: z.number().nullable(),
  shown: z.string().nullable(),
})

const required = z.object({
  kind: z.literal('value'),
  /** 后期需增长, in words with its bounds. */
  shown: z.string(),
  /** What share of last year it rests on. */
  basis: z.string(),
})

const target = z.object({
  known: z.array(targetRowSchema),
  /** The target reckoned with; null where none is known and none supposed. */
  used: z.object({ shown: z.string(), value: z.number(), supposed: z.boolean(), year: z.number().int() }).nullable(),
  /** 累计增速 less target, in points; null where one of them is lacking. */
  gap: z.string().nullable(),
  required: z.discriminatedUnion('kind', [required, refusal]),
})

const single = z.object({ period: z.string(), periodWords: z.string(), shown: z.string(), formula: z.string() })

/** 走势预测: what was published of one series, and what may be worked out of it. */
export const outlookSchema = z
  .object({
    indicator: z.object({ code: z.string(), name: z.string() }),
    regions: z.array(z.object({ code: z.string(), name: z.string() })),
    choices: z.array(choice),
    chosen: z
      .object({
        region: z.string(),
        regionName: z.string(),
        series: z.string(),
        label: z.string(),
        unitShown: z.string(),
        isDemo: z.boolean(),
        points: z.array(point),
        /** The single periods a forecast stands on, where they are not the releases themselves; else none. */
        composed: z.array(composed),
        breaks: z.array(z.string()),
        /** Where the chart draws a break: the first day on the new side. */
        parted: z.array(z.object({ from: z.string(), kind: z.enum(BREAK_KINDS) })),
        /** What the forecast stands on, in words; or why there is none. */
        ability: z.discriminatedUnion('kind', [z.object({ kind: z.literal('regular'), words: z.string() }), refusal]),
        /** Another series of the indicator that is long enough, where this one is not. */
        instead: choice.nullable(),
        singles: z.object({ rows: z.array(single), why: z.string().nullable() }),
        target,
      })
      .nullable(),
  })
  .openapi('OutlookView')
export type OutlookView = z.infer<typeof outlookSchema>

const coming = z.object({
  period: z.string(),
  periodWords: z.string(),
  starts: z.string(),
  ends: z.string(),
  mean: z.number(),
  low80: z.number(),
  high80: z.number(),
  low95: z.number(),
  high95: z.number(),
  naive: z.number(),
})

const accuracy = z.object({
  method: z.string(),
  words: z.string(),
  chosen: z.boolean(),
  mae: z.number(),
  rmse: z.number(),
  /** Error as a part of the seasonal naive's. */
  ratio: z.number().nullable(),
  coverage80: z.number(),
  origins: z.number().int(),
})

const forecast = z.object({
  kind: z.literal('forecast'),
  words: z.string(),
  unitError: z.string(),
  points: z.array(coming),
  accuracy: z.array(accuracy),
  stretch: z.number(),
})

const measured = z.object({
  name: z.string(),
  words: z.string(),
  value: z.number().nullable(),
  passes: z.boolean().nullable(),
})

const adjusted = z.object({
  kind: z.literal('adjusted'),
  words: z.string(),
  verdict: z.string(),
  notes: z.array(z.string()),
  points: z.array(
    z.object({
      period: z.string(),
      periodWords: z.string(),
      starts: z.string(),
      ends: z.string(),
      raw: z.number().nullable(),
      adjusted: z.number().nullable(),
      trend: z.number(),
      seasonal: z.number(),
    }),
  ),
  /** Factors in per cent (1 is none) when multiplied, else in the unit shown. */
  isMultiplied: z.boolean(),
  factors: z.array(z.object({ year: z.number().int(), values: z.array(z.number().nullable()) })),
  measures: z.array(measured),
})

const likelihood = z.object({
  kind: z.literal('assessed'),
  /** 0–1, of the forecast distribution. */
  probability: z.number(),
  words: z.string(),
  assumption: z.string(),
})

/** What was worked out of a series (测算). */
export const outlookEstimateSchema = z
  .object({
    forecast: z.discriminatedUnion('kind', [forecast, refusal]),
    adjustment: z.discriminatedUnion('kind', [adjusted, refusal]),
    likelihood: z.discriminatedUnion('kind', [likelihood, refusal]).nullable(),
  })
  .openapi('OutlookEstimate')
export type OutlookEstimate = z.infer<typeof outlookEstimateSchema>
