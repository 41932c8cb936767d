import { present } from '../numeric/column.ts'
import type { Refusal } from '../run/result.ts'
import { runScorecard } from '../run/run-scorecard.ts'
import type { Inputs, Scheme } from '../scheme/scheme.ts'
import { efficientSteps, type Step } from './efficient-steps.ts'
import { improvePlan } from './improve-plan.ts'
import { leastShare } from './least-share.ts'
import { reachable } from './reachable.ts'
import { tidyPositions } from './tidy-positions.ts'
import { type Goal, type Movable, type Positions, type Try, tryByOwnScore, tryByRun } from './tries.ts'
import { between, costOf, reaches, type Task, type Way } from './way.ts'

/**
 * A number a unit can move, and how far: bounds a person set, in the column's own unit. It is named by an indicator;
 * `alsoIn` are the other columns that hold the same number (营业收入 per 亩, per person, and under 研发经费) and move with it.
 * `cost` of one unit of the value; left out, a move of its present size costs 1, so that costs compare relative changes.
 */
export type Lever = Movable & { least: number; most: number; cost?: number }

/** Who asks for what. */
export type Ask = { unit: string; levers: readonly Lever[]; goal: Goal }

/** One value to change. */
export type Move = { code: string; from: number; to: number; cost: number }

/** The unit's way to a goal, as far as the levers allow. */
export type Plan =
  | { kind: 'reached' }
  /** The cheapest mix, its result, and each lever that does it alone, cheapest first. */
  | { kind: 'plan'; moves: readonly Move[]; cost: number; score: number; grade: string | null; alone: readonly Move[] }
  /** With every lever at its bound. */
  | { kind: 'out-of-reach'; score: number | null; grade: string | null }
  | Refusal

/** A way taken back by less than this is the noise of halving. */
const HAIR = 1e-6

const waysOf = (scheme: Scheme, inputs: Inputs, ask: Ask): Way[] => {
  const row = inputs.units.indexOf(ask.unit)
  return ask.levers.flatMap(({ code, least, most, cost }) => {
    const indicator = scheme.indicators.find((one) => one.code === code)
    const from = inputs.values[code]?.[row] ?? null
    if (!indicator || from === null) return []
    const to = indicator.direction === 1 ? Math.max(from, most) : Math.min(from, least)
    return to === from ? [] : [{ code, from, to, price: cost ?? 1 / Math.max(Math.abs(from), 1e-9) }]
  })
}

const moved = (steps: readonly Step[], { ways }: Task): Positions => {
  const at: Record<string, number> = {}
  for (const { code, until } of steps) {
    const way = ways.find((one) => one.code === code)
    if (way) at[code] = between(way, until)
  }
  return at
}

/** As few of the steps as will do, the last of them only as far as it must; null where all of them do not. */
const trimmed = (steps: readonly Step[], task: Task): Positions | null => {
  let needed = 1
  while (needed <= steps.length && !reaches(task, moved(steps.slice(0, needed), task))) needed += 1
  const [kept, last] = [steps.slice(0, needed - 1), steps[needed - 1]]
  if (!last) return null
  const before = kept.findLast(({ code }) => code === last.code)?.until ?? 0
  const upTo = (share: number): Positions =>
    moved([...kept, { ...last, until: before + (last.until - before) * share }], task)
  return upTo(leastShare((share) => reaches(task, upTo(share))))
}

/** Each move taken back as far as the others allow, the dearest first: what a coarse step overshot. */
const relaxed = (positions: Positions, task: Task): Positions => {
  const { ways } = task
  const dearest = ways.toSorted((a, b) => costOf([b], positions) - costOf([a], positions))
  let at = positions
  for (const way of dearest) {
    const most = at[way.code]
    if (most === undefined) continue
    const held = at
    const upTo = (share: number): Positions => ({ ...held, [way.code]: way.from + (most - way.from) * share })
    const share = reaches(task, upTo(0)) ? 0 : leastShare((part) => reaches(task, upTo(part)))
    if (share < 1 - HAIR) at = upTo(share)
  }
  return at
}

const movesOf = (positions: Positions, { ways }: Task): Move[] =>
  ways.flatMap((way) => {
    const to = positions[way.code] ?? way.from
    return to === way.from ? [] : [{ code: way.code, from: way.from, to, cost: costOf([way], positions) }]
  })

/** Each lever that does it alone, its least move. */
const aloneOf = (task: Task): Positions[] =>
  task.ways.flatMap((way) => {
    const upTo = (share: number): Positions => ({ [way.code]: between(way, share) })
    return reaches(task, upTo(1)) ? [upTo(leastShare((share) => reaches(task, upTo(share))))] : []
  })

const stepsOf = (task: Task): Step[] => {
  const scoreAt = (code: string, share: number): number => {
    const way = task.ways.find((one) => one.code === code)
    return (way && task.trial({ [code]: between(way, share) }).score) ?? Number.NEGATIVE_INFINITY
  }
  const steps = efficientSteps(
    task.ways.map(({ code, from, to, price }) => ({ code, cost: Math.abs(to - from) * price })),
    scoreAt,
  )
  // A lever that alone moves nothing may still be needed with others: the whole way comes last.
  return [...steps, ...task.ways.map(({ code }) => ({ code, until: 1 }))]
}

type Search = { judge: Try; reached: Positions; othersOf: (code: string) => readonly number[] }

const planOf = (task: Task, { judge, reached, othersOf }: Search): Plan => {
  const alone = aloneOf(task)
  const stepped = trimmed(stepsOf(task), task)
  const starts = [...(stepped ? [stepped] : []), reached].filter((at) => reaches(task, at))
  const [start] = [...starts.map((at) => relaxed(at, task)), ...alone].toSorted(
    (a, b) => costOf(task.ways, a) - costOf(task.ways, b),
  )
  const tidy = (at: Positions): Positions => tidyPositions(at, task.ways, (one) => judge(one).reaches)
  const positions = tidy(improvePlan(task, start ?? reached, othersOf))
  const { score, grade, reaches: isThere } = judge(positions)
  if (!isThere) return { kind: 'out-of-reach', score, grade }
  return {
    kind: 'plan',
    moves: movesOf(positions, task),
    cost: costOf(task.ways, positions),
    score: score ?? Number.NaN,
    grade,
    alone: alone
      .map(tidy)
      .filter((at) => judge(at).reaches)
      .flatMap((at) => movesOf(at, task))
      .sort((a, b) => a.cost - b.cost),
  }
}

/** Runs of a whole scheme a search may take, the fewer the more units there are. */
const triesFor = (units: number): number => Math.max(120, Math.min(6000, Math.floor(300_000 / units)))

/**
 * The cheapest way for a unit to a grade or score, within bounds, all others staying as they are. Every way told, the mix
 * and each lever alone, is run through the whole scheme as it is told (six digits), so that moved benchmarks, ends, places
 * and quotas count. Exact where the score is a weighted mean with fixed ends or benchmarks and no number works against
 * itself (a fractional knapsack: most score for its cost first); elsewhere the best found by exchanging levers pair by
 * pair, not proved the best. Does not weigh whether others move too: a place in a quota is won against this year's values.
 */
export const cheapestChanges = (scheme: Scheme, inputs: Inputs, ask: Ask): Plan => {
  const now = runScorecard(scheme, inputs)
  if (now.kind === 'refused') return now
  const judge = tryByRun(scheme, inputs, ask)
  if (judge({}).reaches) return { kind: 'reached' }
  const ways = waysOf(scheme, inputs, ask)
  const byRun: Task = { ways, trial: judge, budget: { left: triesFor(inputs.units.length) } }
  const reached = reachable(byRun)
  if (!reached) {
    const { score, grade } = judge(Object.fromEntries(ways.map(({ code, to }) => [code, to])))
    return { kind: 'out-of-reach', score, grade }
  }
  const quick = tryByOwnScore(scheme, inputs, { ...ask, now, furthest: judge(reached).score ?? Number.NaN })
  const row = inputs.units.indexOf(ask.unit)
  const othersOf = (code: string): number[] => present((inputs.values[code] ?? []).filter((_, i) => i !== row))
  const search = { judge, reached, othersOf: quick ? () => [] : othersOf }
  const done = quick && planOf({ ways, trial: quick, budget: { left: triesFor(1) } }, search)
  return done?.kind === 'plan' ? done : planOf(byRun, { ...search, othersOf })
}
