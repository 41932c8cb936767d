import * as z from 'zod'
import { aggregate, missing, scorecardShape } from './shape.ts'
import { normalise, treat } from './shape-scale.ts'
import { weights } from './shape-weights.ts'
import { byCode } from './shape-words.ts'

const least = (value: number) => z.number({ error: '应为数字' }).min(value, `不能小于 ${value}`)
const by = least(0).max(1, '应在 0 与 1 之间，例如 0.25')
const levels = z.array(z.int({ error: '应为层级，1 是指标' }).min(1, '应为层级，1 是指标')).optional()

/** A bare number is how far each weight may move. */
const weightNoise = z.union([
  by.transform((width) => ({ kind: 'relative' as const, by: width })),
  z.discriminatedUnion(
    'kind',
    [
      z.strictObject({ kind: z.literal('relative'), by, levels, codes: z.array(z.string()).optional() }),
      z.strictObject({ kind: z.literal('dirichlet'), concentration: least(1), levels }),
    ],
    { error: '应为 relative 或 dirichlet' },
  ),
])

const TABLES = ['goalposts', 'targets', 'benchmarks', 'benchmark'] as const
/** What belongs to an indicator holds in every draw; an alternative that named it again would be misread. */
const alternative = normalise.refine((one) => !TABLES.some((key) => (one as Record<string, unknown>)[key]), {
  error: '备选做法不另列两端值、目标值、基准值，请写在指标上',
})

const list = <T extends z.ZodType>(entry: T) =>
  z.array(entry, { error: '应为备选做法的数组' }).min(1, '至少一种').optional()

/** A bare number is a relative standard deviation. */
const valueError = z.union([
  least(0).transform((relative) => ({ relative })),
  z.strictObject({
    relative: least(0).optional(),
    absolute: least(0).optional(),
    shape: z.enum(['normal', 'uniform'], { error: '应为 normal 或 uniform' }).optional(),
  }),
])

/** The key `uncertainty` of a file of `scorecard robustness`. */
export const uncertaintyShape = z.strictObject({
  weights: weightNoise.optional(),
  weighting: list(weights),
  missing: list(missing),
  treat: list(treat),
  normalise: list(alternative),
  aggregate: list(aggregate),
  data: z.union([least(0).transform((relative) => ({ '*': { relative } })), byCode(valueError)]).optional(),
  sensitivity: z.int({ error: '应为行数' }).min(2, '至少 2 行').optional(),
  leaveOut: z.boolean({ error: '应为 true 或 false' }).optional(),
  sure: least(0).max(1, '应在 0 与 1 之间').optional(),
})

/** The file of `scorecard robustness`: that of `scorecard run`, and what is uncertain about it. */
export const robustnessShape = scorecardShape.extend({ uncertainty: uncertaintyShape.optional() })

/** What the key `uncertainty` held. */
export type UncertaintyFile = z.infer<typeof uncertaintyShape>
