import { parsePeriod, shiftPeriod } from '@yundiao/kernel'
import { canonicalYtd, ytdBefore, ytdLastYear } from './ytd-period.ts'

/** Periods a point may be joined to by a line: the releases just before and after, and the same months of the years beside. */
export const neighbouringPeriods = (text: string): readonly string[] => {
  const period = parsePeriod(text)
  if (!period) return []
  const shifted = [-1, 1].map((step) => shiftPeriod(period, step)?.text)
  const later = [1, 3].map((months) => laterRelease(text, months))
  return [...shifted, ...later, ytdBefore(text), ytdLastYear(text)].filter(
    (item): item is string => typeof item === 'string' && item !== text,
  )
}

/** The cumulative release `months` later in the same or the next year. */
const laterRelease = (text: string, months: number): string | null => {
  const period = parsePeriod(text)
  if (!period) return null
  const year = Number(period.ends.slice(0, 4))
  const month = Number(period.ends.slice(5, 7)) + months
  const [y, m] = month > 12 ? [year + 1, month - 12] : [year, month]
  return canonicalYtd(`${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}`)
}
