import { chiSquareTail, fTail } from '../numeric/distributions.ts'
import { at, meanOf, type Vector } from '../numeric/vector.ts'
import type { Calendar } from './x11-spec.ts'

/** A statistic and the probability of one as large by chance. */
export type Test = { statistic: number; p: number }

/** A ratio of variances told as no more than this: nothing left over would make it infinite. */
const LARGEST = 1e12

const varianceRatio = (above: number, below: number): number => {
  if (above === 0) return 0
  const ratio = above / below
  return ratio < LARGEST ? ratio : LARGEST
}

const monthsOf = (x: Vector, frequency: number): number[][] => {
  const months = Array.from({ length: frequency }, (): number[] => [])
  for (let i = 0; i < x.length; i += 1) months[i % frequency]?.push(at(x, i))
  return months
}

/** Stable seasonality: one-way analysis of variance of SI between months (table D8, F-test). */
const stableTest = (si: Vector, frequency: number): Test => {
  const overall = meanOf(si)
  let between = 0
  let within = 0
  for (const month of monthsOf(si, frequency)) {
    const mean = meanOf(month)
    between += month.length * (mean - overall) ** 2
    for (const value of month) within += (value - mean) ** 2
  }
  const [df1, df2] = [frequency - 1, si.length - frequency]
  const statistic = varianceRatio(between / df1, within / df2)
  return { statistic, p: fTail(statistic, df1, df2) }
}

/** Kruskal–Wallis: the same question on ranks. */
const kruskalWallis = (si: Vector, frequency: number): Test => {
  const n = si.length
  const order = Array.from({ length: n }, (_, i) => i).sort((a, b) => at(si, a) - at(si, b))
  const rank = new Float64Array(n)
  order.forEach((place, i) => {
    rank[place] = i + 1
  })
  let sum = 0
  for (const month of monthsOf(rank, frequency)) sum += month.reduce((a, b) => a + b, 0) ** 2 / month.length
  const statistic = (12 * sum) / (n * (n + 1)) - 3 * (n + 1)
  return { statistic, p: chiSquareTail(statistic, frequency - 1) }
}

/**
 * Moving seasonality: whether |SI − neutral| differs between years (two-way analysis over whole calendar years).
 * Source: Higginson (1975); X-11 table D8.
 */
const movingTest = (si: Vector, { frequency, first }: Calendar, neutral: number): Test => {
  const from = first === 0 ? 0 : frequency - first
  const years = Math.floor((si.length - from) / frequency)
  const value = (year: number, month: number): number => Math.abs(at(si, from + year * frequency + month) - neutral)
  const yearMeans = new Float64Array(years)
  const monthMeans = new Float64Array(frequency)
  for (let year = 0; year < years; year += 1)
    for (let month = 0; month < frequency; month += 1) {
      yearMeans[year] = at(yearMeans, year) + value(year, month) / frequency
      monthMeans[month] = at(monthMeans, month) + value(year, month) / years
    }
  const overall = meanOf(yearMeans)
  let between = 0
  let error = 0
  for (let year = 0; year < years; year += 1) {
    between += frequency * (at(yearMeans, year) - overall) ** 2
    for (let month = 0; month < frequency; month += 1)
      error += (value(year, month) - at(yearMeans, year) - at(monthMeans, month) + overall) ** 2
  }
  const [df1, df2] = [years - 1, (years - 1) * (frequency - 1)]
  const statistic = varianceRatio(between / df1, error / df2)
  return { statistic, p: fTail(statistic, df1, df2) }
}

/** Whether a seasonal pattern can be told apart: the combined test. */
export type Identifiable = 'present' | 'probably-not' | 'not-present'

/** The tests on SI and what they say together. `m7` is the M7 of the quality measures. */
export type SeasonalityTests = {
  stable: Test
  kruskalWallis: Test
  moving: Test
  identifiable: Identifiable
  m7: number
}

/**
 * Combined test for identifiable seasonality. Source: Lothian & Morry (1978), A Test of Identifiable Seasonality when
 * using X-11; levels 0.1 %, 5 % and 0.1 % as there.
 */
export const testSeasonality = (si: Vector, calendar: Calendar, neutral: number): SeasonalityTests => {
  const stable = stableTest(si, calendar.frequency)
  const moving = movingTest(si, calendar, neutral)
  const ranks = kruskalWallis(si, calendar.frequency)
  const weak = stable.statistic > 0 ? Math.min(9, 7 / stable.statistic) : 9
  const drifting = stable.statistic > 0 ? Math.min(9, (3 * moving.statistic) / stable.statistic) : 9
  const m7 = Math.sqrt((weak + drifting) / 2)
  const isAbsent = stable.p >= 0.001 || (moving.p <= 0.05 && (weak + drifting) / 2 >= 1)
  const isPresent = weak < 1 && drifting < 1 && ranks.p <= 0.001
  const identifiable = isAbsent ? 'not-present' : isPresent ? 'present' : 'probably-not'
  return { stable, kruskalWallis: ranks, moving, identifiable, m7 }
}
