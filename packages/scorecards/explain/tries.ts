import { methodOf } from '../aggregate/aggregate-node.ts'
import { gradeUnits } from '../grade/grade-units.ts'
import { isAtLeast } from '../numeric/ranks.ts'
import type { Result } from '../run/result.ts'
import { runScorecard } from '../run/run-scorecard.ts'
import { buildTree } from '../run/tree.ts'
import type { GradeResult } from '../scheme/grading.ts'
import type { Indicator, Inputs, Scheme } from '../scheme/scheme.ts'
import { leastShare } from './least-share.ts'

/** What is to be reached: a grade or better, or a score. */
export type Goal = { grade: string } | { score: number }

/** A column a number stands in: an indicator's values, or what indicators are divided by. */
export type HeldIn = { role: 'value' | 'denominator'; code: string }

/** A number that may be moved: the indicator it is named by, and the other columns that hold the same number. */
export type Movable = { code: string; alsoIn?: readonly HeldIn[] }

/** Numbers of one unit instead of those it has, by the indicator each is named by. */
export type Positions = Readonly<Record<string, number>>

/** What a unit would score with other values, and whether that reaches the goal. */
export type Try = (at: Positions) => { score: number | null; grade: string | null; reaches: boolean }

type Ask = { unit: string; goal: Goal; levers: readonly Movable[] }

/** The inputs with a unit's numbers moved, each in every column that holds it. */
const withValues = (inputs: Inputs, row: number, at: Positions, levers: readonly Movable[]): Inputs => {
  const places = Object.entries(at).flatMap(([code, value]) => {
    const also = levers.find((lever) => lever.code === code)?.alsoIn ?? []
    return [{ role: 'value' as const, code }, ...also].map((held) => ({ ...held, value }))
  })
  const moved = (role: HeldIn['role'], table: Inputs['values'] = {}): Inputs['values'] => ({
    ...table,
    ...Object.fromEntries(
      places
        .filter((place) => place.role === role)
        .map(({ code, value }) => [code, (table[code] ?? []).with(row, value)]),
    ),
  })
  const values = moved('value', inputs.values)
  return inputs.denominators
    ? { ...inputs, values, denominators: moved('denominator', inputs.denominators) }
    : { ...inputs, values }
}

const hasGrade = (grades: GradeResult | undefined, at: number, wanted: string): boolean => {
  const order = grades?.counts.map(({ grade }) => grade) ?? []
  const own = order.indexOf(grades?.units[at]?.grade ?? '')
  return own !== -1 && own <= order.indexOf(wanted)
}

const FAILED = { score: null, grade: null, reaches: false } as const

/** Every try a run of the whole scheme: right for any scheme, as the unit may move the scale or the quota. */
export const tryByRun = (scheme: Scheme, inputs: Inputs, { unit, goal, levers }: Ask): Try => {
  const row = inputs.units.indexOf(unit)
  return (at) => {
    const done = row === -1 ? null : runScorecard(scheme, withValues(inputs, row, at, levers))
    if (!done || done.kind === 'refused') return FAILED
    const place = done.units.indexOf(unit)
    const score = done.scores[done.root]?.[place] ?? null
    const grade = done.grades?.units[place]?.grade ?? null
    const reaches =
      'score' in goal ? score !== null && isAtLeast(score, goal.score) : hasGrade(done.grades, place, goal.grade)
    return { score, grade, reaches }
  }
}

const isFixed = (scheme: Scheme, indicator: Indicator): boolean => {
  const spec = indicator.normalise ?? scheme.normalise
  const treat = indicator.treat ?? scheme.treat ?? { method: 'none' }
  if (treat.method !== 'none' || ['mean', 'mean-score'].includes(indicator.missing ?? scheme.missing)) return false
  if (spec.method === 'benchmark') return typeof indicator.benchmark === 'number'
  if (spec.method === 'goalposts' || spec.method === 'distance-to-frontier') return indicator.goalposts !== undefined
  return spec.method === 'none'
}

const ALONE = ['arithmetic', 'geometric', 'harmonic', 'coupling']

/** Whether a unit's score rests on its own values only: fixed ends or benchmarks, given weights, no ties by another column. */
const standsAlone = (scheme: Scheme): boolean => {
  const tree = buildTree(scheme.indicators)
  const { method } = scheme.weights ?? { method: 'given' }
  return (
    tree.kind === 'tree' &&
    tree.leaves.every((leaf) => isFixed(scheme, leaf)) &&
    tree.nodes.every((node) => ALONE.includes(methodOf(scheme.aggregate, node))) &&
    ['given', 'equal', 'ahp', 'experts'].includes(method) &&
    typeof scheme.grades?.ties !== 'object'
  )
}

const onlyRow = (inputs: Inputs, row: number): Inputs => {
  const cut = <T>(table: Readonly<Record<string, readonly T[]>> | undefined): Record<string, readonly T[]> =>
    Object.fromEntries(Object.entries(table ?? {}).map(([code, column]) => [code, column.slice(row, row + 1)]))
  return {
    units: inputs.units.slice(row, row + 1),
    values: cut(inputs.values),
    denominators: cut(inputs.denominators),
    groups: cut(inputs.groups),
    bonuses: (inputs.bonuses ?? []).filter(({ unit }) => unit === inputs.units[row]),
  }
}

type Known = { now: Result; furthest: number }

/** The least score that has the grade, the others' scores being as they are. */
const scoreForGrade = (
  scheme: Scheme,
  inputs: Inputs,
  grade: string,
  { unit, now, furthest }: Known & { unit: string },
) => {
  const totals = now.scores[now.root] ?? []
  const place = now.units.indexOf(unit)
  const from = totals[place] ?? 0
  const has = (score: number): boolean => {
    if (!scheme.grades) return false
    const done = gradeUnits(scheme.grades, {
      units: now.units,
      scores: totals.with(place, score),
      tieBreaks: now.normalised,
      of: inputs.units.length,
      lists: inputs.lists ?? {},
    })
    return done.kind === 'graded' && hasGrade(done.result, place, grade)
  }
  return from + (furthest - from) * leastShare((share) => has(from + (furthest - from) * share))
}

/**
 * The same for schemes where a unit's score rests on its own values only: one unit is scored, and the score a grade takes
 * is found once. null for other schemes.
 */
export const tryByOwnScore = (scheme: Scheme, inputs: Inputs, ask: Ask & Known): Try | null => {
  if (!standsAlone(scheme)) return null
  const { grades: _, ...plain } = scheme
  const alone = onlyRow(inputs, inputs.units.indexOf(ask.unit))
  const needed = 'score' in ask.goal ? ask.goal.score : scoreForGrade(scheme, inputs, ask.goal.grade, ask)
  return (at) => {
    const done = runScorecard(plain, withValues(alone, 0, at, ask.levers))
    const score = done.kind === 'scored' ? (done.scores[done.root]?.[0] ?? null) : null
    return { score, grade: null, reaches: score !== null && isAtLeast(score, needed) }
  }
}
