import { at, type Vector } from '../numeric/vector.ts'
import { type Compose, meanChange } from './compose.ts'
import { hendersonTrend, usualEndRatio } from './henderson.ts'

/** The step of the method: part B never takes the longest filter. */
export type Part = 'B' | 'C' | 'D'

/** A trend, the Henderson length it was made with, the I/C that chose it, and the I/C its ends assumed. */
export type Trend = Lifted & { length: number; ratio: number; endRatio: number }

const lengthFor = (ratio: number, frequency: number, part: Part): number => {
  if (ratio < 1) return frequency === 12 ? 9 : 5
  if (part === 'B' || ratio < 3.5) return frequency + 1
  return frequency === 12 ? 23 : 7
}

/** A trend that must be above nought, and its places that were not. */
export type Lifted = { values: Float64Array; lifted: readonly number[] }

/**
 * Places of a trend that are not above nought take the mean of the nearest positive ones on both sides (at the ends
 * the one there is), from the first on: one already mended counts, a forecast does not.
 * Source: X-13ARIMA-SEATS, which does so to tables B7 to D12 and warns.
 */
export const keepPositive = (values: Float64Array, observed: number): Lifted => {
  const lifted = Array.from(values.keys()).filter((i) => !(at(values, i) > 0))
  const out = values.slice()
  for (const i of lifted) {
    const before = out.subarray(0, i).findLast((one) => one > 0)
    const after = out.subarray(i + 1, Math.max(i + 1, observed)).find((one) => one > 0)
    out[i] = ((before ?? after ?? Number.NaN) + (after ?? before ?? Number.NaN)) / 2
  }
  return { values: out, lifted }
}

/** Ī/C̄: mean change of the irregular to that of the trend, by a Henderson filter of s+1 terms without its ends. */
const noiseRatio = (adjusted: Vector, frequency: number, by: Compose, observed: number): number => {
  const half = frequency / 2
  const first = hendersonTrend(adjusted, frequency + 1, 1)
  const irregular = by.remove(adjusted, first)
  const change = (x: Vector): number => meanChange(x, 1, by.isMult, half, observed - half)
  const trendChange = change(first)
  return trendChange === 0 ? 999 : (change(irregular) / trendChange) * (12 / frequency)
}

type Choice = {
  frequency: number
  by: Compose
  observed: number
  part: Part
  length: number | null
  before: number | null
}

/**
 * The monthly 13-term filter keeps the ends' ratio of the filter last chosen: after a 9-term one its ends assume 1, not
 * 3.5. X-13 does so, by accident or not, and published adjustments follow it. The quarterly 5-term filter does not.
 */
const endRatioFor = (length: number, choice: Choice): number =>
  choice.length === null && choice.before !== null && length === 13 && choice.frequency === 12
    ? choice.before
    : usualEndRatio(length, choice.frequency)

/**
 * Henderson trend of an adjusted series, of the length asked for or chosen by its I/C ratio (9, 13 or 23 months; 5 or
 * 7 quarters). `observed` leaves forecasts out of the ratio; `before` is the end ratio of the trend before. Source: Ladiray & Quenneville (2001) §4.3.2.
 */
export const chooseTrend = (adjusted: Vector, choice: Choice): Trend => {
  const { frequency, by } = choice
  const ratio = noiseRatio(adjusted, frequency, by, choice.observed)
  const length = choice.length ?? lengthFor(ratio, frequency, choice.part)
  const endRatio = endRatioFor(length, choice)
  const values = hendersonTrend(adjusted, length, endRatio)
  return { ...(by.isMult ? keepPositive(values, choice.observed) : { values, lifted: [] }), length, ratio, endRatio }
}
