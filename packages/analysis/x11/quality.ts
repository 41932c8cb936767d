import { at, build, meanOf, squaresOf, type Vector } from '../numeric/vector.ts'
import { composeOf, meanChange } from './compose.ts'
import { movingSeasonality } from './moving-seasonality.ts'
import { type SeasonalityTests, testSeasonality } from './seasonality-tests.ts'
import type { X11Tables } from './x11.ts'
import type { Calendar, X11Spec } from './x11-spec.ts'

/** Quality of an adjustment: each M runs from 0 (good) to 3 and above 1 is a fault; null where years are too few. */
export type Quality = {
  m: readonly (number | null)[]
  q: number
  qWithoutM2: number
  tests: SeasonalityTests
}

const WEIGHTS = [10, 11, 10, 8, 11, 10, 18, 7, 7, 4, 4]

type Parts = {
  tables: X11Tables
  calendar: Calendar
  isMult: boolean
  n: number
  /** Irregular with its rejected values neutral (E3); original with them replaced (E1). */
  irregular: Float64Array
  original: Float64Array
}

/** M1: share of the irregular in the three-month change. */
const m1 = ({ tables, irregular, calendar, isMult, n }: Parts): number => {
  const span = calendar.frequency / 4
  const square = (x: Vector): number => meanChange(x, span, isMult, 0, n) ** 2
  const noise = square(irregular)
  return (10 * noise) / (noise + square(tables.trend) + square(tables.seasonal))
}

const detrend = (x: Vector, line: Vector): Float64Array => {
  const n = x.length
  const middle = (n - 1) / 2
  const lineMean = meanOf(line)
  let slope = 0
  let spread = 0
  for (let i = 0; i < n; i += 1) {
    slope += (i - middle) * (at(line, i) - lineMean)
    spread += (i - middle) ** 2
  }
  return build(n, (i) => at(x, i) - (slope / spread) * i)
}

/** M2: share of the irregular in the variance of the series freed of its straight line. */
const m2 = ({ tables, irregular, original, isMult, n }: Parts): number => {
  const scale = (x: Vector): Float64Array => build(n, (i) => (isMult ? Math.log(at(x, i)) : at(x, i)))
  const level = detrend(scale(original), scale(tables.trend))
  const mean = meanOf(level)
  return (10 * squaresOf(scale(irregular))) / squaresOf(level.map((value) => value - mean))
}

/** M4: how the mean length of runs in the irregular differs from that of noise. */
const m4 = ({ tables, n }: Parts): number => {
  let runs = 1
  let sign = 0
  for (let i = 1; i < n; i += 1) {
    const next = Math.sign(at(tables.irregular, i) - at(tables.irregular, i - 1))
    if (next !== 0 && sign !== 0 && next !== sign) runs += 1
    if (next !== 0) sign = next
  }
  const duration = (n - 1) / runs
  return Math.abs((3 * (n - 1)) / duration - 2 * n + 1) / (Math.sqrt(1.6 * n - 2.9) * 2.577)
}

/** M5: months the trend needs to outrun the irregular (months for cyclical dominance, interpolated). */
const m5 = ({ tables, calendar, isMult, n }: Parts): number => {
  const { frequency } = calendar
  const ratio = (span: number): number =>
    meanChange(tables.irregular, span, isMult, 0, n) / meanChange(tables.trend, span, isMult, 0, n)
  let months = frequency
  while (months > 0 && ratio(months) < 1) months -= 1
  months = Math.min(frequency, months + 1)
  const fall = months === 1 ? ratio(1) - ratio(2) : ratio(months - 1) - ratio(months)
  const scale = 12 / frequency
  let crossing = months + (ratio(months) - 1) / fall
  if (months === 1) crossing = Math.min(1, Math.max(0.5, crossing))
  else if (fall <= 0 && months === frequency) crossing = scale * 15.5
  return (crossing * scale - 0.5) / 5
}

/** M8 to M11: change of the seasonal factors, the whole series and its later years, jumpy and steady. */
const seasonalChanges = ({ tables, calendar, isMult, n }: Parts): readonly [number, number, number, number] => {
  const s = calendar.frequency
  const neutral = isMult ? 1 : 0
  const factors = tables.seasonal.subarray(0, n)
  const spread = Math.sqrt(squaresOf(factors.map((value) => value - neutral)) / n)
  const change = (a: number, b: number): number => Math.abs(at(factors, a) - at(factors, b)) / spread
  let all = 0
  for (let i = s; i < n; i += 1) all += change(i, i - s)
  let steady = 0
  let late = 0
  let lateSteady = 0
  for (let month = 0; month < s; month += 1) {
    const last = month + Math.floor((n - 1 - month) / s) * s
    steady += change(last, month) / ((last - month) / s)
    for (let k = 2; k < 5; k += 1) late += change(last - k * s, last - (k + 1) * s)
    lateSteady += change(last - 2 * s, last - 5 * s)
  }
  return [(10 * all) / (n - s), (10 * steady) / s, (10 * late) / (3 * s), (10 * lateSteady) / (3 * s)]
}

/** 0 to 3; null where the series leaves nothing to measure (no irregular at all, a trend below nought in logarithms). */
const clamp = (value: number): number | null => (Number.isNaN(value) ? null : Math.min(3, Math.max(0, value)))

/**
 * Q: the weighted mean of the M; M6 counts with 3×5 filters only, missing M8–M11 give their weight to M7, M1, M2, and
 * what could not be measured counts in neither sum.
 */
const weighted = (m: readonly (number | null)[], isThreeByFive: boolean, skip: number | null): number => {
  const [one, two, seven] = [m[0] ?? null, m[1] ?? null, m[6] ?? null]
  const standIn = [null, null, null, null, null, null, null, seven, seven, one, two]
  const borrowed = skip === 1 && m[10] === null ? 10 : skip
  let sum = 0
  let total = 0
  WEIGHTS.forEach((weight, i) => {
    if (i === skip || i === borrowed || (i === 5 && !isThreeByFive)) return
    const value = m[i] ?? standIn[i] ?? null
    if (value === null) return
    sum += weight * value
    total += weight
  })
  return sum / total
}

const partsOf = (series: Vector, calendar: Calendar, spec: X11Spec, tables: X11Tables): Parts => {
  const n = series.length
  const isMult = spec.mode !== 'add'
  const isRejected = (i: number): boolean => at(tables.weights, i) === 0
  const irregular = build(n, (i) => (isRejected(i) ? (isMult ? 1 : 0) : at(tables.irregular, i)))
  const original = build(n, (i) => {
    if (!isRejected(i)) return at(series, i)
    const [trend, seasonal] = [at(tables.trend, i), at(tables.seasonal, i)]
    return isMult ? trend * seasonal : trend + seasonal
  })
  return { tables, calendar, isMult, n, irregular, original }
}

/**
 * M1 to M11 and Q of an adjustment; `series` is the observed part. Source: Lothian & Morry (1978), A Set of Quality
 * Control Statistics for the X-11-ARIMA; Ladiray & Quenneville (2001) §4.6.
 */
export const quality = (series: Vector, calendar: Calendar, spec: X11Spec, tables: X11Tables): Quality => {
  const parts = partsOf(series, calendar, spec, tables)
  const by = composeOf(spec.mode === 'mult')
  const si = tables.si.subarray(0, parts.n)
  const tests = testSeasonality(si, calendar, by.neutral)
  const isLong = tables.filter.filter !== 'stable' && Math.floor(parts.n / calendar.frequency) >= 6
  const late = isLong ? seasonalChanges(parts).map(clamp) : [null, null, null, null]
  const ratio = movingSeasonality(tables.modifiedSi.subarray(0, parts.n), calendar.frequency, by)
  const first = [m1(parts), m2(parts), (tables.noiseRatio - 1) / 2, m4(parts), m5(parts), Math.abs(ratio - 4) / 2.5]
  const m = [...first.map(clamp), clamp(tests.m7), ...late]
  const isThreeByFive = tables.filter.filter === 's3x5' && tables.filter.isChosen
  return { m, q: weighted(m, isThreeByFive, null), qWithoutM2: weighted(m, isThreeByFive, 1), tests }
}
