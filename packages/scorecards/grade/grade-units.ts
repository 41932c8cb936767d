import type { Column } from '../numeric/column.ts'
import { refuse, some } from '../run/refuse.ts'
import type { Refusal } from '../run/result.ts'
import type { Graded, GradeResult, Grading, Lists } from '../scheme/grading.ts'
import { allowedOf } from './borders.ts'
import { type ByScore, gradeByScore, type Ranked, rankUnits } from './grade-by-score.ts'

/** Whom to grade: units with their scores, further scores for ties, the number of units of the inputs, and lists. */
export type ToGrade = {
  units: readonly string[]
  scores: Column
  tieBreaks: Readonly<Record<string, Column>>
  of: number
  lists: Lists
}

const outOfOrder = (grades: Grading['grades']): string | null => {
  const [shares, bounds] = [
    grades.flatMap(({ upTo }) => (upTo === undefined ? [] : [upTo])),
    grades.flatMap(({ from }) => (from === undefined ? [] : [from])),
  ]
  if (shares.some((share, i) => share < (shares[i - 1] ?? 0))) return '累计比例应由好到差越来越大，请改 upTo'
  return bounds.some((bound, i) => bound > (bounds[i - 1] ?? Number.POSITIVE_INFINITY))
    ? '分数线应由好到差越来越低，请改 from'
    : null
}

const faultOf = ({ grades, denominator, vetoTo, ties }: Grading, { lists, tieBreaks }: ToGrade): Refusal | null => {
  const names = grades.map(({ grade }) => grade)
  if (names.length === 0) return refuse('grades', '方案没有列出等次')
  const double = names.filter((name, i) => names.indexOf(name) !== i)
  if (double.length > 0) return refuse('grades', `等次重复：${some(double)}，请改成不同的名称`, double)
  const crossed = outOfOrder(grades)
  if (crossed) return refuse('grades', crossed)
  const kinds = [
    grades.some(({ from }) => from !== undefined),
    grades.some(({ upTo }) => upTo !== undefined),
    grades.some(({ atMost, atLeast }) => atMost !== undefined || atLeast !== undefined),
  ].filter(Boolean)
  if (kinds.length > 1) return refuse('grades', '等次的划法只能用一种：比例上下限、累计比例或分数线')
  if (typeof denominator === 'number' && !(denominator > 0)) return refuse('grades', '等次比例的分母应大于 0')
  const unknown = [
    ...(vetoTo === undefined ? [] : [vetoTo]),
    ...(lists.promote ?? []).map(({ floor }) => floor),
  ].filter((grade) => !names.includes(grade))
  if (unknown.length > 0) return refuse('grades', `没有这个等次：${some(unknown)}`, unknown)
  if (typeof ties === 'object' && !tieBreaks[ties.by]) return refuse('grades', `同分比较的指标不在方案里：${ties.by}`)
  return null
}

const wholeOf = (grading: Grading, ranked: number, vetoed: number, of: number): number => {
  const { denominator = 'graded' } = grading
  if (typeof denominator === 'number') return denominator
  return denominator === 'all' ? of : denominator === 'ranked' ? ranked : ranked + vetoed
}

type Parties = {
  ranked: readonly Ranked[]
  veto: ReadonlyMap<string, string>
  floors: ReadonlyMap<string, { floor: string; reason: string }>
}

const tally = (grades: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const grade of grades) counts[grade] = (counts[grade] ?? 0) + 1
  return counts
}

type Held = ByScore & { lifted: ReadonlySet<string> }

/**
 * Promoted units that would fall below their floor hold a place of it, and the others share what is left. That can push a
 * promoted unit at the border below its own floor: it is lifted too, until nobody falls.
 */
const gradeWithin = (grading: Grading, { ranked, veto, floors }: Parties, whole: number): Held => {
  const order = grading.grades.map(({ grade }) => grade)
  const vetoed = [...veto.values()].map(() => grading.vetoTo ?? order.at(-1) ?? '')
  const lifted = new Map<string, string>()
  for (;;) {
    const others = ranked.filter(({ unit }) => !lifted.has(unit))
    const taken = tally([...vetoed, ...lifted.values()])
    const { grades, tied } = gradeByScore(grading, others, { whole, taken })
    const fallen = others.flatMap(({ unit }) => {
      const floor = floors.get(unit)?.floor
      const isBelow = floor !== undefined && order.indexOf(grades.get(unit) ?? '') > order.indexOf(floor)
      return isBelow ? [[unit, floor] as const] : []
    })
    if (fallen.length === 0 || grading.promoted === 'beyond')
      return {
        grades: new Map([...grades, ...lifted, ...fallen]),
        tied,
        lifted: new Set([...lifted.keys(), ...fallen.map(([unit]) => unit)]),
      }
    for (const [unit, floor] of fallen) lifted.set(unit, floor)
  }
}

/** Everything the grade of one unit hangs on. */
type Settled = Parties & {
  order: readonly string[]
  vetoTo: string
  ungraded: ReadonlyMap<string, { reason: string; as?: string }>
  /** By score alone, and with the lists' places taken. */
  own: ByScore
  settled: Held
}

const gradeOf = (unit: string, score: number | null, by: Settled): Graded => {
  const own = by.own.grades.get(unit) ?? null
  const apart = by.ungraded.get(unit)
  if (apart) return { unit, grade: null, by: 'ungraded', own: null, ...apart }
  const reason = by.veto.get(unit)
  if (reason !== undefined) return { unit, grade: by.vetoTo, by: 'veto', own, reason }
  if (score === null) return { unit, grade: null, by: 'no-score', own: null }
  const grade = by.settled.grades.get(unit) ?? ''
  const promoted = by.floors.get(unit)
  const isBelow = by.order.indexOf(own ?? '') > by.order.indexOf(promoted?.floor ?? '')
  if (!promoted || !(isBelow || by.settled.lifted.has(unit))) return { unit, grade, by: 'score', own }
  return { unit, grade, by: 'promotion', own, reason: promoted.reason }
}

const settle = (grading: Grading, { units, scores, tieBreaks, of, lists }: ToGrade): Settled & { whole: number } => {
  const order = grading.grades.map(({ grade }) => grade)
  const known = new Set(units)
  const ungraded = new Map((lists.ungraded ?? []).map(({ unit, ...rest }) => [unit, rest]))
  // A vetoed unit that is not graded holds no place of the worst grade.
  const listed = (lists.veto ?? []).filter(({ unit }) => known.has(unit) && !ungraded.has(unit))
  const veto = new Map(listed.map(({ unit, reason }) => [unit, reason]))
  const floors = new Map((lists.promote ?? []).map(({ unit, ...rest }) => [unit, rest]))
  const further = typeof grading.ties === 'object' ? tieBreaks[grading.ties.by] : undefined
  const everyone = rankUnits(units, scores, further).filter(({ unit }) => !ungraded.has(unit))
  const ranked = everyone.filter(({ unit }) => !veto.has(unit))
  const whole = wholeOf(grading, ranked.length, veto.size, of)
  const parties = { ranked, veto, floors }
  return {
    ...parties,
    order,
    vetoTo: grading.vetoTo ?? order.at(-1) ?? '',
    ungraded,
    whole,
    own: gradeByScore(grading, everyone, { whole, taken: {} }),
    settled: gradeWithin(grading, parties, whole),
  }
}

/**
 * Grades by quota, cumulative share or score, then lists: vetoed units go to the worst grade, promoted ones no lower than
 * their floor, ungraded ones have none and count in no quota. `own` is what score alone would give.
 */
export const gradeUnits = (grading: Grading, given: ToGrade): { kind: 'graded'; result: GradeResult } | Refusal => {
  const fault = faultOf(grading, given)
  if (fault) return fault
  const by = settle(grading, given)
  const graded = given.units.map((unit, i) => gradeOf(unit, given.scores[i] ?? null, by))
  const counts = by.order.map((grade, i) => ({
    grade,
    allowed: allowedOf(grading.grades, i, by.whole),
    held: graded.filter((one) => one.grade === grade).length,
  }))
  const leftOut = graded.filter(({ grade }) => grade === null).map(({ unit }) => unit)
  return { kind: 'graded', result: { units: graded, denominator: by.whole, counts, leftOut, tied: by.settled.tied } }
}
