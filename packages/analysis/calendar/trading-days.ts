import { daysInMonth, isLeapYear, localDate, weekday } from '@yundiao/kernel'
import { build } from '../numeric/vector.ts'
import { placeOf, type Start } from '../series/time-series.ts'

const weekendDays = (year: number, month: number): number => {
  const first = localDate(year, month, 1)
  const firstWeekday = first ? weekday(first) : 1
  const days = daysInMonth(year, month)
  let count = 0
  for (let day = 0; day < days; day += 1) if ((firstWeekday - 1 + day) % 7 >= 5) count += 1
  return count
}

const monthsOf = (frequency: number, place: number): number[] => {
  const length = 12 / frequency
  return Array.from({ length }, (_, k) => (place - 1) * length + k + 1)
}

/**
 * One-coefficient trading-day regressor: weekdays less 2.5 times the days of weekends, for months or quarters.
 * Source: X-13ARIMA-SEATS reference manual, `td1coef`. Does not weigh holidays or days made up at weekends.
 */
export const tradingDays = (frequency: number, start: Start, n: number): Float64Array =>
  build(n, (i) => {
    const [year, place] = placeOf({ frequency, start }, i)
    return monthsOf(frequency, place).reduce((sum, month) => {
      const weekend = weekendDays(year, month)
      return sum + daysInMonth(year, month) - weekend - 2.5 * weekend
    }, 0)
  })

/** Leap-year factor: length of the February of the month (of the quarter: its days) over its mean; 1 elsewhere. */
export const leapFactor = (frequency: number, start: Start, n: number): Float64Array =>
  build(n, (i) => {
    const [year, place] = placeOf({ frequency, start }, i)
    if (!monthsOf(frequency, place).includes(2)) return 1
    const usual = frequency === 12 ? 28 : 90
    return (usual + (isLeapYear(year) ? 1 : 0)) / (usual + 0.25)
  })
