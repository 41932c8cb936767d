import { expect, it } from 'vitest'
import { chiSquareTail, fTail, logGamma, normalCdf, normalQuantile } from './distributions.ts'

// Values of R: pnorm, pf, pchisq, lgamma, qnorm.
it.each([
  ['Φ(0)', normalCdf(0), 0.5],
  ['Φ(1.96)', normalCdf(1.96), 0.9750021048517795],
  ['Φ(−3)', normalCdf(-3), 0.0013498980316300933],
  ['Φ⁻¹(0.9)', normalQuantile(0.9), 1.2815515655446004],
  ['Φ⁻¹(0.001)', normalQuantile(0.001), -3.090232306167813],
  ['F(4; 3, 20)', fTail(4, 3, 20), 0.022077],
  ['F(1; 5, 5)', fTail(1, 5, 5), 0.5],
  ['χ²(3.841459; 1)', chiSquareTail(3.841458820694124, 1), 0.05],
  ['χ²(20; 11)', chiSquareTail(20, 11), 0.0453407],
  ['ln Γ(10)', logGamma(10), Math.log(362880)],
  ['ln Γ(0.5)', logGamma(0.5), Math.log(Math.sqrt(Math.PI))],
])('%s', (_, got, want) => expect(got).toBeCloseTo(want, 5))

it('quantile and distribution undo each other', () => {
  for (let p = 0.0005; p < 1; p += 0.0101) expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 12)
})
