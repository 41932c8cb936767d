import { addMonths, endOfMonth, type LocalDate, localDate, parseLocalDate, partsOf } from '@yundiao/kernel'
import { deadlinesOf } from './deadlines.ts'

/** A deadline as a person typed it: the day it names, and the words where they are not the day itself. */
export type TypedDeadline = { on: LocalDate | null; words: string | null }

/** Words of sheet T3 that name no day, and a time that comes back (每月28日前). */
const DAYLESS = /^(?:长期坚持|长期推进|按时序推进|每.{1,10})$/u
const NUMBERS = /^(\d{4})[年/.-](\d{1,2})[月/.-](\d{1,2})日?$/u

/**
 * Reads what a person types into 完成时限: a day in any common spelling, the office's words (6月底前, 年底前), or words that
 * name no day (长期坚持, 每月28日前). Null where it is none of these, or names a day before `meeting`, from which it counts.
 */
export const typedDeadline = (text: string, meeting: LocalDate): TypedDeadline | null => {
  const words = text.trim()
  const numbers = NUMBERS.exec(words)
  const day = numbers ? localDate(Number(numbers[1]), Number(numbers[2]), Number(numbers[3])) : parseLocalDate(words)
  if (day) return { on: day, words: null }
  if (numbers) return null
  if (DAYLESS.test(words)) return { on: null, words }
  const [named, ...more] = [...deadlinesOf(words, meeting), ...deadlinesOf(`${words}前`, meeting)]
  const on = [named, ...more].find((one) => one?.on)?.on ?? null
  return on === null ? null : { on, words }
}

/** The two ends of quarters that follow a day: the columns 阶段节点 of sheet T3. */
export const nextQuarterEnds = (on: LocalDate): readonly [LocalDate, LocalDate] => {
  const { year, month } = partsOf(on)
  const first = endOfMonth(year, Math.ceil(month / 3) * 3)
  const next = partsOf(addMonths(first, 3))
  return [first, endOfMonth(next.year, next.month)]
}
