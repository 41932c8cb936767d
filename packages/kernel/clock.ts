import { addDays, addMonths, daysBetween, type LocalDate } from './local-date.ts'
import { Problem } from './problem.ts'
import type { Cite } from './role.ts'
import { isWorkingDay, type WorkingDayCalendar, workingDaysBetween } from './working-days.ts'

/** Time allowed. `amount` is a whole number, 0 or more. */
export type Allowed = { amount: number; unit: 'calendar-days' | 'working-days' | 'months' | 'years' }

/** A stretch that does not count, both ends included; `to` null is still paused. One that ends before it begins is empty. */
export type Pause = { from: LocalDate; to: LocalDate | null; reason: string }

/**
 * A deadline being run: land, items, rectification, delivery. The first day does not count; months and years end on
 * the day of the same number, or the month's last (民法典第二百零一条、第二百零二条). A last day that is a holiday is not
 * moved (第二百零三条): rules differ on it, so the caller decides.
 */
export type Clock = {
  start: LocalDate
  allowed: Allowed
  pauses: readonly Pause[]
  /** Steps on the way, each with its own time from the same start and under the same pauses. */
  stages?: readonly { name: string; allowed: Allowed }[]
  cite?: Cite
  /** The day it was done; absent or null while open. */
  doneOn?: LocalDate | null
  /** Due soon when no more than this many days are left (the clock's own days); 0 when absent: on the due day. */
  soonDays?: number
}

/**
 * How a clock stands on a day. `due` is null while an open pause holds it. `daysLeft` counts the clock's own days
 * (working days, else calendar days), leaves out paused ones, and is negative by the days overdue.
 */
export type ClockState =
  | { kind: 'running' | 'due-soon'; due: LocalDate | null; daysLeft: number }
  | { kind: 'paused'; due: LocalDate | null; daysLeft: number; since: LocalDate; reason: string }
  | { kind: 'overdue'; due: LocalDate; daysLeft: number }
  | { kind: 'done'; due: LocalDate | null; daysLeft: number; doneOn: LocalDate; isLate: boolean }

const checked = (allowed: Allowed): Allowed => {
  if (Number.isInteger(allowed.amount) && allowed.amount >= 0) return allowed
  throw new Problem('value.out-of-range', `办理时限应为不小于 0 的整数,现为 ${allowed.amount}。请改正时限。`, {
    amount: allowed.amount,
  })
}

/** Pauses in order, overlapping and touching ones made one; the first reason is kept. */
const merged = (pauses: readonly Pause[]): readonly Pause[] => {
  const sorted = pauses
    .filter((pause) => pause.to === null || pause.from <= pause.to)
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const out: Pause[] = []
  for (const pause of sorted) {
    const last = out.at(-1)
    if (!last || (last.to !== null && pause.from > addDays(last.to, 1))) out.push(pause)
    else if (last.to !== null && (pause.to === null || pause.to > last.to))
      out[out.length - 1] = { ...last, to: pause.to }
  }
  return out
}

const isPaused = (pauses: readonly Pause[], on: LocalDate): boolean =>
  pauses.some((pause) => pause.from <= on && (pause.to === null || on <= pause.to))

/** Calendar days a clock runs: months and years become the days from the start to the same day of the month. */
const calendarDays = (start: LocalDate, { amount, unit }: Allowed): number =>
  unit === 'calendar-days' ? amount : daysBetween(start, addMonths(start, unit === 'years' ? amount * 12 : amount))

const dueByCalendarDays = (start: LocalDate, allowed: Allowed, pauses: readonly Pause[]): LocalDate | null => {
  let due = addDays(start, calendarDays(start, allowed))
  for (const pause of pauses) {
    if (pause.from > due) break
    if (pause.to === null) return null
    const from = pause.from > start ? pause.from : addDays(start, 1)
    if (pause.to >= from) due = addDays(due, daysBetween(from, pause.to) + 1)
  }
  return due
}

const dueByWorkingDays = (clock: Clock, pauses: readonly Pause[], calendar: WorkingDayCalendar): LocalDate | null => {
  const open = pauses.find((pause) => pause.to === null)
  let left = clock.allowed.amount
  let on = clock.start
  while (left > 0) {
    on = addDays(on, 1)
    if (open && on >= open.from) return null
    if (isWorkingDay(calendar, on) && !isPaused(pauses, on)) left -= 1
  }
  return on
}

/**
 * The last day of a clock; null while an open pause stands before it. Pauses move it by exactly the days paused.
 * Throws Problem `calendar.missing` when working days reach a year without a notice, `value.out-of-range` for a
 * time that is no whole number from 0.
 */
export const dueDay = (clock: Clock, calendar: WorkingDayCalendar): LocalDate | null => {
  const allowed = checked(clock.allowed)
  const pauses = merged(clock.pauses)
  return allowed.unit === 'working-days'
    ? dueByWorkingDays(clock, pauses, calendar)
    : dueByCalendarDays(clock.start, allowed, pauses)
}

/** The last day of each stage, in the order given. Throws as dueDay. */
export const stageDays = (clock: Clock, calendar: WorkingDayCalendar): { name: string; due: LocalDate | null }[] =>
  (clock.stages ?? []).map(({ name, allowed }) => ({ name, due: dueDay({ ...clock, allowed }, calendar) }))

/** The clock's own days after `from` up to `to`, paused ones left out. */
const runDays = (clock: Clock, from: LocalDate, to: LocalDate, calendar: WorkingDayCalendar): number => {
  const pauses = merged(clock.pauses)
  let count = 0
  for (let on = addDays(from, 1); on <= to; on = addDays(on, 1))
    if (!isPaused(pauses, on) && (clock.allowed.unit !== 'working-days' || isWorkingDay(calendar, on))) count += 1
  return count
}

const daysLeftOn = (clock: Clock, due: LocalDate | null, on: LocalDate, calendar: WorkingDayCalendar): number => {
  if (due !== null && on > due)
    return clock.allowed.unit === 'working-days' ? -workingDaysBetween(calendar, due, on) : daysBetween(on, due)
  const total = clock.allowed.unit === 'working-days' ? clock.allowed.amount : calendarDays(clock.start, clock.allowed)
  return total - (on > clock.start ? runDays(clock, clock.start, on, calendar) : 0)
}

/**
 * How a clock stands on a day: done, overdue, paused, due soon or running (before its start too). Done counts from
 * the day it was done. Throws as dueDay.
 */
export const clockState = (clock: Clock, on: LocalDate, calendar: WorkingDayCalendar): ClockState => {
  const due = dueDay(clock, calendar)
  const { doneOn } = clock
  if (doneOn && doneOn <= on) {
    const isLate = due !== null && doneOn > due
    return { kind: 'done', due, daysLeft: daysLeftOn(clock, due, doneOn, calendar), doneOn, isLate }
  }
  const daysLeft = daysLeftOn(clock, due, on, calendar)
  if (due !== null && on > due) return { kind: 'overdue', due, daysLeft }
  const pause = merged(clock.pauses).find((p) => p.from <= on && (p.to === null || on <= p.to))
  if (pause) return { kind: 'paused', due, daysLeft, since: pause.from, reason: pause.reason }
  return { kind: daysLeft <= (clock.soonDays ?? 0) ? 'due-soon' : 'running', due, daysLeft }
}
