import { normalCdf } from '../numeric/distributions.ts'
import { at } from '../numeric/vector.ts'
import type { TimeSeries } from '../series/time-series.ts'
import { type ForecastAsk, forecastSeries } from './forecast-series.ts'
import type { Forecast } from './methods.ts'

/** One forecast made as of a past day, and what came. */
export type BackTestCase = {
  origin: number
  step: number
  outcome: number
  mean: number
  low80: number
  high80: number
  naive: number
  /** Probability given that the outcome exceeds the value of a year before, and whether it did. */
  probability: number
  exceeded: boolean
}

/** What the cases say together. */
export type BackTest = {
  forecasts: number
  coverage80: number
  mae: number
  naiveMae: number
  brier: number
  /** Brier score of saying, for certain, what happened a year before. */
  naiveBrier: number
}

/** P(value > bound) for a coming place. */
export const probabilityAbove = (forecast: Forecast, place: number, bound: number): number => {
  const [mean, deviation] = [at(forecast.mean, place), at(forecast.deviation, place)]
  if (forecast.isLog) return bound <= 0 ? 1 : normalCdf(Math.log(mean / bound) / deviation)
  return normalCdf((mean - bound) / deviation)
}

/** Forecasts from each origin (a place), at the steps ahead that are asked, on nothing but the values before it. */
export const backTestSeries = (
  series: TimeSeries,
  ask: { origins: readonly number[]; steps: readonly number[]; model?: ForecastAsk['model'] },
): BackTestCase[] => {
  const year = series.frequency
  return ask.origins.flatMap((origin) => {
    const past = { ...series, values: series.values.slice(0, origin) }
    const made = forecastSeries(past, { horizon: Math.max(...ask.steps), levels: [80], model: ask.model ?? 'auto' })
    if (made.kind === 'refused') return []
    return ask.steps.flatMap((step): BackTestCase[] => {
      const place = step - 1
      const outcome = series.values[origin + place] ?? null
      const yearBefore = series.values[origin + place - year] ?? null
      const twoBefore = series.values[origin + place - 2 * year] ?? null
      if (outcome === null || yearBefore === null || twoBefore === null) return []
      return [
        {
          origin,
          step,
          outcome,
          mean: at(made.mean, place),
          low80: at(made.lower['80'] ?? [], place),
          high80: at(made.upper['80'] ?? [], place),
          naive: at(made.naive, place),
          probability: probabilityAbove(made.distribution, place, yearBefore),
          exceeded: outcome > yearBefore,
        },
      ]
    })
  })
}

/** Brier score of saying that what exceeded its year-before last year does so again. */
const repeatsLastYear = (series: TimeSeries, one: BackTestCase): number => {
  const place = one.origin + one.step - 1 - series.frequency
  const [then, before] = [series.values[place] ?? null, series.values[place - series.frequency] ?? null]
  return then !== null && before !== null && then > before ? 1 : 0
}

/** Sums up the cases of several series; errors are in units of each series' mean naive error, so that they add. */
export const summarise = (all: readonly { series: TimeSeries; cases: readonly BackTestCase[] }[]): BackTest => {
  const rows = all.flatMap(({ series, cases }) => {
    const unit = cases.reduce((sum, one) => sum + Math.abs(one.outcome - one.naive), 0) / cases.length || 1
    return cases.map((one) => ({ ...one, unit, repeat: repeatsLastYear(series, one) }))
  })
  const mean = (value: (row: (typeof rows)[number]) => number): number =>
    rows.reduce((sum, row) => sum + value(row), 0) / rows.length
  return {
    forecasts: rows.length,
    coverage80: mean((row) => (row.outcome >= row.low80 && row.outcome <= row.high80 ? 1 : 0)),
    mae: mean((row) => Math.abs(row.outcome - row.mean) / row.unit),
    naiveMae: mean((row) => Math.abs(row.outcome - row.naive) / row.unit),
    brier: mean((row) => (row.probability - (row.exceeded ? 1 : 0)) ** 2),
    naiveBrier: mean((row) => (row.repeat - (row.exceeded ? 1 : 0)) ** 2),
  }
}
