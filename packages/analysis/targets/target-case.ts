import type { RegularSeries } from '../series/regular-series.ts'
import type { TargetCase, TargetRefusal } from './assess-target.ts'

/**
 * The case `assessTarget` takes, from a regular series: whole years before, this year's places so far. Growth targets
 * go with cumulative rates, amounts with amounts of the periods alone; anything else is refused, and so is a year that
 * is over. `isGrowth` says what the series holds; `shares` as in TargetCase.
 */
export const targetCaseOf = (
  series: RegularSeries,
  isGrowth: boolean,
  target: { kind: 'growth' | 'level'; value: number; year: number },
  shares?: readonly [number, number],
): TargetCase | TargetRefusal => {
  const refuse = (reason: string, message: string): TargetRefusal => ({ kind: 'refused', reason, message })
  const { frequency, start, values, accumulation } = series
  if (isGrowth !== (target.kind === 'growth'))
    return refuse('target-kind', isGrowth ? '目标是绝对额，请选绝对额数列' : '目标是增速，请选增速数列')
  if (isGrowth && accumulation !== 'ytd') return refuse('target-kind', '年度目标与累计增速比较，请选累计增速数列')
  const firstWhole = start[1] === 1 ? 0 : frequency - start[1] + 1
  const yearStart = (target.year - start[0]) * frequency - (start[1] - 1)
  if (yearStart >= values.length) return refuse('elapsed', `不能研判：${target.year}年还没有公布数`)
  if (values.length - yearStart >= frequency) return refuse('elapsed', `不能研判：${target.year}年已过完`)
  return {
    measure: isGrowth ? 'rate' : 'amount',
    target: { kind: target.kind, value: target.value },
    frequency,
    history: values.slice(Math.min(firstWhole, Math.max(0, yearStart)), Math.max(0, yearStart)),
    elapsed: values.slice(Math.max(0, yearStart)),
    ...(shares ? { shares } : {}),
  }
}
