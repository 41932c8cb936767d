import { leadOf, placesUp } from '../aggregate/copeland.ts'
import { DRAW } from '../aggregate/copeland-pairs.ts'

/**
 * Who is better than whom where the parts do not change from draw to draw, only their weights: each pair of units has a
 * pattern (better, equal, worse, part by part), and a unit its patterns with how many more units it meets in them than in
 * their mirror images. Of 7 parts there are at most 1,093 patterns, where 5,000 units make 12 million pairs.
 */
export type Patterns = {
  parts: number
  /** Patterns that occur, three ways a part, the first part the highest digit: 0 worse, 1 equal, 2 better. */
  codes: Uint16Array
  /** Entries of unit i: `starts[i]` up to `starts[i + 1]`, each a place in `codes` and a count. */
  starts: Uint32Array
  places: Uint16Array
  counts: Int32Array
  /** Room: who wins in each pattern with the weights of a draw. */
  wins: Int8Array
}

/** Patterns of more parts than this are too many to be worth keeping. */
const MOST_PARTS = 8
/** Entries at most, 6 bytes each. */
const MOST_ENTRIES = 8_000_000

const fillCodes = (parts: readonly Int32Array[], unit: number, codes: Uint16Array): void => {
  codes.fill(0)
  for (const part of parts) {
    const own = part[unit] ?? -1
    const isThere = Number(own >= 0)
    for (let j = 0; j < codes.length; j += 1) codes[j] = (codes[j] ?? 0) * 3 + 1 + isThere * leadOf(own, part[j] ?? -1)
  }
}

type Tally = { net: Int32Array; met: Uint16Array; seen: Uint8Array; top: number }

/** Counts a unit's patterns, one and its mirror image together; returns how many it met. */
const tallyCodes = (codes: Uint16Array, { net, met, seen, top }: Tally): number => {
  let many = 0
  for (let j = 0; j < codes.length; j += 1) {
    const code = codes[j] ?? 0
    const isUpper = code > top - code
    const key = isUpper ? code : top - code
    if (seen[key] === 0) {
      seen[key] = 1
      met[many] = key
      many += 1
    }
    net[key] = (net[key] ?? 0) + (isUpper ? 1 : -1)
  }
  return many
}

/** Patterns of all pairs; null where there are too many to keep. */
export const copelandPatterns = (parts: readonly Float64Array[], units: number): Patterns | null => {
  if (parts.length > MOST_PARTS) return null
  const top = 3 ** parts.length - 1
  const tally: Tally = {
    net: new Int32Array(top + 1),
    met: new Uint16Array(top + 1),
    seen: new Uint8Array(top + 1),
    top,
  }
  const placeOf = new Int32Array(top + 1).fill(-1)
  const codes: number[] = []
  const places = parts.map(placesUp)
  const entries: { places: number[]; counts: number[] } = { places: [], counts: [] }
  const [starts, row] = [new Uint32Array(units + 1), new Uint16Array(units)]
  for (let unit = 0; unit < units; unit += 1) {
    fillCodes(places, unit, row)
    const many = tallyCodes(row, tally)
    for (let i = 0; i < many; i += 1) {
      const key = tally.met[i] ?? 0
      const count = tally.net[key] ?? 0
      tally.net[key] = 0
      tally.seen[key] = 0
      // All equal wins for nobody.
      if (count === 0 || key * 2 === top) continue
      if (placeOf[key] === -1) placeOf[key] = codes.push(key) - 1
      entries.places.push(placeOf[key] ?? 0)
      entries.counts.push(count)
    }
    starts[unit + 1] = entries.places.length
    if (entries.places.length > MOST_ENTRIES) return null
  }
  return {
    parts: parts.length,
    codes: Uint16Array.from(codes),
    starts,
    places: Uint16Array.from(entries.places),
    counts: Int32Array.from(entries.counts),
    wins: new Int8Array(codes.length),
  }
}

const fillWins = ({ parts, codes, wins }: Patterns, weights: Float64Array): void => {
  for (let i = 0; i < codes.length; i += 1) {
    let [rest, lead] = [codes[i] ?? 0, 0]
    for (let k = parts - 1; k >= 0; k -= 1) {
      lead += ((rest % 3) - 1) * (weights[k] ?? 0)
      rest = Math.floor(rest / 3)
    }
    wins[i] = lead > DRAW ? 1 : lead < -DRAW ? -1 : 0
  }
}

/** Copeland scores with the weights of a draw, into `out`; the same as pair by pair. */
export const scorePatterns = (patterns: Patterns, weights: Float64Array, out: Float64Array): void => {
  fillWins(patterns, weights)
  const { starts, places, counts, wins } = patterns
  for (let unit = 0; unit < out.length; unit += 1) {
    let score = 0
    const end = starts[unit + 1] ?? 0
    for (let i = starts[unit] ?? 0; i < end; i += 1) score += (counts[i] ?? 0) * (wins[places[i] ?? 0] ?? 0)
    out[unit] = score
  }
}
