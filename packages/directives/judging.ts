import { daysBetween, type LocalDate, type State } from '@yundiao/kernel'
import type { Item, Progress } from './records.ts'

/** How far ahead or behind the calendar still counts as 达序时, as a ratio of the whole (0.05 is five points). */
export type ElapsedRule = { id: string; tolerance: number }

/** A state in the office's words and why, in a sentence that names the facts it stands on. */
export type ItemJudgement = { state: State; because: string }

const points = (ratio: number): string => `${Math.round(Math.abs(ratio) * 1000) / 10}个百分点`
const percent = (ratio: number): string => `${Math.round(ratio * 1000) / 10}%`

/** The last note on the item up to today; among notes of one day the one furthest behind, so that order does not matter. */
const latest = (item: Item, today: LocalDate, progress: readonly Progress[]): Progress | null =>
  progress
    .filter((note) => note.item === item.id && note.asOf <= today)
    .reduce<Progress | null>((best, note) => {
      if (!best || note.asOf > best.asOf) return note
      return note.asOf === best.asOf && (note.percent ?? -1) < (best.percent ?? -1) ? note : best
    }, null)

/** 申请办结 that nobody has answered yet. */
const askedOn = (item: Item, today: LocalDate, progress: readonly Progress[]): LocalDate | null =>
  progress.reduce<LocalDate | null>((best, note) => {
    const isOpen = note.item === item.id && note.closing === 'asked' && note.asOf <= today
    return isOpen && (best === null || note.asOf > best) ? note.asOf : best
  }, null)

const paused = (item: Item): string =>
  ['已批准暂缓', item.pausedOn ? `自${item.pausedOn}` : '', item.pauseReason ?? ''].filter(Boolean).join('，')

/** Settled by a person or by the item's kind, whatever the calendar says. */
const settled = (item: Item, today: LocalDate, progress: readonly Progress[]): ItemJudgement | null => {
  if (item.state === '已销号')
    return { state: '已销号', because: item.checkedOn ? `${item.checkedOn}核查销号` : '已销号' }
  if (item.closedOn !== null && item.closedOn <= today) return { state: '已办结', because: `${item.closedOn}办结` }
  const asked = askedOn(item, today, progress)
  if (asked) return { state: '已办结待核', because: `承办单位截至${asked}申请办结，等待核查` }
  if (item.state === '已办结待核') return { state: '已办结待核', because: '已报办结，等待核查' }
  if (item.state === '暂缓') return { state: '暂缓', because: paused(item) }
  if (item.closure === 'standing') return { state: '长期坚持', because: '办结类型为长期坚持，转入定期报送' }
  return null
}

/** The day that counts: the one extended to, else the one of the basis. */
export const dueOn = (item: Pick<Item, 'deadline' | 'extendedTo'>): LocalDate | null => item.extendedTo ?? item.deadline

const dueWords = (item: Item, due: LocalDate): string => (item.extendedTo ? `批准延期至${due}` : `完成时限${due}`)

/** Share of the time from opening to deadline that has passed on `on`, 0–1; the whole when both are one day. */
const elapsedShare = (openedOn: LocalDate, deadline: LocalDate, on: LocalDate): number => {
  const whole = daysBetween(openedOn, deadline)
  return whole <= 0 ? 1 : Math.min(1, Math.max(0, daysBetween(openedOn, on) / whole))
}

const againstCalendar = (done: number, due: number, rule: ElapsedRule, asOf: LocalDate): ItemJudgement => {
  const ahead = done - due
  const facts = `截至${asOf}完成${percent(done)}，序时进度${percent(due)}`
  if (Math.abs(ahead) <= rule.tolerance + 1e-9) return { state: '达序时', because: facts }
  return ahead > 0
    ? { state: '超序时', because: `${facts}，快${points(ahead)}` }
    : { state: '欠序时', because: `${facts}，慢${points(ahead)}` }
}

/**
 * Where an item stands on `today`, with the reason. In order: closed, asked to be closed, deferred or standing as
 * recorded; past its deadline or the day it was extended to 逾期 (that day itself is still in time); without a deadline or
 * an opening day 未评; no progress noted 未启动; a note without a share done 未评; else the share done against the share of
 * time passed on the note's day. Does not weigh evidence: that an item may be closed is decided by its closure kind.
 */
export const judgeItem = (
  item: Item,
  today: LocalDate,
  progress: readonly Progress[],
  rule: ElapsedRule,
): ItemJudgement => {
  const known = settled(item, today, progress)
  if (known) return known
  const due = dueOn(item)
  if (due === null) return { state: '未评', because: '完成时限待明确' }
  if (today > due) return { state: '逾期', because: `${dueWords(item, due)}，已过${daysBetween(due, today)}天` }
  if (item.openedOn === null) return { state: '未评', because: '立项日期待明确' }
  const note = latest(item, today, progress)
  if (!note) return { state: '未启动', because: '尚无进展情况' }
  if (note.percent === null) return { state: '未评', because: `截至${note.asOf}的进展未填完成比例` }
  return againstCalendar(note.percent, elapsedShare(item.openedOn, due, note.asOf), rule, note.asOf)
}
