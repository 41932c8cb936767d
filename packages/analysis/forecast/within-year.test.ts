import { expect, it } from 'vitest'
import { build } from '../numeric/vector.ts'
import { forecastSeries } from './forecast-series.ts'
import { narrowedWithinYear } from './within-year.ts'

// Five years of quarters and one quarter more: from each first quarter rates moved by 1, 2, 3 to the year's end.
const values = [...Array(5).keys()].flatMap((year) => [6 + year, 7 + year, 8 + year, 9 + year]).concat(8)
const series = { frequency: 4, start: [2017, 1], values } as const
const made = { mean: build(5, () => 8), deviation: build(5, () => 4), isLog: false }

it('meets the moves of past years half way, within the year only', () =>
  expect([...narrowedWithinYear(series, made).deviation]).toEqual([2, Math.sqrt(8), Math.sqrt(12), 4, 4]))

it('is the same on the scale of logarithms', () => {
  const inLogs = { ...made, deviation: build(5, () => 0.5), isLog: true }
  expect(narrowedWithinYear(series, inLogs).deviation[0]).toBeCloseTo(2 / 8, 12)
})

it('takes three past years for too few', () => {
  const short = { ...series, start: [2019, 1] as const, values: values.slice(8) }
  expect([...narrowedWithinYear(short, made).deviation]).toEqual([4, 4, 4, 4, 4])
})

it('asked of a forecast, narrows the running year and leaves the next', () => {
  const rates = values.map((value, i) => value + ((i * 7919) % 13) / 10)
  const [plain, narrow] = [false, true].map((isCumulative) =>
    forecastSeries({ ...series, values: rates }, { horizon: 4, isCumulative }),
  )
  if (plain?.kind !== 'forecast' || narrow?.kind !== 'forecast') throw new Error('refused')
  const width = (made: typeof plain, h: number) => (made.upper['80']?.[h] ?? 0) - (made.lower['80']?.[h] ?? 0)
  expect(narrow.mean).toEqual(plain.mean)
  expect(width(narrow, 0)).not.toBeCloseTo(width(plain, 0), 6)
  expect(width(narrow, 3)).toBe(width(plain, 3))
})
