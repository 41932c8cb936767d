import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decomposeDifference } from '../explain/decompose-difference.ts'
import { isAtLeast } from '../numeric/ranks.ts'
import { anyInputs, anyScheme, numbersIn } from '../testing/any-scheme.ts'
import { runScorecard } from './run-scorecard.ts'

const runs = { numRuns: process.env.YUNDIAO_DEEP ? 3000 : 150 }

it('any scheme on any values: a result of finite numbers, or a refusal in words', () =>
  fc.assert(
    fc.property(anyScheme, anyInputs, (scheme, inputs) => {
      const done = runScorecard(scheme, inputs)
      if (done.kind === 'refused') {
        expect(done.message).toMatch(/[一-龥]{4}/)
        return
      }
      expect(numbersIn(done).filter((value) => !Number.isFinite(value))).toEqual([])
      const totals = done.scores[done.root] ?? []
      expect(totals).toHaveLength(inputs.units.length)
      totals.forEach((score, i) => {
        const better = totals.filter((other) => other !== null && score !== null && !isAtLeast(score, other)).length
        expect(done.ranks[i] ?? null).toBe(score === null ? null : better + 1)
      })
      const [first = '', last = ''] = [inputs.units[0], inputs.units.at(-1)]
      const why = decomposeDifference(scheme, { result: done, unit: first }, { result: done, unit: last })
      expect(numbersIn(why).filter((value) => !Number.isFinite(value))).toEqual([])
    }),
    runs,
  ))
