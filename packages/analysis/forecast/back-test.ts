import { at } from '../numeric/vector.ts'
import type { TimeSeries } from '../series/time-series.ts'
import { missOf, probabilityAbove } from './distribution.ts'
import { type ForecastAsk, forecastSeries, type SeriesForecast } from './forecast-series.ts'
import { type Model, priorWeight } from './rolling-origin.ts'

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
  /** Whether the value of a year before exceeded its own: what "same as last year" says. */
  repeats: boolean
  /** Size of the miss in standard errors as stretched, and the part the usual stretch has in that (0–1). */
  score: number
  prior: number
  model: Model
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

const priorOf = ({ model, accuracy }: SeriesForecast): number =>
  priorWeight(accuracy.backtest.find(({ method }) => method === model)?.origins ?? 0)

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
          repeats: yearBefore > twoBefore,
          score: missOf(made.distribution, place, outcome),
          prior: priorOf(made),
          model: made.model,
        },
      ]
    })
  })
}

/**
 * Sums up the cases of several series, a list each; errors are in units of each series' mean naive error, so that they
 * add. No cases at all: every mean is NaN.
 */
export const summarise = (all: readonly (readonly BackTestCase[])[]): BackTest => {
  const rows = all.flatMap((cases) => {
    const unit = cases.reduce((sum, one) => sum + Math.abs(one.outcome - one.naive), 0) / cases.length || 1
    return cases.map((one) => ({ ...one, unit, repeat: one.repeats ? 1 : 0 }))
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
