import { type Refusal, refuse } from '@yundiao/figures'
import {
  addDays,
  halfPeriod,
  jointMonthsPeriod,
  monthPeriod,
  type Period,
  parsePeriod,
  partsOf,
  quarterPeriod,
  yearPeriod,
} from '@yundiao/kernel'
import { type Amount, type ComputedAmount, computedAmount, isRefusal, usable } from './amount.ts'

const yearOf = (period: Period): number => partsOf(period.starts).year
const lastMonth = (period: Period): number => partsOf(period.ends).month

/** The stretch of one year from month `from` to month `to`, spelled as releases do. */
const stretch = (year: number, from: number, to: number): Period | null => {
  if (from === to) return monthPeriod(year, to)
  if (from % 3 === 1 && to === from + 2) return quarterPeriod(year, to / 3)
  if (from % 6 === 1 && to === from + 5) return halfPeriod(year, to / 6)
  if (from === 1 && to === 12) return yearPeriod(year)
  return jointMonthsPeriod(year, from, to)
}

/** The months between two cumulative releases of one year: from 1—6月 to 1—9月 it is the third quarter; else null. */
export const stretchBetween = (now: string, before: string): Period | null => {
  const [a, b] = [parsePeriod(now), parsePeriod(before)]
  if (!a || !b || yearOf(a) !== yearOf(b) || lastMonth(b) >= lastMonth(a)) return null
  return stretch(yearOf(a), lastMonth(b) + 1, lastMonth(a))
}

/**
 * The amount of the months between two cumulative releases of one year: 1—3月 less 1—2月 is 3月; 1—6月 less 1—3月 is the
 * second quarter. Refuses other years, other concepts or bases, and releases that are not cumulative.
 */
export const singleFromCumulative = (now: Amount, before: Amount): ComputedAmount | Refusal => {
  const read = usable([now, before])
  if (isRefusal(read)) return read
  const [a, b] = read
  if (!a || !b || now.accumulation !== 'ytd' || before.accumulation !== 'ytd')
    return refuse('measure-differs', '不能推算：须是两个累计数')
  if (yearOf(a.period) !== yearOf(b.period) || lastMonth(b.period) >= lastMonth(a.period))
    return refuse('period-differs', '不能推算：须是同一年先后两期累计数')
  const period = stretch(yearOf(a.period), lastMonth(b.period) + 1, lastMonth(a.period))
  if (!period) return refuse('period-differs', '不能推算：期别不相连')
  return computedAmount(
    { ...now, period: period.text, accumulation: 'period', value: a.value - b.value },
    `${now.period}累计 − ${before.period}累计`,
  )
}

/**
 * A month alone out of a joint January–February release: always refused, since neither month was published and the
 * Spring Festival moves between them.
 */
export const monthFromJoint = (joint: Amount): Refusal =>
  refuse('growth-published-only', `不能拆分：${joint.period} 只合并公布，1月、2月不单独公布`)

/**
 * Neighbouring single periods of one year added up: January and February, the months of a quarter, quarters to a half.
 * Refuses a gap or an overlap between them.
 */
export const sumOfPeriods = (parts: readonly Amount[]): ComputedAmount | Refusal => {
  const read = usable(parts)
  if (isRefusal(read)) return read
  const [first] = read
  const last = read.at(-1)
  if (!first || !last) return refuse('input-missing', '不能计算：没有数')
  if (parts.some((part) => part.accumulation !== 'period')) return refuse('measure-differs', '不能相加：累计数不能相加')
  for (const [i, one] of read.entries()) {
    const next = read[i + 1]
    if (next && next.period.starts !== addDays(one.period.ends, 1))
      return refuse('period-differs', `不能相加：${one.amount.period} 与 ${next.amount.period} 不相连`)
  }
  const [year, from, to] = [yearOf(first.period), partsOf(first.period.starts).month, lastMonth(last.period)]
  const period = yearOf(last.period) === year ? stretch(year, from, to) : null
  if (!period) return refuse('period-differs', '不能相加：须在同一年内')
  const value = read.reduce((sum, one) => sum + one.value, 0)
  return computedAmount(
    { ...first.amount, period: period.text, accumulation: 'period', value },
    parts.map((part) => part.period).join(' + '),
  )
}
