import { deadlineOf } from '@yundiao/directives'
import { type LocalDate, Problem, parseLocalDate } from '@yundiao/kernel'

/** A deadline as filled in: the day it comes to, and its words where it is no plain day. */
export type Due = { deadline: LocalDate | null; deadlineWords: string | null }

const PRINTED_DAY = /^(20\d{2})[.年/-](\d{1,2})[.月/-](\d{1,2})[日号]?$/u
/** Words that name no day on purpose. */
const OPEN_WORDS = /^(?:长期坚持|长期|持续推进|按时序推进|每.{1,12})$/u

const printedDay = (text: string): LocalDate | null => {
  const [, year = '', month = '', day = ''] = PRINTED_DAY.exec(text) ?? []
  return parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/** 6月底 is 6月底前: on a form the words are a deadline without saying so. */
const marked = (text: string): string => (/[前内底末止]$/u.test(text) ? text : `${text}前`)

/**
 * Reads 完成时限 as people type it: 2022-06-30, 2022.6.30, 6月底前, 年底前, 长期坚持, 每月25日前. Words that recur or name
 * no day are kept as words; anything else that names none is not guessed. `null`: not to be read.
 */
export const readDue = (typed: string, today: LocalDate): Due | null => {
  const text = typed.normalize('NFKC').replaceAll(/\s+/gu, '')
  if (text === '' || text === '待明确') return { deadline: null, deadlineWords: null }
  const day = parseLocalDate(text) ?? printedDay(text)
  if (day) return { deadline: day, deadlineWords: null }
  if (OPEN_WORDS.test(text)) return { deadline: null, deadlineWords: text }
  const named = deadlineOf(marked(text), today)
  return named ? { deadline: named, deadlineWords: text } : null
}

/** As readDue; throws Problem day.invalid that says how a deadline may be written. */
export const requireDue = (typed: string, today: LocalDate): Due => {
  const due = readDue(typed, today)
  if (due) return due
  throw new Problem(
    'day.invalid',
    `完成时限“${typed}”读不出日期，应写作 2022-06-30、6月底前、年底前，或长期坚持、每月25日前`,
    { field: '完成时限' },
  )
}
