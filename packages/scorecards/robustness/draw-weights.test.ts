import { expect, it } from 'vitest'
import { drawWeights } from './draw-weights.ts'
import { pointStream, randomStream } from './random.ts'
import type { WeightNoise } from './uncertainty.ts'

const base = [Float64Array.of(0.2, 0.5, 0.3, 0)]

const drawn = (of: WeightNoise, moves: boolean[], n = 4000): Float64Array[] => {
  const stream = randomStream()
  return Array.from({ length: n }, (_, row) => {
    const out = [new Float64Array(4)]
    pointStream(stream, 11, row, 0)
    drawWeights(base, out, { of, moving: [moves] }, stream)
    return out[0] ?? new Float64Array()
  })
}

const meanOf = (values: number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length

it('sums to 1, and a weight of 0 stays 0', () => {
  for (const of of [
    { kind: 'relative', by: 0.9 },
    { kind: 'dirichlet', concentration: 5 },
  ] as const)
    for (const weights of drawn(of, [true, true, true, true], 100)) {
      expect(weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12)
      expect(weights[3]).toBe(0)
      expect(Math.min(...weights)).toBeGreaterThanOrEqual(0)
    }
})

it.each([63, 4])('Dirichlet shares have the mean and the deviation they say, concentration %d', (concentration) => {
  const all = drawn({ kind: 'dirichlet', concentration }, [true, true, true, true])
  ;[0.2, 0.5, 0.3].forEach((share, i) => {
    const values = all.map((weights) => weights[i] ?? 0)
    const mean = meanOf(values)
    const deviation = Math.sqrt(meanOf(values.map((one) => (one - mean) ** 2)))
    const want = Math.sqrt((share * (1 - share)) / (concentration + 1))
    expect(Math.abs(mean - share)).toBeLessThan((4 * want) / Math.sqrt(4000))
    expect(Math.abs(deviation / want - 1)).toBeLessThan(0.06)
  })
})

it('moves only what is asked: the others keep their share', () => {
  for (const weights of drawn({ kind: 'dirichlet', concentration: 20 }, [true, false, true, true], 50)) {
    expect(weights[1]).toBeCloseTo(0.5, 12)
    expect((weights[0] ?? 0) + (weights[2] ?? 0)).toBeCloseTo(0.5, 12)
  }
})

it('leaves a weight below 0 as it is, as loadings of a component may be', () => {
  const out = [new Float64Array(3)]
  const stream = randomStream()
  pointStream(stream, 1, 0, 0)
  const noise = { of: { kind: 'dirichlet', concentration: 30 } as const, moving: [[true, true, true]] }
  drawWeights([Float64Array.of(-0.2, 0.7, 0.5)], out, noise, stream)
  expect(out[0]?.[0]).toBeCloseTo(-0.2, 12)
  expect((out[0]?.[1] ?? 0) + (out[0]?.[2] ?? 0)).toBeCloseTo(1.2, 12)
})

it('keeps weights between their bounds before siblings are made to sum to 1', () => {
  const ratios = drawn({ kind: 'relative', by: 0.25 }, [true, false, false, false]).map(
    (weights) => ((weights[0] ?? 0) / (weights[1] ?? 1)) * (0.5 / 0.2),
  )
  expect(Math.min(...ratios)).toBeGreaterThan(0.75)
  expect(Math.min(...ratios)).toBeLessThan(0.752)
  expect(Math.max(...ratios)).toBeLessThan(1.25)
  expect(Math.abs(meanOf(ratios) - 1)).toBeLessThan(0.01)
})
