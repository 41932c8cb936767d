import type { GradeCount, RankingRow } from '../../api/types.ts'

/** What of the ranking is shown. */
export type RankingFilter = {
  q?: string | undefined
  region?: string | undefined
  park?: string | undefined
  industry?: string | undefined
  grade?: string | undefined
  near?: boolean
  /** Units of the reader's own place alone. */
  own?: boolean
}

/** The word a unit without a grade is filed under. */
const UNGRADED = '不评等次'

export const gradeKey = (row: RankingRow): string => row.grade ?? UNGRADED

const isIn = (row: RankingRow, filter: RankingFilter): boolean =>
  (!filter.q || row.name.includes(filter.q) || (row.code ?? '').includes(filter.q.toUpperCase())) &&
  (!filter.region || row.region?.code === filter.region) &&
  (!filter.park || row.park === filter.park) &&
  (!filter.industry || row.industry === filter.industry) &&
  (!filter.grade || gradeKey(row) === filter.grade) &&
  (!filter.near || row.near !== null) &&
  (!filter.own || row.own)

const LAST = Number.MAX_SAFE_INTEGER

/** Rows by grade in the order given, within it by place; those without a grade last. */
export const rankedRows = (
  rows: readonly RankingRow[],
  order: readonly string[],
  filter: RankingFilter = {},
): RankingRow[] => {
  const at = (row: RankingRow): number => {
    const found = order.indexOf(row.grade ?? '')
    return found === -1 ? order.length : found
  }
  return rows
    .filter((row) => isIn(row, filter))
    .sort((a, b) => at(a) - at(b) || (a.rank ?? LAST) - (b.rank ?? LAST) || (a.unit < b.unit ? -1 : 1))
}

/** The choices a column offers, each with how many rows, most first. */
export const choicesOf = (
  rows: readonly RankingRow[],
  of: (row: RankingRow) => { key: string; label: string } | null,
): { key: string; label: string; count: number }[] => {
  const found = new Map<string, { key: string; label: string; count: number }>()
  for (const row of rows) {
    const choice = of(row)
    if (!choice) continue
    const held = found.get(choice.key)
    if (held) held.count += 1
    else found.set(choice.key, { ...choice, count: 1 })
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
}

/** The places a grade takes, for the bands behind the interval bars: grades by score alone, best first. */
export const gradeBands = (
  rows: readonly RankingRow[],
  counts: readonly GradeCount[],
): { grade: string; from: number; to: number }[] =>
  counts.flatMap(({ grade }) => {
    const ranks = rows.flatMap((row) => (row.gradeOwn === grade && row.rank !== null ? [row.rank] : []))
    return ranks.length === 0 ? [] : [{ grade, from: Math.min(...ranks), to: Math.max(...ranks) }]
  })

/** Grades up (1) or down (−1) since the year before; 0 where it kept its grade or one of the two is lacking. */
export const gradeStep = ({ grade, gradeBefore }: RankingRow, order: readonly string[]): -1 | 0 | 1 => {
  const [now, before] = [order.indexOf(grade ?? ''), order.indexOf(gradeBefore ?? '')]
  if (now === -1 || before === -1 || now === before) return 0
  return now < before ? 1 : -1
}

const DIGITS = 2
const MOST_DIGITS = 6

/** The fewest digits two scores are told apart by. */
const digitsApart = (a: number, b: number): number => {
  for (let digits = DIGITS; digits < MOST_DIGITS; digits += 1)
    if (a.toFixed(digits) !== b.toFixed(digits)) return digits
  return MOST_DIGITS
}

/** Digits of scores that two would show alike with different places, by unit; two digits do for all others. */
export const scoreDigits = (rows: readonly RankingRow[]): ReadonlyMap<string, number> => {
  const digits = new Map<string, number>()
  const placed = rows.filter(({ rank }) => rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
  for (const [at, row] of placed.entries()) {
    const next = placed[at + 1]
    if (!next || next.rank === row.rank || row.score === null || next.score === null) continue
    const apart = digitsApart(row.score, next.score)
    if (apart === DIGITS) continue
    for (const { unit } of [row, next]) digits.set(unit, Math.max(apart, digits.get(unit) ?? DIGITS))
  }
  return digits
}
