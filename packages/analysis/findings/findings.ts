import { flatten } from './breakdowns.ts'
import type { Claim } from './claim.ts'
import { countiesBehind } from './counties.ts'
import type { Finding } from './finding.ts'
import type { FindingsInput } from './findings-input.ts'
import { belowProvince, belowTarget } from './gaps.ts'
import { movementOf } from './movement.ts'
import { partDrags } from './parts.ts'
import { rankFell } from './ranks.ts'
import { type Reading, readingsOf } from './reading.ts'
import { oddityOf } from './unusual.ts'
import { worldsOf } from './worlds.ts'

/**
 * What lags or stands out in one row, each fact once: what is unusual is not told again as a fall, nor what is below its
 * target as below the province. Growth of what neither way is better for (prices), or less is, tells nothing.
 */
const claimsOf = (reading: Reading): readonly (Claim | null)[] => {
  const { growth, growthClaim, levelClaim } = oddityOf(reading)
  if (reading.row.indicator.better !== 'up') return [belowTarget(reading), growthClaim, levelClaim]
  const movement = growthClaim ?? movementOf(reading, growth)
  const isCity = reading.region.code === reading.input.regions.self
  return [
    belowTarget(reading) ?? belowProvince(reading),
    movement,
    levelClaim,
    // A county's movement tells the places it lost itself.
    isCity || !movement ? rankFell(reading) : null,
    countiesBehind(reading),
    partDrags(reading),
  ]
}

/**
 * 研判要点 of a period: what lags, against whom, since when, who weighs most, how unusual; in the office's wording, every
 * number bound. Reads a board of the city and of each of its counties and zones within one world (published,
 * departments', demonstration; worlds.ts) and never across two. Figures by industry are rows of their own (breakdowns.ts).
 *
 * Ranked by effect: the points of growth a fact is about (the gap, the fall since the release before, what counties cost
 * the city), times the share of the city's whole its row stands for (weigh.ts). So a point of the city's 地区生产总值 counts
 * a point, of its 一产 0.07, of a county's by its share. A place among the cities counts a tenth of a point, an amount
 * behind its plan the points of the year's amount that lack. Published figures come before departments' and these before
 * demonstration; ties keep the order of the catalogue and of the regions. The same input gives the same list.
 */
export const findings = (given: FindingsInput): readonly Finding[] => {
  const input = { ...given, ...flatten(given.figures, given.catalogue, given.breakdowns ?? []) }
  const order = new Map(input.catalogue.all.map(({ code }, index) => [code, index]))
  const place = ({ reading }: Claim): number => order.get(reading.row.indicator.code) ?? order.size
  return worldsOf(input.figures, input.targets).flatMap((world) =>
    readingsOf(input, world)
      .flatMap(claimsOf)
      .flatMap((claim) => claim ?? [])
      .toSorted((a, b) => b.finding.effect - a.finding.effect || place(a) - place(b))
      .map(({ finding }) => finding),
  )
}
