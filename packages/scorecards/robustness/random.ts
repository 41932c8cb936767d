/** A stream of 32-bit draws: four words of sfc32 state. One is made once and pointed at a place again and again. */
export type RandomStream = Uint32Array

/** An empty stream; point it with `pointStream` before drawing. */
export const randomStream = (): RandomStream => new Uint32Array(4)

/** MurmurHash3's 32-bit finaliser (Appleby 2011): every bit of the input moves half of the output's. */
const mixed = (word: number): number => {
  let h = word | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/**
 * Points a stream at one factor of one draw: its numbers depend on (seed, row, factor) alone, so that draws may be made
 * in any order and portion, and one factor redrawn while the others stand (Saltelli's design). `seed` is a whole number
 * from 0 to 2⁵³ − 1; `row` and `factor` are below 2³². Words are mixed by MurmurHash3's finaliser, then twelve steps
 * of the generator are thrown away, as its author advises.
 */
export const pointStream = (stream: RandomStream, seed: number, row: number, factor: number): void => {
  const low = mixed(seed >>> 0)
  const high = mixed(Math.floor(seed / 4_294_967_296) ^ 0x9e3779b9)
  stream[0] = mixed(low ^ mixed(row + 0x7f4a7c15))
  stream[1] = mixed(high ^ mixed(factor + 0x3c6ef372))
  stream[2] = mixed(mixed(row ^ 0x1b873593) + mixed(factor ^ 0x6d2b79f5) + low)
  stream[3] = 1
  for (let i = 0; i < 12; i += 1) drawWord(stream)
}

/** The next 32-bit word. Generator: sfc32 of PractRand (Doty-Humphrey 2010), state a, b, c and a counter. */
export const drawWord = (stream: RandomStream): number => {
  const b = stream[1] ?? 0
  const c = stream[2] ?? 0
  const counter = stream[3] ?? 0
  const out = ((stream[0] ?? 0) + b + counter) | 0
  stream[3] = counter + 1
  stream[0] = b ^ (b >>> 9)
  stream[1] = c + (c << 3)
  stream[2] = ((c << 21) | (c >>> 11)) + out
  return out >>> 0
}

/** The next number of the open interval (0, 1): the middle of one of 2³² equal cells, never 0 nor 1. */
export const drawUniform = (stream: RandomStream): number => (drawWord(stream) + 0.5) / 4_294_967_296

/** The next whole number of 0 … n − 1. */
export const drawIndex = (stream: RandomStream, n: number): number => Math.floor(drawUniform(stream) * n)
