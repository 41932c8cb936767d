import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHINA_HOLIDAYS } from './holidays/cn.ts'
import { addDays, type LocalDate, weekday } from './local-date.ts'
import { isProblem } from './problem.ts'
import { lastNoticeDay } from './public-notice.ts'
import { addWorkingDays, isWorkingDay, workingDayCalendar, workingDaysBetween } from './working-days.ts'

const peer = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json'), 'utf8'),
) as { holidays: object; workdays: object }

const calendar = workingDayCalendar(CHINA_HOLIDAYS)
const runs = { numRuns: process.env.YUNDIAO_DEEP ? 2000 : 100 }
const dayOf2021To2026 = fc.integer({ min: 200, max: 1990 }).map((n) => addDays('2021-01-01', n))

describe('isWorkingDay', () => {
  it.each<[LocalDate, boolean]>([
    ['2022-04-01', true],
    ['2022-04-02', true],
    ['2022-04-03', false],
    ['2022-04-05', false],
    ['2022-04-06', true],
    ['2022-04-23', false],
    ['2022-04-24', true],
    ['2022-04-26', true],
    ['2022-04-29', true],
    ['2022-04-30', false],
    ['2022-05-04', false],
    ['2022-05-05', true],
    ['2022-05-07', true],
    ['2022-05-08', false],
    ['2022-12-30', true],
    ['2022-12-31', false],
    ['2023-01-02', false],
    ['2023-01-03', true],
  ])('%s: %s', (on, worked) => expect(isWorkingDay(calendar, on)).toBe(worked))

  // The library's functions read days in the machine's zone; its data have none.
  it('agrees with the data of chinese-days on every day of 2021–2026', () => {
    for (let on: LocalDate = '2021-01-01'; on <= '2026-12-31'; on = addDays(on, 1)) {
      const isWorked = on in peer.workdays || (weekday(on) <= 5 && !(on in peer.holidays))
      expect(`${on} ${isWorkingDay(calendar, on)}`).toBe(`${on} ${isWorked}`)
    }
  })

  it('make-up days are weekends, and no day is both off and worked', () => {
    for (const on of calendar.work) {
      expect(weekday(on)).toBeGreaterThan(5)
      expect(calendar.off.has(on)).toBe(false)
    }
  })

  it.each<LocalDate>(['2020-12-31', '2027-01-01'])('refuses %s, a year without a notice', (on) => {
    let caught: unknown
    try {
      isWorkingDay(calendar, on)
    } catch (error) {
      caught = error
    }
    expect(isProblem(caught) && caught.code).toBe('calendar.missing')
    expect(isProblem(caught) && caught.message).toContain(`${on.slice(0, 4)}年`)
  })

  it('each year cites its notice', () => {
    for (const { year, cite } of CHINA_HOLIDAYS) {
      expect(cite.document).toContain(`${year}年`)
      expect(cite.number).toMatch(/^国办发明电〔\d{4}〕\d+号$/)
    }
  })
})

describe('counting working days', () => {
  it.each<[LocalDate, number, LocalDate]>([
    ['2022-04-26', 0, '2022-04-26'],
    ['2022-04-26', 3, '2022-04-29'],
    ['2022-04-26', 4, '2022-05-05'],
    ['2022-04-26', 6, '2022-05-07'],
    ['2022-04-26', 7, '2022-05-09'],
    ['2022-04-25', -1, '2022-04-24'],
    ['2022-04-24', -1, '2022-04-22'],
  ])('%s and %d working days: %s', (on, n, then) => expect(addWorkingDays(calendar, on, n)).toBe(then))

  it('adding and counting agree', () =>
    fc.assert(
      fc.property(dayOf2021To2026, fc.integer({ min: -60, max: 60 }), (on, n) => {
        fc.pre(isWorkingDay(calendar, on))
        const then = addWorkingDays(calendar, on, n)
        expect(workingDaysBetween(calendar, on, then)).toBe(n)
        expect(isWorkingDay(calendar, then)).toBe(true)
      }),
      runs,
    ))
})

describe('lastNoticeDay', () => {
  // 30 April to 4 May are holidays; 24 April and 7 May are worked.
  it.each<[LocalDate, number, '工作日' | '自然日' | null, LocalDate]>([
    ['2022-04-26', 1, '工作日', '2022-04-26'],
    ['2022-04-26', 4, '工作日', '2022-04-29'],
    ['2022-04-26', 5, '工作日', '2022-05-05'],
    ['2022-04-26', 5, '自然日', '2022-04-30'],
    ['2022-04-26', 5, null, '2022-04-30'],
    ['2022-04-30', 1, '工作日', '2022-05-05'],
  ])('from %s for %i %s: %s', (from, days, kind, last) =>
    expect(lastNoticeDay(calendar, from, { days, kind })).toBe(last),
  )
})
