import fc from 'fast-check'
import { expect, it } from 'vitest'
import { scoreOrder } from './order-scores.ts'
import { rankScores } from './rank-scores.ts'

const ranked = (scores: readonly number[]): { ranks: number[]; scored: number } => {
  const ranks = new Uint32Array(scores.length)
  const scored = rankScores(
    Float64Array.from(scores),
    ranks,
    scoreOrder(scores.length),
    new Float64Array(scores.length),
  )
  return { ranks: [...ranks], scored }
}

const plain = (scores: readonly number[]): number[] =>
  scores.map((one) => (Number.isNaN(one) ? 0 : 1 + scores.filter((other) => other > one).length))

it('gives equals the better place and units without a score none', () => {
  expect(ranked([2, Number.NaN, 5, 2, -1])).toEqual({ ranks: [2, 0, 1, 2, 4], scored: 4 })
  expect(ranked([0, -0])).toEqual({ ranks: [1, 1], scored: 2 })
  expect(ranked([1, 1 + 2 ** -52, 1 + 2 ** -30]).ranks).toEqual([2, 2, 1])
})

const score = fc.oneof(
  fc.double({ min: -1e300, max: 1e300 }).map((x) => Number(x.toPrecision(11))),
  fc.constantFrom(0, -0, 1, 1 + 2 ** -30, -1e300, 5e-324, Number.NaN),
)

it.each([
  ['few, by insertion', 0, 40],
  ['many, by radix', 97, 400],
])('ranks as counting does: %s', (_, minLength, maxLength) => {
  fc.assert(
    fc.property(fc.array(score, { minLength, maxLength }), (scores) => {
      expect(ranked(scores).ranks).toEqual(plain(scores))
    }),
    { numRuns: 60 },
  )
})

it('does not hang on the order left by the draw before', () => {
  const space = scoreOrder(4)
  const [scratch, ranks] = [new Float64Array(4), new Uint32Array(4)]
  rankScores(Float64Array.of(1, 2, 3, 4), ranks, space, scratch)
  rankScores(Float64Array.of(9, 2, 9, 4), ranks, space, scratch)
  expect([...ranks]).toEqual([1, 4, 1, 3])
})
