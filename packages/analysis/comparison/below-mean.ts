import { derived, type Outcome, refuse } from '@yundiao/figures'

/** 低于全市平均指标数: how many of the comparisons are below, of how many that could be made. */
export type BelowMean = { outcome: Outcome; of: number }

/** Counts the differences below zero; refused where none could be formed. `inputs` of each go into the count's. */
export const belowMean = (differences: readonly Outcome[]): BelowMean => {
  const held = differences.filter((one) => one.kind === 'derived')
  if (held.length === 0) return { outcome: refuse('input-missing', '不能计算：各指标增速或全市平均都未公布'), of: 0 }
  const below = held.filter(({ value }) => value < 0)
  const inputs = [...new Set(held.flatMap((one) => one.inputs))]
  return { outcome: derived('count.below-mean', below.length, inputs), of: held.length }
}
