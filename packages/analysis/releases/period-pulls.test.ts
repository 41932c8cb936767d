import { type FigureRef, type FoundFigure, indicator, type Measure, seriesKey } from '@yundiao/figures'
import { describe, expect, it } from 'vitest'
import { PUBLISHED } from '../comparison/series-kind.ts'
import { periodPulls } from './period-pulls.ts'

const region = '510700'
const figure = (of: string, measure: Measure, value: number, concept = 'default'): FoundFigure => ({
  series: seriesKey({ indicator: of, measure, accumulation: 'ytd', origin: 'official', concept }),
  region,
  period: '2022Q1',
  value,
  printed: null,
  printedUnit: null,
  ref: `fig:${of}.${measure}` as FigureRef,
  round: null,
  state: 'released',
  knownOn: '2022-04-26',
})
const of = (code: string, more = {}) =>
  indicator({ code, name: code, leadDuty: 'd', growth: 'real', pullsOn: 'gdp', ...more })
const parts = ['va1', 'va2', 'va3'].map((code) => of(code))
const whole = indicator({ code: 'gdp', name: 'GDP', leadDuty: 'd', growth: 'real' })

// 绵阳 2022年一季度, as published.
const figures = (
  [
    ['va1', 51.15, 0.045],
    ['va2', 310.31, 0.076],
    ['va3', 422.82, 0.062],
    ['ind_va', 240, 0.089],
  ] as const
).flatMap(([code, level, growth]) => [figure(code, 'level', level * 1e8), figure(code, 'growth-real', growth)])

const lineOf = (code: string, held: readonly FoundFigure[], more = {}, among = parts) => {
  const [line] = periodPulls(
    { indicator: of(code, more), whole, parts: among, region, figures: held, kind: PUBLISHED },
    ['2022Q1'],
  )
  if (!line) throw new Error('no line')
  return line
}
const points = (one: ReturnType<typeof lineOf>['pull']) =>
  one.ours.kind === 'derived' ? Math.round(one.ours.value * 1e4) / 100 : one.ours.reason
const share = (one: ReturnType<typeof lineOf>['pull']) =>
  one.ours.kind === 'derived' ? Math.round(one.ours.value * 1e3) / 10 : one.ours.reason

describe('拉动 and 贡献率 by release', () => {
  it.each([
    ['va1', 0.3, 4.5],
    ['va2', 2.98, 44.9],
    ['va3', 3.36, 50.6],
  ])('%s: ours are those of the domain rules', (code, pull, contribution) => {
    const line = lineOf(code, figures)
    expect([points(line.pull), share(line.contribution)]).toEqual([pull, contribution])
    expect(line.pull.published).toBeNull()
  })
  it('a part of a part pulls on the whole as well', () => expect(points(lineOf('ind_va', figures).pull)).toBe(2.67))
  it('the published number is taken as it is, ours beside it; of another concept it is none', () => {
    const told = lineOf('va2', [...figures, figure('va2', 'pull', 0.031)])
    expect([told.pull.published?.value, points(told.pull), told.contribution.published]).toEqual([0.031, 2.98, null])
    expect(lineOf('va2', [...figures, figure('va2', 'pull', 0.031, '区属')]).pull.published).toBeNull()
  })
  it('says why ours cannot be: a part lacks, growth alone is published, nothing adds up to the whole', () => {
    const lacking = figures.filter(({ series }) => series.indicator !== 'va3')
    expect([
      points(lineOf('va2', lacking).pull),
      points(lineOf('fai1', figures, { growth: 'published-only' }).pull),
      points(lineOf('va2', figures, {}, []).pull),
    ]).toEqual(['input-missing', 'growth-published-only', 'not-applicable'])
  })
})
