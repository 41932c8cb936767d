import type { NearBorder } from './robustness.ts'

/** Nominal grade and probabilities by grade of one unit. */
export type GradeShares = { unit: string; grade: string; shares: ReadonlyMap<string, number> }

/**
 * Units whose grade holds in less than `sure` of the draws, the least sure first (then in the order given): those a
 * person looks at before money hangs on the grade. `other` is the grade they have most often besides.
 */
export const nearBorder = (units: readonly GradeShares[], sure: number): NearBorder[] =>
  units
    .flatMap(({ unit, grade, shares }): NearBorder[] => {
      const probability = shares.get(grade) ?? 0
      if (probability >= sure) return []
      const [other, otherProbability] = [...shares]
        .filter(([one]) => one !== grade)
        .reduce((best, next) => (next[1] > best[1] ? next : best), [grade, 0])
      return [{ unit, grade, probability, other, otherProbability }]
    })
    .sort((a, b) => a.probability - b.probability)
