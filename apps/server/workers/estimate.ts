import {
  type Adjustment,
  type AdjustRefusal,
  type AdjustSpec,
  adjustSeries,
  assessTarget,
  type ForecastRefusal,
  forecastSeries,
  type SeriesForecast,
  type TargetAssessment,
  type TargetCase,
  type TargetRefusal,
  type TimeSeries,
} from '@yundiao/analysis'

/** What is to be worked out of one series; whatever is null is not asked for. */
export type EstimateAsk = {
  series: TimeSeries
  horizon: number
  /** Growth rates of the year so far. */
  isCumulative: boolean
  adjust: AdjustSpec | null
  target: TargetCase | null
}

export type Estimate = {
  forecast: Omit<SeriesForecast, 'distribution'> | ForecastRefusal
  adjustment: Adjustment | AdjustRefusal | null
  target: TargetAssessment | TargetRefusal | null
}

const forecastOf = ({ series, horizon, isCumulative }: EstimateAsk): Estimate['forecast'] => {
  const made = forecastSeries(series, { horizon, isCumulative })
  if (made.kind === 'refused') return made
  const { distribution: _distribution, ...told } = made
  return told
}

/** Forecast, seasonal adjustment and likelihood of the target of one series: a second or two of work. */
export const estimate = (ask: EstimateAsk): Estimate => ({
  forecast: forecastOf(ask),
  adjustment: ask.adjust && adjustSeries(ask.series, ask.adjust),
  target: ask.target && assessTarget(ask.target),
})
