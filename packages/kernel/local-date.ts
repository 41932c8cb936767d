/** A calendar day in the city's zone, `YYYY-MM-DD`. Compares right as a string. Years 0001–9999. */
export type LocalDate = `${number}-${number}-${number}`

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/
const DAYS_IN_400_YEARS = 146_097

/** Whether a year of the Gregorian calendar has a 29 February. */
export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Days of a month 1–12. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0)

const pad = (n: number, width: number): string => String(n).padStart(width, '0')

/** The day of a year, month 1–12 and day; null when the calendar has no such day. */
export const localDate = (year: number, month: number, day: number): LocalDate | null =>
  Number.isInteger(year) && year >= 1 && year <= 9999 && day >= 1 && day <= daysInMonth(year, month)
    ? (`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as LocalDate)
    : null

/** Parses `YYYY-MM-DD`; null when it is not a day of the calendar. */
export const parseLocalDate = (text: string): LocalDate | null => {
  const match = SHAPE.exec(text)
  return match ? localDate(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

/** A day taken apart; month 1–12. */
export type DateParts = { year: number; month: number; day: number }

/** Year, month 1–12 and day of a day. */
export const partsOf = (on: LocalDate): DateParts => ({
  year: Number(on.slice(0, 4)),
  month: Number(on.slice(5, 7)),
  day: Number(on.slice(8, 10)),
})

/** Days since 0000-03-01 of the proleptic Gregorian calendar (Howard Hinnant, days_from_civil, shifted). */
export const dayNumber = (on: LocalDate): number => {
  const { year, month, day } = partsOf(on)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_IN_400_YEARS + dayOfEra
}

/** The inverse of dayNumber (Hinnant, civil_from_days). */
export const dayFromNumber = (number: number): LocalDate => {
  const era = Math.floor(number / DAYS_IN_400_YEARS)
  const dayOfEra = number - era * DAYS_IN_400_YEARS
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as LocalDate
}

/** The day n days on, back when n is negative. Leaves the calendar unguarded: check with parseLocalDate where n is not ours. */
export const addDays = (on: LocalDate, days: number): LocalDate => dayFromNumber(dayNumber(on) + days)

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from)

/** The same day n months on; the last day of the month when it has fewer days (31 January + 1 → 28 or 29 February). */
export const addMonths = (on: LocalDate, months: number): LocalDate => {
  const { year, month, day } = partsOf(on)
  const index = year * 12 + (month - 1) + months
  const y = Math.floor(index / 12)
  const m = index - y * 12 + 1
  return `${pad(y, 4)}-${pad(m, 2)}-${pad(Math.min(day, daysInMonth(y, m)), 2)}` as LocalDate
}

/** The same day n years on; 29 February becomes the 28th in a common year. */
export const addYears = (on: LocalDate, years: number): LocalDate => addMonths(on, years * 12)

/** ISO weekday: 1 Monday … 7 Sunday. */
export const weekday = (on: LocalDate): number => ((((dayNumber(on) + 2) % 7) + 7) % 7) + 1

/** The last day of a month 1–12. */
export const endOfMonth = (year: number, month: number): LocalDate =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(daysInMonth(year, month), 2)}` as LocalDate

/** The last day of the month before the one `on` lies in. */
export const endOfLastMonth = (on: LocalDate): LocalDate => addDays(on, -partsOf(on).day)

/** 4月26日, with the year in front when it differs from the reader's year. */
export const dayInWords = (on: LocalDate, readerYear?: number): string => {
  const { year, month, day } = partsOf(on)
  return `${readerYear === year ? '' : `${year}年`}${month}月${day}日`
}
