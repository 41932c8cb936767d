import { showNumber } from '@yundiao/kernel'
import { differenceOf, lastYearSaid } from './beside.ts'
import { type Claim, claim } from './claim.ts'
import type { Said } from './finding.ts'
import type { Reading } from './reading.ts'
import { growthTrack, levelTrack, type Track } from './tracks.ts'
import {
  amountSaid,
  computedSaid,
  growthSaid,
  levelSaid,
  moveSaid,
  placeSaid,
  previousSaid,
  stretchSaid,
  subjectSaid,
} from './words.ts'

/** A number that may be a slip is asked about before it is believed; it counts ten points at most. */
const MOST_POINTS = 0.1

const refsOf = ({ releases }: Track) => [...new Set(releases.flatMap(({ from }) => from))]

const percentOf = (share: number): string => `${showNumber(Number((Math.abs(share) * 100).toPrecision(12)), 1)}%`

/** 近40期没有过这样大的变动, 近40期中这样大的变动有1期. */
export const raritySaid = (track: Track): Said => {
  const { moves, rarity, repeats } = track.surprise
  const from = refsOf(track)
  if (repeats) return computedSaid('move.rarity', from, `近${moves}期少有这样的重复`)
  const shown =
    rarity === 0 ? `近${moves}期没有过这样大的变动` : `近${moves}期中这样大的变动有${Math.round(rarity * moves)}期`
  return computedSaid('move.rarity', from, shown)
}

const unusualGrowth = (reading: Reading, track: Track): Claim | null => {
  const [then, now] = track.releases.slice(-2)
  const [before, own] = [then?.from[0], now?.from[0]]
  if (!then || !now || !before || !own) return null
  return claim(reading, 'unusual', {
    points: Math.min(MOST_POINTS, Math.abs(now.value - then.value)),
    since: reading.row.period,
    rarity: track.surprise.rarity,
    fillings: {
      subject: subjectSaid(reading),
      value: growthSaid(reading, own),
      previous: previousSaid(reading, before.period),
      turned: now.value < 0 && then.value >= 0 ? { text: '，由正转负' } : [],
      move: moveSaid(now.value - then.value, [own, before]),
      rarity: raritySaid(track),
      others: differenceOf(reading, reading.row.compare.lastYear) && lastYearSaid(reading),
    },
  })
}

const deviationSaid = ({ surprise, releases }: Track, share: number): Said => {
  const from = [...new Set(releases.flatMap((release) => release.from))]
  if (surprise.repeats === 'before') return computedSaid('level.repeated', from.slice(-2), '与上期数相同')
  if (surprise.repeats === 'last-year') return computedSaid('level.repeated', from.slice(-1), '与上年同期数相同')
  if (share > 1) {
    const times = showNumber(Number((share + 1).toPrecision(12)), 1)
    return computedSaid('level.expected', from, `是按历史规律推算数的${times}倍`)
  }
  return computedSaid('level.expected', from, `比按历史规律推算数${share > 0 ? '高' : '低'}${percentOf(share)}`)
}

const unusualLevel = (reading: Reading, track: Track): Claim | null => {
  const now = track.releases.at(-1)
  const [own] = now?.from ?? []
  const { expected } = track.surprise
  if (!now || !own) return null
  const share = expected === 0 ? 0 : now.value / expected - 1
  return claim(reading, 'unusual.level', {
    points: Math.min(MOST_POINTS, Math.abs(share)),
    since: reading.row.period,
    rarity: track.surprise.rarity,
    fillings: {
      subject: placeSaid(reading),
      stretch: stretchSaid(reading, now.month, now.span),
      value: now.from.length === 1 ? levelSaid(reading, own) : amountSaid(reading, now.value, now.from),
      move: deviationSaid(track, share),
      rarity: raritySaid(track),
    },
  })
}

/** What is unusual in a row: its growth's last move, else its amount. `growth` is null where too little is known. */
export type Oddity = { growth: Track | null; growthClaim: Claim | null; levelClaim: Claim | null }

/** Weighs a row's last release against its own past. */
export const oddityOf = (reading: Reading): Oddity => {
  const [growth, level] = [growthTrack(reading), levelTrack(reading)]
  const growthClaim = growth?.surprise.isUnusual ? unusualGrowth(reading, growth) : null
  const levelClaim = level?.surprise.isUnusual && !growthClaim ? unusualLevel(reading, level) : null
  return { growth, growthClaim, levelClaim }
}
