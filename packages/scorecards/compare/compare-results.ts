import { correlationOf } from '../numeric/correlation.ts'
import type { Result } from '../run/result.ts'

/** A value before and after; null where there was none. */
export type Change<T> = { from: T | null; to: T | null }

/** One unit in two runs. `places`: how many it gained (minus: lost); null where it has a place in one run only. */
export type UnitChange = {
  unit: string
  score: Change<number>
  rank: Change<number>
  grade: Change<string>
  places: number | null
  /** Grades gained (minus: lost), by the order of grades given; null where it has a grade in one run only. */
  grades: number | null
}

/** What a change of scheme or inputs does to whom. Lists name units; those that gain most come first. */
export type ResultChange = {
  units: readonly UnitChange[]
  /** A better grade, or the same grade and a better place. */
  winners: readonly string[]
  losers: readonly string[]
  /** Units from one grade to another, with how many. */
  gradeFlow: readonly { from: string | null; to: string | null; count: number; units: readonly string[] }[]
  entered: readonly string[]
  left: readonly string[]
  /** Spearman correlation of the places of units in both; null with fewer than two or when all are equal. */
  agreement: number | null
}

type Standing = { score: number | null; rank: number | null; grade: string | null }

const standings = (result: Result): Map<string, Standing> => {
  const totals = result.scores[result.root] ?? []
  const grades = new Map(result.grades?.units.map(({ unit, grade }) => [unit, grade]))
  return new Map(
    result.units.map((unit, i) => [
      unit,
      { score: totals[i] ?? null, rank: result.ranks[i] ?? null, grade: grades.get(unit) ?? null },
    ]),
  )
}

const NONE: Standing = { score: null, rank: null, grade: null }

const gained = (from: number | null, to: number | null): number | null =>
  from === null || to === null || from < 0 || to < 0 ? null : from - to

const gradeOrder = (before: Result, after: Result): string[] => [
  ...new Set([...(after.grades?.counts ?? []), ...(before.grades?.counts ?? [])].map(({ grade }) => grade)),
]

const changeOf = (unit: string, from: Standing, to: Standing, order: readonly string[]): UnitChange => ({
  unit,
  score: { from: from.score, to: to.score },
  rank: { from: from.rank, to: to.rank },
  grade: { from: from.grade, to: to.grade },
  places: gained(from.rank, to.rank),
  grades: gained(order.indexOf(from.grade ?? ''), order.indexOf(to.grade ?? '')),
})

/** Above 0 the unit gains: grades first, then places. */
const weightOf = ({ grades, places }: UnitChange): number => (grades ?? 0) * 1e9 + (places ?? 0)

const flowOf = (changes: readonly UnitChange[]): ResultChange['gradeFlow'] => {
  const flows = new Map<string, { from: string | null; to: string | null; units: string[] }>()
  for (const { unit, grade } of changes) {
    if (grade.from === grade.to) continue
    const key = JSON.stringify([grade.from, grade.to])
    const flow = flows.get(key)
    if (flow) flow.units.push(unit)
    else flows.set(key, { ...grade, units: [unit] })
  }
  return [...flows.values()].map((flow) => ({ ...flow, count: flow.units.length })).sort((a, b) => b.count - a.count)
}

const agreementOf = (changes: readonly UnitChange[]): number | null => {
  const both = changes.filter(({ rank }) => rank.from !== null && rank.to !== null)
  const value = correlationOf(
    both.map(({ rank }) => rank.from),
    both.map(({ rank }) => rank.to),
  )
  return Number.isFinite(value) ? value : null
}

/**
 * Two runs side by side: last year's data under a new scheme (试算), or before and after a correction. Scores of different
 * schemes are not on one scale: winners and losers go by grade and place.
 */
export const compareResults = (before: Result, after: Result): ResultChange => {
  const [was, now] = [standings(before), standings(after)]
  const order = gradeOrder(before, after)
  const units = [...new Set([...before.units, ...after.units])]
  const changes = units.map((unit) => changeOf(unit, was.get(unit) ?? NONE, now.get(unit) ?? NONE, order))
  const moved = changes.filter((change) => weightOf(change) !== 0)
  const named = (some: readonly UnitChange[]): string[] => some.map(({ unit }) => unit)
  return {
    units: changes,
    winners: named(moved.filter((one) => weightOf(one) > 0).sort((a, b) => weightOf(b) - weightOf(a))),
    losers: named(moved.filter((one) => weightOf(one) < 0).sort((a, b) => weightOf(a) - weightOf(b))),
    gradeFlow: flowOf(changes),
    entered: after.units.filter((unit) => !was.has(unit)),
    left: before.units.filter((unit) => !now.has(unit)),
    agreement: agreementOf(changes),
  }
}
