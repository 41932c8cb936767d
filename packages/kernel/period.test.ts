import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type LocalDate, localDate } from './local-date.ts'
import {
  comparePeriods,
  containsDay,
  containsPeriod,
  dayPeriod,
  halfPeriod,
  jointMonthsPeriod,
  monthPeriod,
  type Period,
  type PeriodKind,
  parsePeriod,
  periodOf,
  quarterPeriod,
  samePeriodLastYear,
  shiftPeriod,
  tenDaysPeriod,
  weekPeriod,
  yearPeriod,
} from './period.ts'
import { periodInWords } from './period-words.ts'

const runs = { numRuns: process.env.YUNDIAO_DEEP ? 5000 : 100 }
const known = (text: string): Period => {
  const period = parsePeriod(text)
  if (!period) throw new Error(text)
  return period
}
const anyDay = fc.integer({ min: 0, max: 73_000 }).map((n) => addDays('1900-01-01', n))
const KINDS = ['year', 'half', 'quarter', 'month', 'ten-days', 'week', 'day'] as const
const anyPeriod: fc.Arbitrary<Period> = fc.oneof(
  fc.tuple(fc.constantFrom(...KINDS), anyDay).map(([kind, on]) => periodOf(kind, on)),
  fc
    .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 11 }), fc.integer({ min: 1, max: 11 }))
    .map(([year, from, more]) => jointMonthsPeriod(year, from, Math.min(12, from + more))),
) as fc.Arbitrary<Period>

describe('parsePeriod', () => {
  it.each<[string, PeriodKind, string, string]>([
    ['2022', 'year', '2022-01-01', '2022-12-31'],
    ['2022H1', 'half', '2022-01-01', '2022-06-30'],
    ['2022H2', 'half', '2022-07-01', '2022-12-31'],
    ['2022Q1', 'quarter', '2022-01-01', '2022-03-31'],
    ['2022Q4', 'quarter', '2022-10-01', '2022-12-31'],
    ['2022-03', 'month', '2022-03-01', '2022-03-31'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29'],
    ['2022-01/02', 'months', '2022-01-01', '2022-02-28'],
    ['2022-04上', 'ten-days', '2022-04-01', '2022-04-10'],
    ['2022-04中', 'ten-days', '2022-04-11', '2022-04-20'],
    ['2022-04下', 'ten-days', '2022-04-21', '2022-04-30'],
    ['2022-02下', 'ten-days', '2022-02-21', '2022-02-28'],
    ['2022-W17', 'week', '2022-04-25', '2022-05-01'],
    ['2022-W01', 'week', '2022-01-03', '2022-01-09'],
    ['2020-W53', 'week', '2020-12-28', '2021-01-03'],
    ['2026-W01', 'week', '2025-12-29', '2026-01-04'],
    ['2022-04-26', 'day', '2022-04-26', '2022-04-26'],
    ['9999', 'year', '9999-01-01', '9999-12-31'],
  ])('%s', (text, kind, starts, ends) => expect(parsePeriod(text)).toEqual({ kind, text, starts, ends }))

  it.each([
    '',
    '22',
    '2022H3',
    '2022Q0',
    '2022Q5',
    '2022-00',
    '2022-13',
    '2022-1',
    '2022-02/01',
    '2022-03/03',
    '2022-11/13',
    '2022-W00',
    '2022-W53',
    '2021-W53',
    '2022-02-29',
    '2022-04-31',
    '2022-13上',
    '2022年',
    ' 2022',
    '2022Q1 ',
    '0000',
    '2022q1',
    '2022-04上旬',
    '2022-W1',
  ])('refuses %j', (text) => expect(parsePeriod(text)).toBeNull())

  it('refuses parts out of range', () => {
    expect([yearPeriod(0), yearPeriod(10_000), yearPeriod(1.5), halfPeriod(2022, 3), quarterPeriod(2022, 5)]).toEqual(
      Array(5).fill(null),
    )
    expect([monthPeriod(2022, 0), tenDaysPeriod(2022, 13, '上'), weekPeriod(2022, 1.5)]).toEqual(Array(3).fill(null))
  })

  it('reads back what it prints', () =>
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(parsePeriod(period.text)).toEqual(period)
      }),
      runs,
    ))
})

describe('periodOf', () => {
  it.each<[Exclude<PeriodKind, 'months'>, LocalDate, string]>([
    ['half', '2022-06-30', '2022H1'],
    ['half', '2022-07-01', '2022H2'],
    ['quarter', '2022-03-31', '2022Q1'],
    ['quarter', '2022-04-01', '2022Q2'],
    ['ten-days', '2022-04-10', '2022-04上'],
    ['ten-days', '2022-04-11', '2022-04中'],
    ['ten-days', '2022-01-31', '2022-01下'],
    ['week', '2022-01-02', '2021-W52'],
    ['week', '2022-01-03', '2022-W01'],
    ['week', '2021-01-03', '2020-W53'],
    ['week', '2024-12-30', '2025-W01'],
    ['day', '2022-04-26', '2022-04-26'],
  ])('%s of %s is %s', (kind, on, text) => expect(periodOf(kind, on)?.text).toBe(text))

  it('holds the day', () =>
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), anyDay, (kind, on) => {
        const period = periodOf(kind, on)
        expect(period?.kind).toBe(kind)
        expect(period && containsDay(period, on)).toBe(true)
      }),
      runs,
    ))
})

describe('shiftPeriod', () => {
  it.each([
    ['2022', 1, '2023'],
    ['2022H1', -1, '2021H2'],
    ['2022Q1', -1, '2021Q4'],
    ['2022Q4', 1, '2023Q1'],
    ['2022-01', -1, '2021-12'],
    ['2022-12', 2, '2023-02'],
    ['2022-01/02', 1, '2023-01/02'],
    ['2022-04上', -1, '2022-03下'],
    ['2022-12下', 1, '2023-01上'],
    ['2020-W53', 1, '2021-W01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2022-04-26', -26, '2022-03-31'],
  ])('%s by %d is %s', (text, n, shifted) => expect(shiftPeriod(known(text), n)?.text).toBe(shifted))

  it('is null beyond the calendar', () => {
    expect(shiftPeriod(known('9999'), 1)).toBeNull()
    expect(shiftPeriod(known('0001Q1'), -1)).toBeNull()
    expect(shiftPeriod(known('9999-12-31'), 1)).toBeNull()
    expect(shiftPeriod(known('0001-01-01'), -1)).toBeNull()
  })

  it('comes back, and later sorts later', () =>
    fc.assert(
      fc.property(anyPeriod, fc.integer({ min: -200, max: 200 }), (period, n) => {
        const there = shiftPeriod(period, n)
        expect(there && shiftPeriod(there, -n)).toEqual(period)
        expect(there && Math.sign(comparePeriods(there, period))).toBe(Math.sign(n))
      }),
      runs,
    ))

  it('leaves no day out between neighbours', () =>
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const next = shiftPeriod(period, 1)
        fc.pre(period.kind !== 'months')
        expect(next?.starts).toBe(addDays(period.ends, 1))
      }),
      runs,
    ))
})

describe('comparing', () => {
  it('orders by what is known later, the longer first where ends agree', () => {
    const sorted = ['2022-03', '2022', '2022Q1', '2022-01/02', '2021', '2022-03-31'].map(known).sort(comparePeriods)
    expect(sorted.map((p) => p.text)).toEqual(['2021', '2022-01/02', '2022Q1', '2022-03', '2022-03-31', '2022'])
  })
  it('agrees with the ends, and is a total order', () =>
    fc.assert(
      fc.property(anyPeriod, anyPeriod, anyPeriod, (a, b, c) => {
        if (a.ends < b.ends) expect(comparePeriods(a, b)).toBeLessThan(0)
        expect(comparePeriods(a, b)).toBe(-comparePeriods(b, a) + 0)
        expect(comparePeriods(a, b) === 0).toBe(a.text === b.text)
        if (comparePeriods(a, b) <= 0 && comparePeriods(b, c) <= 0) expect(comparePeriods(a, c)).toBeLessThanOrEqual(0)
      }),
      runs,
    ))
  it.each([
    ['2022', '2022Q1', true],
    ['2022Q1', '2022-01/02', true],
    ['2022Q1', '2022-W13', false],
    ['2022-01/02', '2022-03', false],
    ['2022-04下', '2022-04-26', true],
  ])('%s contains %s: %s', (outer, inner, yes) => expect(containsPeriod(known(outer), known(inner))).toBe(yes))
})

describe('samePeriodLastYear', () => {
  it.each([
    ['2022Q1', '2021Q1'],
    ['2022-01/02', '2021-01/02'],
    ['2022-04上', '2021-04上'],
    ['2022-W17', '2021-W17'],
    ['2022-04-26', '2021-04-26'],
    ['2020-02', '2019-02'],
    ['2020-02-29', null],
    ['2020-W53', null],
    ['0001', null],
  ])('%s → %s', (text, last) => expect(samePeriodLastYear(known(text))?.text ?? null).toBe(last))
})

describe('periodInWords', () => {
  it.each([
    ['2022', 'period', '2022年'],
    ['2022H1', 'period', '2022年上半年'],
    ['2022H2', 'period', '2022年下半年'],
    ['2022Q1', 'period', '2022年一季度'],
    ['2022Q3', 'period', '2022年三季度'],
    ['2022-03', 'period', '2022年3月'],
    ['2022-01/02', 'period', '2022年1—2月'],
    ['2022-04上', 'period', '2022年4月上旬'],
    ['2022-W07', 'period', '2022年第7周'],
    ['2022-04-26', 'period', '2022年4月26日'],
    ['2022Q1', 'ytd', '2022年一季度'],
    ['2022Q2', 'ytd', '2022年上半年'],
    ['2022H1', 'ytd', '2022年上半年'],
    ['2022Q3', 'ytd', '2022年前三季度'],
    ['2022Q4', 'ytd', '2022年'],
    ['2022H2', 'ytd', '2022年'],
    ['2022', 'ytd', '2022年'],
    ['2022-01', 'ytd', '2022年1月'],
    ['2022-03', 'ytd', '2022年1—3月'],
    ['2022-01/02', 'ytd', '2022年1—2月'],
    ['2022-12', 'ytd', '2022年'],
    ['2022-04上', 'ytd', '截至2022年4月10日'],
    ['2022-03', 'stock', '2022年3月末'],
    ['2022Q1', 'stock', '2022年3月末'],
    ['2022', 'stock', '2022年末'],
    ['2022-04下', 'stock', '2022年4月末'],
    ['2022-04中', 'stock', '2022年4月20日'],
    ['2022-04-26', 'stock', '2022年4月26日'],
  ] as const)('%s, %s: %s', (text, accumulation, words) => expect(periodInWords(known(text), accumulation)).toBe(words))

  it('two periods alone never read the same', () =>
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (a, b) => {
        expect(periodInWords(a) === periodInWords(b)).toBe(a.text === b.text)
      }),
      runs,
    ))
  it('a day period is its day', () => expect(dayPeriod(localDate(2022, 4, 26) as LocalDate).text).toBe('2022-04-26'))
})
