import { parsePeriod } from '@yundiao/kernel'
import { parseSeries, printSeries } from './series-key.ts'
import type { FigureRef, SeriesKey } from './types.ts'

/** One vintage of one figure of a city's books. `vintage` counts from 1. */
export type FigureAddress = { city: string; series: SeriesKey; region: string; period: string; vintage: number }

const CODE = '[0-9A-Za-z-]+'
const REF = new RegExp(`^fig:(${CODE})/([^/]+)/(${CODE})/(.+)@([1-9]\\d*)$`)

/**
 * Prints a reference: `fig:<city>/<series>/<region>/<period>@<vintage>`, as in
 * `fig:510700/gdp.level.ytd.official/510700/2022Q1@1`. The series is printSeries' text, so that concept and
 * dimensions appear only when they are not the default. The period comes last because 1—2月 holds a slash.
 */
export const printFigureRef = (address: FigureAddress): FigureRef =>
  `fig:${address.city}/${printSeries(address.series)}/${address.region}/${address.period}@${address.vintage}`

/** The inverse of printFigureRef; null when the text points at nothing that could exist. */
export const parseFigureRef = (text: string): FigureAddress | null => {
  const match = REF.exec(text)
  if (!match) return null
  const [, city = '', seriesText = '', region = '', period = '', vintageText = ''] = match
  const series = parseSeries(seriesText)
  const vintage = Number(vintageText)
  if (!series || !Number.isSafeInteger(vintage) || parsePeriod(period)?.text !== period) return null
  return { city, series, region, period, vintage }
}
