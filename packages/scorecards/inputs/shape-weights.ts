import * as z from 'zod'
import { bare, byCode, code, number, text } from './shape-words.ts'

const matrix = z.array(z.array(number.positive('应大于 0')), { error: '应为方阵' })
const WEIGHT_WORDS = ['given', 'equal', 'entropy', 'critic', 'pca'] as const
const word = z.enum(WEIGHT_WORDS).transform((method) => ({ method }))
const expert = z.strictObject({
  name: text.optional(),
  weight: number.positive('应大于 0').optional(),
  weights: byCode(number.min(0, '不能小于 0')),
})
const AHP_NEEDS = 'ahp 还要写判断矩阵，例如 {"method": "ahp", "matrix": [[1, 3], [0.333333, 1]]}'
const EXPERTS_NEED =
  'experts 还要写各位专家的权重，例如 {"method": "experts", "experts": [{"weights": {"a": 60, "b": 40}}]}'
const COMBINED_NEEDS = 'combined 还要写由哪几种组成，例如 {"method": "combined", "of": ["entropy", "critic"]}'
const oneWeighting = z.discriminatedUnion(
  'method',
  [
    z.strictObject({ method: z.literal('given'), values: byCode(number.min(0, '不能小于 0')).optional() }),
    z.strictObject({ method: z.literal('equal') }),
    z.strictObject({ method: z.literal('entropy'), shift: number.min(0, '不能小于 0').optional() }),
    z.strictObject({ method: z.literal('critic') }),
    z.strictObject({ method: z.literal('pca'), kind: z.enum(['first-squared', 'combined', 'loadings']).optional() }),
    z
      .strictObject({
        method: z.literal('ahp'),
        by: z.enum(['eigenvector', 'geometric-mean']).optional(),
        matrix: matrix.optional(),
        comparisons: byCode(z.strictObject({ codes: z.array(code), matrix })).optional(),
      })
      .refine(
        ({ matrix: one, comparisons }) => one !== undefined || Object.keys(comparisons ?? {}).length > 0,
        AHP_NEEDS,
      ),
    z.strictObject({ method: z.literal('experts'), experts: z.array(expert).min(1, '至少一位专家') }),
  ],
  { error: '应为 given、equal、entropy、critic、pca、ahp、experts 或 combined' },
)
/** Where weights come from: a method's word, or the method with its settings. */
export const weights = z.union([
  word,
  bare('ahp', AHP_NEEDS),
  bare('experts', EXPERTS_NEED),
  bare('combined', COMBINED_NEEDS),
  z.strictObject({
    method: z.literal('combined'),
    by: z.enum(['mean', 'product']).optional(),
    of: z.array(z.union([word, oneWeighting])).min(2, '至少两种'),
  }),
  oneWeighting,
])
