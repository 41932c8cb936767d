import * as z from 'zod'
import { code, number, share, text, written } from './shape-words.ts'

const gradeLimit = z.strictObject(
  {
    grade: text,
    atMost: share.optional(),
    atLeast: share.optional(),
    upTo: share.optional(),
    share: share.optional(),
    from: number.optional(),
  },
  written('{"grade": "A", "atMost": 0.3}'),
)
const listed = { unit: code, reason: z.string().default('') }
const asListed = written('{"unit": "代码", "reason": "理由"}')
/** Lists of units that grades treat apart. */
export const lists = {
  veto: z.array(z.strictObject(listed, asListed)).optional(),
  promote: z
    .array(z.strictObject({ ...listed, floor: text }, written('{"unit": "代码", "floor": "B", "reason": "理由"}')))
    .optional(),
  ungraded: z.array(z.strictObject({ ...listed, as: text.optional() }, asListed)).optional(),
}
type Limit = z.infer<typeof gradeLimit>

/** Each grade's own share, as 20 % / 60 % / 20 %, is the cumulative share it ends at. */
const cumulated = (limits: readonly Limit[]): Limit[] => {
  let end = 0
  return limits.map(({ share: own, ...limit }) => {
    if (own === undefined) return limit
    end += own
    return { ...limit, upTo: Math.min(1, end) }
  })
}

const gradeList = z
  .array(gradeLimit, { error: '应为由好到差的等次' })
  .min(1, '至少一个等次')
  .refine((list) => list.reduce((sum, one) => sum + (one.share ?? 0), 0) <= 1 + 1e-9, '各等次的比例合计大于 1')
  .transform(cumulated)
/** Grades, best first, alone or with what else grading needs. */
export const grades = z.union([
  gradeList.transform((list) => ({ grades: list })),
  z.strictObject({
    grades: gradeList,
    denominator: z
      .union([z.enum(['ranked', 'graded', 'all']), number.positive('应大于 0')], {
        error: '应为 graded、ranked、all，或通报公布的评定总数（大于 0）',
      })
      .optional(),
    vetoTo: text.optional(),
    promoted: z.enum(['within', 'beyond']).optional(),
    ties: z
      .union([z.enum(['better', 'worse']), z.strictObject({ by: text })], {
        error: '应为 worse、better 或 {"by": "指标代码"}',
      })
      .optional(),
    ...lists,
  }),
])
