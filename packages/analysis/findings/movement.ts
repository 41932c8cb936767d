import type { FoundFigure } from '@yundiao/figures'
import { lastYearSaid, targetSaid } from './beside.ts'
import { type Claim, claim } from './claim.ts'
import type { Said } from './finding.ts'
import { raritySaid } from './rarity.ts'
import { type Reading, unbrokenPast } from './reading.ts'
import { growthSaid, isSeen, moveSaid, periodSaid, subjectSaid } from './words.ts'

const rateOf = (figure: FoundFigure): number => figure.value ?? Number.NaN

/** The releases of a fall that has not stopped: newest first, each lower than the one before it; the top comes last. */
const fallOf = (now: FoundFigure, past: readonly FoundFigure[]): readonly FoundFigure[] => {
  const out = [now]
  for (const before of past) {
    const last = out.at(-1)
    if (!last || !isSeen(rateOf(before) - rateOf(last), [before, last]) || rateOf(before) < rateOf(last)) return out
    out.push(before)
  }
  return out
}

const common = (reading: Reading, now: FoundFigure) => ({
  subject: subjectSaid(reading),
  growth: growthSaid(reading, now),
  weighs: null,
  others: lastYearSaid(reading),
  rarity: raritySaid(reading),
  target: targetSaid(reading),
})

/**
 * A growth that falls: turned negative, or falling for two releases and more, or once. One of them is said, the gravest;
 * against last year only where the release before does not tell.
 */
export const movementOf = (reading: Reading): Claim | null => {
  const now = reading.growth
  if (!now) return null
  const fall = fallOf(now, unbrokenPast(reading, now.period))
  const [, before] = fall
  const top = fall.at(-1)
  if (!before || !top) return belowLastYear(reading, now)
  const previous: Said = periodSaid(before.period)
  const points = rateOf(top) - rateOf(now)
  const first = fall.at(-2) ?? now
  const moved = moveSaid(rateOf(now) - rateOf(before), [now, before])
  if (rateOf(now) < 0 && rateOf(before) >= 0)
    return claim(reading, 'turned-negative', {
      points: rateOf(before) - rateOf(now),
      since: now.period,
      fillings: { ...common(reading, now), previous, fall: moved },
    })
  if (fall.length > 2)
    return claim(reading, 'falling-streak', {
      points,
      since: first.period,
      fillings: {
        ...common(reading, now),
        since: periodSaid(first.period),
        count: { free: String(fall.length - 1) },
        fall: moveSaid(-points, [now, top]),
      },
    })
  return claim(reading, 'slowing', {
    points,
    since: now.period,
    fillings: { ...common(reading, now), previous, fall: moved },
  })
}

const belowLastYear = (reading: Reading, now: FoundFigure): Claim | null => {
  const { lastYear } = reading.row.compare
  if (lastYear.kind !== 'derived' || lastYear.value >= 0) return null
  const then = reading.history.find(({ ref }) => ref === lastYear.inputs[1])
  if (!then || !isSeen(lastYear.value, [now, then])) return null
  return claim(reading, 'below-last-year', {
    points: -lastYear.value,
    since: null,
    fillings: {
      subject: subjectSaid(reading),
      growth: growthSaid(reading, now),
      fall: moveSaid(lastYear.value, [now, then]),
      others: null,
      target: targetSaid(reading),
    },
  })
}
