import { type Grading, gradeUnits, type Lists } from '@yundiao/scorecards'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { marksOf, standingOf } from './standing.ts'

const LIMITS: readonly Grading['grades'][] = [
  [{ grade: 'A', atMost: 0.3 }, { grade: 'B' }, { grade: 'C', atLeast: 0.1 }, { grade: 'D' }],
  [{ grade: 'A', atMost: 0.2 }, { grade: 'B', atMost: 0.3 }, { grade: 'C' }, { grade: 'D', atLeast: 0.05 }],
  [
    { grade: 'A', upTo: 0.25 },
    { grade: 'B', upTo: 0.7 },
    { grade: 'C', upTo: 0.95 },
    { grade: 'D', upTo: 1 },
  ],
]
const grading: fc.Arbitrary<Grading> = fc.record(
  {
    grades: fc.constantFrom(...LIMITS),
    denominator: fc.constantFrom('ranked' as const, 'graded' as const, 'all' as const, 25),
    vetoTo: fc.constantFrom('C', 'D'),
    ties: fc.constantFrom('better' as const, 'worse' as const, { by: '税收' }),
  },
  { requiredKeys: ['grades'] },
)
const score = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: -3, max: 12 }) }, fc.constant(null))
const row = fc.record({ score, tieBreak: score, list: fc.constantFrom('', '', '', 'veto', 'promote', 'ungraded') })

it('the queue as the sheet reckons it gives every unit the grade the engine gives', () => {
  fc.assert(
    fc.property(
      grading,
      fc.array(row, { minLength: 1, maxLength: 40 }),
      fc.constantFrom('A', 'B', 'C', 'D'),
      (rule, rows, floor) => {
        const units = rows.map((_, i) => `企业${i}`)
        const scores = rows.map((one) => one.score)
        const tieBreaks = rows.map((one) => one.tieBreak)
        const on = (list: string) =>
          rows.flatMap((one, i) => (one.list === list ? [{ unit: `企业${i}`, reason: '', floor }] : []))
        const lists: Lists = { veto: on('veto'), promote: on('promote'), ungraded: on('ungraded') }
        const of = rows.length + 2
        const done = gradeUnits(rule, { units, scores, tieBreaks: { 税收: tieBreaks }, of, lists })
        if (done.kind === 'refused') throw new Error(done.message)
        const marks = marksOf(units, lists)
        const further = typeof rule.ties === 'object' ? tieBreaks : null
        const now = standingOf({ grading: rule, units, scores, tieBreaks: further, lists, of, floor })
        const names = rule.grades.map(({ grade }) => grade)
        const got = units.map((_, i) => {
          if (marks[i] === 'ungraded') return null
          if (marks[i] === 'veto') return rule.vetoTo ?? 'D'
          const place = now.amongOthers[i] ?? null
          if (now.lifted[i]) return floor
          return place === null ? null : (names[now.ends.filter((end) => end < place).length] ?? '?')
        })
        expect(got).toEqual(done.result.units.map(({ grade }) => grade))
      },
    ),
    { numRuns: 300 },
  )
})
