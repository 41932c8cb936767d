import { lastYearSaid, provinceSaid, targetSaid } from './beside.ts'
import { type Claim, claim } from './claim.ts'
import type { Reading } from './reading.ts'
import { computedSaid, figureSaid, periodSaid, subjectSaid } from './words.ts'

/** A place among the cities is worth at least the smallest step a printed rate can show. */
const POINTS_OF_A_PLACE = 0.001

/** The city fell back among the cities of the province by growth. */
export const rankFell = (reading: Reading): Claim | null => {
  const { growth, move } = reading.row.ranks
  if (growth.kind !== 'figure' || move.kind !== 'derived' || move.value >= 0) return null
  const before = reading.world.byRef.get(move.inputs[0] ?? '')
  if (!before) return null
  const lost = -move.value
  return claim(reading, 'rank-fell', {
    points: lost * POINTS_OF_A_PLACE,
    since: reading.row.period,
    fillings: {
      subject: subjectSaid(reading),
      rank: figureSaid(reading, growth.figure, `第${growth.value}位`),
      previous: periodSaid(before.period),
      places: computedSaid('rank.move', [before, growth.figure], `后移${lost}位`),
      others: provinceSaid(reading) ?? lastYearSaid(reading),
      target: targetSaid(reading),
    },
  })
}
