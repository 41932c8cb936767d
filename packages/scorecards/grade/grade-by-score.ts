import type { Column } from '../numeric/column.ts'
import { isAtLeast, placesDown } from '../numeric/ranks.ts'
import type { Grading } from '../scheme/grading.ts'
import { gradeEnds, settleTies } from './borders.ts'

/** A unit in the order of its score; equals share a place. */
export type Ranked = { unit: string; score: number; place: number; tieBreak: number }

/** Grades by unit, and sets of units a border would have cut. */
export type ByScore = { grades: ReadonlyMap<string, string>; tied: readonly (readonly string[])[] }

/** Units with a score, best first; equals by the further score, then in the order given. */
export const rankUnits = (units: readonly string[], scores: Column, tieBreaks: Column | undefined): Ranked[] => {
  const places = placesDown(scores)
  return units
    .flatMap((unit, i) => {
      const [score, place] = [scores[i] ?? null, places[i] ?? null]
      if (score === null || place === null) return []
      return [{ unit, score, place, tieBreak: tieBreaks?.[i] ?? Number.NEGATIVE_INFINITY }]
    })
    .sort((a, b) => a.place - b.place || compare(b.tieBreak, a.tieBreak))
}

const compare = (a: number, b: number): number => (a === b ? 0 : a - b)

const byCut = (grading: Grading, ranked: readonly Ranked[]): ByScore => ({
  grades: new Map(
    ranked.map(({ unit, score }) => {
      const reached = grading.grades.find(({ from }) => from === undefined || isAtLeast(score, from))
      return [unit, (reached ?? grading.grades.at(-1))?.grade ?? '']
    }),
  ),
  tied: [],
})

/**
 * Grades of ranked units by their scores: shares of `whole` cut the order into grades, or scores do. `taken` places are
 * held by listed units.
 */
export const gradeByScore = (
  grading: Grading,
  ranked: readonly Ranked[],
  { whole, taken }: { whole: number; taken: Readonly<Record<string, number>> },
): ByScore => {
  const limits = grading.grades
  if (limits.some(({ from }) => from !== undefined)) return byCut(grading, ranked)
  const count = ranked.length
  const isSame = (a: number, b: number): boolean =>
    ranked[a]?.place === ranked[b]?.place && ranked[a]?.tieBreak === ranked[b]?.tieBreak
  const to = grading.ties === 'better' ? 'better' : 'worse'
  const { ends, cut } = settleTies(gradeEnds(limits, { whole, count, taken }), isSame, { count, to })
  // A border moved past a later one leaves that grade empty: the furthest end so far holds.
  let furthest = 0
  const running = ends.map((end) => {
    furthest = Math.max(furthest, end)
    return furthest
  })
  return {
    grades: new Map(
      ranked.map(({ unit }, place) => {
        const index = running.findIndex((end) => place < end)
        return [unit, limits[index === -1 ? limits.length - 1 : index]?.grade ?? '']
      }),
    ),
    tied: cut.map(([from, until]) => ranked.slice(from, until).map(({ unit }) => unit)),
  }
}
