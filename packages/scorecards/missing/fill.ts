import { type Column, extremesOf, meanOf, present } from '../numeric/column.ts'
import type { Normalisation } from '../scheme/normalisation.ts'
import type { Missing } from '../scheme/scheme.ts'

/** The least a normalisation gives; for those without a lower end the least score seen. */
const leastScore = (scores: Column, spec: Normalisation): number => {
  switch (spec.method) {
    case 'minmax':
      return spec.range?.[0] ?? 0
    case 'goalposts':
    case 'distance-to-frontier':
      return spec.range?.[0] ?? 0
    case '20+80':
      return 20
    case 'none':
    case 'zscore':
    case 'vector':
      return extremesOf(present(scores)).least
    default:
      return 0
  }
}

/**
 * Scores with what was missing put in, where the rule works on scores: nothing scored, or the mean of the others'.
 * `wasMissing` marks units without a value; a score missing for another reason stays so.
 */
export const fillScores = (
  scores: Column,
  rule: Missing,
  { spec, wasMissing }: { spec: Normalisation; wasMissing: readonly boolean[] },
): Column => {
  if (rule !== 'zero' && rule !== 'mean-score') return scores
  const there = present(scores)
  // Where nobody has a value all score nothing; where those there are cannot be told apart, the item is left out for all.
  if (there.length === 0 && !(rule === 'zero' && wasMissing.every(Boolean))) return scores
  const filling = rule === 'zero' ? leastScore(scores, spec) : meanOf(there)
  if (Number.isNaN(filling)) return scores
  return scores.map((score, i) => score ?? (wasMissing[i] ? filling : null))
}
