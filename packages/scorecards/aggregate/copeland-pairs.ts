/** Half the weight each way, but for noise: weights such as 1/3 do not sum to exactly ½. */
export const DRAW = 2e-9

/** Two places a word, each with a bit above it that a subtraction leaves standing where it does not go below 0. */
const BITS = 13
const FIELD = BITS + 1
/** Largest place a word holds; what is not there counts as this on one side and 0 on the other, so as equal to all. */
const LAST = 2 ** BITS - 1
/** The first part orders the units, six more are compared in three words. */
const MOST_PARTS = 7
const WORDS = [0, 1, 2] as const

/** The bits above both places of a word; each word is shifted by its number, so that theirs lie side by side. */
const guardOf = (word: number): number => ((1 << BITS) | (1 << (BITS + FIELD))) << word
const [G0, G1, G2] = [guardOf(0), guardOf(1), guardOf(2)]

type Words = readonly [Int32Array, Int32Array, Int32Array]
/** Places of the units by word: `low` where a gap counts as 0, `high` where it counts as the last place. */
type Packed = { low: Words; high: Words }

const packed = (places: readonly Int32Array[], order: Uint32Array): Packed => {
  const pack = (gap: number): Words => {
    const words: Words = [new Int32Array(order.length), new Int32Array(order.length), new Int32Array(order.length)]
    for (const word of WORDS) {
      const [first, second, into] = [places[2 * word + 1], places[2 * word + 2], words[word]]
      const at = (part: Int32Array | undefined, unit: number): number => {
        const place = part?.[unit] ?? 0
        return place < 0 ? gap : place
      }
      for (let i = 0; i < order.length; i += 1)
        into[i] = (at(first, order[i] ?? 0) | (at(second, order[i] ?? 0) << FIELD)) << word
    }
    return words
  }
  return { low: pack(0), high: pack(LAST) }
}

/**
 * Who wins in each pattern of a pair, by the bits "no worse" and "no better" of six parts; `lead` is what the first part
 * brings. Weights are added in the order of the parts, as pair by pair.
 */
const winsFrom = (weights: ArrayLike<number>, lead: number): Int8Array => {
  const wins = new Int8Array(2 ** 12)
  const fill = (part: number, code: number, sum: number): void => {
    if (part === MOST_PARTS) {
      wins[code] = Number(sum > DRAW) - Number(sum < -DRAW)
      return
    }
    const noBetter = 1 << (((part - 1) >> 1) + 6 * ((part - 1) & 1))
    const noWorse = noBetter << 3
    fill(part + 1, code | noWorse | noBetter, sum)
    if (part >= weights.length) return
    fill(part + 1, code | noWorse, sum + (weights[part] ?? 0))
    fill(part + 1, code | noBetter, sum - (weights[part] ?? 0))
  }
  fill(1, 0, lead)
  return wins
}

/** Two rows against the units `from` … `to`, the row after it too, each by its own table. */
type Span = { row: number; from: number; to: number; wins: readonly [Int8Array, Int8Array] }

const at = (words: Int32Array, i: number): number => words[i] ?? 0
/** Apart from `at`: one reader of two kinds of array would be slow at both. */
const winOf = (wins: Int8Array, bits: number): number => wins[((bits >>> 10) & 63) | ((bits >>> 18) & 4032)] ?? 0

/** Adds up who wins in a span: both rows read the same units at once, which is what takes the time. */
const addSpan = ({ low: [l0, l1, l2], high: [h0, h1, h2] }: Packed, out: Int32Array, span: Span): void => {
  const { row: i, from, to, wins } = span
  const [wins1, wins2, k] = [wins[0], wins[1], i + 1]
  const [a0, a1, a2] = [at(h0, i) + G0, at(h1, i) + G1, at(h2, i) + G2]
  const [b0, b1, b2] = [G0 - at(l0, i), G1 - at(l1, i), G2 - at(l2, i)]
  const [c0, c1, c2] = [at(h0, k) + G0, at(h1, k) + G1, at(h2, k) + G2]
  const [d0, d1, d2] = [G0 - at(l0, k), G1 - at(l1, k), G2 - at(l2, k)]
  let [won1, won2] = [0, 0]
  for (let j = from; j < to; j += 1) {
    const x0 = at(l0, j)
    const x1 = at(l1, j)
    const x2 = at(l2, j)
    const y0 = at(h0, j)
    const y1 = at(h1, j)
    const y2 = at(h2, j)
    const one =
      ((a0 - x0) & G0) |
      ((a1 - x1) & G1) |
      ((a2 - x2) & G2) |
      ((((y0 + b0) & G0) | ((y1 + b1) & G1) | ((y2 + b2) & G2)) >>> 3)
    const two =
      ((c0 - x0) & G0) |
      ((c1 - x1) & G1) |
      ((c2 - x2) & G2) |
      ((((y0 + d0) & G0) | ((y1 + d1) & G1) | ((y2 + d2) & G2)) >>> 3)
    const win1 = winOf(wins1, one)
    const win2 = winOf(wins2, two)
    won1 += win1
    won2 += win2
    out[j] = at(out, j) - win1 - win2
  }
  out[i] = at(out, i) + won1
  out[k] = at(out, k) + won2
}

/**
 * Copeland scores of many units at once, from their places part by part (−1 for what is not there): the same as pair by
 * pair. The first part orders the units, so that it says the same of all that follow but equals and gaps; six more are
 * compared in three subtractions each way. null where there are more parts or places than fit.
 */
export const scorePairs = (places: readonly Int32Array[], weights: ArrayLike<number>): Float64Array | null => {
  const units = places[0]?.length ?? 0
  const lead = places[0]
  if (!lead || places.length > MOST_PARTS || units > LAST) return null
  const order = Uint32Array.from({ length: units }, (_, i) => i).sort((a, b) => (lead[b] ?? 0) - (lead[a] ?? 0))
  const placeAt = (i: number): number => lead[order[i] ?? 0] ?? -1
  const pack = packed(places, order)
  const [ahead, equal, none] = [winsFrom(weights, weights[0] ?? 0), winsFrom(weights, 0), new Int8Array(2 ** 12)]
  const out = new Int32Array(units)
  let gaps = units
  while (gaps > 0 && placeAt(gaps - 1) < 0) gaps -= 1
  let end = 0
  const equalsUpTo = (i: number): number => {
    if (end > i) return end
    end = i + 1
    while (end < units && placeAt(end) === placeAt(i)) end += 1
    return end
  }
  for (let row = 0; row + 1 < units; row += 2) {
    // The next unit is of one place with this one, or beyond those the first part knows.
    const first = equalsUpTo(row) > row + 1 || row + 1 >= gaps ? equal : ahead
    const to = equalsUpTo(row + 1)
    const known = Math.max(to, gaps)
    addSpan(pack, out, { row, from: row + 1, to: row + 2, wins: [first, none] })
    addSpan(pack, out, { row, from: row + 2, to, wins: [first, equal] })
    addSpan(pack, out, { row, from: Math.max(row + 2, to), to: known, wins: [ahead, ahead] })
    addSpan(pack, out, { row, from: Math.max(row + 2, known), to: units, wins: [equal, equal] })
  }
  const scores = new Float64Array(units)
  order.forEach((unit, i) => {
    scores[unit] = out[i] ?? 0
  })
  return scores
}
