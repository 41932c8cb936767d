import type { ComparedRegion, RegionComparison } from '../../../api/types.ts'

/** A line of the table with the block it stands in; the mean and the nation stand above all blocks. */
export type RegionLine = { row: ComparedRegion; group: { key: string; title: string } | null }

export type RowChoice = { sort: 'rank' | 'place'; comparableOnly: boolean }

const orderOf = (row: ComparedRegion): number => row.growth?.value ?? row.level?.value ?? Number.NEGATIVE_INFINITY

/** The best growth first; those without a number stay last, in the order they came. */
export const byGrowth = (rows: readonly ComparedRegion[], lowIsBetter = false): ComparedRegion[] => {
  const known = rows.filter((row) => Number.isFinite(orderOf(row)))
  const without = rows.filter((row) => !Number.isFinite(orderOf(row)))
  return [...known.sort((a, b) => (lowIsBetter ? orderOf(a) - orderOf(b) : orderOf(b) - orderOf(a))), ...without]
}

/** 可比市州 are shown with the city itself. */
export const chosenRows = (rows: readonly ComparedRegion[], { sort, comparableOnly }: RowChoice): ComparedRegion[] => {
  const shown = comparableOnly ? rows.filter(({ comparable, own }) => comparable || own) : rows
  return sort === 'rank' ? byGrowth(shown) : [...shown]
}

/** All lines of the table: the mean first, what stands beside it, then each block. */
export const linesOf = (view: RegionComparison, choice: RowChoice): RegionLine[] => [
  ...[view.mean, ...view.above]
    .filter(({ growth, level }, at) => at === 0 || growth !== null || level !== null)
    .map((row) => ({ row, group: null })),
  ...view.groups.flatMap(({ key, title, rows }) =>
    chosenRows(rows, choice).map((row) => ({ row, group: view.groups.length > 1 ? { key, title } : null })),
  ),
]
