import { quantileOf } from './quantile.ts'

/** Ranks of every unit in every draw, unit by unit; 0 where a draw gave none. */
export type RankTally = { units: number; draws: number; ranks: Uint32Array }

/** An empty tally. */
export const rankTally = (units: number, draws: number): RankTally => ({
  units,
  draws,
  ranks: new Uint32Array(units * draws),
})

/** Notes the ranks of one draw. */
export const tallyRanks = ({ units, draws, ranks }: RankTally, draw: number, drawn: Uint32Array): void => {
  for (let unit = 0; unit < units; unit += 1) ranks[unit * draws + draw] = drawn[unit] ?? 0
}

/** Between which places a unit lies, by unit; null for one that no draw scored. */
export type RankSpread = {
  q5: (number | null)[]
  median: (number | null)[]
  q95: (number | null)[]
  mean: (number | null)[]
}

const BYTE = 256

/** One pass of a radix sort by eight bits. */
const sortByte = (from: Uint32Array, to: Uint32Array, shift: number, counts: Uint32Array): void => {
  counts.fill(0)
  for (let i = 0; i < from.length; i += 1) {
    const digit = ((from[i] ?? 0) >>> shift) & (BYTE - 1)
    counts[digit] = (counts[digit] ?? 0) + 1
  }
  let start = 0
  for (let digit = 0; digit < BYTE; digit += 1) {
    const many = counts[digit] ?? 0
    counts[digit] = start
    start += many
  }
  for (let i = 0; i < from.length; i += 1) {
    const value = from[i] ?? 0
    const digit = (value >>> shift) & (BYTE - 1)
    const place = counts[digit] ?? 0
    to[place] = value
    counts[digit] = place + 1
  }
}

/** Ranks in ascending order: four times as fast as the built-in sort for the ranks of thousands of units. */
const sortRanks = (ranks: Uint32Array, most: number, spare: Uint32Array, counts: Uint32Array): void => {
  let [from, to] = [ranks, spare]
  for (let shift = 0; most >>> shift > 0; shift += 8) {
    sortByte(from, to, shift, counts)
    ;[from, to] = [to, from]
  }
  if (from !== ranks) ranks.set(from)
}

/** Sums up a tally, putting each unit's ranks in ascending order on the way. Quantiles are of type 7. */
export const spreadOf = ({ units, draws, ranks }: RankTally): RankSpread => {
  const spread: RankSpread = { q5: [], median: [], q95: [], mean: [] }
  const [spare, counts] = [new Uint32Array(draws), new Uint32Array(BYTE)]
  for (let unit = 0; unit < units; unit += 1) {
    const own = ranks.subarray(unit * draws, (unit + 1) * draws)
    sortRanks(own, units, spare, counts)
    const first = own.findIndex((rank) => rank > 0)
    const placed = first < 0 ? own.subarray(draws) : own.subarray(first)
    const isPlaced = placed.length > 0
    spread.q5.push(isPlaced ? quantileOf(placed, 0.05) : null)
    spread.median.push(isPlaced ? quantileOf(placed, 0.5) : null)
    spread.q95.push(isPlaced ? quantileOf(placed, 0.95) : null)
    spread.mean.push(isPlaced ? placed.reduce((sum, rank) => sum + rank, 0) / placed.length : null)
  }
  return spread
}
