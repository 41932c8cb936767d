import type { GradeLimit } from '../scheme/grading.ts'

/** Sums of shares such as 0.29 × 100 fall a hair below what they stand for. */
const HAIR = 1e-9

/** `0.3` of 10 is 3, never 2. */
export const atMostOf = (share: number, whole: number): number => Math.floor(share * whole + HAIR)

/** At least this share, in whole units. */
export const atLeastOf = (share: number, whole: number): number => Math.ceil(share * whole - HAIR)

/** How many units a grade may hold (atMost, upTo) or must (atLeast); null without a share. */
export const allowedOf = (limits: readonly GradeLimit[], index: number, whole: number): number | null => {
  const limit = limits[index]
  if (limit?.atMost !== undefined) return atMostOf(limit.atMost, whole)
  if (limit?.atLeast !== undefined) return atLeastOf(limit.atLeast, whole)
  if (limit?.upTo === undefined) return null
  const before = limits.slice(0, index).reduce((end, { upTo }) => Math.max(end, upTo ?? 0), 0)
  return atMostOf(limit.upTo, whole) - atMostOf(before, whole)
}

const quotaEnds = (limits: readonly GradeLimit[], sizes: readonly number[], count: number): number[] => {
  const rest = limits.findIndex(({ atMost, atLeast }) => atMost === undefined && atLeast === undefined)
  const middle = rest === -1 ? limits.length - 1 : rest
  // A least share is owed, a largest only allowed: the places below come first.
  const above = Math.max(0, count - sizes.slice(middle + 1).reduce((sum, size) => sum + size, 0))
  let end = 0
  return limits.map((_, i) => {
    if (i < middle) end = Math.min(above, end + (sizes[i] ?? 0))
    else if (i === middle) end = above
    else end = Math.min(count, end + (sizes[i] ?? 0))
    return end
  })
}

/**
 * Where each grade ends among `count` units from the best: places, the last one counted in. `taken` places of a grade are
 * already held by units of a list.
 */
export const gradeEnds = (
  limits: readonly GradeLimit[],
  { whole, count, taken }: { whole: number; count: number; taken: Readonly<Record<string, number>> },
): number[] => {
  const sizes = limits.map(({ grade }, i) => Math.max(0, (allowedOf(limits, i, whole) ?? 0) - (taken[grade] ?? 0)))
  if (limits.every(({ upTo }) => upTo === undefined)) return quotaEnds(limits, sizes, count)
  let end = 0
  return limits.map(({ upTo }, i) => {
    end = upTo === undefined ? count : Math.min(count, end + (sizes[i] ?? 0))
    return i === limits.length - 1 ? count : end
  })
}

/** Borders moved so that no units of one score are cut, all to the better or all to the worse side; and who was cut. */
export const settleTies = (
  ends: readonly number[],
  isSame: (place: number, next: number) => boolean,
  { count, to }: { count: number; to: 'better' | 'worse' },
): { ends: number[]; cut: readonly (readonly [number, number])[] } => {
  const cut: (readonly [number, number])[] = []
  const settled = ends.map((end) => {
    if (end <= 0 || end >= count || !isSame(end - 1, end)) return end
    let [from, until] = [end - 1, end + 1]
    while (from > 0 && isSame(from - 1, from)) from -= 1
    while (until < count && isSame(until - 1, until)) until += 1
    if (!cut.some(([start]) => start === from)) cut.push([from, until])
    return to === 'better' ? until : from
  })
  return { ends: settled, cut }
}
