import * as z from 'zod'
import { bare, byCode, number, pair, share, text } from './shape-words.ts'

const limits = { skew: number.optional(), kurtosis: number.optional() }
const most = z.int({ error: '应为整数' }).min(0, '不能小于 0').optional()
const treatShape = z.discriminatedUnion(
  'method',
  [
    z.strictObject({ method: z.literal('none') }),
    z.strictObject({ method: z.literal('winsorise'), most, ...limits }),
    z.strictObject({ method: z.literal('log'), always: z.boolean().optional(), ...limits }),
    z.strictObject({ method: z.literal('boxcox'), lambda: number, always: z.boolean().optional(), ...limits }),
    z.strictObject({
      method: z.literal('auto'),
      most,
      otherwise: z.enum(['log', 'boxcox']).optional(),
      lambda: number.optional(),
      ...limits,
    }),
  ],
  { error: '应为 none、winsorise、log、boxcox 或 auto' },
)
/** `true` is auto; a bare word its method. */
export const treat = z.union([
  z.boolean().transform((on) => ({ method: on ? ('auto' as const) : ('none' as const) })),
  z.enum(['none', 'winsorise', 'log', 'auto']).transform((method) => ({ method })),
  bare('boxcox', 'boxcox 还要写幂次，例如 {"method": "boxcox", "lambda": 0.5}'),
  treatShape,
])

/** Ends of a scale. */
export const ends = z.union(
  [
    pair,
    z.strictObject({
      worst: number,
      best: number,
      power: number.positive('应大于 0').optional(),
      scale: z.enum(['linear', 'log']).optional(),
    }),
    z.strictObject({ low: number, high: number }).transform(({ low, high }): [number, number] => [low, high]),
  ],
  { error: '应为 [一端, 另一端] 或 {"worst": 数, "best": 数}' },
)

/** A benchmark: a number, or a mean of the units. */
export const benchmark = z.union(
  [
    number.positive('应大于 0'),
    z
      .strictObject({
        of: z.enum(['mean', 'top-mean']),
        k: number.positive('应大于 0').optional(),
        top: share.positive('应大于 0').optional(),
        by: text.optional(),
      })
      .refine(({ of, top }) => of === 'mean' || top !== undefined, {
        error: 'top-mean 还要写取最好的多少，例如 {"of": "top-mean", "top": 0.2}',
      })
      .refine(({ of, top }) => of === 'top-mean' || top === undefined, {
        error: '只取最好的一部分时应写 {"of": "top-mean", "top": …}',
      }),
  ],
  { error: '应为大于 0 的数，或 {"of": "mean"}' },
)

const span = { range: pair.optional(), lower: number.optional(), upper: number.optional() }
/** A limit; null is none. */
export const limit = number.nullable().optional()
const normaliseShape = z.discriminatedUnion(
  'method',
  [
    z.strictObject({ method: z.literal('none') }),
    z.strictObject({ method: z.literal('minmax'), ...span }),
    z.strictObject({
      method: z.literal('zscore'),
      mean: number.optional(),
      deviation: number.positive('应大于 0').optional(),
    }),
    z.strictObject({ method: z.literal('rank'), ties: z.enum(['min', 'max', 'average']).optional() }),
    z.strictObject({ method: z.literal('percentile') }),
    z.strictObject({ method: z.literal('borda') }),
    z.strictObject({
      method: z.literal('distance-to-frontier'),
      ...span,
      clamp: z.boolean().optional(),
      goalposts: byCode(ends).optional(),
    }),
    z.strictObject({
      method: z.literal('goalposts'),
      ...span,
      clamp: z.boolean().optional(),
      goalposts: byCode(ends).optional(),
    }),
    z.strictObject({
      method: z.literal('distance-to-target'),
      cap: z.boolean().optional(),
      targets: byCode(number).optional(),
    }),
    z.strictObject({ method: z.literal('distance-to-best') }),
    z.strictObject({ method: z.literal('share-of-best') }),
    z.strictObject({
      method: z.literal('benchmark'),
      floor: limit,
      cap: limit,
      scale: number.positive('应大于 0').optional(),
      benchmarks: byCode(benchmark).optional(),
      benchmark: z.union([benchmark, byCode(benchmark)]).optional(),
    }),
    z.strictObject({ method: z.literal('20+80') }),
    z.strictObject({ method: z.literal('vector') }),
  ],
  {
    error:
      '应为 minmax、zscore、rank、percentile、borda、distance-to-frontier、goalposts、distance-to-target、distance-to-best、share-of-best、benchmark、20+80、vector 或 none',
  },
)
const normaliseWord = z.enum(normaliseShape.options.map(({ shape }) => shape.method.value))
/** How values become scores: a method's word, or the method with its settings. */
export const normalise = z.union([normaliseWord.transform((method) => ({ method })), normaliseShape])
