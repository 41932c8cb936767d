import { addMonths, endOfMonth, type LocalDate, localDate, partsOf } from '@yundiao/kernel'

/** A deadline in a text: its words, and the day they name; `on` is null where the words name no single day. */
export type Deadline = { words: string; on: LocalDate | null }

const WORDS =
  /(?<![去上往前])(?:(?:每(?:个)?(?:年|季度?|月|周|旬|日|天)(?:[一二三四五六日末底初\d]{0,3}[日号]?)?(?:之?前|底前|末前|内)?)|(?:(?:20\d{2}|今|明|本|当)年)?(?:\d{1,2}月(?:(?:\d{1,2}[日号])|[底末上中下]旬?)?|年底|年末|上半年|[一二三四]季度末?|年内)(?:之?前|以前|底前|末前|内|底|末|止)?|(?:20\d{2}|今|明|本|当)年(?:之?内|底前?|末前?)|(?:本|这个?|下个?|次)?月底?(?:之?前|末前)|(?:本|这个?)月(?:底|末)|20\d{2}-\d{1,2}-\d{1,2}(?:前|止))/gu

const MARKED = /前|底|末|内|止/u
const RECURRING = /^每/u

const yearIn = (words: string, meeting: LocalDate): number => {
  const year = /^(20\d{2})/.exec(words)
  if (year) return Number(year[1])
  return partsOf(meeting).year + (words.startsWith('明') ? 1 : 0)
}

const dayInMonth = (year: number, month: number, words: string): LocalDate | null => {
  const day = /月(\d{1,2})[日号]/.exec(words)
  if (day) return localDate(year, month, Number(day[1]))
  if (month < 1 || month > 12) return null
  if (/上旬/.test(words)) return localDate(year, month, 10)
  if (/中旬/.test(words)) return localDate(year, month, 20)
  return endOfMonth(year, month)
}

const QUARTERS = '一二三四'

const dayNamed = (words: string, meeting: LocalDate): LocalDate | null => {
  if (RECURRING.test(words) || !MARKED.test(words)) return null
  const iso = /^(20\d{2})-(\d{1,2})-(\d{1,2})/.exec(words)
  if (iso) return localDate(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const year = yearIn(words, meeting)
  const month = /(\d{1,2})月/.exec(words)
  if (month) return dayInMonth(year, Number(month[1]), words)
  const quarter = /([一二三四])季度/.exec(words)
  if (quarter) return endOfMonth(year, (QUARTERS.indexOf(quarter[1] ?? '一') + 1) * 3)
  if (/上半年/.test(words)) return endOfMonth(year, 6)
  if (/年/.test(words)) return localDate(year, 12, 31)
  const { year: y, month: m } = partsOf(/^[下次]/.test(words) ? addMonths(meeting, 1) : meeting)
  return endOfMonth(y, m)
}

/** A day before the meeting is no deadline: the words look back, or leave out another year. */
const notPast = (on: LocalDate | null, meeting: LocalDate): LocalDate | null =>
  on !== null && on < meeting ? null : on

/**
 * The deadlines a text names, in order. `meeting` is the day the words count from; null when the year is not known, and
 * then only words with their own year name a day. 6月底前 is 30 June, 中旬 the 20th, 年底前 and 年内 31 December.
 * 每月28日前 recurs, and 一周内, 国庆节前 count from what the text does not say: they name no day.
 */
export const deadlinesOf = (text: string, meeting: LocalDate | null): Deadline[] =>
  [...text.matchAll(WORDS)]
    .filter((match) => MARKED.test(match[0]) && !/^[一二三四]季度末?$|^上半年$|^\d{1,2}月$/u.test(match[0]))
    .map(([words]) => {
      const own = /^(20\d{2})/.exec(words)
      const base = meeting ?? (own ? localDate(Number(own[1]), 1, 1) : null)
      return { words, on: base === null ? null : notPast(dayNamed(words, base), base) }
    })

/** The day by which all of it is due: the latest named. Null when none is named, or when it only recurs. */
export const deadlineOf = (text: string, meeting: LocalDate | null): LocalDate | null =>
  deadlinesOf(text, meeting).reduce<LocalDate | null>(
    (latest, { on }) => (on !== null && (latest === null || on > latest) ? on : latest),
    null,
  )
