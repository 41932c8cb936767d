import type { Claim } from './claim.ts'
import type { Finding } from './finding.ts'
import type { FindingsInput } from './findings-input.ts'
import { belowProvince, belowTarget } from './gaps.ts'
import { movementOf } from './movement.ts'
import { type Reading, readingsOf } from './reading.ts'
import { worldsOf } from './worlds.ts'

/** What lags in one row. What neither way is better for (prices), or less is, tells nothing by its growth. */
const claimsOf = (reading: Reading): readonly (Claim | null)[] => {
  if (reading.row.indicator.better !== 'up') return []
  return [belowTarget(reading) ?? belowProvince(reading), movementOf(reading)]
}

/**
 * 研判要点 of a period: what lags, against whom, since when, ranked by effect. Reads a board of the city and of each of its
 * counties and zones within one world (published, departments', demonstration; worlds.ts) and never across two.
 */
export const findings = (input: FindingsInput): readonly Finding[] => {
  const order = new Map(input.catalogue.all.map(({ code }, index) => [code, index]))
  const found = worldsOf(input.figures, input.targets).flatMap((world) =>
    readingsOf(input, world)
      .flatMap(claimsOf)
      .flatMap((claim) => (claim ? [claim.finding] : [])),
  )
  return found.toSorted((a, b) => b.effect - a.effect || (order.get(a.indicator) ?? 0) - (order.get(b.indicator) ?? 0))
}
