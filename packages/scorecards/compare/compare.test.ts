import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Result } from '../run/result.ts'
import { runScorecard } from '../run/run-scorecard.ts'
import type { Inputs, Scheme } from '../scheme/scheme.ts'
import { compareResults } from './compare-results.ts'
import { correctionsOf, replay } from './replay.ts'
import { sideBySide } from './side-by-side.ts'

const scheme: Scheme = {
  indicators: [
    { code: '亩均税收', direction: 1, weight: 70, benchmark: 10 },
    { code: '亩均营收', direction: 1, weight: 30, benchmark: 100 },
  ],
  missing: 'zero',
  normalise: { method: 'benchmark' },
  aggregate: { method: 'arithmetic' },
  grades: { grades: [{ grade: 'A', atMost: 0.25 }, { grade: 'B' }, { grade: 'C', atLeast: 0.25 }] },
}
const inputs: Inputs = {
  units: ['甲', '乙', '丙', '丁'],
  values: { 亩均税收: [12, 9, 6, 3], 亩均营收: [70, 100, 200, 90] },
}
const run = (one: Scheme, given: Inputs = inputs): Result => {
  const done = runScorecard(one, given)
  if (done.kind === 'refused') throw new Error(done.message)
  return done
}
const heavier: Scheme = {
  ...scheme,
  indicators: scheme.indicators.map((one, i) => ({ ...one, weight: [20, 80][i] ?? 0 })),
}

describe('last year’s data under other weights', () => {
  const done = compareResults(run(scheme), run(heavier))
  it('who gains, who loses, by grade and place', () => {
    expect(done.winners).toEqual(['丙', '乙'])
    expect(done.losers).toEqual(['甲'])
    expect(done.units[0]).toMatchObject({ unit: '甲', grade: { from: 'A', to: 'B' }, grades: -1, places: -2 })
  })
  it('from grade to grade', () =>
    expect(done.gradeFlow.map(({ from, to, count }) => `${from}${to}${count}`).sort()).toEqual(['AB1', 'BA1']))
  it('nothing changes: full agreement', () => {
    const same = compareResults(run(scheme), run(scheme))
    expect(same).toMatchObject({ winners: [], losers: [], gradeFlow: [], entered: [], left: [] })
    expect(same.agreement).toBeCloseTo(1, 12)
  })
})

it('schemes side by side: who depends on the choice, first', () => {
  const done = sideBySide(
    [
      { name: '现行', scheme },
      { name: '试算', scheme: heavier },
    ],
    inputs,
  )
  if (done.kind === 'refused') throw new Error(done.message)
  expect(done.rows[0]).toEqual({ unit: '甲', ranks: [1, 3], grades: ['A', 'B'], spread: 2 })
  expect(done.rows.map(({ spread }) => spread)).toEqual([2, 1, 1, 0])
  const broken = { ...scheme, indicators: [] }
  expect(sideBySide([{ name: '空', scheme: broken }], inputs)).toMatchObject({
    message: expect.stringMatching(/^空：/),
  })
})

describe('an appeal upheld', () => {
  const corrected: Inputs = {
    ...inputs,
    values: { ...inputs.values, 亩均税收: [12, 9, 6, 11] },
  }
  it('names the correction and everyone it moves', () => {
    const done = replay(scheme, inputs, corrected)
    if (done.kind === 'refused') throw new Error(done.message)
    expect(done.corrections).toEqual([{ unit: '丁', kind: 'value', what: '亩均税收', was: 3, now: 11 }])
    expect(done.before).toEqual(run(scheme))
    expect(done.displaced.map(({ unit, grade }) => [unit, grade.from, grade.to])).toEqual([
      ['乙', 'B', 'C'],
      ['丙', 'B', 'B'],
    ])
  })
  it('units keep their names, not their places', () => {
    const turned: Inputs = {
      units: inputs.units.toReversed(),
      values: Object.fromEntries(Object.entries(inputs.values).map(([code, column]) => [code, column.toReversed()])),
    }
    expect(correctionsOf(inputs, turned)).toEqual([])
  })
  it('a list, a denominator, a unit that came', () => {
    const more: Inputs = {
      units: [...inputs.units, '戊'],
      values: Object.fromEntries(Object.entries(inputs.values).map(([code, column]) => [code, [...column, 1]])),
      lists: { veto: [{ unit: '甲', reason: '安全事故' }] },
    }
    expect(correctionsOf(inputs, more).map(({ unit, kind, what }) => [unit, kind, what])).toEqual([
      ['戊', 'unit', 'unit'],
      ['甲', 'list', 'veto'],
    ])
  })
  it('a correction and its reversal cancel', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 4, maxLength: 4 }), (tax) => {
        const other: Inputs = { ...inputs, values: { ...inputs.values, 亩均税收: tax } }
        const [there, back] = [replay(scheme, inputs, other), replay(scheme, other, inputs)]
        if (there.kind === 'refused' || back.kind === 'refused') throw new Error('refused')
        expect(there.before).toEqual(back.after)
        expect(there.change.winners.toSorted()).toEqual(back.change.losers.toSorted())
        expect(there.corrections.map(({ was, now }) => [now, was])).toEqual(
          back.corrections.map(({ was, now }) => [was, now]),
        )
      }),
      { numRuns: 30 },
    ))
})
