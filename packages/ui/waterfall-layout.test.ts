import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gatherSteps, placeSteps, type WaterfallStep, waterfallReach } from './waterfall-layout.ts'

const step = (key: string, value: number, kind: WaterfallStep['kind'] = 'part'): WaterfallStep => ({
  key,
  label: key,
  value,
  shown: String(value),
  kind,
})
const labels = { other: (count: number) => `其他${count}项`, show: String }
const sum = (steps: readonly { value: number }[]) => steps.reduce((total, { value }) => total + value, 0)

describe('gatherSteps', () => {
  it('largest first, small ones together, the rest last', () => {
    const steps = [step('甲', 1), step('未分摊', 9, 'rest'), step('乙', -5), step('丙', 2), step('丁', -0.5)]
    expect(gatherSteps(steps, 3, labels).map(({ label, value }) => [label, value])).toEqual([
      ['乙', -5],
      ['丙', 2],
      ['其他2项', 0.5],
      ['未分摊', 9],
    ])
    expect(gatherSteps(steps, 4, labels)).toHaveLength(5)
  })
  it('loses nothing', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 })), fc.integer({ min: 2, max: 9 }), (values, most) => {
        const steps = values.map((value, at) => step(String(at), value))
        const got = gatherSteps(steps, most, labels)
        expect(got.length).toBeLessThanOrEqual(most)
        expect(sum(got)).toBe(sum(steps))
      }),
      { numRuns: 50 },
    ))
})

it('each begins where the one before ended, and the last ends at the whole', () => {
  const placed = placeSteps([step('甲', -2), step('乙', 0.5)], 8.5)
  expect(placed.map(({ from, to }) => [from, to])).toEqual([
    [8.5, 6.5],
    [6.5, 7],
  ])
  const [low, high] = waterfallReach(placed, [8.5, 7])
  expect([low < 6.5, high > 8.5]).toEqual([true, true])
})

it('nothing at all still has room', () => {
  const [low, high] = waterfallReach([], [0, 0])
  expect(low).toBeLessThan(high)
})
