import type { Grading } from '@yundiao/scorecards'
import { expect, it } from 'vitest'
import { limitWords } from './scheme-words.ts'

const grading: Grading = {
  grades: [{ grade: 'A', atMost: 0.3 }, { grade: 'B' }, { grade: 'C', atLeast: 0.1 }, { grade: 'D' }],
  vetoTo: 'D',
}

it('a later grade without a limit is reached by a list alone', () => {
  expect(grading.grades.map((limit) => limitWords(limit, grading))).toEqual([
    '不超过 30%',
    '其余',
    '不少于 10%',
    '只由一票否决产生',
  ])
  expect(limitWords({ grade: 'D' })).toBe('其余')
})
