import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GradeResult, Grading, Lists } from '../scheme/grading.ts'
import { atLeastOf, atMostOf } from './borders.ts'
import { gradeUnits } from './grade-units.ts'

/** 四川: A at most 30 %, C at least 10 %, D by list only. */
const sichuan: Grading = {
  grades: [{ grade: 'A', atMost: 0.3 }, { grade: 'B' }, { grade: 'C', atLeast: 0.1 }, { grade: 'D' }],
}
const names = (count: number): string[] => Array.from({ length: count }, (_, i) => `企业${i + 1}`)

const grade = (grading: Grading, scores: readonly (number | null)[], lists: Lists = {}): GradeResult => {
  const done = gradeUnits(grading, { units: names(scores.length), scores, tieBreaks: {}, of: scores.length, lists })
  if (done.kind === 'refused') throw new Error(done.message)
  return done.result
}
const letters = (result: GradeResult): string => result.units.map((one) => one.grade ?? '-').join('')

const ten = [100, 90, 80, 70, 60, 50, 40, 30, 20, 10]

describe('quotas', () => {
  it('shares of whole units are not lost to rounding', () => {
    expect([atMostOf(0.29, 100), atMostOf(0.3, 10), atMostOf(0.3, 9)]).toEqual([29, 3, 2])
    expect([atLeastOf(0.1, 10), atLeastOf(0.1, 11), atLeastOf(0.07, 100)]).toEqual([1, 2, 7])
  })
  it('A at most 30 %, C at least 10 %', () => {
    const done = grade(sichuan, ten)
    expect(letters(done)).toBe('AAABBBBBBC')
    expect(done).toMatchObject({ denominator: 10, leftOut: [], tied: [] })
    expect(done.counts).toEqual([
      { grade: 'A', allowed: 3, held: 3 },
      { grade: 'B', allowed: null, held: 6 },
      { grade: 'C', allowed: 1, held: 1 },
      { grade: 'D', allowed: null, held: 0 },
    ])
  })
  it('the denominator is explicit', () => {
    const lists = { ungraded: [1, 2, 3].map((i) => ({ unit: `企业${i}`, reason: '在建', as: 'B' })) }
    expect(letters(grade(sichuan, ten, lists))).toBe('---AABBBBC')
    expect(letters(grade({ ...sichuan, denominator: 'all' }, ten, lists))).toBe('---AAABBBC')
    expect(letters(grade({ ...sichuan, denominator: 20 }, ten, lists))).toBe('---AAAAACC')
  })
  it('cumulative shares: 25, 70, 95, the rest', () => {
    const anhui: Grading = {
      grades: [
        { grade: 'A', upTo: 0.25 },
        { grade: 'B', upTo: 0.7 },
        { grade: 'C', upTo: 0.95 },
        { grade: 'D', upTo: 1 },
      ],
    }
    const done = grade(
      anhui,
      Array.from({ length: 20 }, (_, i) => 100 - i),
    )
    expect(done.counts.map(({ held }) => held)).toEqual([5, 9, 5, 1])
  })
  it('lowest scores', () => {
    const cuts: Grading = { grades: [{ grade: 'A', from: 80 }, { grade: 'B', from: 60 }, { grade: 'C' }] }
    expect(letters(grade(cuts, [80, 79.999, 60, 59, null]))).toBe('ABBC-')
  })
})

describe('equals across a border', () => {
  const tied = [100, 90, 80, 80, 60, 50, 40, 30, 20, 20]
  it.each([
    ['worse: no quota is overrun', 'worse', 'AABBBBBBCC'],
    ['better', 'better', 'AAAABBBBBB'],
  ] as const)('%s', (_, ties, want) => {
    const done = grade({ ...sichuan, ties }, tied)
    expect(letters(done)).toBe(want)
    expect(done.tied).toEqual([
      ['企业3', '企业4'],
      ['企业9', '企业10'],
    ])
  })
  it('by a further indicator', () => {
    const tieBreaks = { tax: [1, 1, 5, 9, 1, 1, 1, 1, 2, 3] }
    const done = gradeUnits(
      { ...sichuan, ties: { by: 'tax' } },
      { units: names(10), scores: tied, tieBreaks, of: 10, lists: {} },
    )
    expect(done.kind === 'graded' && letters(done.result)).toBe('AABABBBBCB')
  })
})

it('the noise of adding up decides nothing', () => {
  const noisy = [0.1 + 0.2, 0.3, 0.1]
  const halves: Grading = { grades: [{ grade: 'A', atMost: 0.34 }, { grade: 'B' }] }
  expect(letters(grade(halves, noisy))).toBe('BBB')
  expect(letters(grade({ grades: [{ grade: 'A', from: 0.1 + 0.2 }, { grade: 'B' }] }, [0.3]))).toBe('A')
  expect(letters(grade(halves, [1e-10, 2e-10, 3e-10]))).toBe('BBA')
  const byTax = gradeUnits(
    { ...halves, ties: { by: 'tax' } },
    { units: names(3), scores: noisy, tieBreaks: { tax: [1, 2, 3] }, of: 3, lists: {} },
  )
  expect(byTax.kind === 'graded' && letters(byTax.result)).toBe('BAB')
})

describe('lists', () => {
  it('a veto takes the last grade; the others move up, and what it would have been is told', () => {
    const done = grade(sichuan, ten, { veto: [{ unit: '企业1', reason: '安全事故' }] })
    expect(letters(done)).toBe('DAAABBBBBC')
    expect(done.units[0]).toEqual({ unit: '企业1', grade: 'D', by: 'veto', own: 'A', reason: '安全事故' })
  })
  it('a vetoed unit that is not graded holds no place of the worst grade', () => {
    const both = { veto: [{ unit: '企业5', reason: '安全事故' }], ungraded: [{ unit: '企业5', reason: '在建' }] }
    const done = grade({ grades: sichuan.grades.slice(0, 3), denominator: 'all' }, ten, both)
    expect(letters(done)).toBe('AAAB-BBBBC')
  })
  it('a promoted unit takes a place of the quota', () => {
    const lists = { promote: [{ unit: '企业10', floor: 'A', reason: '国家级制造业单项冠军' }] }
    const done = grade(sichuan, ten, lists)
    expect(letters(done)).toBe('AABBBBBBCA')
    expect(done.units[9]).toMatchObject({ grade: 'A', by: 'promotion', own: 'C' })
    expect(letters(grade({ ...sichuan, promoted: 'beyond' }, ten, lists))).toBe('AAABBBBBBA')
  })
  it('a promoted unit at the border is not pushed below its floor by another one', () => {
    const promote = [3, 10].map((i) => ({ unit: `企业${i}`, floor: 'A', reason: '国家级制造业单项冠军' }))
    const done = grade(sichuan, ten, { promote })
    expect(letters(done)).toBe('ABABBBBBCA')
    expect(done.units[2]).toMatchObject({ by: 'promotion', own: 'A' })
  })
  it('a floor already reached changes nothing', () => {
    const done = grade(sichuan, ten, { promote: [{ unit: '企业1', floor: 'B', reason: '上市公司' }] })
    expect(done).toEqual(grade(sichuan, ten))
  })
  it('one that is ungraded counts in no quota', () => {
    const done = grade(sichuan, ten, { ungraded: [{ unit: '企业1', reason: '公用事业', as: 'B' }] })
    expect(done).toMatchObject({ denominator: 9, leftOut: ['企业1'] })
    expect(done.units[0]).toMatchObject({ grade: null, by: 'ungraded', as: 'B' })
  })
})

it.each<[string, Grading, Lists]>([
  [
    'two ways of cutting',
    {
      grades: [
        { grade: 'A', atMost: 0.3 },
        { grade: 'B', from: 60 },
      ],
    },
    {},
  ],
  ['no grades', { grades: [] }, {}],
  ['an unknown grade', sichuan, { promote: [{ unit: '企业1', floor: '甲', reason: '' }] }],
  ['a denominator of nought', { ...sichuan, denominator: 0 }, {}],
  ['an unknown tie break', { ...sichuan, ties: { by: 'none' } }, {}],
])('refuses %s', (_, grading, lists) =>
  expect(gradeUnits(grading, { units: ['企业1'], scores: [1], tieBreaks: {}, of: 1, lists })).toMatchObject({
    kind: 'refused',
    reason: 'grades',
  }),
)

const anyScores = fc.array(fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant(null)), {
  minLength: 1,
  maxLength: 40,
})

it('no quota is overrun, a better score is never graded worse, everyone with a score has a grade', () =>
  fc.assert(
    fc.property(anyScores, (scores) => {
      const done = grade(sichuan, scores)
      const [a, , c] = done.counts
      expect(a?.held).toBeLessThanOrEqual(a?.allowed ?? 0)
      expect(c?.held).toBeGreaterThanOrEqual(Math.min(c?.allowed ?? 0, scores.filter((score) => score !== null).length))
      const order = ['A', 'B', 'C', 'D']
      scores.forEach((x, i) => {
        const mine = done.units[i]?.grade ?? null
        expect(mine === null).toBe(x === null)
        scores.forEach((y, j) => {
          if (x === null || y === null || x < y) return
          expect(order.indexOf(mine ?? '')).toBeLessThanOrEqual(order.indexOf(done.units[j]?.grade ?? ''))
        })
      })
    }),
    { numRuns: 60 },
  ))
