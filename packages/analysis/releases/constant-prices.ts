import { type GrowthConcept, type Refusal, refuse } from '@yundiao/figures'
import { type Computed, computed } from './amount.ts'

const isRate = (rate: number): boolean => Number.isFinite(rate) && rate > -1

/**
 * Why growth at constant prices is not worked out from growth at current ones: it is published itself (real), or its
 * basis is neither (published-only). Null where it may be (nominal).
 */
const forbidden = (rule: GrowthConcept): Refusal | null => {
  if (rule === 'real')
    return refuse('growth-published-only', '不能推算：该指标增速按不变价公布，以公布数为准，不由现价和价格指数推算')
  if (rule === 'published-only')
    return refuse('growth-published-only', '不能推算：该指标增速按可比口径公布，以公布数为准')
  return null
}

/**
 * 扣除价格因素的增速 (1 + nominal) ÷ (1 + price change) − 1, ratios: an approximation, since the price index stands for
 * other goods than the amount does, so marked 测算. Refused for indicators whose growth is published at constant prices
 * or on a comparable basis. Source: the releases' own wording 扣除价格因素; standard accounting.
 */
export const growthAtConstantPrices = (rule: GrowthConcept, nominal: number, priceChange: number): Computed | Refusal =>
  forbidden(rule) ??
  (isRate(nominal) && isRate(priceChange)
    ? computed((1 + nominal) / (1 + priceChange) - 1, '(1＋现价增速)÷(1＋价格涨幅) − 1')
    : refuse('input-missing', '不能计算：增速和价格涨幅须是大于 −100% 的数'))

/**
 * This year's amount at last year's prices: last year's amount × (1 + published growth at constant prices). What growth
 * by volume alone would have come to; the rest of the change is price.
 */
export const amountAtLastYearsPrices = (lastYear: number, real: number): Computed | Refusal =>
  lastYear > 0 && isRate(real)
    ? computed(lastYear * (1 + real), '上年同期绝对额×(1＋可比价增速)')
    : refuse('input-missing', '不能计算：上年同期数须为正，增速须大于 −100%')

/** A change of an amount at current prices as volume and price, in the amount's unit. */
export type PriceSplit = { kind: 'split'; volume: number; price: number; formula: string; mark: '测算' }

/**
 * How much of an amount's change is volume and how much price, with the published growth at constant prices: volume is
 * last year's amount × growth, price the rest. They add up to the change. Refused where last year's amount was revised,
 * for then nothing adds up: pass the revised one.
 */
export const splitByPrice = (now: number, lastYear: number, real: number): PriceSplit | Refusal => {
  const atOldPrices = amountAtLastYearsPrices(lastYear, real)
  if (atOldPrices.kind === 'refused') return atOldPrices
  if (!Number.isFinite(now)) return refuse('input-missing', '不能计算：本期绝对额未公布')
  const volume = atOldPrices.value - lastYear
  return {
    kind: 'split',
    volume,
    price: now - lastYear - volume,
    formula: '量：上年同期×可比价增速；价：其余',
    mark: '测算',
  }
}
