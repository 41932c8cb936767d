import { addDays, daysBetween, type LocalDate, localDate, partsOf, weekday } from './local-date.ts'

/** Kinds of periods; `months` are months published together. */
export type PeriodKind = 'year' | 'half' | 'quarter' | 'month' | 'months' | 'ten-days' | 'week' | 'day'

/**
 * A stretch of days a figure or a report belongs to. `text` is the canonical spelling and the identity:
 * `2022` `2022H1` `2022Q1` `2022-03` `2022-01/02` (months published together) `2022-04上|中|下` (旬) `2022-W17` (ISO week)
 * `2022-04-26`. Both ends are included. Cumulative or single is the series' accumulation, never the spelling.
 */
export type Period = { kind: PeriodKind; text: string; starts: LocalDate; ends: LocalDate }

/** 上旬, 中旬, 下旬. */
export type TenDays = '上' | '中' | '下'
const TEN_DAYS: readonly TenDays[] = ['上', '中', '下']

const pad = (n: number): string => String(n).padStart(2, '0')
const pad4 = (n: number): string => String(n).padStart(4, '0')

const first = (year: number, month: number): LocalDate | null => localDate(year, month, 1)

const spanOfMonths = (kind: PeriodKind, text: string, year: number, from: number, to: number): Period | null => {
  const starts = first(year, from)
  const after = to === 12 ? first(year + 1, 1) : first(year, to + 1)
  // The last year of LocalDate has no day after it.
  const ends = after ? addDays(after, -1) : localDate(year, to, 31)
  return starts && ends && from <= to ? { kind, text, starts, ends } : null
}

/** The year 1–9999; null outside. */
export const yearPeriod = (year: number): Period | null => spanOfMonths('year', pad4(year), year, 1, 12)

/** A half-year, 1 or 2; null outside. */
export const halfPeriod = (year: number, half: number): Period | null =>
  half === 1 || half === 2 ? spanOfMonths('half', `${pad4(year)}H${half}`, year, half * 6 - 5, half * 6) : null

/** A quarter 1–4; null outside. */
export const quarterPeriod = (year: number, quarter: number): Period | null =>
  quarter >= 1 && quarter <= 4
    ? spanOfMonths('quarter', `${pad4(year)}Q${quarter}`, year, quarter * 3 - 2, quarter * 3)
    : null

/** A month 1–12; null outside. */
export const monthPeriod = (year: number, month: number): Period | null =>
  month >= 1 && month <= 12 ? spanOfMonths('month', `${pad4(year)}-${pad(month)}`, year, month, month) : null

/** Months of one year published as one (1—2月); null unless `from` is before `to`. */
export const jointMonthsPeriod = (year: number, from: number, to: number): Period | null =>
  from >= 1 && to <= 12 && from < to
    ? spanOfMonths('months', `${pad4(year)}-${pad(from)}/${pad(to)}`, year, from, to)
    : null

/** 上旬 days 1–10, 中旬 11–20, 下旬 21 to the month's end. */
export const tenDaysPeriod = (year: number, month: number, part: TenDays): Period | null => {
  const whole = monthPeriod(year, month)
  if (!whole) return null
  const index = TEN_DAYS.indexOf(part)
  const starts = addDays(whole.starts, index * 10)
  return {
    kind: 'ten-days',
    text: `${whole.text}${part}`,
    starts,
    ends: index === 2 ? whole.ends : addDays(starts, 9),
  }
}

const mondayOf = (on: LocalDate): LocalDate => addDays(on, 1 - weekday(on))

/** ISO 8601 week: Monday to Sunday, week 1 holds 4 January; null when the year has no such week. */
export const weekPeriod = (year: number, week: number): Period | null => {
  const fourth = localDate(year, 1, 4)
  if (!fourth || year < 2 || year > 9998 || !Number.isInteger(week) || week < 1) return null
  const starts = addDays(mondayOf(fourth), (week - 1) * 7)
  if (partsOf(addDays(starts, 3)).year !== year) return null
  return { kind: 'week', text: `${pad4(year)}-W${pad(week)}`, starts, ends: addDays(starts, 6) }
}

/** One day as a period. */
export const dayPeriod = (on: LocalDate): Period => ({ kind: 'day', text: on, starts: on, ends: on })

const SPELLINGS: readonly [RegExp, (parts: readonly string[]) => Period | null][] = [
  [/^(\d{4})$/, ([y]) => yearPeriod(Number(y))],
  [/^(\d{4})H([12])$/, ([y, h]) => halfPeriod(Number(y), Number(h))],
  [/^(\d{4})Q([1-4])$/, ([y, q]) => quarterPeriod(Number(y), Number(q))],
  [/^(\d{4})-(\d{2})$/, ([y, m]) => monthPeriod(Number(y), Number(m))],
  [/^(\d{4})-(\d{2})\/(\d{2})$/, ([y, m, n]) => jointMonthsPeriod(Number(y), Number(m), Number(n))],
  [/^(\d{4})-(\d{2})([上中下])$/, ([y, m, part]) => tenDaysPeriod(Number(y), Number(m), part as TenDays)],
  [/^(\d{4})-W(\d{2})$/, ([y, w]) => weekPeriod(Number(y), Number(w))],
  [
    /^(\d{4})-(\d{2})-(\d{2})$/,
    ([y, m, d]) => {
      const on = localDate(Number(y), Number(m), Number(d))
      return on && dayPeriod(on)
    },
  ],
]

/** The period a canonical spelling names; null when it is none (a shell answers with Problem `period.invalid`). */
export const parsePeriod = (text: string): Period | null => {
  for (const [spelling, build] of SPELLINGS) {
    const match = spelling.exec(text)
    if (match) return build(match.slice(1))
  }
  return null
}

/** Order by end, then the longer first, then spelling: what is known later sorts later. Negative when a is before b. */
export const comparePeriods = (a: Period, b: Period): number => {
  if (a.ends !== b.ends) return a.ends < b.ends ? -1 : 1
  if (a.starts !== b.starts) return a.starts < b.starts ? -1 : 1
  if (a.text === b.text) return 0
  return a.text < b.text ? -1 : 1
}

/** Whether every day of `inner` lies in `outer`. */
export const containsPeriod = (outer: Period, inner: Period): boolean =>
  outer.starts <= inner.starts && inner.ends <= outer.ends

/** Whether a day lies in the period. */
export const containsDay = (period: Period, on: LocalDate): boolean => period.starts <= on && on <= period.ends

const tenDaysOf = (day: number): number => Math.min(2, Math.floor((day - 1) / 10))

/**
 * The period of a kind that holds the day. Joint months are no partition of the year: ask for `month`. Null only for
 * weeks at the two ends of the calendar.
 */
export const periodOf = (kind: Exclude<PeriodKind, 'months'>, on: LocalDate): Period | null => {
  const { year, month, day } = partsOf(on)
  switch (kind) {
    case 'year':
      return yearPeriod(year)
    case 'half':
      return halfPeriod(year, month <= 6 ? 1 : 2)
    case 'quarter':
      return quarterPeriod(year, Math.ceil(month / 3))
    case 'month':
      return monthPeriod(year, month)
    case 'ten-days':
      return tenDaysPeriod(year, month, TEN_DAYS[tenDaysOf(day)] ?? '下')
    case 'week': {
      // The ISO year of a week is the year of its Thursday.
      const thursday = addDays(mondayOf(on), 3)
      const isoYear = partsOf(thursday).year
      const newYear = localDate(isoYear, 1, 1)
      return newYear && weekPeriod(isoYear, Math.floor(daysBetween(newYear, thursday) / 7) + 1)
    }
    case 'day':
      return dayPeriod(on)
  }
}

const byParts = (index: number, perYear: number): [year: number, part: number] => {
  const year = Math.floor(index / perYear)
  return [year, index - year * perYear]
}

const shiftTenDays = (on: LocalDate, n: number): Period | null => {
  const { year, month, day } = partsOf(on)
  const [y, part] = byParts(year * 36 + (month - 1) * 3 + tenDaysOf(day) + n, 36)
  return tenDaysPeriod(y, Math.floor(part / 3) + 1, TEN_DAYS[part % 3] ?? '上')
}

/**
 * The period `n` of its own kind later (earlier when negative): a quarter moves by quarters, a day by days. Joint
 * months move by years, for 1—2月 is followed by no second pair. Null outside the years 1–9999.
 */
export const shiftPeriod = (period: Period, n: number): Period | null => {
  const { year, month } = partsOf(period.starts)
  switch (period.kind) {
    case 'year':
      return yearPeriod(year + n)
    case 'half': {
      const [y, part] = byParts(year * 2 + (month > 6 ? 1 : 0) + n, 2)
      return halfPeriod(y, part + 1)
    }
    case 'quarter': {
      const [y, part] = byParts(year * 4 + (month - 1) / 3 + n, 4)
      return quarterPeriod(y, part + 1)
    }
    case 'month': {
      const [y, part] = byParts(year * 12 + month - 1 + n, 12)
      return monthPeriod(y, part + 1)
    }
    case 'months':
      return jointMonthsPeriod(year + n, month, partsOf(period.ends).month)
    case 'ten-days':
      return shiftTenDays(period.starts, n)
    case 'week':
      return periodOf('week', addDays(period.starts, n * 7))
    case 'day':
      return parsePeriod(addDays(period.starts, n))
  }
}

/**
 * The period a year-on-year rate compares with. A week is compared with the week of the same ISO number; null for
 * week 53 where last year has none and for 29 February: there is nothing to compare with.
 */
export const samePeriodLastYear = (period: Period): Period | null => {
  const year = Number(period.text.slice(0, 4)) - 1
  return parsePeriod(`${pad4(year)}${period.text.slice(4)}`)
}
