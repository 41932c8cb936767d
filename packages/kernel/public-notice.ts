import { addDays, type LocalDate } from './local-date.ts'
import { addWorkingDays, type WorkingDayCalendar } from './working-days.ts'

/**
 * The last day of a 公示 of so many days that begins on `from`, its first day counted: of working days by the calendar, else
 * of days as they come. Throws Problem `calendar.missing` as isWorkingDay.
 */
export const lastNoticeDay = (
  calendar: WorkingDayCalendar,
  from: LocalDate,
  { days, kind }: { days: number; kind: '自然日' | '工作日' | null },
): LocalDate => (kind === '工作日' ? addWorkingDays(calendar, addDays(from, -1), days) : addDays(from, days - 1))
