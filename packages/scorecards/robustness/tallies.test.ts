import { expect, it } from 'vitest'
import { aheadShares, aheadTally, tallyAhead } from './ahead-of-next.ts'
import { meanShift } from './mean-shift.ts'
import { rankTally, spreadOf, tallyRanks } from './rank-tally.ts'

const draws = [
  [1, 2, 0],
  [2, 1, 0],
  [300, 2, 0],
  [0, 2, 0],
]

it('ranks count where there is one; who never has one has no spread', () => {
  const tally = rankTally(3, draws.length)
  draws.forEach((ranks, draw) => {
    tallyRanks(tally, draw, Uint32Array.from(ranks))
  })
  // R: quantile(c(1, 2, 300), c(.05, .5, .95)); with at most 3 units one byte is sorted by, 300 being none of theirs.
  const { q5, median, q95, mean } = spreadOf({ ...tally, ranks: tally.ranks.map((rank) => Math.min(rank, 3)) })
  expect(median).toEqual([2, 2, null])
  expect(mean).toEqual([2, 1.75, null])
  expect(q5.map((one) => one?.toFixed(3))).toEqual(['1.100', '1.150', undefined])
  expect(q95.map((one) => one?.toFixed(3))).toEqual(['2.900', '2.000', undefined])
})

it('puts ranks of many units in order', () => {
  const n = 70_000
  const tally = rankTally(n, 3)
  const drawn = Uint32Array.from({ length: n }, (_, i) => n - i)
  tallyRanks(tally, 0, drawn)
  tallyRanks(tally, 1, drawn.toReversed())
  tallyRanks(tally, 2, drawn.fill(256))
  const { median } = spreadOf(tally)
  expect([median[0], median[99], median[n - 1]]).toEqual([256, 256, 256])
  expect(spreadOf({ units: n, draws: 1, ranks: Uint32Array.from({ length: n }, (_, i) => i + 1) }).mean[65_536]).toBe(
    65_537,
  )
})

it('ahead of the next by nominal rank: equals half, no place behind any', () => {
  const tally = aheadTally([2, 1, 3, 0])
  for (const ranks of [
    [2, 1, 3, 0],
    [1, 1, 3, 0],
    [0, 1, 2, 0],
  ])
    tallyAhead(tally, Uint32Array.from(ranks))
  expect(aheadShares(tally, 4, 3)).toEqual([2 / 3, 2.5 / 3, null, null])
})

it('the mean shift is that of units with both ranks', () => {
  expect(meanShift([3, 1, 0, 2], [1, 1, 2, 0])).toBe(1)
  expect(meanShift([0], [1])).toBe(0)
})
