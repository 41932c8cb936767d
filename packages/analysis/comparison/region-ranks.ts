import {
  type Derived,
  derived,
  type FigureCell,
  type FoundFigure,
  type Outcome,
  rankMove,
  refuse,
} from '@yundiao/figures'
import { competitionRanks } from './competition-ranks.ts'
import type { RegionCells } from './region-cells.ts'

/**
 * A region's place. A published one stands before ours; ours is among those of the group whose figure is out
 * (`among` of `of`), and is 测算. `none` has no figure to be placed by.
 */
export type Rank =
  | { kind: 'published'; place: number; figure: FoundFigure }
  | { kind: 'computed'; place: number; among: number; of: number; outcome: Derived }
  | { kind: 'none' }

const NONE: Rank = { kind: 'none' }

/** One alone has no place of ours: it is first and last of nobody. */
const FEWEST = 2

type RankOf = { by: 'level' | 'growth'; better: 'up' | 'down'; period?: string | null }

/** Places of the regions of one group, in their order. */
export const ranksOf = (cells: RegionCells, regions: readonly string[], { by, better, period }: RankOf): Rank[] => {
  const at = period === undefined ? cells.period : period
  const own = regions.map((region): FigureCell => (by === 'level' ? cells.level(region, at) : cells.growth(region, at)))
  const places = competitionRanks(
    own.map((cell) => (cell.kind === 'figure' ? cell.value : null)),
    better,
  )
  const refs = own.flatMap((cell) => (cell.kind === 'figure' ? [cell.figure.ref] : []))
  return regions.map((region, i): Rank => {
    const published = cells.rank(region, by, at)
    if (published.kind === 'figure') return { kind: 'published', place: published.value, figure: published.figure }
    const place = places[i] ?? null
    const cell = own[i]
    if (place === null || cell?.kind !== 'figure' || refs.length < FEWEST) return NONE
    // Its own figure first: a reader who opens the formula looks for it there.
    const inputs = [cell.figure.ref, ...refs.filter((ref) => ref !== cell.figure.ref)]
    return {
      kind: 'computed',
      place,
      among: refs.length,
      of: regions.length,
      outcome: derived('rank.among', place, inputs),
    }
  })
}

const placedIn = (regions: readonly string[], ranks: readonly Rank[]): string =>
  regions.filter((_, i) => ranks[i]?.kind === 'computed').join(' ')

/**
 * Places gained by each region since the period before: only where both places are held and of one sort. Two of our own
 * are compared only when the same regions had a figure in both periods: a place among six is no place among nine.
 */
export const rankMoves = (regions: readonly string[], now: readonly Rank[], before: readonly Rank[]): Outcome[] => {
  const isSameField = placedIn(regions, now) === placedIn(regions, before)
  return regions.map((_, i): Outcome => {
    const [a, b] = [now[i] ?? NONE, before[i] ?? NONE]
    if (a.kind === 'none') return refuse('input-missing', '不能计算：本期没有位次')
    if (b.kind === 'none') return refuse('input-missing', '不能计算：上期没有位次')
    if (a.kind === 'published' && b.kind === 'published')
      return rankMove(
        { kind: 'figure', figure: a.figure, value: a.place },
        { kind: 'figure', figure: b.figure, value: b.place },
      )
    if (a.kind !== 'computed' || b.kind !== 'computed')
      return refuse('origin-differs', '不能比较：一期为公布位次，另一期为测算')
    if (!isSameField) return refuse('concept-differs', '不能比较：两期有数的地区不同，位次不可比')
    return derived('rank.move', b.place - a.place, [...b.outcome.inputs.slice(0, 1), ...a.outcome.inputs.slice(0, 1)])
  })
}
