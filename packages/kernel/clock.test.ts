import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Allowed, type Clock, clockState, dueDay, type Pause, stageDays } from './clock.ts'
import { CHINA_HOLIDAYS } from './holidays/cn.ts'
import { addDays, daysBetween, type LocalDate } from './local-date.ts'
import { isProblem } from './problem.ts'
import { workingDayCalendar, workingDaysBetween } from './working-days.ts'

const calendar = workingDayCalendar(CHINA_HOLIDAYS)
const runs = { numRuns: process.env.YUNDIAO_DEEP ? 3000 : 100 }
const clock = (
  amount: number,
  unit: Allowed['unit'],
  pauses: readonly Pause[] = [],
  start: LocalDate = '2022-04-26',
): Clock => ({
  start,
  allowed: { amount, unit },
  pauses,
})
const pause = (from: LocalDate, to: LocalDate | null, reason = '疫情'): Pause => ({ from, to, reason })
const codeOf = (run: () => unknown): string | null => {
  try {
    run()
    return null
  } catch (error) {
    return isProblem(error) ? error.code : 'bug'
  }
}

describe('dueDay', () => {
  it.each<[Clock, LocalDate | null]>([
    [clock(0, 'calendar-days'), '2022-04-26'],
    [clock(10, 'calendar-days'), '2022-05-06'],
    [clock(4, 'working-days'), '2022-05-05'],
    [clock(1, 'months', [], '2022-01-31'), '2022-02-28'],
    [clock(1, 'years', [], '2024-02-29'), '2025-02-28'],
    [clock(2, 'years'), '2024-04-26'],
    [clock(10, 'calendar-days', [pause('2022-05-01', '2022-05-05')]), '2022-05-11'],
    [clock(10, 'calendar-days', [pause('2022-05-01', '2022-05-05'), pause('2022-05-04', '2022-05-06')]), '2022-05-12'],
    [clock(10, 'calendar-days', [pause('2022-05-06', '2022-05-06')]), '2022-05-07'],
    [clock(10, 'calendar-days', [pause('2022-05-07', '2022-05-31')]), '2022-05-06'],
    [clock(10, 'calendar-days', [pause('2022-05-06', '2022-05-06'), pause('2022-05-07', '2022-05-08')]), '2022-05-09'],
    [clock(10, 'calendar-days', [pause('2022-04-20', '2022-04-26')]), '2022-05-06'],
    [clock(10, 'calendar-days', [pause('2022-04-20', '2022-04-27')]), '2022-05-07'],
    [clock(10, 'calendar-days', [pause('2022-05-05', '2022-05-01')]), '2022-05-06'],
    [clock(10, 'calendar-days', [pause('2022-05-01', null)]), null],
    [clock(10, 'calendar-days', [pause('2022-05-07', null)]), '2022-05-06'],
    [clock(4, 'working-days', [pause('2022-04-27', '2022-05-04')]), '2022-05-09'],
    [clock(4, 'working-days', [pause('2022-04-28', null)]), null],
    [clock(1, 'working-days', [pause('2022-04-28', null)]), '2022-04-27'],
    [clock(1, 'months', [pause('2022-05-01', '2022-05-10')]), '2022-06-05'],
  ])('%j is due %s', (c, due) => expect(dueDay(c, calendar)).toBe(due))

  it('refuses working days in a year without a notice, not calendar days', () => {
    expect(codeOf(() => dueDay(clock(5, 'working-days', [], '2026-12-30'), calendar))).toBe('calendar.missing')
    expect(dueDay(clock(5, 'calendar-days', [], '2026-12-30'), calendar)).toBe('2027-01-04')
  })
  it('refuses a time that is no whole number', () => {
    expect(codeOf(() => dueDay(clock(1.5, 'months'), calendar))).toBe('value.out-of-range')
    expect(codeOf(() => dueDay(clock(-1, 'calendar-days'), calendar))).toBe('value.out-of-range')
  })
  it('stages share the start and the pauses', () => {
    const stages = [
      { name: '调查', allowed: { amount: 10, unit: 'calendar-days' } },
      { name: '认定', allowed: { amount: 30, unit: 'calendar-days' } },
    ] as const
    const staged = { ...clock(60, 'calendar-days', [pause('2022-05-10', '2022-05-14')]), stages }
    expect(stageDays(staged, calendar)).toEqual([
      { name: '调查', due: '2022-05-06' },
      { name: '认定', due: '2022-05-31' },
    ])
  })
})

const anyPause = fc
  .tuple(fc.integer({ min: -10, max: 90 }), fc.integer({ min: 0, max: 20 }))
  .map(([from, days]) => pause(addDays('2022-04-26', from), addDays('2022-04-26', from + days)))
const anyAllowed: fc.Arbitrary<Allowed> = fc.oneof(
  fc.record({ amount: fc.integer({ min: 0, max: 60 }), unit: fc.constantFrom('calendar-days', 'working-days') }),
  fc.record({ amount: fc.integer({ min: 0, max: 6 }), unit: fc.constantFrom('months', 'years') }),
) as fc.Arbitrary<Allowed>

describe('pauses', () => {
  it('shift the due day by exactly the days paused', () =>
    fc.assert(
      fc.property(anyAllowed, fc.array(anyPause, { maxLength: 4 }), (allowed, pauses) => {
        fc.pre(allowed.unit !== 'years' || allowed.amount <= 3)
        const plain = dueDay({ ...clock(0, 'months'), allowed }, calendar)
        const due = dueDay({ ...clock(0, 'months'), allowed, pauses }, calendar)
        if (plain === null || due === null) throw new Error('closed pauses always give a day')
        let paused = 0
        for (let on = addDays('2022-04-26', 1); on <= due; on = addDays(on, 1)) {
          const counts = allowed.unit !== 'working-days' || workingDaysBetween(calendar, addDays(on, -1), on) === 1
          if (counts && pauses.some((p) => p.from <= on && p.to !== null && on <= p.to)) paused += 1
        }
        const moved =
          allowed.unit === 'working-days' ? workingDaysBetween(calendar, plain, due) : daysBetween(plain, due)
        expect(moved).toBe(paused)
      }),
      runs,
    ))
  it('do not depend on the order they are told in', () =>
    fc.assert(
      fc.property(anyAllowed, fc.array(anyPause, { maxLength: 5 }), (allowed, pauses) => {
        fc.pre(allowed.unit !== 'years' || allowed.amount <= 3)
        const one = { ...clock(0, 'months'), allowed, pauses }
        expect(dueDay(one, calendar)).toBe(dueDay({ ...one, pauses: pauses.toReversed() }, calendar))
      }),
      runs,
    ))
})

describe('clockState', () => {
  const ten = { ...clock(10, 'calendar-days'), soonDays: 3 }
  it.each<[string, Clock, LocalDate, object]>([
    ['before the start', ten, '2022-04-20', { kind: 'running', daysLeft: 10 }],
    ['the first day', ten, '2022-04-26', { kind: 'running', due: '2022-05-06', daysLeft: 10 }],
    ['the day before soon', ten, '2022-05-02', { kind: 'running', daysLeft: 4 }],
    ['soon', ten, '2022-05-03', { kind: 'due-soon', daysLeft: 3 }],
    ['the due day', ten, '2022-05-06', { kind: 'due-soon', daysLeft: 0 }],
    ['the day after', ten, '2022-05-07', { kind: 'overdue', due: '2022-05-06', daysLeft: -1 }],
    ['done in time', { ...ten, doneOn: '2022-05-06' }, '2022-06-01', { kind: 'done', isLate: false, daysLeft: 0 }],
    ['done late', { ...ten, doneOn: '2022-05-08' }, '2022-06-01', { kind: 'done', isLate: true, daysLeft: -2 }],
    ['not yet done on the day', { ...ten, doneOn: '2022-05-08' }, '2022-05-07', { kind: 'overdue', daysLeft: -1 }],
    ['working days left', clock(4, 'working-days'), '2022-04-29', { kind: 'running', due: '2022-05-05', daysLeft: 1 }],
    ['working days over', clock(4, 'working-days'), '2022-05-08', { kind: 'overdue', daysLeft: -2 }],
  ])('%s', (_, c, on, state) => expect(clockState(c, on, calendar)).toMatchObject(state))

  it('stands still in a pause, and runs on after it', () => {
    const paused = clock(10, 'calendar-days', [pause('2022-05-01', '2022-05-05', '等待省厅批复')])
    expect(clockState(paused, '2022-04-30', calendar)).toMatchObject({ kind: 'running', daysLeft: 6 })
    for (const on of ['2022-05-01', '2022-05-05'] as const)
      expect(clockState(paused, on, calendar)).toEqual({
        kind: 'paused',
        due: '2022-05-11',
        daysLeft: 6,
        since: '2022-05-01',
        reason: '等待省厅批复',
      })
    expect(clockState(paused, '2022-05-06', calendar)).toMatchObject({ kind: 'running', daysLeft: 5 })
  })
  it('an open pause leaves no due day', () => {
    const open = clock(10, 'calendar-days', [pause('2022-05-01', null)])
    expect(clockState(open, '2023-05-01', calendar)).toMatchObject({ kind: 'paused', due: null, daysLeft: 6 })
    expect(clockState({ ...open, doneOn: '2022-06-01' }, '2022-06-01', calendar)).toMatchObject({
      kind: 'done',
      due: null,
      isLate: false,
    })
  })
  it('days left never rise as days pass', () =>
    fc.assert(
      fc.property(
        anyAllowed,
        fc.array(anyPause, { maxLength: 3 }),
        fc.integer({ min: 0, max: 120 }),
        (allowed, pauses, n) => {
          fc.pre(allowed.unit !== 'years' || allowed.amount <= 2)
          const c = { ...clock(0, 'months'), allowed, pauses }
          const today = clockState(c, addDays(c.start, n), calendar)
          const tomorrow = clockState(c, addDays(c.start, n + 1), calendar)
          expect([0, 1]).toContain(today.daysLeft - tomorrow.daysLeft)
        },
      ),
      runs,
    ))
})
