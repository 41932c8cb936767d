import { expect, it } from 'vitest'
import { build } from '../numeric/vector.ts'
import { etsLikelihood } from './ets-likelihood.ts'
import { type EtsForm, type EtsParameters, etsName, runEts } from './ets-model.ts'

const y = build(60, (i) => 50 + i * 0.3 + 8 * Math.sin((i * Math.PI) / 6) + ((i * 7919) % 13))
const parameters = ({ trend, season }: EtsForm): EtsParameters => ({
  alpha: 0.3,
  beta: trend === 'N' ? 0 : 0.1,
  gamma: season === 'N' ? 0 : 0.2,
  phi: trend === 'Ad' ? 0.9 : 1,
  level: 52,
  slope: trend === 'N' ? 0 : 0.4,
  season: build(season === 'N' ? 0 : 12, (k) => (season === 'M' ? 1 + Math.sin(k) / 10 : 3 * Math.sin(k))),
})

const FORMS: EtsForm[] = [
  { error: 'A', trend: 'N', season: 'N' },
  { error: 'A', trend: 'Ad', season: 'A' },
  { error: 'M', trend: 'A', season: 'A' },
  { error: 'M', trend: 'Ad', season: 'M' },
]

it.each(FORMS.map((form) => [etsName(form), form] as const))(
  '%s: likelihood of the pass, slopes of differences',
  (_, form) => {
    const at = parameters(form)
    const { costAt, slopesAt } = etsLikelihood(y, form, 12)
    expect(costAt(at)).toBeCloseTo(-runEts(y, form, at).logLik, 10)
    const slopes = slopesAt(at)
    const h = 1e-6
    const difference = (move: (by: number) => EtsParameters): number => (costAt(move(h)) - costAt(move(-h))) / (2 * h)
    for (const name of ['alpha', 'beta', 'gamma', 'phi', 'level', 'slope'] as const)
      expect(slopes[name], name).toBeCloseTo(
        difference((by) => ({ ...at, [name]: at[name] + by })),
        4,
      )
    slopes.season.forEach((slope, k) => {
      const moved = (by: number) => ({ ...at, season: at.season.map((value, i) => (i === k ? value + by : value)) })
      expect(slope, `season ${k}`).toBeCloseTo(difference(moved), 4)
    })
  },
)
