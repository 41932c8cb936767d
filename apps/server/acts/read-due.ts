import { typedDeadline } from '@yundiao/directives'
import { type LocalDate, Problem } from '@yundiao/kernel'

/** A deadline as filled in: the day it comes to, and its words where it is no plain day. */
export type Due = { deadline: LocalDate | null; deadlineWords: string | null }

const UNSAID: readonly string[] = ['', '待明确']

/** Reads 完成时限 as people type it. `null`: words that name no day and are none of the office's; nothing is guessed. */
export const readDue = (typed: string, today: LocalDate): Due | null => {
  const text = typed.normalize('NFKC').replaceAll(/\s+/gu, '')
  if (UNSAID.includes(text)) return { deadline: null, deadlineWords: null }
  const read = typedDeadline(text, today)
  return read && { deadline: read.on, deadlineWords: read.words }
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
