import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  dayFromNumber,
  dayInWords,
  dayNumber,
  daysBetween,
  daysInMonth,
  endOfLastMonth,
  endOfMonth,
  isLeapYear,
  type LocalDate,
  localDate,
  parseLocalDate,
  partsOf,
  weekday,
} from './local-date.ts'

const runs = { numRuns: process.env.YUNDIAO_DEEP ? 5000 : 100 }
const anyDay = fc.integer({ min: 400, max: 3_651_000 }).map(dayFromNumber)

describe('the calendar', () => {
  it.each([
    [1900, false],
    [2000, true],
    [2020, true],
    [2021, false],
    [2022, false],
    [2024, true],
    [2100, false],
  ])('%d is a leap year: %s', (year, leap) => {
    expect(isLeapYear(year)).toBe(leap)
    expect(daysInMonth(year, 2)).toBe(leap ? 29 : 28)
    expect(localDate(year, 2, 29) !== null).toBe(leap)
  })
  it.each([
    '2022-02-29',
    '2022-04-31',
    '2022-00-10',
    '2022-13-01',
    '2022-01-00',
    '0000-01-01',
    '2022-4-26',
    '20220426',
    '2022-04-26T00',
    '',
  ])('%j is no day', (text) => expect(parseLocalDate(text)).toBeNull())
  it.each([
    ['2022-04-26', 2],
    ['2022-04-24', 7],
    ['2022-01-01', 6],
    ['2000-01-01', 6],
    ['2000-02-29', 2],
    ['1949-10-01', 6],
    ['1900-01-01', 1],
    ['0001-01-01', 1],
    ['9999-12-31', 5],
  ] as const)('%s is weekday %d', (on, day) => expect(weekday(on)).toBe(day))

  it.each<[LocalDate, LocalDate, number]>([
    ['2022-04-26', '2022-04-26', 0],
    ['2022-02-28', '2022-03-01', 1],
    ['2024-02-28', '2024-03-01', 2],
    ['2021-12-31', '2022-01-01', 1],
    ['2000-01-01', '2022-01-01', 8036],
    ['1970-01-01', '2022-04-26', 19_108],
    ['2022-04-26', '2022-04-25', -1],
  ])('%s to %s are %d days', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days)
    expect(addDays(from, days)).toBe(to)
  })
})

describe('months and years', () => {
  it.each<[LocalDate, number, LocalDate]>([
    ['2022-01-31', 1, '2022-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2022-03-31', -1, '2022-02-28'],
    ['2022-12-15', 1, '2023-01-15'],
    ['2022-01-15', -1, '2021-12-15'],
    ['2022-04-26', 12, '2023-04-26'],
    ['2022-04-26', 0, '2022-04-26'],
  ])('%s and %d months: %s', (on, months, then) => expect(addMonths(on, months)).toBe(then))
  it('a year from 29 February is 28 February', () => expect(addYears('2024-02-29', 1)).toBe('2025-02-28'))
  it.each([
    ['2022-04-26', '2022-03-31'],
    ['2022-03-01', '2022-02-28'],
    ['2024-03-31', '2024-02-29'],
    ['2022-01-31', '2021-12-31'],
  ] as const)('the month before %s ends on %s', (on, end) => expect(endOfLastMonth(on)).toBe(end))
  it('the end of a month', () => {
    expect([endOfMonth(2022, 2), endOfMonth(2024, 2), endOfMonth(2022, 12)]).toEqual([
      '2022-02-28',
      '2024-02-29',
      '2022-12-31',
    ])
  })
})

describe('properties', () => {
  it('number and day are inverse, and a day reads back', () =>
    fc.assert(
      fc.property(anyDay, (on) => {
        expect(dayFromNumber(dayNumber(on))).toBe(on)
        const { year, month, day } = partsOf(on)
        expect(parseLocalDate(on)).toBe(localDate(year, month, day))
      }),
      runs,
    ))
  it('the order of texts is the order of days', () =>
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(a < b).toBe(dayNumber(a) < dayNumber(b))
      }),
      runs,
    ))
  it('seven days on is the same weekday', () =>
    fc.assert(
      fc.property(anyDay, (on) => {
        expect(weekday(addDays(on, 7))).toBe(weekday(on))
        expect(weekday(addDays(on, 1))).toBe((weekday(on) % 7) + 1)
      }),
      runs,
    ))
  it('agrees with the platform calendar', () =>
    fc.assert(
      fc.property(fc.integer({ min: -25_000, max: 60_000 }), (n) => {
        const theirs = new Date(n * 86_400_000)
        const ours = addDays('1970-01-01', n)
        expect(ours).toBe(theirs.toISOString().slice(0, 10))
        expect(weekday(ours) % 7).toBe(theirs.getUTCDay())
      }),
      runs,
    ))
})

describe('dayInWords', () => {
  it('leaves out the reader’s own year', () => {
    expect(dayInWords('2022-04-06', 2022)).toBe('4月6日')
    expect(dayInWords('2021-12-31', 2022)).toBe('2021年12月31日')
    expect(dayInWords('2022-04-26')).toBe('2022年4月26日')
  })
})
