import { differenceOf, provinceSaid, requiredSaid, restOfYear, targetSaid } from './beside.ts'
import { type Claim, claim } from './claim.ts'
import type { Said } from './finding.ts'
import type { Reading } from './reading.ts'
import { belowSince } from './since.ts'
import { gapSaid, growthSaid, isSeen, moveSaid, periodSaid, subjectSaid } from './words.ts'

const besides = (reading: Reading): readonly Said[] | null => {
  const last = differenceOf(reading, reading.row.compare.lastPeriod)
  const parts = [provinceSaid(reading), last && [{ text: '较上期' }, moveSaid(last.points, last.from)]].filter(
    (part) => part !== null,
  )
  return parts.length === 0
    ? null
    : parts.flatMap((part, i): readonly Said[] => [...(i > 0 ? [{ text: '，' }] : []), ...[part].flat()])
}

/** Growth below the year's target. */
export const belowTarget = (reading: Reading): Claim | null => {
  const { row, growth } = reading
  const { state } = row
  const target = row.targets.self
  if (!growth || !target || state.kind !== 'assessed' || state.state !== '欠序时' || state.basis !== 'growth')
    return null
  const rest = restOfYear(row.period)
  return claim(reading, 'below-target', {
    points: -state.difference,
    since: null,
    fillings: {
      subject: subjectSaid(reading),
      growth: growthSaid(reading, growth),
      gap: gapSaid('目标', state.difference, [growth], 'target.difference'),
      layer: target.layer ? { text: `（${target.layer}）` } : [],
      others: besides(reading),
      rest: rest === null ? null : { text: rest },
      required: requiredSaid(reading),
      remaining: rest === null ? null : { text: rest },
    },
  })
}

/** The city's growth below the province's. */
export const belowProvince = (reading: Reading): Claim | null => {
  const { growth, input, region } = reading
  const difference = differenceOf(reading, reading.row.compare.province)
  if (!growth || !difference || region.code !== input.regions.self) return null
  if (difference.points >= 0 || !isSeen(difference.points, difference.from)) return null
  const { since, count } = belowSince(reading, input.regions.province)
  return claim(reading, 'below-province', {
    points: -difference.points,
    since,
    fillings: {
      subject: subjectSaid(reading),
      growth: growthSaid(reading, growth),
      gap: gapSaid('全省', difference.points, difference.from, 'growth.difference'),
      since: since !== null && count > 1 ? periodSaid(since) : null,
      count: { free: String(count) },
      target: targetSaid(reading),
    },
  })
}
