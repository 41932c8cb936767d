import { type GrowthConcept, type Refusal, refuse } from '@yundiao/figures'
import { type Computed, computed } from './amount.ts'

const isRate = (...rates: readonly number[]): boolean => rates.every((rate) => Number.isFinite(rate) && rate > -1)
const noRate = (): Refusal => refuse('input-missing', '不能计算：增速须是大于 −100% 的数')

/**
 * Two-year average growth √((1+g₁)(1+g₂)) − 1, what releases of 2021 used to look through a low base. Ratios.
 * Source: NBS's practice in 2021 (domain rules g.2y); both rates of one price basis.
 */
export const twoYearAverage = (last: number, now: number): Computed | Refusal =>
  isRate(last, now) ? computed(Math.sqrt((1 + last) * (1 + now)) - 1, '√[(1＋上年增速)×(1＋本年增速)] − 1') : noRate()

/** Price change that nominal and real growth imply: (1 + nominal) ÷ (1 + real) − 1. Ratios. */
export const impliedDeflator = (nominal: number, real: number): Computed | Refusal =>
  isRate(nominal, real) ? computed((1 + nominal) / (1 + real) - 1, '(1＋现价增速)÷(1＋可比价增速) − 1') : noRate()

/**
 * Growth of a stretch from the cumulative growth rates at its two ends, when last year's amounts of both stretches are
 * known: (g₂·B₂ − g₁·B₁) ÷ (B₂ − B₁) with B the amounts of last year. Exact for nominal growth; refused where only
 * published growth counts (固定资产投资) or growth is at constant prices (levels are not).
 */
export const growthOfStretch = (
  rule: GrowthConcept,
  ends: { growthBefore: number; growthNow: number; baseBefore: number; baseNow: number },
): Computed | Refusal => {
  if (rule === 'published-only')
    return refuse('growth-published-only', '不能推算：该指标增速按可比口径公布，以公布数为准')
  if (rule === 'real')
    return refuse('growth-published-only', '不能推算：该指标增速按不变价计算，绝对额是现价，以公布数为准')
  const { growthBefore, growthNow, baseBefore, baseNow } = ends
  if (!isRate(growthBefore, growthNow)) return noRate()
  if (!(baseBefore > 0 && baseNow > baseBefore)) return refuse('input-missing', '不能推算：上年同期数须为正且逐期增加')
  const value = (growthNow * baseNow - growthBefore * baseBefore) / (baseNow - baseBefore)
  return computed(value, '(本期累计增速×上年累计 − 上期累计增速×上年上期累计) ÷ 上年当期')
}

/**
 * Bounds of a stretch's growth when only the cumulative rates are known and last year's share of the earlier part lies
 * between two values (ratios of the cumulative base): the rate is monotone in the share, so its ends bound it.
 */
export const growthOfStretchBounds = (
  rule: GrowthConcept,
  ends: { growthBefore: number; growthNow: number; shareFrom: number; shareTo: number },
): { kind: 'range'; from: number; to: number; mark: '测算' } | Refusal => {
  const at = (share: number): Computed | Refusal => growthOfStretch(rule, { ...ends, baseBefore: share, baseNow: 1 })
  const [a, b] = [at(ends.shareFrom), at(ends.shareTo)]
  if (a.kind === 'refused') return a
  if (b.kind === 'refused') return b
  return { kind: 'range', from: Math.min(a.value, b.value), to: Math.max(a.value, b.value), mark: '测算' }
}

/** Points between two rates, as a ratio (0.013 reads 1.3 个百分点); never a percentage. */
export const points = (a: number, b: number): Computed | Refusal =>
  Number.isFinite(a) && Number.isFinite(b) ? computed(a - b, '甲增速 − 乙增速，单位为个百分点') : noRate()
