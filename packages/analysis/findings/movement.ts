import type { FoundFigure } from '@yundiao/figures'
import { differenceOf, lastYearSaid, provinceSaid } from './beside.ts'
import { type Claim, claim } from './claim.ts'
import type { Said } from './finding.ts'
import { lostInCity } from './ranks.ts'
import { type Reading, unbrokenPast } from './reading.ts'
import type { Track } from './tracks.ts'
import { raritySaid } from './unusual.ts'
import { ledInFall, weighsMostSaid } from './who-weighs.ts'
import {
  computedSaid,
  growthSaid,
  isSeen,
  moveSaid,
  placeSaid,
  pointsDigits,
  previousSaid,
  sinceSaid,
  subjectSaid,
} from './words.ts'

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

/** At most this share of past moves as large, and a fall is told to be rare. */
const TELLING = 0.1

type Beyond = { points: number; figures: readonly FoundFigure[] }
type Fall = { reading: Reading; now: FoundFigure; from: FoundFigure; growth: Track | null }

/** 比全市多回落0.9个百分点: what a county's fall exceeds the city's by, over the same releases; null where not known. */
const beyondCity = ({ reading, now, from }: Fall): Beyond | null => {
  const { self } = reading.input.regions
  if (reading.region.code === self) return null
  const [cityNow, cityThen] = [reading.growthAt(now.period, self), reading.growthAt(from.period, self)]
  if (!cityNow || !cityThen) return null
  const points = rateOf(from) - rateOf(now) - (rateOf(cityThen) - rateOf(cityNow))
  return { points: Number(points.toPrecision(12)), figures: [now, from, cityNow, cityThen] }
}

const isBeyond = (beyond: Beyond | null): boolean =>
  beyond !== null && beyond.points > 0 && isSeen(beyond.points, beyond.figures)

const exceedSaid = ({ points, figures }: Beyond): Said =>
  computedSaid('growth.difference', figures, `比全市多回落${pointsDigits(points, figures)}个百分点`)

/** 比全市多回落3.7个百分点，增速居全市第9位、后移3位: as far as each is so. */
const beyondSaid = (reading: Reading, beyond: Beyond | null): readonly Said[] | null => {
  const lost = lostInCity(reading)
  const parts: readonly (readonly Said[])[] = [
    beyond && isBeyond(beyond) ? [exceedSaid(beyond)] : [],
    lost
      ? [
          { text: `增速居${lost.field}` },
          lost.rank,
          { text: '、较' },
          previousSaid(reading, lost.before),
          lost.moved,
          { text: '（测算）' },
        ]
      : [],
  ]
  const told = parts.filter((part) => part.length > 0)
  return told.length === 0 ? null : told.flatMap((part, i) => (i > 0 ? [{ text: '，' }, ...part] : part))
}

/** 高于全省1.4个百分点: what is behind the province is a finding of its own. */
const notBehindSaid = (reading: Reading): Said | null => {
  const beside = differenceOf(reading, reading.row.compare.province)
  return beside && beside.points >= 0 ? provinceSaid(reading) : null
}

/** The same as a sentence begins: whose growth it is, is said again where a part was spoken of between. */
const notBehind = (reading: Reading, isNamed: boolean): readonly Said[] | null => {
  const said = notBehindSaid(reading)
  return said && [...(isNamed ? placeSaid(reading) : []), { text: '增速' }, said]
}

const common = (fall: Fall) => {
  const { reading, now, from, growth } = fall
  const { lastYear } = reading.row.compare
  const weighs = weighsMostSaid(reading, from.period)
  const isSame = lastYear.kind === 'derived' && lastYear.inputs[1] === from.ref
  return {
    subject: subjectSaid(reading),
    growth: growthSaid(reading, now),
    weighs,
    led: ledInFall(reading, from.period),
    beyond: beyondSaid(reading, beyondCity(fall)),
    others: isSame ? null : lastYearSaid(reading),
    province: notBehind(reading, weighs !== null),
    rarity: growth && growth.surprise.rarity <= TELLING ? raritySaid(growth) : null,
  }
}

/**
 * A growth that falls: turned negative, or falling for two releases and more, or once. One of them is said, the gravest;
 * against last year only where the release before does not tell. A county that falls with the city and no further tells
 * nothing of its own, and what it fell further counts. A streak counts its mean fall a release, the last if larger.
 */
export const movementOf = (reading: Reading, growth: Track | null): Claim | null => {
  const now = reading.growth
  if (!now) return null
  const releases = fallOf(now, unbrokenPast(reading, now.period))
  const [, before] = releases
  if (!before) return belowLastYear(reading, now)
  const isTurned = rateOf(now) < 0 && rateOf(before) >= 0
  const from = isTurned ? before : (releases.at(-1) ?? before)
  const fall: Fall = { reading, now, from, growth }
  const beyond = beyondCity(fall)
  if (beyond && !isTurned && !isBeyond(beyond)) return null
  const steps = isTurned ? 1 : releases.length - 1
  const whole = beyond && beyond.points > 0 ? beyond.points : rateOf(from) - rateOf(now)
  const points = beyond ? whole / steps : Math.max(whole / steps, rateOf(before) - rateOf(now))
  const rarity = growth?.surprise.rarity ?? null
  const moved = moveSaid(rateOf(now) - rateOf(from), [now, from])
  if (steps > 1) {
    const first = releases.at(-2) ?? now
    const fillings = {
      ...common(fall),
      since: sinceSaid(reading, first.period),
      count: { free: String(steps) },
      fall: moved,
    }
    return claim(reading, 'falling-streak', { points, since: first.period, rarity, fillings })
  }
  const fillings = { ...common(fall), previous: previousSaid(reading, before.period), fall: moved }
  return claim(reading, isTurned ? 'turned-negative' : 'slowing', { points, since: now.period, rarity, fillings })
}

const belowLastYear = (reading: Reading, now: FoundFigure): Claim | null => {
  const { lastYear } = reading.row.compare
  if (lastYear.kind !== 'derived' || lastYear.value >= 0) return null
  const then = reading.world.byRef.get(lastYear.inputs[1] ?? '')
  if (!then || !isSeen(lastYear.value, [now, then])) return null
  const beyond = beyondCity({ reading, now, from: then, growth: null })
  if (beyond && !isBeyond(beyond)) return null
  return claim(reading, 'below-last-year', {
    points: beyond?.points ?? -lastYear.value,
    since: null,
    fillings: {
      subject: subjectSaid(reading),
      growth: growthSaid(reading, now),
      fall: moveSaid(lastYear.value, [now, then]),
      weighs: weighsMostSaid(reading, then.period),
      led: ledInFall(reading, then.period),
      beyond: beyondSaid(reading, beyond),
    },
  })
}
