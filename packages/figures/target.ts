import type { Cite, Grade, LocalDate, State } from '@yundiao/kernel'
import type { FigureRef, Measure } from './types.ts'

/** The five layers of targets; a lamp names its own. Null where the source does not say. */
export type TargetLayer = '人代会' | '省下达' | '奋斗目标' | '季度' | '县区分解'

/** `=` `≈` (左右) `≥` `≤`, faster than GDP, in step with GDP (同步), in words only. Null: looked for and not found. */
export type TargetOperator = '=' | '≈' | '≥' | '≤' | '>gdp' | 'sync' | 'qual'

/** A target as a document states it. `value` is canonical (a growth of 6.5 % is 0.065); null where it has no number. */
export type TargetFact = {
  id: string
  layer: TargetLayer | null
  owner: string
  document: string | null
  /** The words of the clause. */
  clause: string | null
  indicator: string
  concept: string
  region: string
  year: number
  measure: Measure
  operator: TargetOperator | null
  value: number | null
  unit: string
  printed: string | null
  printedUnit: string | null
  knownOn: LocalDate | null
  cite: Cite
  grade: Grade
}

/** What has been reached: the figure's value, share of the year gone by (levels) and GDP's growth (relative targets). */
export type TargetActual = {
  measure: Measure
  concept: string
  value: number | null
  ref: FigureRef | null
  /** Part of the year gone by at the figure's period end, 0–1; levels are judged against it. */
  elapsed: number
  gdpGrowth: { value: number; ref: FigureRef } | null
  /** Which way is better; null where neither is. */
  better: 'up' | 'down' | null
}

export type Unassessed = {
  kind: 'unassessed'
  state: '未评'
  reason:
    | 'target-missing'
    | 'target-in-words'
    | 'no-tolerance'
    | 'actual-missing'
    | 'measure-differs'
    | 'concept-differs'
    | 'gdp-missing'
  message: string
}
export type Assessed = {
  kind: 'assessed'
  state: Extract<State, '超序时' | '达序时' | '欠序时'>
  /** Actual less target: a ratio difference for growth (0.004 is 0.4 个百分点), share of the target less time for levels. */
  difference: number
  basis: 'growth' | 'share-of-year' | 'bound' | 'gdp'
  formula: string
  version: number
  inputs: readonly FigureRef[]
}
export type Assessment = Assessed | Unassessed

const FORMULA = { formula: 'target.assess', version: 1 } as const
const EPSILON = 1e-9

const unassessed = (reason: Unassessed['reason'], message: string): Unassessed => ({
  kind: 'unassessed',
  state: '未评',
  reason,
  message,
})

const isGrowth = (measure: Measure): boolean => measure.startsWith('growth')

const judged = (difference: number, basis: Assessed['basis'], inputs: readonly (FigureRef | null)[]): Assessed => ({
  kind: 'assessed',
  state: Math.abs(difference) < EPSILON ? '达序时' : difference > 0 ? '超序时' : '欠序时',
  difference,
  basis,
  ...FORMULA,
  inputs: inputs.filter((ref) => ref !== null),
})

/** Growth is compared with growth; an amount with the part of the year gone by; an upper bound with the bound. */
const againstNumber = (target: TargetFact, value: number, actual: TargetActual, reached: number): Assessment => {
  if (target.operator === '≤') {
    const room = judged(value - reached, 'bound', [actual.ref])
    return room.state === '超序时' ? { ...room, state: '达序时' } : room
  }
  const isAmount = !isGrowth(target.measure) && target.measure === 'level' && target.unit !== 'ratio'
  if (isAmount && value === 0) return unassessed('target-missing', '未评：年度目标为零，不能算占比')
  const difference = isAmount ? reached / value - actual.elapsed : reached - value
  const isRough = target.operator === '≈' && (actual.better !== 'up' || difference < -EPSILON)
  if (isRough) return unassessed('no-tolerance', '未评：目标写“左右”，没有规定允许的偏差')
  return judged(difference, isAmount ? 'share-of-year' : 'growth', [actual.ref])
}

const againstGdp = (target: TargetFact, actual: TargetActual, reached: number): Assessment => {
  if (target.operator === 'sync') return unassessed('no-tolerance', '未评：目标为与经济增长同步，没有规定允许的偏差')
  if (!actual.gdpGrowth) return unassessed('gdp-missing', '未评：同期地区生产总值增速未公布')
  return judged(reached - actual.gdpGrowth.value, 'gdp', [actual.ref, actual.gdpGrowth.ref])
}

/**
 * How a figure stands against a target: 超序时, 达序时 or 欠序时 with the difference, or 未评 with the reason. No target, a
 * target in words, or “左右” without a stated tolerance that the figure does not clearly meet, is 未评: nothing is judged
 * by a tolerance nobody set. Growth targets compare growth with growth (never completion with time); amounts compare the
 * share of the target with the part of the year gone by.
 */
export const assessTarget = (target: TargetFact | null, actual: TargetActual): Assessment => {
  if (!target || target.operator === null) return unassessed('target-missing', '未评：年度目标待明确')
  if (target.operator === 'qual') return unassessed('target-in-words', '未评：目标只有文字表述，没有数值')
  if (target.concept !== actual.concept) return unassessed('concept-differs', '未评：目标与完成数口径不同')
  if (target.measure !== actual.measure)
    return unassessed('measure-differs', '未评：目标与完成数不是同一种数（绝对额、增速）')
  if (actual.value === null) return unassessed('actual-missing', '未评：完成数未公布或未报送')
  if (target.operator === '>gdp' || target.operator === 'sync') return againstGdp(target, actual, actual.value)
  if (target.value === null) return unassessed('target-missing', '未评：年度目标待明确')
  return againstNumber(target, target.value, actual, actual.value)
}

/** The targets of a region, year and indicator known on a day, the earliest stated first. */
export const targetsOf = (
  targets: readonly TargetFact[],
  of: { indicator: string; region: string; year: number; on: LocalDate | null },
): readonly TargetFact[] =>
  targets.filter(
    (target) =>
      target.indicator === of.indicator &&
      target.region === of.region &&
      target.year === of.year &&
      (of.on === null || target.knownOn === null || target.knownOn <= of.on),
  )
