import { describe, expect, it } from 'vitest'
import type { TimeSeries } from '../series/time-series.ts'
import { fixture } from '../testing/fixture.ts'
import { assessTarget } from './assess-target.ts'

/** What was said of a target in a past year, and whether it was reached. */
type Judged = { probability: number; reached: boolean; asNow: boolean }

type Years = { frequency: 12 | 4; years: readonly (readonly (number | null)[])[] }

const FEWEST_YEARS = 6

/** Whole years of a series, from the first January or first quarter. */
const wholeYears = ({ frequency, start, values }: TimeSeries): (number | null)[][] => {
  const skip = start[1] === 1 ? 0 : frequency - start[1] + 1
  const count = Math.floor((values.length - skip) / frequency)
  return Array.from({ length: count }, (_, year) =>
    values.slice(skip + year * frequency, skip + (year + 1) * frequency),
  )
}

const asYears = (series: TimeSeries): Years => ({
  frequency: series.frequency === 4 ? 4 : 12,
  years: wholeYears(series),
})

const national = fixture<(TimeSeries & { id: string })[]>('national')
  .filter(({ id }) => id.includes('ytd_yoy'))
  .map((series) => asYears({ ...series, values: series.values.map((value) => value && value / 100) }))

/** How far a target lies from last year's result, in turn. */
const SHIFTS = [-0.02, 0, 0.02] as const

/** A target judged after one, two and three quarters of each year. */
const judged = (series: Years): Judged[] =>
  series.years.flatMap((year, y) => {
    const [last, result] = [series.years[y - 1]?.at(-1) ?? null, year.at(-1) ?? null]
    if (y < FEWEST_YEARS || last === null || result === null) return []
    return [1, 2, 3].flatMap((quarter): Judged[] => {
      const value = last + (SHIFTS[(y + quarter) % SHIFTS.length] ?? 0)
      const got = assessTarget({
        measure: 'rate',
        frequency: series.frequency,
        target: { kind: 'growth', value },
        history: series.years.slice(0, y).flat(),
        elapsed: year.slice(0, (quarter * series.frequency) / 4),
      })
      if (got.kind === 'refused') return []
      return [{ probability: got.probability, reached: result >= value, asNow: got.gap >= 0 }]
    })
  })

const share = (list: readonly Judged[]): number => list.filter(({ reached }) => reached).length / list.length
const brier = (list: readonly Judged[], said: (one: Judged) => number): number =>
  list.reduce((sum, one) => sum + (said(one) - (one.reached ? 1 : 0)) ** 2, 0) / list.length

// Minutes of estimation: the deep run makes these.
describe.runIf(process.env.YUNDIAO_DEEP)('likelihood of attaining, against what came of past years', () => {
  it('national cumulative rates: what is said to be likely comes about, and more surely than by the rate so far', {
    timeout: 1_200_000,
  }, () => {
    const all = national.flatMap(judged)
    const between = (from: number, to: number) => all.filter(({ probability: p }) => p >= from && p < to)
    expect(all.length).toBeGreaterThan(250)
    expect(share(between(0, 0.2))).toBeLessThanOrEqual(0.1)
    expect(share(between(0.8, 1.01))).toBeGreaterThanOrEqual(0.9)
    expect(share(between(0.2, 0.6))).toBeLessThan(share(between(0.6, 0.8)))
    const said = brier(all, ({ probability }) => probability)
    expect(said).toBeLessThan(0.1)
    expect(said).toBeLessThan(brier(all, ({ asNow }) => (asNow ? 1 : 0)))
    expect(said).toBeLessThan(brier(all, () => share(all)) / 2)
  })
})
