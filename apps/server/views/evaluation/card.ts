import { type LocalDate, Problem, showNumber } from '@yundiao/kernel'
import {
  BONUS,
  type DifferencePart,
  decomposeDifference,
  decomposeScore,
  type Indicator,
  type Scheme,
  type ScorePart,
} from '@yundiao/scorecards'
import type { Caller, Store } from '@yundiao/store'
import type { Assessor } from '../../workers/assessor.ts'
import { type Names, readNames } from '../names.ts'
import { cardInputs } from './card-inputs.ts'
import { cardLevers } from './card-levers.ts'
import type { CardPartView, CardView, DifferenceLineView } from './card-schema.ts'
import type { PlanView } from './effect-schema.ts'
import { ledgerWords, nameOfItem } from './items.ts'
import { type Run, readRun, scoredRun, unitKeys } from './kept.ts'
import { lastYearsRun } from './last-year.ts'
import { rankingRow } from './ranking.ts'
import type { RankingView } from './run-schema.ts'
import { sightOf } from './sight.ts'

type Scored = Run & { result: NonNullable<Run['result']> }

/** The most an indicator's score can be; null where no cap is known. */
const fullScore = (scheme: Scheme, indicator: Indicator | undefined): number | null => {
  const spec = indicator?.normalise ?? scheme.normalise
  switch (spec.method) {
    case 'minmax':
      return spec.range?.[1] ?? 100
    case '20+80':
      return 100
    case 'distance-to-frontier':
      return spec.range?.[1] ?? 100
    case 'goalposts':
      return spec.range?.[1] ?? 1
    case 'benchmark': {
      const cap = indicator?.cap ?? spec.cap ?? null
      return cap === null ? null : cap * (spec.scale ?? 100)
    }
    default:
      return null
  }
}

const isFlat = (part: ScorePart): boolean => part.points !== null && part.score !== null && part.score !== 0

/** `above` is what the node above comes to at the root: a weight is told there, so that score × weight are the points. */
const partViews = (run: Run, part: ScorePart, depth = 1, above = 1): CardPartView[] => {
  const { scheme } = run.version
  const indicator = scheme.indicators.find(({ code }) => code === part.code)
  const leaf = part.parts.length === 0
  const full = leaf ? fullScore(scheme, indicator) : null
  const factor = isFlat(part) ? (part.points ?? 0) / (part.score ?? 1) : null
  const own: CardPartView = {
    code: part.code,
    name: part.code === BONUS ? '加减分' : nameOfItem(run, part.code),
    depth,
    leaf,
    score: part.score,
    share: above * part.share,
    points: part.points,
    full: full === null || factor === null ? null : full * factor,
  }
  return [own, ...part.parts.flatMap((below) => partViews(run, below, depth + 1, above * part.share))]
}

const differenceLines = (run: Run, { parts }: DifferencePart, depth = 1): DifferenceLineView[] =>
  parts.flatMap((part) => [
    {
      code: part.code,
      name: nameOfItem(run, part.code),
      depth,
      byScore: part.byScore,
      byWeight: part.byWeight,
    },
    ...differenceLines(run, part, depth + 1),
  ])

const gradesOf = ({ version }: Run): string[] => version.scheme.grades?.grades.map(({ grade }) => grade) ?? []

/** Grades better than the unit's own, the nearest first; all of them for one that no score gives a grade. */
const betterGrades = (run: Run, grade: string | null): string[] => {
  const order = gradesOf(run)
  const at = grade === null ? order.length : order.indexOf(grade)
  return order.slice(0, Math.max(0, at)).reverse()
}

const GRADE_WHY: Readonly<Record<string, string>> = {
  veto: '一票否决',
  promotion: '按规定提档',
  ungraded: '参加评价、不评等次',
  'no-score': '数据不够，没有得分',
}

const gradeWhy = ({ rank, grade, gradeBy, gradeOwn, reason }: RankingView, of: number): string => {
  if (gradeBy === null) return rank === null ? '未参加本次排序' : `得分居第 ${rank} 位（共 ${of} 个），本办法不分等次`
  if (gradeBy === 'score')
    return rank === null ? `按得分评为 ${grade ?? ''}` : `得分居第 ${rank} 位（共 ${of} 个），按得分评为 ${grade ?? ''}`
  const own = gradeOwn === null ? '' : `；只按得分应为 ${gradeOwn}`
  return `${GRADE_WHY[gradeBy]}：${reason ?? '见方案'}${own}`
}

/** The least score that held the next grade in this run, and how far the unit is from it. */
const nextOf = (run: Scored, row: RankingView): CardView['next'] => {
  const [grade] = betterGrades(run, row.grade)
  if (grade === undefined || row.score === null || row.gradeBy === 'veto' || row.gradeBy === 'ungraded') return null
  const total = run.result.scores[run.result.root] ?? []
  const held = (run.result.grades?.units ?? []).flatMap((one, i) =>
    one.grade === grade && one.by === 'score' ? [total[i] ?? null] : [],
  )
  const scores = held.filter((score) => score !== null)
  if (scores.length === 0) return null
  const score = Math.min(...scores)
  const gap = score - row.score
  return {
    grade,
    score,
    gap,
    words:
      gap > 0
        ? `进 ${grade} 的最低得分 ${showNumber(score, 2)}，还差 ${showNumber(gap, 2)} 分`
        : `得分已达到 ${grade} 的最低得分，等次由名额和同分规则决定`,
  }
}

type Against = { label: string; run: Scored; unit: string }

const sameUnit = (from: Run, unit: string, to: Run): string | null => {
  const key = unitKeys(from).get(unit)
  return [...unitKeys(to)].find(([, other]) => other === key)?.[0] ?? null
}

type Doors = { store: Store; caller: Caller; names: Names }

const againstOf = async (
  { store, caller }: Doors,
  run: Scored,
  { unit, against, last }: { unit: string; against: string | undefined; last: { id: string; title: string } | null },
): Promise<Against | null> => {
  if (against === undefined || against === '') return null
  if (against !== 'last-year') {
    if (!sightOf(caller, run).seesUnit(against))
      throw new Problem('right.missing', '对照对象的数据不在当前账号的查看范围内，请换一个')
    const name = run.inputs.read.units.find((one) => one.unit === against)?.name ?? against
    return { label: name, run, unit: against }
  }
  if (!last) return null
  const before = scoredRun(await readRun(store, caller, last.id))
  const same = sameUnit(run, unit, before)
  return same === null ? null : { label: `${before.record.period} 年`, run: before, unit: same }
}

const againstView = (run: Scored, unit: string, against: Against | null): CardView['against'] => {
  if (!against) return null
  const from = { result: against.run.result, unit: against.unit, scheme: against.run.version.scheme }
  const whole = decomposeDifference(run.version.scheme, from, { result: run.result, unit })
  if (!whole) return { label: against.label, from: null, to: null, lines: [] }
  return { label: against.label, from: whole.from, to: whole.to, lines: differenceLines(run, whole) }
}

/** A unit of a run that the caller may see with its values. Throws Problem not-found, right.missing. */
const openUnit = async (
  store: Store,
  caller: Caller,
  { id, unit, on }: { id: string; unit: string; on?: LocalDate | undefined },
) => {
  const run = scoredRun(await readRun(store, caller, id, on))
  const names = await readNames(store, caller)
  const row = rankingRow(run, caller, { names, unit })
  if (!row) throw new Problem('not-found', '这次评价里没有这个对象，请返回排名重新选择', { unit })
  return { run, names, row, sees: sightOf(caller, run).seesUnit(unit) }
}

/** Why a unit stands where it does; without its values for a reader who may not see them. */
export const readCard = async (
  store: Store,
  caller: Caller,
  { id, unit, against, on }: { id: string; unit: string; against: string | undefined; on?: LocalDate },
): Promise<CardView> => {
  const { run, names, row, sees } = await openUnit(store, caller, { id, unit, on })
  const of = run.result.ranks.filter((rank) => rank !== null).length
  const last = await lastYearsRun(store, caller, run, on)
  const frame = {
    row,
    of,
    gradeWhy: gradeWhy(row, of),
    goals: betterGrades(run, row.grade ?? row.gradeOwn),
    policies: run.version.policies
      .filter(({ grade }) => grade === row.grade)
      .map(({ grade, measure, cite }) => ({ grade, measure, cite: { ...cite } })),
    lastRun: last ? { id: last.id, name: last.title } : null,
  }
  if (!sees) return { ...frame, parts: [], inputs: [], next: null, levers: [], against: null }
  const whole = decomposeScore(run.version.scheme, run.result, unit)
  const ledger = ledgerWords(run.evaluation.ledger, await store.ledgers(caller))
  const other = await againstOf({ store, caller, names }, run, { unit, against, last })
  return {
    ...frame,
    parts: whole ? whole.parts.flatMap((part) => partViews(run, part)) : [],
    inputs: cardInputs(run, unit, ledger),
    next: nextOf(run, row),
    levers: cardLevers(run, unit).map(({ alsoIn: _, ...shown }) => shown),
    against: againstView(run, unit, other),
  }
}

export type ChangesAsked = {
  goal: { grade: string } | { score: number }
  levers: readonly { code: string; least: number; most: number }[]
}

/** The cheapest way of a unit to a goal within bounds, all others as they are. Throws Problem right.missing. */
export const readCheapest = async (
  { store, caller, assessor }: { store: Store; caller: Caller; assessor: Assessor },
  { id, unit, goal, levers }: ChangesAsked & { id: string; unit: string },
  signal?: AbortSignal,
): Promise<PlanView> => {
  const { run, sees } = await openUnit(store, caller, { id, unit })
  if (!sees) throw new Problem('right.missing', '该对象的数据不在当前账号的查看范围内')
  const wrong = levers.filter(({ least, most }) => least > most)
  if (wrong.length > 0)
    throw new Problem(
      'input.invalid',
      `${wrong.map(({ code }) => nameOfItem(run, code)).join('、')}的下限高于上限，请对调`,
    )
  const { scheme } = run.version
  const known = new Map(cardLevers(run, unit).map((one) => [one.code, one]))
  const linked = levers.map((lever) => ({ ...lever, alsoIn: known.get(lever.code)?.alsoIn ?? [] }))
  const ask = { unit, goal, levers: linked }
  const plan = await assessor.plan({ scheme, inputs: run.inputs.read.inputs, ask }, signal)
  const moveView = ({ code, from, to }: { code: string; from: number; to: number }) => ({
    code,
    label: known.get(code)?.label ?? code,
    unitShown: known.get(code)?.unitShown ?? '',
    from,
    to,
  })
  if (plan.kind === 'plan') return { ...plan, moves: plan.moves.map(moveView), alone: plan.alone.map(moveView) }
  if (plan.kind === 'refused') return { kind: 'refused', message: plan.message, places: [...plan.places] }
  return plan
}
