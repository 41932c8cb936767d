/** The words a period puts into the heads of sheet T1. */
export type BoardHeads = { year: string; done: string; estimate: string | null; required: string }

const MONTHS_OF_QUARTER = ['3', '6', '9', '12'] as const
const REST = ['后三季度', '下半年', '四季度'] as const

/**
 * Heads of T1 for a period: 2022Q1 gives 1—3月完成, 1—6月预计, 后三季度需增长. A year or a fourth quarter has nothing
 * left to grow; periods of other shapes are named as they are.
 */
export const boardHeads = (period: string, periodWords: string): BoardHeads => {
  const year = period.slice(0, 4)
  const quarter = Number(/^\d{4}Q([1-4])$/.exec(period)?.[1] ?? 0)
  if (quarter === 0) return { year, done: `${periodWords}完成`, estimate: null, required: '余期需增长' }
  const next = MONTHS_OF_QUARTER[quarter]
  return {
    year,
    done: `1—${MONTHS_OF_QUARTER[quarter - 1]}月完成`,
    estimate: next ? `1—${next}月预计` : null,
    required: `${REST[quarter - 1] ?? '余期'}需增长`,
  }
}
