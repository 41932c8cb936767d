import { type Refusal, refuse } from '@yundiao/figures'
import { type Period, parsePeriod } from '@yundiao/kernel'

/**
 * A published amount: its period as spelled, whether from January (`ytd`) or alone, its concept, and the base its
 * levels are on (a census or a change of scope makes a new one).
 */
export type Amount = {
  period: string
  accumulation: 'ytd' | 'period'
  concept: string
  base: string
  value: number | null
}

/** What the algebra gives: a number that is ours, never a published one. */
export type Computed = { kind: 'computed'; value: number; formula: string; mark: '测算' }
export type ComputedAmount = { kind: 'amount'; amount: Amount & { value: number }; formula: string; mark: '测算' }

/** A computed number with the formula people can read. */
export const computed = (value: number, formula: string): Computed => ({
  kind: 'computed',
  value,
  formula,
  mark: '测算',
})

/** A computed amount with the formula people can read. */
export const computedAmount = (amount: Amount & { value: number }, formula: string): ComputedAmount => ({
  kind: 'amount',
  amount,
  formula,
  mark: '测算',
})

/** An amount that can be reckoned with: its period read and its value there. */
export type Usable = { period: Period; value: number; amount: Amount }

/** Reads amounts that are to be set against each other; refuses a gap, another concept, another base. */
export const usable = (amounts: readonly Amount[]): Usable[] | Refusal => {
  const [first] = amounts
  const out: Usable[] = []
  for (const amount of amounts) {
    const period = parsePeriod(amount.period)
    if (!period) return refuse('period-differs', `不能计算：期别“${amount.period}”不识别`)
    if (amount.value === null || !Number.isFinite(amount.value))
      return refuse('input-missing', `不能计算：${amount.period} 未公布`)
    if (amount.concept !== first?.concept) return refuse('concept-differs', '不能计算：口径不同')
    if (amount.base !== first.base) return refuse('base-revised', '不能计算：基数已调整，前后不可比')
    out.push({ period, value: amount.value, amount })
  }
  return out
}

/** Whether a reading failed. */
export const isRefusal = <T>(outcome: T | Refusal): outcome is Refusal =>
  typeof outcome === 'object' && outcome !== null && 'kind' in outcome && outcome.kind === 'refused'
