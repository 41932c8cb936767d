import fc from 'fast-check'
import { expect, it } from 'vitest'
import { runScorecard } from '../run/run-scorecard.ts'
import { anyInputs, anyScheme, numbersIn } from '../testing/any-scheme.ts'
import { robustnessOf } from './assess-robustness.ts'
import { planDraws } from './plan-draws.ts'
import { drawRoom, scoreDraw } from './score-draw.ts'
import type { Uncertainty } from './uncertainty.ts'

const runs = { numRuns: process.env.YUNDIAO_DEEP ? 3000 : 150 }

it.each<[string, Uncertainty]>([
  ['weights that do not move', { weights: { kind: 'relative', by: 0 } }],
  ['errors too small to change a value', { data: { '*': { relative: 1e-300 } } }],
])('any scheme scores a draw as it scores once: %s', (_, uncertainty) =>
  fc.assert(
    fc.property(anyScheme, anyInputs, (scheme, inputs) => {
      const once = runScorecard(scheme, inputs)
      const planned = planDraws(scheme, inputs, { uncertainty, seed: 1 })
      if (once.kind === 'refused' || planned.kind === 'refused') return
      // Weights of both signs may all but cancel: then the last digits of a sum are the score.
      if (Object.values(once.weights).some((weight) => weight < 0)) return
      const room = drawRoom(planned.plan)
      scoreDraw(planned.plan, room)
      const drawn = room.nodes.at(-1) ?? new Float64Array()
      once.scores[once.root]?.forEach((score, i) => {
        if (score === null) expect(drawn[i]).toBeNaN()
        else expect(Math.abs((drawn[i] ?? Number.NaN) - score)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(score)))
      })
    }),
    runs,
  ),
)

it('any scheme, with everything in doubt: finite numbers, or a refusal in words', () =>
  fc.assert(
    fc.property(anyScheme, anyInputs, fc.nat(), (scheme, inputs, seed) => {
      const done = robustnessOf(scheme, inputs, {
        uncertainty: {
          weights: { kind: 'dirichlet', concentration: 3 },
          missing: [scheme.missing, 'reweight'],
          aggregate: [scheme.aggregate, { method: 'arithmetic' }],
          data: { a: { relative: 0.3 }, '*': { absolute: 1 } },
        },
        draws: 6,
        seed,
        sensitivity: 3,
        leaveOut: true,
      })
      if (done.kind === 'refused') expect(done.message).toMatch(/[一-龥]{4}/)
      else expect(numbersIn(done).filter((value) => !Number.isFinite(value))).toEqual([])
    }),
    runs,
  ))
