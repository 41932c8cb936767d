import { expect, it } from 'vitest'
import { normalQuantile } from './normal-quantile.ts'
import { drawIndex, drawUniform, drawWord, pointStream, randomStream } from './random.ts'

const words = (seed: number, row: number, factor: number, n = 4): number[] => {
  const stream = randomStream()
  pointStream(stream, seed, row, factor)
  return Array.from({ length: n }, () => drawWord(stream))
}

/** sfc32 as its author's reference prints it, on plain numbers. */
const reference = (state: [number, number, number, number], n: number): number[] => {
  let [a, b, c, d] = state.map((word) => BigInt(word)) as [bigint, bigint, bigint, bigint]
  const word = (value: bigint): bigint => value & 0xffffffffn
  return Array.from({ length: n }, () => {
    const out = word(a + b + d)
    d = word(d + 1n)
    a = b ^ (b >> 9n)
    b = word(c + (c << 3n))
    c = word(word((c << 21n) | (c >> 11n)) + out)
    return Number(out)
  })
}

it('is sfc32', () => {
  const stream = randomStream()
  stream.set([0xdeadbeef, 0x8badf00d, 0xffffffff, 0xfffffffe])
  const want = reference([0xdeadbeef, 0x8badf00d, 0xffffffff, 0xfffffffe], 1000)
  expect(Array.from({ length: 1000 }, () => drawWord(stream))).toEqual(want)
})

it('hangs on seed, row and factor alone', () => {
  expect(words(20220426, 7, 3)).toEqual(words(20220426, 7, 3))
  expect(words(20220426, 7, 3)).toEqual([356192203, 706172938, 3651426314, 888763535])
  const places = [words(1, 0, 0), words(2, 0, 0), words(1, 1, 0), words(1, 0, 1), words(2 ** 32 + 1, 0, 0)]
  expect(new Set(places.map(String)).size).toBe(places.length)
})

it('first numbers of neighbouring places are even and unrelated', () => {
  const n = 20_000
  const first = Array.from({ length: n }, (_, row) => {
    const stream = randomStream()
    pointStream(stream, 5, row, 2)
    return drawUniform(stream)
  })
  const tenths = Array(10).fill(0)
  for (const u of first) tenths[Math.floor(u * 10)] += 1
  // χ² with 9 degrees of freedom is above 27.9 once in a thousand.
  expect(tenths.reduce((sum, k) => sum + (k - n / 10) ** 2 / (n / 10), 0)).toBeLessThan(27.9)
  const cross = first.slice(1).reduce((sum, u, i) => sum + (u - 0.5) * ((first[i] ?? 0) - 0.5), 0)
  expect(Math.abs((cross / n) * 12)).toBeLessThan(3.3 / Math.sqrt(n))
})

it('stays inside the open interval', () => {
  const stream = randomStream()
  stream.set([0, 0, 0, 0])
  expect(drawUniform(stream)).toBeGreaterThan(0)
  expect(Math.max(...Array.from({ length: 999 }, () => drawIndex(stream, 3)))).toBe(2)
})

// Values of R 4.2.2, qnorm().
it.each([
  [0.5, 0],
  [0.025, -1.95996398454005],
  [0.9, 1.2815515655446],
  [1e-6, -4.7534243088229],
  [1e-15, -7.94134532617099],
  [0.07, -1.47579102817917],
])('Φ⁻¹(%d) = %d', (p, z) => expect(normalQuantile(p)).toBeCloseTo(z, 12))
