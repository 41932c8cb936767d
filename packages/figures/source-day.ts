import { daysInMonth, type LocalDate, localDate, parseLocalDate } from '@yundiao/kernel'

/**
 * The day by which a dated source shows that a figure was known. A full date is that day; a month its last day; a
 * year 31 December: the earliest day it was surely known. Null for no date, for text that is none, and for a day before
 * `notBefore` (the period's end): a result cannot be known before it happened, so the date is not the figure's.
 */
export const sourceDay = (text: string, notBefore: LocalDate | null): LocalDate | null => {
  const day = wholeDay(text.trim())
  return day && (notBefore === null || day > notBefore) ? day : null
}

const wholeDay = (text: string): LocalDate | null => {
  const match = /^(\d{4})(?:-(\d{2}))?$/.exec(text)
  if (!match) return parseLocalDate(text)
  const year = Number(match[1])
  const month = match[2] === undefined ? 12 : Number(match[2])
  return localDate(year, month, daysInMonth(year, month))
}
