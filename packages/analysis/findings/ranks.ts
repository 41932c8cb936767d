import { type FoundFigure, ytdBefore } from '@yundiao/figures'
import { competitionRanks } from '../comparison/competition-ranks.ts'
import { lastYearSaid, provinceSaid } from './beside.ts'
import { type Claim, claim } from './claim.ts'
import type { Said } from './finding.ts'
import { countiesOf, type Reading } from './reading.ts'
import { computedSaid, figureSaid, previousSaid, subjectSaid } from './words.ts'

/** A place among others is worth at least the smallest step a printed rate can show. */
const POINTS_OF_A_PLACE = 0.001

/** Places lost since the release before, in words. */
type Lost = { field: '全省' | '全市'; places: number; rank: Said; moved: Said; before: string }

const lostInProvince = (reading: Reading): Lost | null => {
  const { growth, move } = reading.row.ranks
  if (growth.kind !== 'figure' || move.kind !== 'derived' || move.value >= 0) return null
  const before = reading.world.byRef.get(move.inputs[0] ?? '')
  return (
    (before && {
      field: '全省',
      places: -move.value,
      rank: figureSaid(reading, growth.figure, `第${growth.value}位`),
      moved: computedSaid('rank.move', [before, growth.figure], `后移${-move.value}位`),
      before: before.period,
    }) ??
    null
  )
}

const rankedBy = (figures: readonly FoundFigure[]): readonly (number | null)[] =>
  competitionRanks(figures.map(({ value }) => value))

/**
 * Places a county lost among the city's counties by growth since the release before; null unless every county's growth of
 * one series is held at both, for a place among six is no place among nine.
 */
export const lostInCity = (reading: Reading): Lost | null => {
  const { input, region, growth, row } = reading
  const city = region.kind === 'county' ? reading.beside({ region: input.regions.self }) : null
  const before = ytdBefore(row.period)
  if (!city || !growth || before === null) return null
  const field = countiesOf(city)
  const at = (period: string): readonly FoundFigure[] =>
    field.flatMap(({ region: county }) => reading.growthAt(period, county.code) ?? [])
  const [now, then] = [at(row.period), at(before)]
  const all = input.tree.children(input.regions.self).filter(({ kind }) => kind === 'county').length
  if (now.length !== all || then.length !== all) return null
  const own = field.findIndex((county) => county.region === region)
  const [place, earlier] = [rankedBy(now)[own] ?? 0, rankedBy(then)[own] ?? 0]
  return place <= earlier
    ? null
    : {
        field: '全市',
        places: place - earlier,
        rank: computedSaid('rank.among', now, `第${place}位`),
        moved: computedSaid('rank.move', [...then, ...now], `后移${place - earlier}位`),
        before,
      }
}

/** The city fell back among the cities of the province by growth, or a county among those of the city. */
export const rankFell = (reading: Reading): Claim | null => {
  const lost = lostInProvince(reading) ?? lostInCity(reading)
  if (!lost) return null
  return claim(reading, 'rank-fell', {
    points: lost.places * POINTS_OF_A_PLACE,
    since: reading.row.period,
    fillings: {
      subject: subjectSaid(reading),
      field: { text: lost.field },
      rank: lost.rank,
      previous: previousSaid(reading, lost.before),
      places: lost.field === '全市' ? [lost.moved, { text: '（测算）' }] : lost.moved,
      others:
        reading.region.code === reading.input.regions.self ? (provinceSaid(reading) ?? lastYearSaid(reading)) : null,
    },
  })
}
