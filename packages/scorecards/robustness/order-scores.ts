/** Work space of `orderScores` for `n` scores; made once. */
export type ScoreOrder = {
  /** After `orderScores`: positions of scores, highest first. */
  order: Uint32Array
  spare: Uint32Array
  /** High words of the scores, turned so that a higher score has a lower word. */
  keys: Uint32Array
  spareKeys: Uint32Array
  counts: Uint32Array
  /** Two views of one cell: a score and its words. */
  cell: Float64Array
  words: Uint32Array
}

const RADIX = 2048
/** Below this, insertion alone is faster than three passes. */
const FEW = 96

/** Work space for `n` scores. */
export const scoreOrder = (n: number): ScoreOrder => {
  const cell = new Float64Array(1)
  return {
    order: Uint32Array.from({ length: n }, (_, i) => i),
    spare: new Uint32Array(n),
    keys: new Uint32Array(n),
    spareKeys: new Uint32Array(n),
    counts: new Uint32Array(RADIX),
    cell,
    words: new Uint32Array(cell.buffer),
  }
}

/** The high word of a double is at index 1 where the low byte comes first, as on every machine Node runs on. */
const HIGH = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0

const fillKeys = (scores: Float64Array, { order, keys, cell, words }: ScoreOrder): void => {
  for (let i = 0; i < scores.length; i += 1) {
    cell[0] = (scores[i] ?? 0) + 0
    const high = words[HIGH] ?? 0
    // Ascending order of doubles as unsigned words, then turned round: highest score first.
    keys[i] = high >>> 31 ? high : ~(high | 0x80000000)
    order[i] = i
  }
}

type Pass = { from: Uint32Array; fromKeys: Uint32Array; to: Uint32Array; toKeys: Uint32Array; shift: number }

const pass = ({ from, fromKeys, to, toKeys, shift }: Pass, counts: Uint32Array): void => {
  counts.fill(0)
  const n = from.length
  for (let i = 0; i < n; i += 1) {
    const digit = ((fromKeys[i] ?? 0) >>> shift) & (RADIX - 1)
    counts[digit] = (counts[digit] ?? 0) + 1
  }
  let start = 0
  for (let digit = 0; digit < RADIX; digit += 1) {
    const many = counts[digit] ?? 0
    counts[digit] = start
    start += many
  }
  for (let i = 0; i < n; i += 1) {
    const key = fromKeys[i] ?? 0
    const digit = (key >>> shift) & (RADIX - 1)
    const place = counts[digit] ?? 0
    counts[digit] = place + 1
    to[place] = from[i] ?? 0
    toKeys[place] = key
  }
}

/** Puts right what is nearly in order; equal scores keep their order. */
const insertion = (scores: Float64Array, order: Uint32Array): void => {
  for (let i = 1; i < order.length; i += 1) {
    const one = order[i] ?? 0
    const score = scores[one] ?? 0
    let j = i - 1
    while (j >= 0 && (scores[order[j] ?? 0] ?? 0) < score) {
      order[j + 1] = order[j] ?? 0
      j -= 1
    }
    order[j + 1] = one
  }
}

/**
 * Puts `space.order` into descending order of scores without allocating: three radix passes over the high words, then
 * insertion on the exact values, so that the order is exact whatever the words share. Scores are finite or −∞.
 * Few scores are put in order by insertion from the last order, which a draw changes little.
 */
export const orderScores = (scores: Float64Array, space: ScoreOrder): void => {
  if (scores.length > FEW) {
    const { order, spare, keys, spareKeys, counts } = space
    fillKeys(scores, space)
    pass({ from: order, fromKeys: keys, to: spare, toKeys: spareKeys, shift: 0 }, counts)
    pass({ from: spare, fromKeys: spareKeys, to: order, toKeys: keys, shift: 11 }, counts)
    pass({ from: order, fromKeys: keys, to: spare, toKeys: spareKeys, shift: 22 }, counts)
    order.set(spare)
  }
  insertion(scores, space.order)
}
