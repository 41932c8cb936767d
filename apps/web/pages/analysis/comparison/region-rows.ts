import type { ComparedRegion, RegionComparison } from '../../../api/types.ts'

/** A line of the table with the block it stands in; the mean and the nation stand above all blocks. */
export type RegionLine = { row: ComparedRegion; group: { key: string; title: string } | null }

export type RowChoice = { sort: 'rank' | 'place'; comparableOnly: boolean }

/** Growth, or amounts where no region has a growth: the two are never put in one order. */
const valueIn = (rows: readonly ComparedRegion[]): ((row: ComparedRegion) => number | null) => {
  const isGrowth = rows.some(({ growth }) => growth?.value != null)
  return ({ growth, level }) => (isGrowth ? growth : level)?.value ?? null
}

/** The best first; those without a number stay last, in the order they came. */
export const byGrowth = (rows: readonly ComparedRegion[], lowIsBetter = false): ComparedRegion[] => {
  const measured = valueIn(rows)
  const known = rows.flatMap((row) => {
    const value = measured(row)
    return value === null ? [] : [{ row, value: lowIsBetter ? -value : value }]
  })
  return [
    ...known.sort((a, b) => b.value - a.value).map(({ row }) => row),
    ...rows.filter((row) => measured(row) === null),
  ]
}

/** 可比市州 are shown with the city itself. */
const chosenRows = (
  rows: readonly ComparedRegion[],
  { sort, comparableOnly }: RowChoice,
  lowIsBetter: boolean,
): ComparedRegion[] => {
  const shown = comparableOnly ? rows.filter(({ comparable, own }) => comparable || own) : rows
  return sort === 'rank' ? byGrowth(shown, lowIsBetter) : [...shown]
}

/** All lines of the table: the mean first, what stands beside it, then each block. */
export const linesOf = (view: RegionComparison, choice: RowChoice): RegionLine[] => [
  ...[view.mean, ...view.above]
    .filter(({ growth, level }, at) => at === 0 || growth !== null || level !== null)
    .map((row) => ({ row, group: null })),
  ...view.groups.flatMap(({ key, title, rows }) =>
    chosenRows(rows, choice, view.indicator.lowIsBetter).map((row) => ({
      row,
      group: view.groups.length > 1 ? { key, title } : null,
    })),
  ),
]
