import type { Refusal, Result } from '../run/result.ts'
import { runScorecard } from '../run/run-scorecard.ts'
import type { Lists } from '../scheme/grading.ts'
import type { Inputs, Scheme } from '../scheme/scheme.ts'
import { compareResults, type ResultChange, type UnitChange } from './compare-results.ts'

/** One thing corrected. `what` names the column, kind of group or list. */
export type Correction = {
  unit: string
  kind: 'value' | 'denominator' | 'group' | 'list' | 'bonus' | 'unit'
  what: string
  was: number | string | null
  now: number | string | null
}

/** A correction replayed: what was corrected, both results, and who is moved without having been corrected. */
export type Replay = {
  kind: 'replayed'
  corrections: readonly Correction[]
  before: Result
  after: Result
  change: ResultChange
  /** Units whose grade or place changed though nothing of theirs did, most first. */
  displaced: readonly UnitChange[]
}

type Columns = Readonly<Record<string, readonly (number | string | null)[]>>

type Side = { rows: ReadonlyMap<string, number>; columns: Columns }

const cellsOf = (kind: Correction['kind'], before: Side, after: Side): Correction[] =>
  [...new Set([...Object.keys(before.columns), ...Object.keys(after.columns)])].flatMap((what) =>
    [...after.rows].flatMap(([unit, row]) => {
      const old = before.rows.get(unit)
      if (old === undefined) return []
      const [was, now] = [before.columns[what]?.[old] ?? null, after.columns[what]?.[row] ?? null]
      return was === now ? [] : [{ unit, kind, what, was, now }]
    }),
  )

const LISTS = ['veto', 'promote', 'ungraded'] as const

const entryOf = (lists: Lists | undefined, name: (typeof LISTS)[number], unit: string): string | null => {
  const found = lists?.[name]?.find((one) => one.unit === unit)
  return found ? JSON.stringify(found) : null
}

const listsOf = (before: Inputs, after: Inputs): Correction[] =>
  LISTS.flatMap((what) => {
    const named = [...(before.lists?.[what] ?? []), ...(after.lists?.[what] ?? [])].map(({ unit }) => unit)
    return [...new Set(named)].flatMap((unit) => {
      const [was, now] = [entryOf(before.lists, what, unit), entryOf(after.lists, what, unit)]
      return was === now ? [] : [{ unit, kind: 'list' as const, what, was, now }]
    })
  })

const bonusesOf = (before: Inputs, after: Inputs): Correction[] => {
  const pointsOf = ({ bonuses = [] }: Inputs, unit: string): number =>
    bonuses.filter((one) => one.unit === unit).reduce((sum, { points }) => sum + points, 0)
  const named = [...(before.bonuses ?? []), ...(after.bonuses ?? [])].map(({ unit }) => unit)
  return [...new Set(named)].flatMap((unit) => {
    const [was, now] = [pointsOf(before, unit), pointsOf(after, unit)]
    return was === now ? [] : [{ unit, kind: 'bonus' as const, what: 'bonus', was, now }]
  })
}

const unitsOf = (before: Inputs, after: Inputs): Correction[] => {
  const [old, fresh] = [new Set(before.units), new Set(after.units)]
  const gone = before.units.filter((unit) => !fresh.has(unit))
  const came = after.units.filter((unit) => !old.has(unit))
  return [
    ...gone.map((unit) => ({ unit, kind: 'unit' as const, what: 'unit', was: unit, now: null })),
    ...came.map((unit) => ({ unit, kind: 'unit' as const, what: 'unit', was: null, now: unit })),
  ]
}

/** Everything that differs between two sets of inputs, unit by unit. Units keep their names, not their places. */
export const correctionsOf = (before: Inputs, after: Inputs): Correction[] => {
  const [old, fresh] = [before, after].map(({ units }) => new Map(units.map((unit, row) => [unit, row])))
  const table = (kind: Correction['kind'], a: Columns | undefined, b: Columns | undefined): Correction[] =>
    cellsOf(kind, { rows: old ?? new Map(), columns: a ?? {} }, { rows: fresh ?? new Map(), columns: b ?? {} })
  return [
    ...unitsOf(before, after),
    ...table('value', before.values, after.values),
    ...table('denominator', before.denominators, after.denominators),
    ...table('group', before.groups, after.groups),
    ...bonusesOf(before, after),
    ...listsOf(before, after),
  ]
}

const shift = ({ grades, places }: UnitChange): number => Math.abs(grades ?? 0) * 1e9 + Math.abs(places ?? 0)

/**
 * An appeal upheld: the same scheme run again on corrected inputs. The old result comes with it, recomputed and so proved
 * reproducible. Refused where either run is.
 */
export const replay = (scheme: Scheme, before: Inputs, after: Inputs): Replay | Refusal => {
  const old = runScorecard(scheme, before)
  if (old.kind === 'refused') return old
  const fresh = runScorecard(scheme, after)
  if (fresh.kind === 'refused') return fresh
  const corrections = correctionsOf(before, after)
  const own = new Set(corrections.map(({ unit }) => unit))
  const change = compareResults(old, fresh)
  const displaced = change.units
    .filter((one) => !own.has(one.unit) && (shift(one) > 0 || one.grade.from !== one.grade.to))
    .sort((a, b) => shift(b) - shift(a))
  return { kind: 'replayed', corrections, before: old, after: fresh, change, displaced }
}
