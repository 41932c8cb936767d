import { at, build, modulo, type Vector } from '../numeric/vector.ts'
import type { Compose } from './compose.ts'
import type { Calendar } from './x11-spec.ts'

const WINDOW_YEARS = 5

const deviation = (irregular: Vector, from: number, to: number, neutral: number, isOut: Uint8Array): number => {
  let sum = 0
  let n = 0
  for (let i = from; i < to; i += 1)
    if (!isOut[i]) {
      sum += (at(irregular, i) - neutral) ** 2
      n += 1
    }
  return Math.sqrt(sum / n)
}

type Years = { calendar: Calendar; n: number; firstFull: number; full: number }

const yearsOf = (n: number, calendar: Calendar): Years => {
  const { frequency, first } = calendar
  const firstFull = first === 0 ? 0 : frequency - first
  return { calendar, n, firstFull, full: Math.max(0, Math.floor((n - firstFull) / frequency)) }
}

/** The five full years whose spread judges the calendar year that holds place `i`; at the ends the odd months too. */
const windowOf = (years: Years, i: number): [number, number] => {
  const { n, firstFull, full } = years
  const s = years.calendar.frequency
  if (full < WINDOW_YEARS) return [0, n]
  const year = Math.floor((i - firstFull) / s)
  const centre = Math.min(Math.max(year, 2), full - 3)
  const from = firstFull + (centre - 2) * s
  // The years before the third, and after the last but two, share a window that also takes the odd months.
  return [year < 2 || (year === 2 && firstFull === 0) ? 0 : from, year > full - 3 ? n : from + WINDOW_YEARS * s]
}

type Limits = readonly [number, number]

const weightOf = (distance: number, spread: number, [low, high]: Limits): number => {
  const lower = spread * low
  const upper = spread * high
  if (distance - upper > 1e-15) return 0
  return distance - lower > 1e-15 ? (upper - distance) / (upper - lower) : 1
}

/**
 * Weight of each irregular value: 1 within `low` moving standard deviations, 0 beyond `high`, a line between. The
 * deviation is that of five calendar years, taken again without the values first found beyond `high`.
 * Source: Ladiray & Quenneville (2001) §4.2, tables B4, B9, B17, C17.
 */
export const extremeWeights = (irregular: Vector, calendar: Calendar, by: Compose, limits: Limits): Float64Array => {
  const n = irregular.length
  const years = yearsOf(n, calendar)
  let isOut = new Uint8Array(n)
  const judge = (): Float64Array => {
    let key = ''
    let spread = 0
    return build(n, (i) => {
      const [from, to] = windowOf(years, i)
      if (key !== `${from}-${to}`) {
        key = `${from}-${to}`
        spread = deviation(irregular, from, to, by.neutral, isOut)
      }
      return spread < 1e-15 ? 1 : weightOf(Math.abs(at(irregular, i) - by.neutral), spread, limits)
    })
  }
  const first = judge()
  isOut = Uint8Array.from(first, (weight) => (weight === 0 ? 1 : 0))
  return judge()
}

/** Up to `count` places of full weight from `start`, a year a step. */
const fullFrom = (weights: Vector, start: number, step: number, count: number): number[] => {
  const found: number[] = []
  for (let i = start + step; i >= 0 && i < weights.length && found.length < count; i += step)
    if (at(weights, i) === 1) found.push(i)
  return found
}

/** The two nearest full-weight values of the month on each side, or four from the side that has them. */
const neighbours = (weights: Vector, i: number, frequency: number): number[] => {
  const before = fullFrom(weights, i, -frequency, 4)
  const after = fullFrom(weights, i, frequency, 4)
  const fromBefore = Math.min(before.length, Math.max(2, 4 - after.length))
  return [...before.slice(0, fromBefore), ...after.slice(0, 4 - fromBefore)]
}

const monthMean = (x: Vector, month: number, frequency: number): number => {
  let sum = 0
  let n = 0
  for (let i = month; i < x.length; i += frequency) {
    sum += at(x, i)
    n += 1
  }
  return sum / n
}

/**
 * SI with its extremes replaced: a value of weight w < 1 becomes the mean of w times itself and the four nearest
 * full-weight values of its month (the month's mean where there are not four).
 */
export const replaceExtremes = (si: Vector, weights: Vector, frequency: number): Float64Array =>
  build(si.length, (i) => {
    const weight = at(weights, i)
    if (weight === 1) return at(si, i)
    const near = neighbours(weights, i, frequency)
    if (near.length < 4) return monthMean(si, modulo(i, frequency), frequency)
    return (weight * at(si, i) + near.reduce((sum, j) => sum + at(si, j), 0)) / (4 + weight)
  })

/** The part of the irregular that the weights call extreme (tables B20, C20): to be divided out or subtracted. */
export const extremeParts = (irregular: Vector, weights: Vector, by: Compose): Float64Array =>
  build(irregular.length, (i) => {
    const [value, weight] = [at(irregular, i), at(weights, i)]
    return by.isMult ? value / (1 + weight * (value - 1)) : value * (1 - weight)
  })
