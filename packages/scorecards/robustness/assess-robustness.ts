import type { Refusal, Result } from '../run/result.ts'
import { runScorecard } from '../run/run-scorecard.ts'
import { buildTree } from '../run/tree.ts'
import type { Inputs, Scheme } from '../scheme/scheme.ts'
import { aheadShares, aheadTally, tallyAhead } from './ahead-of-next.ts'
import { assessSensitivity } from './assess-sensitivity.ts'
import { specFault } from './check-spec.ts'
import { drawGrades } from './draw-grades.ts'
import { type GradeRoom, gradeRoom } from './grade-room.ts'
import { gradeProbabilities, gradeTally, tallyGrades } from './grade-tally.ts'
import { leaveOut } from './leave-out.ts'
import { nearBorder } from './near-border.ts'
import { planDraws } from './plan-draws.ts'
import { drawRanker, type Ranker } from './rank-draw.ts'
import { rankTally, spreadOf, tallyRanks } from './rank-tally.ts'
import type { LeftOut, NotLeftOut, Robustness, RobustnessProgress, RobustnessSpec } from './robustness.ts'
import type { DrawPlan } from './score-draw.ts'
import { factorsOf } from './uncertainty.ts'

const SURE = 0.9

type Drawn = Pick<Robustness, 'rank' | 'aheadOfNext' | 'gradeProbability' | 'nearBorder' | 'partlyScored'>

type Work = { nominal: Result; ranker: Ranker; grades: GradeRoom | null; spec: RobustnessSpec }

const nominalRanks = ({ ranks }: Result): Uint32Array => Uint32Array.from(ranks, (rank) => rank ?? 0)

const gradesOf = (
  nominal: Result,
  probability: Readonly<Record<string, number[]>>,
  sure: number,
): Pick<Robustness, 'gradeProbability' | 'nearBorder'> => ({
  gradeProbability: probability,
  nearBorder: nearBorder(
    (nominal.grades?.units ?? []).flatMap(({ unit, grade, by }, i) => {
      if (grade === null || by === 'veto') return []
      const shares = new Map(Object.entries(probability).map(([name, column]) => [name, column[i] ?? 0]))
      return [{ unit, grade, shares }]
    }),
    sure,
  ),
})

function* makeDraws({ nominal, ranker, grades, spec }: Work): Generator<number, Drawn, void> {
  const { draws, sure = SURE } = spec
  const { units } = nominal
  const ranks = rankTally(units.length, draws)
  const ahead = aheadTally(nominalRanks(nominal))
  const tally = grades && gradeTally(grades)
  const scored = new Uint32Array(units.length)
  for (let draw = 0; draw < draws; draw += 1) {
    ranker.room.rows.fill(draw)
    const drawn = ranker.rank()
    tallyRanks(ranks, draw, drawn)
    tallyAhead(ahead, drawn)
    for (let unit = 0; unit < units.length; unit += 1) if (drawn[unit]) scored[unit] = (scored[unit] ?? 0) + 1
    if (grades && tally) {
      drawGrades(grades, ranker.lastDraw())
      tallyGrades(tally, grades.grades)
    }
    yield 1
  }
  return {
    rank: spreadOf(ranks),
    aheadOfNext: aheadShares(ahead, units.length, draws),
    ...(tally ? gradesOf(nominal, gradeProbabilities(tally, draws), sure) : {}),
    partlyScored: units.flatMap((unit, i) => {
      const share = (scored[i] ?? 0) / draws
      return share < 1 && nominal.ranks[i] !== null ? [{ unit, share }] : []
    }),
  }
}

/** Hands on progress counted from what was done before; gives back what the work returns. */
function* counted<T>(
  work: Generator<number, T, void>,
  progress: RobustnessProgress,
): Generator<RobustnessProgress, T, void> {
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value
    progress.done += step.value
    yield { ...progress }
  }
}

function* leaveOutEach(
  scheme: Scheme,
  inputs: Inputs,
  { nominal, codes }: { nominal: Result; codes: readonly string[] },
): Generator<number, { all: LeftOut[]; kept: NotLeftOut[] }, void> {
  const [all, kept]: [LeftOut[], NotLeftOut[]] = [[], []]
  for (const code of codes) {
    const done = leaveOut(scheme, inputs, { nominal, code })
    if ('kind' in done) kept.push({ code, message: done.message })
    else all.push(done)
    yield 1
  }
  return { all, kept }
}

const nominalOf = ({ scores, root, ranks, grades }: Result): Robustness['nominal'] => ({
  scores: scores[root] ?? [],
  ranks,
  ...(grades ? { grades } : {}),
})

const rankerOf = (plan: DrawPlan, scheme: Scheme): Ranker => {
  const ties = scheme.grades?.ties
  return drawRanker(plan, typeof ties === 'object' ? ties.by : null)
}

/**
 * How sure the ranks and grades of a scheme are (排名把握程度): the scheme is run again and again with what is uncertain
 * drawn anew, by a generator of our own from the seed given; the same seed gives the same result to the last bit, however
 * the work is cut up. Yields after every draw: a worker tells progress and stops by not asking for more. Returns a
 * refusal where the scheme, the inputs or a combination of choices does not allow a result.
 *
 * Does not weigh what the choices leave out: a ranking sure under every draw can still measure the wrong thing.
 * Source: Saisana, Saltelli & Tarantola (2005), J. R. Stat. Soc. A 168; OECD/JRC (2008), Handbook, step 7.
 */
export function* assessRobustness(
  scheme: Scheme,
  inputs: Inputs,
  spec: RobustnessSpec,
): Generator<RobustnessProgress, Robustness | Refusal, void> {
  const nominal = runScorecard(scheme, inputs)
  const tree = buildTree(scheme.indicators)
  if (nominal.kind === 'refused') return nominal
  if (tree.kind === 'refused') return tree
  const fault = specFault(spec, tree, nominal.units.length)
  if (fault) return fault
  const planned = planDraws(scheme, inputs, spec)
  if (planned.kind === 'refused') return planned

  const { draws, seed, sensitivity: rows = 0 } = spec
  const factors = factorsOf(spec.uncertainty)
  const codes = spec.leaveOut && tree.leaves.length > 1 ? tree.leaves.map(({ code }) => code) : []
  const progress = { done: 0, total: draws + rows * (factors.length + 2) + codes.length }
  const ranker = rankerOf(planned.plan, scheme)
  const grades = scheme.grades
    ? gradeRoom(scheme.grades, nominal.units, { lists: inputs.lists ?? {}, of: inputs.units.length })
    : null
  const drawn = yield* counted(makeDraws({ nominal, ranker, grades, spec }), progress)
  const asked = { rows, factors, nominal: nominalRanks(nominal) }
  const sensitivity = rows > 0 ? yield* counted(assessSensitivity(ranker, asked), progress) : null
  const left = yield* counted(leaveOutEach(scheme, inputs, { nominal, codes }), progress)
  return {
    kind: 'assessed',
    units: nominal.units,
    nominal: nominalOf(nominal),
    ...drawn,
    ...(sensitivity ? { sensitivity } : {}),
    ...(codes.length > 0 ? { leaveOut: left.all } : {}),
    ...(left.kept.length > 0 ? { notLeftOut: left.kept } : {}),
    factors,
    draws,
    seed,
  }
}

/** The same without pauses. */
export const robustnessOf = (scheme: Scheme, inputs: Inputs, spec: RobustnessSpec): Robustness | Refusal => {
  const work = assessRobustness(scheme, inputs, spec)
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value
}
