import { type Period, parsePeriod, partsOf } from '@yundiao/kernel'

const MONTHS_OF_QUARTER = 3

const pad = (n: number): string => String(n).padStart(2, '0')

/** The canonical spelling of January to the end of a month: `2022-02`, `2022Q1`, `2022Q2`, `2022Q3`, `2022`. */
const spelling = (year: number, month: number): string => {
  const y = String(year).padStart(4, '0')
  if (month === 12) return y
  return month % MONTHS_OF_QUARTER === 0 ? `${y}Q${month / MONTHS_OF_QUARTER}` : `${y}-${pad(month)}`
}

/** Months gone by at the end of a cumulative period, 1–12; null for a period that does not end with a month. */
export const monthsElapsed = (period: Period): number | null =>
  period.kind === 'year' ||
  period.kind === 'half' ||
  period.kind === 'quarter' ||
  period.kind === 'month' ||
  period.kind === 'months'
    ? partsOf(period.ends).month
    : null

/**
 * One spelling for cumulative figures of one span: January to March is `2022Q1`, whether the source wrote 2022-03,
 * 2022Q1 or 1—3月; to June `2022Q2`; to December `2022`. Null for text that is no period or ends inside a month.
 */
export const canonicalYtd = (text: string): string | null => {
  const period = parsePeriod(text)
  const month = period && monthsElapsed(period)
  return period && month ? spelling(partsOf(period.ends).year, month) : null
}

/** The same months of last year; null for no period. */
export const ytdLastYear = (text: string): string | null => {
  const period = parsePeriod(text)
  const month = period && monthsElapsed(period)
  return period && month ? spelling(partsOf(period.ends).year - 1, month) : null
}

/**
 * The cumulative release before: of `2022Q2` it is `2022Q1`, of `2022Q1` the whole of 2021, of `2022-05` `2022-04`;
 * of January and February the whole year before, for there is no January release.
 */
export const ytdBefore = (text: string): string | null => {
  const period = parsePeriod(text)
  const month = period && monthsElapsed(period)
  if (!period || !month) return null
  const year = partsOf(period.ends).year
  const isMonthly = period.kind === 'month' || period.kind === 'months'
  const before = month - (isMonthly ? 1 : MONTHS_OF_QUARTER)
  return before <= (isMonthly ? 1 : 0) ? spelling(year - 1, 12) : spelling(year, before)
}

/** The cumulative period that ends `months` earlier in the same year; null when the year is younger than that. */
export const ytdLagged = (text: string, months: number): string | null => {
  const period = parsePeriod(text)
  const month = period && monthsElapsed(period)
  return period && month && month > months ? spelling(partsOf(period.ends).year, month - months) : null
}
