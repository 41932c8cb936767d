import { describe, expect, it } from 'vitest'
import type { TimeSeries } from '../series/time-series.ts'
import { fixture } from '../testing/fixture.ts'
import { type BackTest, backTestSeries, summarise } from './back-test.ts'

type National = TimeSeries & { id: string }

const all = fixture<National[]>('national')

/** Places where a forecast could have started, a release before each: `every` steps back from the end, at most `count`. */
const originsOf = (series: National, every: number, count: number): number[] => {
  const n = series.values.length
  const origins: number[] = []
  for (let at = n - series.frequency; at > 5 * series.frequency && origins.length < count; at -= every)
    origins.push(series.values.findLastIndex((value, i) => i < at && value !== null) + 1)
  return origins
}

const backTest = (origins: (series: National) => number[]): BackTest =>
  summarise(
    all.map((series) => {
      const steps = series.frequency === 12 ? [1, 3, 6, 12] : [1, 2, 4]
      return { series, cases: backTestSeries(series, { origins: origins(series), steps }) }
    }),
  )

// Some minutes of estimation: the deep run makes these.
describe.runIf(process.env.YUNDIAO_DEEP)('national series, 80 % intervals and the chance to exceed last year', () => {
  it.each<[string, (series: National) => number[]]>([
    ['the last four years, epidemic and all', (series) => originsOf(series, series.frequency / 2, 9)],
    [
      'spread over the whole past',
      (series) =>
        originsOf(
          series,
          Math.max(series.frequency - 1, Math.round((series.values.length - 6 * series.frequency) / 9)),
          10,
        ),
    ],
  ])('%s', { timeout: 1_200_000 }, (_, origins) => {
    const got = backTest(origins)
    expect(got.forecasts).toBeGreaterThanOrEqual(500)
    expect(got.coverage80).toBeGreaterThanOrEqual(0.74)
    expect(got.coverage80).toBeLessThanOrEqual(0.86)
    expect(got.brier).toBeLessThan(got.naiveBrier)
    expect(got.mae).toBeLessThan(got.naiveMae)
  })
})

it('holds every national series the back-test is about, gaps as null', () => {
  expect(all.length).toBeGreaterThanOrEqual(25)
  for (const { values } of all) expect(values.length).toBeGreaterThan(60)
})
