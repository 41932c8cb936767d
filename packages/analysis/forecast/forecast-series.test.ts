import { describe, expect, it } from 'vitest'
import type { TimeSeries } from '../series/time-series.ts'
import { type FixtureSeries, fixture } from '../testing/fixture.ts'
import { backTestSeries, summarise } from './back-test.ts'
import { type ForecastAsk, forecastSeries, type SeriesForecast } from './forecast-series.ts'
import { rollingOrigin, USUAL_STRETCH } from './rolling-origin.ts'

type File = {
  series: FixtureSeries
  holdout: { h: number; trainN: number; actual: number[]; mae: Record<string, number> }
}

const made = (series: TimeSeries, ask: ForecastAsk): SeriesForecast => {
  const outcome = forecastSeries(series, ask)
  if (outcome.kind === 'refused') throw new Error(outcome.message)
  return outcome
}

describe('hold-out of a year', () => {
  const names = ['AirPassengers', 'UKgas', 'USAccDeaths', 'china-imports', 'cn-newloans', 'co2', 'nottem', 'cn-ppi-yoy']
  it('errs no more than 1.1 × what R’s ets and auto.arima do, over the series', { timeout: 60_000 }, () => {
    const ratios = names.map((name) => {
      const { series, holdout } = fixture<File>(`ts-${name}`)
      const past = { ...series, values: series.values.slice(0, holdout.trainN) }
      const { mean } = made(past, { horizon: holdout.h })
      const error = holdout.actual.reduce((sum, value, h) => sum + Math.abs(value - (mean[h] ?? Number.NaN)), 0)
      const theirs = ((holdout.mae.ets ?? 0) + (holdout.mae.autoArima ?? 0)) / 2
      return error / holdout.actual.length / theirs
    })
    const overall = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length)
    expect(overall).toBeLessThan(1.1)
  })
})

describe('a forecast', () => {
  const { series } = fixture<File>('ts-UKgas')
  const got = made(series, { horizon: 6, levels: [50, 80], model: 'theta' })
  it('holds as many places as asked, bounds in order, the naive beside, and how the two did before', () => {
    expect([got.model, got.mean.length, got.naive.length]).toEqual(['theta', 6, 6])
    expect(Object.keys(got.lower)).toEqual(['50', '80'])
    got.mean.forEach((mean, h) => {
      const [low80, low50, high50, high80] = [got.lower['80'], got.lower['50'], got.upper['50'], got.upper['80']].map(
        (one) => one?.[h] ?? Number.NaN,
      ) as [number, number, number, number]
      expect(low80 < low50 && low50 < mean && mean < high50 && high50 < high80).toBe(true)
    })
    expect(got.accuracy.backtest.map(({ method }) => method)).toEqual(['snaive', 'theta'])
    expect(got.naive).toEqual(series.values.slice(-4).concat(series.values.slice(-4, -2)))
  })
  it('is the same again', () => expect(made(series, { horizon: 6, levels: [50, 80], model: 'theta' })).toEqual(got))
  it('does not see what comes after', () => {
    const cut = { ...series, values: series.values.slice(0, 80) }
    const other = { ...series, values: [...cut.values, 1e6].slice(0, 80) }
    expect(made(other, { horizon: 4, model: 'ets' }).mean).toEqual(made(cut, { horizon: 4, model: 'ets' }).mean)
  })
  it('drops no method when a rate falls below nought for the first time', () => {
    const rates = Array.from({ length: 44 }, (_, i) => (i === 36 ? -4 : 8 - i / 10 + ((i * 7919) % 13) / 20))
    const { accuracy } = made({ frequency: 4, start: [2011, 1], values: rates }, { horizon: 4 })
    expect(accuracy.backtest.map(({ method }) => method)).toEqual(expect.arrayContaining(['snaive', 'ets', 'arima']))
  })
  it('charges a model of logarithms with an outcome below nought', () => {
    const y = Float64Array.from({ length: 60 }, (_, i) => (i === 50 ? -4 : 8 + ((i * 7919) % 13) / 20))
    const past = rollingOrigin('arima', { y, known: Array(60).fill(true), m: 4, horizon: 4 })
    const { scores, origins, mae } = past?.accuracy ?? { scores: [], origins: 0, mae: 0 }
    expect(past?.trials[0]?.forecast.isLog).toBe(true)
    expect([scores.length, scores.at(-1)]).toEqual([4 * origins, 99])
    expect(mae).toBeGreaterThan(12 / scores.length)
  })
  it('takes a January without release as a gap, not as nought', () => {
    const rates = Array.from({ length: 60 }, (_, i) => (i % 12 === 0 ? null : 6 + Math.sin(i / 5)))
    const { mean } = made({ frequency: 12, start: [2016, 1], values: rates }, { horizon: 3, model: 'ets' })
    for (const value of mean) expect(value).toBeGreaterThan(4)
  })
  it.each<[string, TimeSeries, number, string]>([
    ['weeks', { frequency: 52, start: [2020, 1], values: [1, 2, 3] }, 3, 'frequency'],
    ['a year and a half', { frequency: 12, start: [2020, 1], values: Array(18).fill(3) }, 3, 'too-short'],
    [
      'years by Holt and Winters',
      { frequency: 1, start: [2000, 1], values: [5, 3, 4, 6, 5, 7, 8, 6] },
      3,
      'model-failed',
    ],
    ['an open end', { frequency: 4, start: [2010, 1], values: [...Array(20).fill(3), null] }, 3, 'ends-in-gap'],
    ['121 steps', { frequency: 4, start: [2010, 1], values: Array(40).fill(3) }, 121, 'horizon'],
  ])('refuses %s', (_, input, horizon, reason) =>
    expect(forecastSeries(input, { horizon, model: reason === 'model-failed' ? 'hw' : 'auto' })).toMatchObject({
      kind: 'refused',
      reason,
    }),
  )
})

describe('several methods together', () => {
  const { series } = fixture<File>('ts-UKgas')
  const got = made(series, { horizon: 4 })
  it('are the mean of those close to the best of the past, told apart and judged like the others', () => {
    expect(got.model).toBe('combined')
    expect(got.members.length).toBeGreaterThan(1)
    expect(got.members.length).toBeLessThanOrEqual(3)
    expect(got.parameters.methods).toBe(got.members.join(' '))
    const alone = got.members.map((model) => made(series, { horizon: 4, model }).mean)
    got.mean.forEach((mean, h) => {
      const sum = alone.reduce((total, one) => total + (one[h] ?? Number.NaN), 0)
      expect(mean).toBeCloseTo(sum / alone.length, 8)
    })
    const errors = new Map(got.accuracy.backtest.map(({ method, mae }) => [method as string, mae]))
    const least = Math.min(...got.accuracy.backtest.filter(({ method }) => method !== 'combined').map(({ mae }) => mae))
    for (const member of got.members) expect(errors.get(member)).toBeLessThanOrEqual(1.25 * least)
    expect(errors.get('combined')).toBeGreaterThan(0)
  })
  it('may be asked for, and are not the naive beside a better one', () => {
    const asked = made(series, { horizon: 4, model: 'combined' })
    expect(asked.mean).toEqual(got.mean)
    expect(asked.members).not.toContain('snaive')
  })
  it('without a past to judge by, one method with the usual stretch', () => {
    const short = { ...series, values: series.values.slice(-12) }
    const { model, members, accuracy } = made(short, { horizon: 4 })
    expect([model, members.length, accuracy.backtest.length]).toEqual(['snaive', 1, 0])
    expect(accuracy.stretch).toBe(USUAL_STRETCH)
  })
})

describe('back-test', () => {
  const { series } = fixture<File>('ts-UKgas')
  const cases = backTestSeries(series, { origins: [60, 72, 84], steps: [1, 4], model: 'hw' })
  it('makes a case for each origin and step, of what was known then', () => {
    expect(cases.map(({ origin, step }) => [origin, step])).toEqual([
      [60, 1],
      [60, 4],
      [72, 1],
      [72, 4],
      [84, 1],
      [84, 4],
    ])
    for (const one of cases) expect(one.outcome).toBe(series.values[one.origin + one.step - 1])
    for (const one of cases) expect(one.probability).toBeGreaterThan(0)
  })
  it('sums up', () => {
    const all = summarise([cases])
    expect([all.forecasts, all.naiveMae]).toEqual([6, 1])
    expect(all.mae).toBeLessThan(1)
    expect(all.brier).toBeLessThan(all.naiveBrier + 0.25)
  })
})
