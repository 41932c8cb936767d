import type { Accumulation, FoundFigure, Measure } from '@yundiao/figures'
import { type LocalDate, parsePeriod, partsOf } from '@yundiao/kernel'

/** Months from year 0, so that places can be counted: January 2022 is 2022 × 12. */
export type MonthCount = number

/** A release on the calendar: the months it covers alone, the last one, its value. */
export type Placed = { first: MonthCount; last: MonthCount; value: number; period: string }

const countOf = (day: LocalDate): MonthCount => {
  const { year, month } = partsOf(day)
  return year * 12 + month - 1
}

/**
 * Where a figure stands; null without a value, for parts of a month, and for a stretch whose end is no month's end. Of a
 * cumulative figure the first month is January, however it is spelled.
 */
export const placed = ({ period, value, series }: FoundFigure): Placed | null => {
  const read = parsePeriod(period)
  if (!read || value === null || !['year', 'half', 'quarter', 'month', 'months'].includes(read.kind)) return null
  const last = countOf(read.ends)
  const first = series.accumulation === 'ytd' ? last - (last % 12) : countOf(read.starts)
  return { first, last, value, period }
}

/** Amounts may be added and taken apart; rates, shares and indices may not. */
export const isAmount = (measure: Measure): boolean => measure === 'level'

const isQuarterEnd = (last: MonthCount): boolean => last % 3 === 2

/** 12 when a release ends elsewhere than a quarter, 4 when all end with quarters, 1 when all end the year. */
export const frequencyOf = (all: readonly Placed[], accumulation: Accumulation): 12 | 4 | 1 => {
  const spans = all.map(({ first, last }) => last - first + 1)
  const isMonthly =
    all.some(({ last }) => !isQuarterEnd(last)) || (accumulation === 'period' && spans.some((span) => span < 3))
  if (isMonthly) return 12
  return all.every(({ last }) => last % 12 === 11) ? 1 : 4
}

/** A value on a place of the grid; `isJoint` when it covers January and February together. */
export type Cell = { value: number; isJoint: boolean }

/** Releases of one period alone: a month's, a quarter's, or January and February's. Longer ones are no place. */
const alone = (all: readonly Placed[], width: number): Map<MonthCount, Cell> =>
  new Map(
    all.flatMap(({ first, last, value }) => {
      const isJoint = width === 1 && last - first === 1 && last % 12 === 1
      return isJoint || last - first + 1 === width ? [[last, { value, isJoint }] as const] : []
    }),
  )

/** What each cumulative amount adds to the one a place before; January and February stay together. */
const takenApart = (all: readonly Placed[], width: number): Map<MonthCount, Cell> => {
  const byEnd = new Map(all.map((one) => [one.last, one.value]))
  return new Map(
    all.flatMap(({ first, last, value }): [MonthCount, Cell][] => {
      if (last - first + 1 === width) return [[last, { value, isJoint: false }]]
      const before = byEnd.get(last - width)
      if (before !== undefined) return [[last, { value: value - before, isJoint: false }]]
      return width === 1 && last - first === 1 ? [[last, { value, isJoint: true }]] : []
    }),
  )
}

/** Values by the last month of their place, one every `width` months. Rates and stocks stand as published. */
export const cellsOf = (
  all: readonly Placed[],
  key: { measure: Measure; accumulation: Accumulation },
  width: number,
): Map<MonthCount, Cell> => {
  if (key.accumulation === 'period') return alone(all, width)
  if (key.accumulation === 'ytd' && isAmount(key.measure)) return takenApart(all, width)
  return new Map(
    all.map(({ first, last, value }) => [
      last,
      { value, isJoint: width === 1 && key.accumulation === 'ytd' && last - first === 1 },
    ]),
  )
}

/** Months added up to quarters, January and February as one; a quarter that lacks a month is left out. */
export const quartersOf = (cells: ReadonlyMap<MonthCount, Cell>): Map<MonthCount, Cell> => {
  const ends = [...cells.keys()].filter(isQuarterEnd)
  return new Map(
    ends.flatMap((end) => {
      const months = [end - 2, end - 1, end].map((month) => cells.get(month) ?? null)
      const [one, two, three] = months
      const isWhole = two && three && (one !== null || two.isJoint)
      if (!isWhole) return []
      const value = (two.isJoint ? 0 : (one?.value ?? 0)) + two.value + three.value
      return [[end, { value, isJoint: false }] as const]
    }),
  )
}
