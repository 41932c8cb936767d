import * as z from 'zod'
import type { AggregationMethod } from '../scheme/aggregation.ts'
import { grades, lists } from './shape-grades.ts'
import { benchmark, ends, limit, normalise, treat } from './shape-scale.ts'
import { weights } from './shape-weights.ts'
import { byCode, code, columns, number, share, text } from './shape-words.ts'

const AGGREGATIONS = [
  'arithmetic',
  'geometric',
  'harmonic',
  'copeland',
  'topsis',
  'grey-relational',
  'rank-sum-ratio',
  'coupling',
] as const satisfies readonly AggregationMethod[]
const aggregation = z.enum(AGGREGATIONS, { error: `应为 ${AGGREGATIONS.join('、')} 之一` })
/** A bare word is the method of every node. */
export const aggregate = z.union([
  aggregation.transform((method) => ({ method })),
  z.strictObject({
    method: aggregation,
    perLevel: z.array(aggregation, { error: '应为由低到高各级的方法' }).optional(),
    perNode: byCode(aggregation).optional(),
    minPresent: share.optional(),
  }),
])

/** What stands for a missing value. */
export const missing = z.enum(['zero', 'mean', 'mean-score', 'reweight', 'fail'], {
  error: '应为 zero、mean、mean-score、reweight 或 fail',
})

/** A description, unit or source beside what is needed is left alone. */
const indicator = z.object({
  code,
  name: z.string().optional(),
  parent: code.nullish(),
  direction: z.literal([1, -1], { error: '应为 1 或 -1' }).default(1),
  weight: number.min(0, '不能小于 0').default(1),
  treat: treat.optional(),
  missing: missing.optional(),
  goalposts: ends.nullish(),
  target: number.nullish(),
  benchmark: benchmark.nullish(),
  floor: limit,
  cap: limit,
  normalise: normalise.optional(),
  denominator: text.nullish(),
})

/** The file of `scorecard run`; what else lies in it is for other commands. */
export const scorecardShape = z.object({
  units: z.array(code, { error: '应为评价对象的代码' }).min(1, '没有评价对象'),
  indicators: z.array(indicator, { error: '应为数组' }).min(1, '没有指标'),
  values: columns,
  denominators: columns.optional(),
  groups: byCode(z.array(code)).optional(),
  screen: z.strictObject({ minPresent: share.optional(), minNonZero: share.optional() }).optional(),
  missing: missing.default('fail'),
  missingBy: text.optional(),
  treat: treat.optional(),
  normalise,
  weights: weights.optional(),
  aggregate,
  grades: grades.optional(),
  lists: z.strictObject(lists).optional(),
  bonuses: z.array(z.strictObject({ unit: code, points: number, reason: z.string().default('') })).optional(),
})

/** What a file of `scorecard run` held. */
export type ScorecardFile = z.infer<typeof scorecardShape>
