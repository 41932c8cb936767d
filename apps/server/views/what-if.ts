import { derived, type RequiredGrowth, requiredGrowth } from '@yundiao/figures'
import { compareOf } from './fig.ts'
import type { Compare } from './figure-schema.ts'

const refusalOf = (answer: Extract<RequiredGrowth, { kind: 'refused' }>): Compare => ({
  kind: 'refused',
  code: answer.reason,
  why: answer.message,
})

/**
 * The growth the rest of the year would need for a supposed target (测算): all ratios, `share` the part of last year the
 * months gone by made up. Stored nowhere.
 */
export const whatIf = (supposed: { target: number; share: number; growth: number }): Compare => {
  const answer = requiredGrowth(supposed)
  return answer.kind === 'refused'
    ? refusalOf(answer)
    : compareOf(derived('target.required', answer.value, []), 'percent')
}
