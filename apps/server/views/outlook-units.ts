import type { RegularSeries } from '@yundiao/analysis'
import { placePeriod } from '@yundiao/analysis'
import type { Indicator, Measure } from '@yundiao/figures'
import { fromCanonical, type LocalDate, MINUS, type Period, partsOf, periodInWords, showNumber } from '@yundiao/kernel'
import { unitShownOf } from './fig.ts'

/** How numbers of a series are shown: unit, decimals, and the unit of a difference between two of them. */
export type Shown = { unit: string; decimals: number; errorUnit: string; of: (value: number) => number }

/** Drops what binary fractions add. */
const clean = (value: number): number => Number(value.toPrecision(12))

export const shownAs = (indicator: Indicator, measure: Measure): Shown => {
  const unit = unitShownOf(indicator, measure)
  return {
    unit,
    decimals: measure === 'level' ? indicator.decimals : 1,
    errorUnit: unit === '%' ? '个百分点' : unit,
    of: (value) => clean(fromCanonical(value, unit) ?? value),
  }
}

/** A number worked out, rounded once, with its unit: 6.6%, 784.28亿元, −0.4个百分点. */
export const saidNumber = (value: number, decimals: number, unit: string): string =>
  `${showNumber(value, decimals, { minus: MINUS })}${unit === '指数' ? '' : unit}`

export type PlaceTime = { period: string; periodWords: string; starts: LocalDate; ends: LocalDate }

/** A period as charts place it: cumulative ones begin with the year, so that lines break at New Year. */
export const timeOf = (period: Period, accumulation: RegularSeries['accumulation']): PlaceTime => ({
  period: period.text,
  periodWords: periodInWords(period, accumulation),
  starts: accumulation === 'ytd' ? (`${partsOf(period.ends).year}-01-01` as LocalDate) : period.starts,
  ends: period.ends,
})

/** The `i`-th place of a series (those to come, too) as charts place it. */
export const timeOfPlace = (series: RegularSeries, i: number): PlaceTime | null => {
  const period = placePeriod(series, i, series.joint.includes(i))
  return period && timeOf(period, series.accumulation)
}
