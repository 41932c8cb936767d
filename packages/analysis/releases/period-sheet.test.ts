import {
  type BreakKind,
  type FigureRef,
  type FoundFigure,
  indicator,
  type Outcome,
  type SeriesBreak,
  seriesKey,
} from '@yundiao/figures'
import { describe, expect, it } from 'vitest'
import { PUBLISHED } from '../comparison/series-kind.ts'
import { type AloneCell, type PeriodSheetInput, periodSheet } from './period-sheet.ts'
import { summedPeriods } from './summed-periods.ts'

const region = '510700'
type Told = Partial<Pick<FoundFigure['series'], 'accumulation' | 'origin' | 'concept'>>

const figure = (
  measure: FoundFigure['series']['measure'],
  period: string,
  value: number,
  told: Told = {},
): FoundFigure => ({
  series: seriesKey({ indicator: 'x', measure, accumulation: 'ytd', origin: 'official', ...told }),
  region,
  period,
  value,
  printed: null,
  printedUnit: null,
  ref: `fig:${measure}/${period}${told.accumulation ?? ''}${told.concept ?? ''}` as FigureRef,
  round: null,
  state: 'released',
  knownOn: '2022-04-26',
})
const level = (period: string, yi: number, told?: Told) => figure('level', period, yi * 1e8, told)
const real = indicator({ code: 'x', name: '某', leadDuty: 'd', growth: 'real' })
const nominal = indicator({ code: 'x', name: '某', leadDuty: 'd', growth: 'nominal' })
const fixed = indicator({ code: 'x', name: '某', leadDuty: 'd', growth: 'published-only', levelShown: false })

const sheet = (of: typeof real, figures: FoundFigure[], more: Partial<PeriodSheetInput> = {}) =>
  periodSheet({ indicator: of, region, figures, kind: PUBLISHED, prices: new Map(), targetOf: () => null, ...more })
const lineOf = (period: string, ...args: Parameters<typeof sheet>) => {
  const line = sheet(...args).find((one) => one.period === period)
  if (!line) throw new Error(`no ${period}`)
  return line
}
const told = (one: Outcome | AloneCell): string | number => {
  if (one.kind === 'outcome') return told(one.outcome)
  if (one.kind === 'derived') return Number(one.value.toPrecision(10))
  return one.kind === 'refused' ? one.reason : one.kind
}

describe('绵阳 2022: 1—3月 784.28亿 +6.6, 1—6月 1617.72亿 +4.2', () => {
  const figures = [
    level('2022Q1', 784.28),
    level('2022Q2', 1617.72),
    figure('growth-real', '2022Q1', 0.066),
    figure('growth-real', '2022Q2', 0.042),
  ]
  it('the first quarter is its own; the second is what is left, and its growth nobody may work out', () => {
    expect(lineOf('2022Q1', real, figures)).toMatchObject({ alone: null, single: { kind: 'as-cumulative' } })
    const half = lineOf('2022Q2', real, figures)
    expect([half.alone, told(half.single), told(half.singleGrowth)]).toEqual([
      '2022Q2',
      833.44e8,
      'growth-published-only',
    ])
  })
  it('what was published of the quarter alone stands before ours', () => {
    const published = figure('growth-real', '2022Q2', 0.02, { accumulation: 'period' })
    expect(told(lineOf('2022Q2', real, [...figures, published]).singleGrowth)).toBe('published')
  })
  it('two years: 8.7 after 4.4 is 6.5, the published vector of 2021', () => {
    const years = [figure('growth-real', '2020', 0.044), figure('growth-real', '2021', 0.087)]
    const { twoYear } = lineOf('2021', real, years)
    expect(twoYear.kind === 'outcome' ? told(twoYear) : null).toBeCloseTo(0.0653, 4)
  })
  it('amounts of both years beside real growth: growth at current prices, and the price change between', () => {
    const line = lineOf('2022Q1', real, [...figures, level('2021Q1', 720)])
    expect([told(line.nominal), told(line.price)]).toEqual([
      Number((784.28 / 720 - 1).toPrecision(10)),
      Number((784.28 / 720 / 1.066 - 1).toPrecision(10)),
    ])
  })
  it('较序时 is completion less time; a growth target has none', () => {
    const of = (target: { kind: 'level' | 'growth'; value: number }) =>
      told(lineOf('2022Q1', real, figures, { targetOf: () => target }).pace)
    expect(of({ kind: 'level', value: 3600e8 })).toBe(Number((784.28 / 3600 - 0.25).toPrecision(10)))
    expect(of({ kind: 'growth', value: 0.08 })).toBe('not-applicable')
    expect(told(lineOf('2022Q1', real, figures).pace)).toBe('target-missing')
  })
})

describe('growth at current prices', () => {
  const figures = [
    level('2021Q1', 100),
    level('2021Q2', 210),
    level('2022Q1', 110),
    level('2022Q2', 231),
    figure('growth-nominal', '2022Q1', 0.1),
    figure('growth-nominal', '2022Q2', 0.1),
  ]
  it('of the quarter alone comes from both cumulative ones; less prices it is what the index leaves', () => {
    const line = lineOf('2022Q2', nominal, figures)
    expect([told(line.single), told(line.singleGrowth), told(line.nominal)]).toEqual([121e8, 0.1, 0.1])
    const prices = new Map([['2022Q2', { value: 0.02, figure: figure('index', '2022Q2', 102) }]])
    expect(told(lineOf('2022Q2', nominal, figures, { prices }).price)).toBe(Number((1.1 / 1.02 - 1).toPrecision(10)))
  })
  it('base revised: the amounts say 10 %, the release 7 %: the release stands, the quarter alone too', () => {
    const revised = figures.map((one) => (one.series.measure === 'growth-nominal' ? { ...one, value: 0.07 } : one))
    const line = lineOf('2022Q2', nominal, revised)
    expect([told(line.nominal), told(line.singleGrowth)]).toEqual(['base-revised', 'base-revised'])
    expect(line.nominal).toMatchObject({ message: expect.stringContaining('基数已调整') })
  })
  const declared = (from: SeriesBreak['from'], kind: BreakKind = '基数修订'): SeriesBreak => ({
    indicator: 'x',
    region,
    from,
    kind,
    why: `${from}起${kind}（依据：某公告），不可比`,
  })
  it('a declared revision: what crosses it is refused with its document, what stands on one side is not', () => {
    const at = (from: SeriesBreak['from'], kind?: BreakKind) =>
      lineOf('2022Q2', nominal, figures, { breaks: [declared(from, kind)] })
    const line = at('2022-01-01')
    expect([told(line.single), told(line.singleGrowth), told(line.nominal)]).toEqual([
      121e8,
      'base-revised',
      'base-revised',
    ])
    expect(line.nominal).toMatchObject({ message: '不能推算：2022-01-01起基数修订（依据：某公告），不可比' })
    expect(told(at('2022-04-01').single)).toBe('base-revised')
    expect(told(at('2022-01-01', '口径变化').singleGrowth)).toBe('concept-differs')
    expect(told(at('2022-07-01').nominal)).toBe(0.1)
  })
  it('concept changed: last year is held in another 口径 only', () => {
    const changed = [level('2021Q1', 100, { concept: '区属' }), level('2022Q1', 110)]
    expect(lineOf('2022Q1', nominal, changed).nominal).toMatchObject({
      reason: 'concept-differs',
      message: expect.stringContaining('“区属”口径'),
    })
    const department = [level('2021Q1', 100, { origin: 'department' }), level('2022Q1', 110)]
    expect(told(lineOf('2022Q1', nominal, department).nominal)).toBe('origin-differs')
  })
  it('growth published only: nothing is worked out of 固定资产投资', () => {
    const line = lineOf('2022Q2', fixed, [
      figure('growth-nominal', '2022Q1', 0.1),
      figure('growth-nominal', '2022Q2', 0.12),
    ])
    expect([told(line.singleGrowth), told(line.nominal), told(line.single)]).toEqual([
      'growth-published-only',
      'growth-published-only',
      'not-applicable',
    ])
  })
})

describe('quarters from months', () => {
  const alone = (period: string, yi: number) => level(period, yi, { accumulation: 'period' })
  const source = (figures: FoundFigure[]) => ({ indicator: nominal, region, figures, kind: PUBLISHED })
  it('January and February come out together: with March they are the quarter, and are never taken apart', () => {
    const got = summedPeriods(
      source([alone('2015-01/02', 40), alone('2015-03', 20), alone('2016-01/02', 44), alone('2016-03', 22)]),
    )
    expect(got.quarters.map(({ period, sum, growth }) => [period, told(sum), told(growth)])).toEqual([
      ['2016Q1', 66e8, 0.1],
      ['2015Q1', 60e8, 'input-missing'],
    ])
    expect(got.joint).toMatchObject({ reason: 'growth-published-only', message: expect.stringContaining('不单独公布') })
  })
  it('a month that lacks is no quarter; one published by itself is not put together', () => {
    const [quarter] = summedPeriods(source([alone('2016-04', 20), alone('2016-06', 22)])).quarters
    expect(quarter?.sum.kind).toBe('refused')
    const published = [alone('2016-04', 20), alone('2016-05', 20), alone('2016-06', 22), alone('2016Q2', 62.01)]
    expect(summedPeriods(source(published))).toEqual({ quarters: [], joint: null })
  })
})
