import { addDays, type LocalDate, partsOf } from '@yundiao/kernel'
import { build } from '../numeric/vector.ts'
import { placeOf, type Start } from '../series/time-series.ts'
import { FESTIVAL_YEARS, FIRST_YEAR, springFestival } from './spring-festival-days.ts'

/** Days around the first day of the year of the lunar calendar, both ends included. */
export type Window = { from: number; to: number }

/** Windows that are tried: the week off, the days before it, the way back. */
export const FESTIVAL_WINDOWS = {
  pre20: { from: -20, to: -1 },
  pre6: { from: -6, to: -1 },
  post6: { from: 0, to: 6 },
  after7to20: { from: 7, to: 20 },
} as const satisfies Record<string, Window>

export type FestivalWindow = keyof typeof FESTIVAL_WINDOWS

/** Months January to March as shares of a window about a day. */
const sharesOf = (festival: LocalDate, { from, to }: Window): Float64Array => {
  const shares = new Float64Array(12)
  const days = to - from + 1
  for (let day = from; day <= to; day += 1) {
    const month = partsOf(addDays(festival, day)).month - 1
    shares[month] = (shares[month] ?? 0) + 1 / days
  }
  return shares
}

const tableOf = (window: Window): Float64Array[] =>
  Array.from({ length: FESTIVAL_YEARS }, (_, i) => {
    const festival = springFestival(FIRST_YEAR + i)
    return festival ? sharesOf(festival, window) : new Float64Array(12)
  })

/** Whether the table of festivals covers every month of a stretch. */
export const coversFestivals = (start: Start, n: number): boolean =>
  springFestival(start[0]) !== null && springFestival(placeOf({ frequency: 12, start }, n - 1)[0]) !== null

/**
 * Monthly regressor of a window: the share of its days in the month, less the mean share of that calendar month over
 * 1930–2030 (so that it leaves the seasonal alone). NaN outside the table.
 * Source: Bell & Hillmer (1983); X-13's genhol; Lin & Liu (2003), Modeling Lunar Calendar Holiday Effects in Taiwan.
 */
export const festivalRegressor = (window: Window, start: Start, n: number): Float64Array => {
  const table = tableOf(window)
  const means = build(12, (month) => table.reduce((sum, year) => sum + (year[month] ?? 0), 0) / table.length)
  return build(n, (i) => {
    const [year, month] = placeOf({ frequency: 12, start }, i)
    const share = table[year - FIRST_YEAR]?.[month - 1]
    return share === undefined ? Number.NaN : share - (means[month - 1] ?? 0)
  })
}
