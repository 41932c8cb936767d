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

/** Of the parts of an indicator the weightiest are told: so many of the city, so many of a county or zone. */
const PARTS_TOLD = { city: 5, below: 2 } as const

/** Without the lesser parts: forty industries are no list of what lags. What is unusual is told of all of them. */
const withoutLesser = (claims: readonly Claim[]): readonly Claim[] => {
  const told = new Map<string, number>()
  return claims.filter(({ reading, finding }) => {
    const { input, row, region } = reading
    if (!input.parts.has(row.indicator.code) || finding.kind === 'unusual') return true
    const key = `${finding.indicator} ${region.code}`
    const count = (told.get(key) ?? 0) + 1
    told.set(key, count)
    return count <= (region.code === input.regions.self ? PARTS_TOLD.city : PARTS_TOLD.below)
  })
}

/**
 * 研判要点 of a period: what lags, against whom, since when, who weighs most, how unusual; in the office's wording, every
 * number bound. Reads a board of the city and of each of its counties and zones within one world (published,
 * departments', demonstration; worlds.ts) and never across two. Figures by industry are rows of their own (breakdowns.ts), of which
 * the weightiest five of the city and two of each county are told, and whatever is unusual.
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
  return worldsOf(input.figures, input.targets).flatMap((world) => {
    const claims = readingsOf(input, world)
      .flatMap(claimsOf)
      .flatMap((claim) => claim ?? [])
      .toSorted((a, b) => b.finding.effect - a.finding.effect || place(a) - place(b))
    return withoutLesser(claims).map(({ finding }) => finding)
  })
}
