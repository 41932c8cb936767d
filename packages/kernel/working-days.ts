import { addDays, type LocalDate, partsOf, weekday } from './local-date.ts'
import { Problem } from './problem.ts'
import type { Cite } from './role.ts'

/** One year's notice on public holidays. Days off and make-up days may reach into the neighbouring year. */
export type HolidayNotice = {
  year: number
  cite: Cite
  /** Days off, both ends included. */
  off: readonly { name: string; from: LocalDate; to: LocalDate }[]
  /** Saturdays and Sundays that are worked. */
  work: readonly LocalDate[]
}

/** Which days are worked, for the years that have a notice. */
export type WorkingDayCalendar = {
  years: ReadonlySet<number>
  /** Day off → name of the holiday. */
  off: ReadonlyMap<LocalDate, string>
  work: ReadonlySet<LocalDate>
}

const namedDays = ({ name, from, to }: HolidayNotice['off'][number]): [LocalDate, string][] => {
  const days: [LocalDate, string][] = []
  for (let on = from; on <= to; on = addDays(on, 1)) days.push([on, name])
  return days
}

/** Builds the calendar of the years that have a notice. */
export const workingDayCalendar = (notices: readonly HolidayNotice[]): WorkingDayCalendar => ({
  years: new Set(notices.map((notice) => notice.year)),
  off: new Map(notices.flatMap((notice) => notice.off.flatMap(namedDays))),
  work: new Set(notices.flatMap((notice) => notice.work)),
})

/**
 * Whether a day is worked: not a holiday, and a weekday or a make-up day.
 * Throws Problem `calendar.missing` for a year without a notice: weekends alone would be a guess.
 */
export const isWorkingDay = (calendar: WorkingDayCalendar, on: LocalDate): boolean => {
  const { year } = partsOf(on)
  if (!calendar.years.has(year))
    throw new Problem(
      'calendar.missing',
      `缺少${year}年的节假日安排,无法计算工作日。请补录国务院办公厅该年的放假通知后重试。`,
      { year },
    )
  if (calendar.work.has(on)) return true
  return !calendar.off.has(on) && weekday(on) <= 5
}

/** The n-th working day after a day (before it when n is negative); the day itself when n is 0. Throws as isWorkingDay. */
export const addWorkingDays = (calendar: WorkingDayCalendar, on: LocalDate, n: number): LocalDate => {
  const step = n < 0 ? -1 : 1
  let left = Math.abs(n)
  let at = on
  while (left > 0) {
    at = addDays(at, step)
    if (isWorkingDay(calendar, at)) left -= 1
  }
  return at
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. Throws as isWorkingDay. */
export const workingDaysBetween = (calendar: WorkingDayCalendar, from: LocalDate, to: LocalDate): number => {
  if (to < from) return -workingDaysBetween(calendar, to, from)
  let count = 0
  for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) if (isWorkingDay(calendar, on)) count += 1
  return count
}
