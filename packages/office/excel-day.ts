import { addDays, type LocalDate, localDate } from '@yundiao/kernel'

const LAST_SERIAL = 2_958_465
/** Days from the 1900 system's serials to the 1904 system's. */
const SHIFT_1904 = 1462

const base = localDate(1899, 12, 30)
const EPOCH: LocalDate = base ?? '1899-12-30'

/**
 * The day of an Excel serial number; the time of day is dropped. Serial 60 is 29 February 1900, a day that never was:
 * null, as for anything outside 1900–9999. Days before it are one less, as Excel shows them.
 */
export const dayOfSerial = (serial: number, is1904: boolean): LocalDate | null => {
  const whole = Math.floor(serial) + (is1904 ? SHIFT_1904 : 0)
  if (!Number.isFinite(serial) || whole < 1 || whole > LAST_SERIAL || whole === 60) return null
  return addDays(EPOCH, whole < 60 ? whole + 1 : whole)
}

const BUILT_IN_DAYS: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58,
])

/**
 * Whether a number format shows a day: a built-in one (by number, the Chinese ones too) or a pattern with year, month or
 * day outside quotes and brackets. Pure times of day are not days.
 */
export const isDayFormat = (id: number, pattern: string | null): boolean => {
  if (pattern === null) return BUILT_IN_DAYS.has(id)
  const bare = pattern.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./gu, '').toLowerCase()
  if (/[yd]/u.test(bare)) return true
  return /m/u.test(bare) && !/[hs]/u.test(bare) && !/[0#]/u.test(bare)
}
