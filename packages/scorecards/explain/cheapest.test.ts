import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runScorecard } from '../run/run-scorecard.ts'
import type { Inputs, Scheme } from '../scheme/scheme.ts'
import { cheapestChanges, type Lever, type Plan } from './cheapest-changes.ts'

const scheme: Scheme = {
  indicators: [
    { code: '亩均税收', direction: 1, weight: 60, benchmark: 10 },
    { code: '研发投入', direction: 1, weight: 20, benchmark: 3 },
    { code: '单位能耗', direction: -1, weight: 20, benchmark: 2 },
  ],
  missing: 'zero',
  normalise: { method: 'benchmark', cap: 1.5 },
  aggregate: { method: 'arithmetic' },
  grades: { grades: [{ grade: 'A', atMost: 0.34 }, { grade: 'B' }] },
}
const inputs: Inputs = {
  units: ['甲', '乙', '丙'],
  values: { 亩均税收: [12, 8, 6], 研发投入: [3, 1.5, 3], 单位能耗: [2, 4, 2] },
}
const levers: Lever[] = [
  { code: '亩均税收', least: 0, most: 12, cost: 10 },
  { code: '研发投入', least: 0, most: 4, cost: 4 },
  { code: '单位能耗', least: 2, most: 9, cost: 30 },
]
const plan = (change: Partial<Parameters<typeof cheapestChanges>[2]> = {}): Plan =>
  cheapestChanges(scheme, inputs, { unit: '乙', levers, goal: { score: 80 }, ...change })

describe('the cheapest way', () => {
  // 乙: 48 + 10 + 10 = 68. A point of score costs 10/6 by tax, 4 × 3/20 by research, more by energy.
  it('most score for its cost first, and no further than it must', () => {
    const done = plan()
    expect(done).toMatchObject({ kind: 'plan', moves: [{ code: '研发投入', from: 1.5, to: expect.closeTo(3.3, 6) }] })
    expect(done.kind === 'plan' && done.score).toBeGreaterThanOrEqual(80)
    expect(done.kind === 'plan' && done.cost).toBeCloseTo(1.8 * 4, 6)
  })
  it('a lever at its bound, then the next', () => {
    const done = plan({ goal: { score: 90 } })
    expect(done.kind === 'plan' && done.moves.map(({ code, to }) => [code, to])).toEqual([
      ['亩均税收', expect.closeTo(8 + (22 - 20 * (2.5 / 3)) / 6, 5)],
      ['研发投入', 4],
    ])
  })
  it('each lever that does it alone, cheapest first', () => {
    const done = plan()
    expect(done.kind === 'plan' && done.alone.map(({ code }) => code)).toEqual(['研发投入', '亩均税收'])
  })
  it('to a grade, against the others as they are', () => {
    const done = plan({ goal: { grade: 'A' } })
    expect(done).toMatchObject({ kind: 'plan', grade: 'A' })
    // 甲 scores 112: 乙 must pass it.
    expect(done.kind === 'plan' && done.score).toBeGreaterThan(112)
  })
  it('a number that stands in several columns moves in all of them and is paid once', () => {
    const shared: Scheme = {
      indicators: [
        { code: '亩均营收', direction: 1, weight: 50, benchmark: 10 },
        { code: '人均营收', direction: 1, weight: 30, benchmark: 10 },
        { code: '研发强度', direction: 1, weight: 20, benchmark: 0.1, denominator: '营收' },
      ],
      missing: 'zero',
      normalise: { method: 'benchmark' },
      aggregate: { method: 'arithmetic' },
    }
    const held: Inputs = {
      units: ['甲'],
      values: { 亩均营收: [8], 人均营收: [8], 研发强度: [0.8] },
      denominators: { 营收: [8] },
    }
    const way = (alsoIn?: Lever['alsoIn']): Plan =>
      cheapestChanges(shared, held, {
        unit: '甲',
        levers: [{ code: '亩均营收', least: 0, most: 20, cost: 1, ...(alsoIn ? { alsoIn } : {}) }],
        goal: { score: 90 },
      })
    // 84 now. Alone in its column: 5 points a unit, 1.2 units.
    expect(way()).toMatchObject({ kind: 'plan', moves: [{ to: expect.closeTo(9.2, 6) }], cost: expect.closeTo(1.2, 6) })
    // With the other column: 8 points a unit.
    const two = [{ role: 'value', code: '人均营收' }] as const
    expect(way(two)).toMatchObject({
      moves: [{ code: '亩均营收', to: expect.closeTo(8.75, 6) }],
      cost: expect.closeTo(0.75, 6),
    })
    // As a denominator it works against itself: 8x + 160/x = 90.
    const all = [...two, { role: 'denominator', code: '营收' }] as const
    expect(way(all)).toMatchObject({ moves: [{ to: expect.closeTo((90 + Math.sqrt(90 ** 2 - 4 * 8 * 160)) / 16, 5) }] })
  })
  it('numbers at their bounds may work against one another: a way between is found', () => {
    const against: Scheme = {
      indicators: [
        { code: '亩均营收', direction: 1, weight: 50, benchmark: 10 },
        { code: '研发强度', direction: 1, weight: 50, benchmark: 0.1, denominator: '营收' },
      ],
      missing: 'zero',
      normalise: { method: 'benchmark', cap: 1 },
      aggregate: { method: 'arithmetic' },
    }
    const held = { units: ['甲'], values: { 亩均营收: [8], 研发强度: [0.9] }, denominators: { 营收: [8] } }
    const alsoIn = [{ role: 'denominator', code: '营收' }] as const
    const ask = { unit: '甲', levers: [{ code: '亩均营收', least: 0, most: 20, alsoIn }], goal: { score: 94 } }
    // 50x/10 + 50 while 0.9/x is 0.1 or more: 8.8. At 20 only 72.5.
    expect(cheapestChanges(against, held, ask)).toMatchObject({ kind: 'plan', moves: [{ to: 8.8 }] })
  })
  it('what is told, six digits, is enough: to come before someone is more than to equal them', () => {
    const ranked: Scheme = { ...scheme, normalise: { method: 'rank' } }
    const ask = { unit: '丙', levers: levers.slice(0, 2), goal: { grade: 'A' } }
    const done = cheapestChanges(ranked, inputs, ask)
    expect(done).toMatchObject({ kind: 'plan', grade: 'A' })
    if (done.kind !== 'plan') return
    for (const { to } of done.moves) expect(to).toBe(Number(to.toPrecision(6)))
    // Never dearer than the cheapest lever that does it alone.
    expect(done.cost).toBeLessThanOrEqual(done.alone[0]?.cost ?? Number.POSITIVE_INFINITY)
  })
  it('already there; out of reach, with how far it comes', () => {
    expect(plan({ goal: { score: 60 } })).toEqual({ kind: 'reached' })
    expect(plan({ goal: { score: 200 } })).toMatchObject({ kind: 'out-of-reach', score: expect.closeTo(118.666667, 5) })
    expect(plan({ levers: [], goal: { score: 80 } })).toMatchObject({ kind: 'out-of-reach', score: 68 })
  })
  it('less is better moves down, never beyond its bound', () => {
    const done = plan({ levers: levers.slice(2), goal: { score: 75 } })
    expect(done).toMatchObject({ kind: 'plan', moves: [{ code: '单位能耗', from: 4 }] })
    const [move] = done.kind === 'plan' ? done.moves : []
    expect(move?.to).toBeLessThan(4)
    expect(move?.to).toBeGreaterThanOrEqual(2)
  })
  it('a relative scale moves with the unit', () => {
    const relative: Scheme = { ...scheme, normalise: { method: 'minmax' } }
    const done = cheapestChanges(relative, inputs, {
      unit: '丙',
      levers: [{ code: '亩均税收', least: 0, most: 20 }],
      goal: { grade: 'A' },
    })
    expect(done).toMatchObject({ kind: 'plan', grade: 'A' })
  })
})

it('no cheaper pair of moves reaches the goal (two levers, a fine grid)', () =>
  fc.assert(
    fc.property(fc.integer({ min: 69, max: 105 }), fc.integer({ min: 1, max: 40 }), (score, cost) => {
      const two = [{ ...levers[0], cost } as Lever, levers[1] as Lever]
      const done = plan({ goal: { score }, levers: two })
      if (done.kind !== 'plan') return
      for (let tax = 8; tax <= 12; tax += 0.05)
        for (let research = 1.5; research <= 4; research += 0.05) {
          const reached = tax * 6 + Math.min(research / 3, 1.5) * 20 + 10
          const spent = (tax - 8) * cost + (research - 1.5) * 4
          if (reached >= score) expect(spent).toBeGreaterThanOrEqual(done.cost - 1e-6)
        }
    }),
    { numRuns: 15 },
  ))

it('what the plan says is what a run gives', () => {
  const done = plan({ goal: { grade: 'A' } })
  if (done.kind !== 'plan') throw new Error(done.kind)
  const values = { ...inputs.values }
  for (const { code, to } of done.moves) values[code] = (values[code] ?? []).with(1, to)
  const again = runScorecard(scheme, { ...inputs, values })
  expect(again.kind === 'scored' && again.grades?.units[1]?.grade).toBe('A')
})

it('the quick way, for scores of their own, says what whole runs say', () =>
  fc.assert(
    fc.property(fc.constantFrom('A', 'B'), fc.constantFrom('甲', '乙', '丙'), (grade, unit) => {
      const ask = { unit, levers, goal: { grade } }
      // A tie by another column sends every try through a whole run.
      const slow: Scheme = { ...scheme, grades: { grades: scheme.grades?.grades ?? [], ties: { by: '亩均税收' } } }
      const [one, other] = [cheapestChanges(scheme, inputs, ask), cheapestChanges(slow, inputs, ask)]
      expect(one.kind).toBe(other.kind)
      if (one.kind === 'plan' && other.kind === 'plan') expect(one.cost).toBeCloseTo(other.cost, 5)
    }),
    { numRuns: 8 },
  ))
