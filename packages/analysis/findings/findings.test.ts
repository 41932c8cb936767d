import {
  canonicalYtd,
  catalogueOf,
  type FoundFigure,
  indicator,
  printFigureRef,
  type SeriesKey,
  seriesKey,
} from '@yundiao/figures'
import { describe, expect, it } from 'vitest'
import { amount, caseOf, place, rate, target } from '../testing/findings-case.ts'
import { type PlantedSeries, plantedSeries } from '../testing/planted-series.ts'
import { type Finding, saidText } from './finding.ts'
import { findings } from './findings.ts'

const textOf = ({ sentences }: Finding): string => sentences.map(saidText).join('')
const kinds = (list: readonly Finding[]): readonly string[] => list.map(({ id }) => id.replace(/:2022Q1/u, ''))

describe('one fact is said once', () => {
  const streak = [
    rate('iva', '2022Q1', 5),
    rate('iva', '2021', 6.5),
    rate('iva', '2021Q3', 7),
    rate('iva', '2021Q1', 6),
  ]
  it('a slowing that is a streak, and below last year, is one finding', () =>
    expect(kinds(findings(caseOf(streak)))).toEqual(['falling-streak:iva:510700']))
  it('a release without one before it does not tell a streak: the gap ends it', () => {
    const broken = streak.filter(({ period }) => period !== '2021')
    expect(kinds(findings(caseOf(broken)))).toEqual(['below-last-year:iva:510700'])
  })
  it('below target and province is one finding', () => {
    const figures = [rate('iva', '2022Q1', 5), rate('iva', '510000 2022Q1', 6)]
    expect(kinds(findings(caseOf(figures, [target('iva', { value: 0.07 })])))).toEqual(['below-target:iva:510700'])
  })
  it('what is not seen in print is not told', () => {
    const same = [rate('iva', '2022Q1', 5), rate('iva', '2021', 5.04), rate('iva', '510000 2022Q1', 5.02)]
    expect(findings(caseOf(same.map((figure) => ({ ...figure, printed: '5.0' }))))).toEqual([])
  })
  it('nothing lags, nothing is told', () => {
    expect(
      findings(caseOf([rate('iva', '2022Q1', 5), rate('iva', '2021', 4), rate('iva', '510000 2022Q1', 4)])),
    ).toEqual([])
    expect(findings(caseOf([]))).toEqual([])
  })
  it('prices and rates that are better low are not called slow', () =>
    expect(
      findings(
        caseOf([
          rate('ppi', '2022Q1', 1),
          rate('ppi', '2021', 8),
          rate('unemp', '2022Q1', 3),
          rate('unemp', '2021', 4),
        ]),
      ),
    ).toEqual([]))
  it('a target met, or without number, tells nothing; nor does one only meant roughly', () => {
    const figures = [rate('iva', '2022Q1', 7)]
    for (const over of [
      { value: 0.07 },
      { operator: null },
      { operator: 'qual' },
      { operator: '≈', value: 0.08 },
    ] as const)
      expect(findings(caseOf(figures, [target('iva', over)]))).toEqual([])
  })
})

describe('order', () => {
  const total = (percent: number, before: number, code = 'gdp') => [
    rate(code, '2022Q1', percent),
    rate(code, '2021', before),
  ]
  it('is by points of the city’s whole: half a point of the total outweighs three of 一产', () => {
    const list = findings(
      caseOf([...total(6.5, 7), ...total(2, 5, 'va1'), amount('gdp', '2022Q1', 100), amount('va1', '2022Q1', 7)]),
    )
    expect(kinds(list)).toEqual(['slowing:gdp:510700', 'slowing:va1:510700'])
    expect(list.map(({ effect }) => effect.toFixed(6))).toEqual(['0.005000', '0.002100'])
  })
  it('is by share of the city for a county, and an equal share where amounts are not held', () => {
    const county = [rate('iva', '510703 2022Q1', 2), rate('iva', '510703 2021', 5)]
    expect(findings(caseOf(county))[0]?.effect).toBeCloseTo(0.03 / 3, 12)
    const withGdp = [...county, amount('gdp', '510703 2022Q1', 60), amount('gdp', '2022Q1', 100)]
    expect(findings(caseOf(withGdp))[0]?.effect).toBeCloseTo(0.03 * 0.6, 12)
  })
  it('keeps the catalogue’s where effects are equal, whatever the order of the figures', () => {
    const figures = [...total(5, 6, 'retail'), ...total(5, 6, 'iva'), ...total(5, 6)]
    const want = ['slowing:gdp:510700', 'slowing:iva:510700', 'slowing:retail:510700']
    expect(kinds(findings(caseOf(figures)))).toEqual(want)
    expect(kinds(findings(caseOf(figures.toReversed())))).toEqual(want)
  })
  it('a place lost counts a tenth of a point', () =>
    expect(findings(caseOf([place('gdp', '2022Q1', 6), place('gdp', '2021', 3)]))[0]).toMatchObject({
      kind: 'rank-fell',
      effect: expect.closeTo(0.003, 12),
    }))
})

describe('counties', () => {
  const city = [rate('iva', '2022Q1', 5), rate('iva', '2021', 8)]
  it('one that falls with the city and no further tells nothing of its own', () => {
    const list = findings(caseOf([...city, rate('iva', '510703 2022Q1', 6), rate('iva', '510703 2021', 9)]))
    expect(kinds(list)).toEqual(['slowing:iva:510700'])
  })
  it('one that falls further tells by how much', () => {
    const list = findings(caseOf([...city, rate('iva', '510703 2022Q1', 5.5), rate('iva', '510703 2021', 9)]))
    const own = list.find(({ region }) => region === '510703')
    expect(own && textOf(own)).toContain(
      '甲区规模以上工业增加值同比增长5.5%，较上年全年回落3.5个百分点。比全市多回落0.5个百分点。',
    )
    expect(own?.effect).toBeCloseTo(0.005 / 3, 12)
  })
  it('one that turned negative is told though the city fell further, without a word of that', () => {
    const list = findings(caseOf([...city, rate('iva', '510703 2022Q1', -0.5), rate('iva', '510703 2021', 1)]))
    const own = list.find(({ region }) => region === '510703')
    expect(own?.kind).toBe('turned-negative')
    expect(own && textOf(own)).not.toContain('比全市')
  })
  const three = (now: readonly number[], before: readonly number[]) =>
    ['510703', '510704', '510705'].flatMap((code, i) => [
      rate('iva', `${code} 2022Q1`, now[i] ?? 0),
      rate('iva', `${code} 2021`, before[i] ?? 0),
    ])
  it('one that fell tells the places it lost with it', () => {
    const own = findings(caseOf([...city, ...three([5.5, 6, 7], [9, 8, 7])])).find(({ region }) => region === '510703')
    expect(own && textOf(own)).toContain('比全市多回落0.5个百分点，增速居全市第3位、较上年全年后移2位（测算）。')
  })
  it('one that only lost places tells these', () => {
    const list = findings(caseOf([...city, ...three([7, 7.5, 6], [8.5, 8, 7])]))
    expect(list.find(({ region }) => region === '510703')).toMatchObject({ kind: 'rank-fell', effect: 0.001 / 3 })
    expect(list.filter(({ kind }) => kind === 'rank-fell').map(textOf)).toEqual([
      '甲区规模以上工业增加值增速居全市第2位，较上年全年后移1位（测算）。',
    ])
  })
  it('places are not told while one county is not out', () => {
    const two = three([7, 7.5, 6], [8.5, 8, 7]).filter(({ region }) => region !== '510705')
    expect(findings(caseOf([...city, ...two])).filter(({ kind }) => kind === 'rank-fell')).toEqual([])
  })
  it('of another concept are named and not compared', () => {
    const list = findings(
      caseOf([...city, rate('iva', '510703 2022Q1', 4), rate('iva', '510704 2022Q1', 1, { concept: '区属' })]),
    )
    const behind = list.find(({ kind }) => kind === 'counties-behind')
    expect(behind && textOf(behind)).toBe(
      '规模以上工业增加值同比增长5.0%，低于全市平均的县（市、区）有1个：甲区（增长4.0%，低1.0个百分点）。乙县口径不同，不作比较。',
    )
  })
  it('without amounts of all of them, nobody is said to weigh most', () => {
    const list = findings(caseOf([...city, rate('iva', '510703 2022Q1', 4), rate('iva', '510704 2022Q1', 3)]))
    expect(
      list
        .filter(({ kind }) => kind === 'counties-behind')
        .map(textOf)
        .join(''),
    ).not.toContain('影响最大')
  })
})

describe('worlds', () => {
  const fall = (over: Parameters<typeof rate>[3]) => [rate('iva', '2022Q1', 5, over), rate('iva', '2021', 8, over)]
  it('demonstration figures are marked, in words too, and compared with none but their own', () => {
    const demo = { concept: '演示', origin: 'department' } as const
    const list = findings(caseOf([...fall(demo), rate('iva', '510000 2022Q1', 9), rate('iva', '510703 2022Q1', 1)]))
    expect(list.map(({ id, mark }) => [id, mark])).toEqual([['slowing:iva:510700:2022Q1:demo-department', '演示']])
    expect(textOf(list[0] as Finding)).toMatch(/^（演示）规模以上工业增加值同比增长5\.0%/u)
    expect(list[0]?.sentences[0]?.find((part) => 'figure' in part)).toMatchObject({ mark: '演示' })
  })
  it('department figures stand apart and say so', () =>
    expect(findings(caseOf([...fall({ origin: 'department' }), rate('iva', '510000 2022Q1', 9)])).map(textOf)).toEqual([
      expect.stringMatching(/^（部门数）规模以上工业增加值同比增长5\.0%，较上年全年/u),
    ]))
  it('nobody is judged by an estimate', () => expect(findings(caseOf(fall({ origin: 'estimate' })))).toEqual([]))
})

describe('planted in 300 series of one sheet', () => {
  const START = 2012
  const catalogueFor = (one: PlantedSeries) =>
    catalogueOf(
      [indicator({ code: 'x', name: '某指标', kind: one.isAmount ? 'level' : 'growth-only', leadDuty: 'statistics' })],
      [],
    )
  const periodOf = (time: number): string =>
    canonicalYtd(`${START + Math.floor(time / 12)}-${String((time % 12) + 1).padStart(2, '0')}`) ?? ''

  /** As releases print it: amounts cumulative from January, growth as it is; of one industry where it is named. */
  const figuresOf = (
    { releases, isAmount }: PlantedSeries,
    code = 'x',
    dims: SeriesKey['dims'] = {},
  ): FoundFigure[] => {
    const series = seriesKey({
      indicator: code,
      measure: isAmount ? 'level' : 'growth-nominal',
      accumulation: 'ytd',
      dims,
    })
    let [year, total] = [0, 0]
    return releases.map(({ time, value }) => {
      total = Math.floor(time / 12) === year ? total + value : value
      year = Math.floor(time / 12)
      const period = periodOf(time)
      return {
        series,
        region: '510700',
        period,
        value: isAmount ? Number((total * 1e8).toPrecision(12)) : value,
        printed: null,
        printedUnit: null,
        ref: printFigureRef({ city: '510700', series, region: '510700', period, vintage: 1 }),
        round: null,
        state: 'released',
        knownOn: null,
      }
    })
  }
  const endOf = ({ releases }: PlantedSeries): string => periodOf(releases.at(-1)?.time ?? 0)
  it('27 of 30 come out as unusual, and a fifth of what does is noise at most', () => {
    const unusual = plantedSeries(11).filter((one) => {
      const list = findings({ ...caseOf(figuresOf(one), [], endOf(one)), catalogue: catalogueFor(one) })
      return list.some(({ kind }) => kind === 'unusual')
    })
    const found = unusual.filter(({ planted }) => planted !== null).length
    expect(found).toBeGreaterThanOrEqual(27)
    expect((unusual.length - found) / unusual.length).toBeLessThanOrEqual(0.2)
  })
  it('so they do as industries of two indicators, read together', () => {
    const catalogue = catalogueOf(
      [
        indicator({ code: 'amounts', name: '行业产值', leadDuty: 'industry' }),
        indicator({ code: 'rates', name: '行业增速', kind: 'growth-only', leadDuty: 'industry' }),
      ],
      [],
    )
    const all = plantedSeries(12).map((one, i) => ({
      ...one,
      code: one.isAmount ? 'amounts' : 'rates',
      industry: `甲${i}`,
    }))
    const unusual = [...Map.groupBy(all, endOf)].flatMap(([period, own]) => {
      const figures = own.flatMap((one) => figuresOf(one, one.code, { industry: one.industry }))
      const list = findings({ ...caseOf(figures, [], period), catalogue })
      return own.filter(({ code, industry }) =>
        list.some(({ id }) => id.startsWith(`unusual:${code}{industry=${industry}}:`)),
      )
    })
    const found = unusual.filter(({ planted }) => planted !== null).length
    expect(found).toBeGreaterThanOrEqual(27)
    expect((unusual.length - found) / unusual.length).toBeLessThanOrEqual(0.2)
  })
})
