import type { LocalDate } from '@yundiao/kernel'

/** First year of the table. */
export const FIRST_YEAR = 1930

/**
 * Month and day of the Spring Festival, 1930 to 2030. Source: data(holiday) of the R package seasonal
 * (fixtures/SOURCES.md).
 */
const DAYS = [
  '0129 0217 0206 0126 0214 0204 0124 0211 0131 0219', // 1930
  '0208 0127 0215 0204 0125 0213 0201 0122 0210 0129', // 1940
  '0217 0206 0127 0214 0203 0124 0212 0131 0218 0208', // 1950
  '0128 0215 0205 0125 0213 0202 0121 0209 0130 0217', // 1960
  '0206 0127 0215 0203 0123 0211 0131 0218 0207 0128', // 1970
  '0216 0205 0125 0213 0202 0220 0209 0129 0217 0206', // 1980
  '0127 0215 0204 0123 0210 0131 0219 0207 0128 0216', // 1990
  '0205 0124 0212 0201 0122 0209 0129 0218 0207 0126', // 2000
  '0214 0203 0123 0210 0131 0219 0208 0128 0216 0205', // 2010
  '0125 0212 0201 0122 0210 0129 0217 0206 0126 0213', // 2020
  '0203', // 2030
]
  .join(' ')
  .split(' ')

/** The day of the Spring Festival in a year; null outside the table. */
export const springFestival = (year: number): LocalDate | null => {
  const day = DAYS[year - FIRST_YEAR]
  return day === undefined ? null : (`${year}-${day.slice(0, 2)}-${day.slice(2)}` as LocalDate)
}

/** How many years the table holds. */
export const FESTIVAL_YEARS = DAYS.length
