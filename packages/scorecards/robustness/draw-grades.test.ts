import fc from 'fast-check'
import { expect, it } from 'vitest'
import { gradeUnits } from '../grade/grade-units.ts'
import type { Grading, Lists } from '../scheme/grading.ts'
import { drawGrades } from './draw-grades.ts'
import { gradeRoom, NO_GRADE } from './grade-room.ts'
import { scoreOrder } from './order-scores.ts'
import { rankScores } from './rank-scores.ts'

const QUOTA = [{ grade: 'A', atMost: 0.3 }, { grade: 'B' }, { grade: 'C', atLeast: 0.1 }, { grade: 'D', atLeast: 0.05 }]
const LIMITS = [
  QUOTA,
  [{ grade: 'A', upTo: 0.25 }, { grade: 'B', upTo: 0.7 }, { grade: 'C', upTo: 0.95 }, { grade: 'D' }],
  [{ grade: 'A', from: 3 }, { grade: 'B', from: 1 }, { grade: 'C' }, { grade: 'D', from: -2 }],
  [{ grade: 'A' }, { grade: 'B' }, { grade: 'C' }, { grade: 'D' }],
]

const grading: fc.Arbitrary<Grading> = fc.record(
  {
    grades: fc.constantFrom(...LIMITS),
    denominator: fc.constantFrom('ranked' as const, 'graded' as const, 'all' as const, 25),
    vetoTo: fc.constantFrom('C', 'D'),
    promoted: fc.constantFrom('within' as const, 'beyond' as const),
    ties: fc.constantFrom('better' as const, 'worse' as const, { by: 'tax' }),
  },
  { requiredKeys: ['grades'] },
)

/** Few different scores, so that many are tied; some are not there. */
const score = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -3, max: 6 }) },
  { weight: 1, arbitrary: fc.constantFrom(1 + 1e-12, 3 - 1e-12, -2 - 1e-12) },
  fc.constant(null),
)
const unit = fc.record({
  score,
  tieBreak: score,
  list: fc.constantFrom('', '', '', 'veto', 'promote', 'promote A', 'ungraded', 'veto ungraded', 'veto promote'),
})

it('grades a draw as a single run grades', () => {
  fc.assert(
    fc.property(grading, fc.array(unit, { minLength: 1, maxLength: 30 }), (rule, rows) => {
      const units = rows.map((_, i) => `企业${i}`)
      const listed = (name: string): { unit: string; reason: string; floor: string }[] =>
        rows.flatMap(({ list }, i) =>
          list.includes(name) ? [{ unit: `企业${i}`, reason: '甲', floor: list.includes('A') ? 'A' : 'B' }] : [],
        )
      const lists: Lists = { veto: listed('veto'), promote: listed('promote'), ungraded: listed('ungraded') }
      const tieBreaks = { tax: rows.map(({ tieBreak }) => tieBreak) }
      const of = rows.length + 3
      const want = gradeUnits(rule, { units, scores: rows.map((one) => one.score), tieBreaks, of, lists })
      if (want.kind === 'refused') throw new Error(want.message)

      const scores = Float64Array.from(rows, (one) => one.score ?? Number.NaN)
      const space = scoreOrder(units.length)
      const ranks = new Uint32Array(units.length)
      rankScores(scores, ranks, space, new Float64Array(units.length))
      const room = gradeRoom(rule, units, { lists, of })
      const further = Float64Array.from(rows, (one) => one.tieBreak ?? Number.NEGATIVE_INFINITY)
      drawGrades(room, { scores, ranks, order: space.order, tieBreaks: typeof rule.ties === 'object' ? further : null })
      const got = [...room.grades].map((grade) => (grade === NO_GRADE ? null : room.names[grade]))
      expect(got).toEqual(want.result.units.map(({ grade }) => grade))
      const below = want.result.units.filter(({ unit, grade, by }) => {
        const floor = lists.promote?.findLast((one) => one.unit === unit)?.floor
        return floor !== undefined && by !== 'veto' && grade !== null && grade > floor
      })
      expect(below).toEqual([])
    }),
    { numRuns: 400 },
  )
})
