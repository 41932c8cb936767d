import type { Refusal } from '../run/result.ts'
import { runScorecard } from '../run/run-scorecard.ts'
import type { Inputs, Scheme } from '../scheme/scheme.ts'
import { efficientSteps, type Step } from './efficient-steps.ts'
import { type Goal, leastShare, type Movable, type Positions, type Try, tryByOwnScore, tryByRun } from './tries.ts'

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

type Task = { levers: readonly (Lever & { from: number; to: number; price: number })[]; trial: Try }

/** A way taken back by less than this is the noise of halving. */
const HAIR = 1e-6

const leversOf = (scheme: Scheme, inputs: Inputs, ask: Ask): Task['levers'] => {
  const row = inputs.units.indexOf(ask.unit)
  return ask.levers.flatMap((lever) => {
    const indicator = scheme.indicators.find(({ code }) => code === lever.code)
    const from = inputs.values[lever.code]?.[row] ?? null
    if (!indicator || from === null) return []
    const to = indicator.direction === 1 ? Math.max(from, lever.most) : Math.min(from, lever.least)
    return to === from ? [] : [{ ...lever, from, to, price: lever.cost ?? 1 / Math.max(Math.abs(from), 1e-9) }]
  })
}

const between = (lever: { from: number; to: number }, share: number): number =>
  share >= 1 ? lever.to : lever.from + (lever.to - lever.from) * share

const moved = (steps: readonly Step[], { levers }: Task): Positions => {
  const at: Record<string, number> = {}
  for (const { code, until } of steps) {
    const lever = levers.find((one) => one.code === code)
    if (lever) at[code] = between(lever, until)
  }
  return at
}

/** As few of the steps as will do, the last of them only as far as it must. */
const trimmed = (steps: readonly Step[], task: Task): Positions => {
  let needed = 1
  while (needed < steps.length && !task.trial(moved(steps.slice(0, needed), task)).reaches) needed += 1
  const [kept, last] = [steps.slice(0, needed - 1), steps[needed - 1]]
  if (!last) return moved(kept, task)
  const before = kept.findLast(({ code }) => code === last.code)?.until ?? 0
  const upTo = (share: number): Positions =>
    moved([...kept, { ...last, until: before + (last.until - before) * share }], task)
  return upTo(leastShare((share) => task.trial(upTo(share)).reaches))
}

/** Each move taken back as far as the others allow, the dearest first: what a coarse step overshot. */
const relaxed = (positions: Positions, task: Task): Positions => {
  const costOf = (code: string): number => {
    const lever = task.levers.find((one) => one.code === code)
    return lever ? Math.abs((positions[code] ?? lever.from) - lever.from) * lever.price : 0
  }
  let at = positions
  for (const code of Object.keys(positions).sort((a, b) => costOf(b) - costOf(a))) {
    const lever = task.levers.find((one) => one.code === code)
    const most = at[code]
    if (!lever || most === undefined) continue
    const held = at
    const upTo = (share: number): Positions => ({ ...held, [code]: lever.from + (most - lever.from) * share })
    const share = task.trial(upTo(0)).reaches ? 0 : leastShare((part) => task.trial(upTo(part)).reaches)
    if (share < 1 - HAIR) at = upTo(share)
  }
  return at
}

const movesOf = (positions: Positions, { levers }: Task): Move[] =>
  levers.flatMap(({ code, from, price }) => {
    const to = positions[code] ?? from
    return to === from ? [] : [{ code, from, to, cost: Math.abs(to - from) * price }]
  })

const aloneOf = (task: Task): Move[] =>
  task.levers
    .flatMap((lever) => {
      const upTo = (share: number): Positions => ({ [lever.code]: between(lever, share) })
      if (!task.trial(upTo(1)).reaches) return []
      return movesOf(upTo(leastShare((share) => task.trial(upTo(share)).reaches)), task)
    })
    .sort((a, b) => a.cost - b.cost)

const planOf = (task: Task, judge: Try): Plan => {
  const scoreAt = (code: string, share: number): number => {
    const lever = task.levers.find((one) => one.code === code)
    return (lever && task.trial({ [code]: between(lever, share) }).score) ?? Number.NEGATIVE_INFINITY
  }
  const steps = efficientSteps(
    task.levers.map(({ code, from, to, price }) => ({ code, cost: Math.abs(to - from) * price })),
    scoreAt,
  )
  // A lever that alone moves nothing may still be needed with others: the whole way comes last.
  const rest = task.levers.map(({ code }) => ({ code, until: 1 }))
  const positions = relaxed(trimmed([...steps, ...rest], task), task)
  const { score, grade, reaches } = judge(positions)
  if (!reaches) return { kind: 'out-of-reach', score, grade }
  const moves = movesOf(positions, task)
  const cost = moves.reduce((sum, move) => sum + move.cost, 0)
  return { kind: 'plan', moves, cost, score: score ?? Number.NaN, grade, alone: aloneOf(task) }
}

/**
 * The cheapest way for a unit to a grade or score, within bounds, all others staying as they are. The result is judged by
 * running the scheme anew, so that moved benchmarks, ends and quotas count. Exact where the score is a weighted mean with
 * fixed ends or benchmarks and no number works against itself (a fractional knapsack: most score for its cost first);
 * otherwise a good way, not proved the best. Does not weigh whether others move too: a place in a quota is won against this year's values.
 */
export const cheapestChanges = (scheme: Scheme, inputs: Inputs, ask: Ask): Plan => {
  const now = runScorecard(scheme, inputs)
  if (now.kind === 'refused') return now
  const judge = tryByRun(scheme, inputs, ask)
  if (judge({}).reaches) return { kind: 'reached' }
  const levers = leversOf(scheme, inputs, ask)
  const furthest = judge(Object.fromEntries(levers.map(({ code, to }) => [code, to])))
  if (!furthest.reaches) return { kind: 'out-of-reach', score: furthest.score, grade: furthest.grade }
  const quick = tryByOwnScore(scheme, inputs, { ...ask, now, furthest: furthest.score ?? Number.NaN })
  const done = quick && planOf({ levers, trial: quick }, judge)
  return done?.kind === 'plan' ? done : planOf({ levers, trial: judge }, judge)
}
