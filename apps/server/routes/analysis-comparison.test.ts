import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'
import type {
  ComparedIndicator,
  ComparedRegionView,
  ComparisonView,
  CountyRanking,
} from '../views/comparison-schema.ts'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp({ demonstration: true })
})
afterAll(() => app.end())

const read = async <T>(path: string, as = 'yunxing'): Promise<T> => {
  const answer = await app.request(path, { as })
  expect(answer.status, path).toBe(200)
  return (await answer.json()) as T
}
const compared = (query: string, as?: string) => read<ComparisonView>(`/api/analysis/comparison?${query}`, as)
const rowsOf = (view: ComparisonView, key: string) => view.groups.find((group) => group.key === key)?.rows ?? []
const rowOf = (view: ComparisonView, code: string): ComparedRegionView => {
  const row = view.groups.flatMap(({ rows }) => rows).find(({ region }) => region.code === code)
  if (!row) throw new Error(`no row ${code}`)
  return row
}

describe('cities of the province', () => {
  it('has all 21 by code, the published beside the unpublished, and the province and the nation above', async () => {
    const view = await compared('period=2022Q1')
    const rows = rowsOf(view, 'cities')
    expect(rows.map(({ region }) => region.code)).toEqual(rows.map(({ region }) => region.code).toSorted())
    expect(rows).toHaveLength(21)
    expect(rows.filter(({ hole }) => hole === '未公布').map(({ region }) => region.name)).toContain('成都')
    expect(view.mean).toMatchObject({ region: { name: '全省' }, growth: { shown: '5.3' } })
    expect(view.above[0]).toMatchObject({ region: { name: '全国' }, growth: { shown: '4.8' } })
    expect(rows.filter(({ comparable }) => comparable).map(({ region }) => region.name)).toEqual([
      '泸州',
      '德阳',
      '南充',
      '宜宾',
    ])
  })

  it('prints the published place of the city, and ours elsewhere with how many are out', async () => {
    const view = await compared('period=2022Q1')
    expect(rowOf(view, '510700').rankGrowth).toMatchObject({ place: 4, computed: null, words: '公布位次第4' })
    expect(rowOf(view, '513400').rankGrowth).toMatchObject({
      place: 1,
      among: 6,
      of: 21,
      fig: null,
      computed: { kind: 'value', shown: '1/6', formula: 'rank.among' },
      words: '6个市州已公布，居第1（测算）',
    })
    expect(rowOf(view, '511500').vsMean).toMatchObject({ kind: 'value', shown: '+1.4' })
    expect(rowOf(view, '510100')).toMatchObject({ rankGrowth: null, vsMean: { kind: 'refused' }, end: null })
  })

  it('is read as known on a day', async () => {
    const early = await compared('period=2022Q1&on=2022-04-22')
    expect(early.groups[0]?.held).toBe(1)
    expect(rowOf(early, '513400')).toMatchObject({ growth: null, hole: '未公布' })
  })

  it('says how many regions hold an indicator', async () => {
    const list = await read<ComparedIndicator[]>('/api/analysis/comparison/indicators?period=2022Q1')
    expect(list.find(({ code }) => code === 'gdp')).toMatchObject({ held: 6 })
  })

  it.each([
    ['indicator=nothing', 'indicator.unknown'],
    ['kind=official~nothing', 'series.unknown'],
    ['period=2022Q9', 'period.invalid'],
    ['scope=towns', 'input.invalid'],
    ['on=2030-01-01', 'day.invalid'],
  ])('%s is refused in words', async (query, code) => {
    const answer = await app.request(`/api/analysis/comparison?${query}`, { as: 'yunxing' })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ code })
  })
})

describe('counties of the city', () => {
  it('shows the demonstration among itself: the city’s row of the same kind is the mean', async () => {
    const view = await compared('period=2022Q1&scope=counties&indicator=retail')
    expect(view.kinds.map(({ label }) => label)).toEqual(['统计公布数', '演示数'])
    expect(view.kind).toBe('department~演示')
    expect(rowsOf(view, 'counties').map(({ region }) => region.name)).toEqual([
      '涪城',
      '游仙',
      '安州',
      '江油',
      '三台',
      '盐亭',
      '梓潼',
      '北川',
      '平武',
    ])
    expect(view.mean.growth?.mark).toBe('演示')
    const rows = rowsOf(view, 'counties')
    expect(rows.every(({ growth, vsMean }) => growth?.mark === '演示' && vsMean.kind === 'value')).toBe(true)
    expect(rows.filter(({ end }) => end === 'first')).not.toHaveLength(0)
    expect(rows.every(({ rankGrowth }) => rankGrowth?.among === 9)).toBe(true)
    expect(rows[0]?.moveGrowth).toMatchObject({ kind: 'value', formula: 'rank.move' })
    expect(rows[0]?.twoYear).toMatchObject({ kind: 'value', formula: 'growth.two-year' })
  })

  it('the published kind holds no figure of the demonstration', async () => {
    const view = await compared('period=2022Q1&scope=counties&kind=official~default')
    expect(rowsOf(view, 'counties').every(({ growth, hole }) => growth === null && hole === '未报送')).toBe(true)
    expect(view.mean.growth).toMatchObject({ shown: '6.6', mark: null })
  })

  it('a quarter alone comes from two cumulative amounts', async () => {
    const view = await compared('period=2021Q2&scope=counties&indicator=retail&kind=department~演示')
    expect(view.singleApplies).toBe(true)
    expect(rowsOf(view, 'counties')[0]?.single).toMatchObject({
      kind: 'value',
      formula: 'level.single',
      unitShown: '亿元',
    })
  })

  it('a county sees its own figures only, and no place is worked out among one', async () => {
    const view = await compared('period=2022Q1&scope=counties', 'jiangyou')
    expect(view.groups.map(({ whole }) => whole)).toContain(false)
    expect(rowsOf(view, 'counties').map(({ region }) => region.code)).toEqual(['510781'])
    expect(view.groups.flatMap(({ rows }) => rows).every(({ rankGrowth }) => rankGrowth === null)).toBe(true)
    expect(view.notes.join()).toContain('不在查看范围')
  })
})

describe('sheet T2', () => {
  const ranking = (query: string, as?: string) => read<CountyRanking>(`/api/analysis/county-ranking?${query}`, as)

  it('has the city first, nine counties, the zones apart, and what is below the mean', async () => {
    const view = await ranking('period=2022Q1')
    expect(view.groups.map(({ key, rows }) => [key, rows.length])).toEqual([
      ['mean', 1],
      ['counties', 9],
      ['zones', 5],
    ])
    expect(view.indicators.map(({ code }) => code)).toEqual(['gdp', 'iva', 'fai', 'retail', 'budget', 'inc_u', 'inc_r'])
    const jiangyou = view.groups[1]?.rows.find(({ region }) => region.code === '510781')
    expect(jiangyou?.belowOf).toBe(5)
    const below = jiangyou?.cells.filter(({ vsMean }) => vsMean.kind === 'value' && vsMean.value < 0).length
    expect(jiangyou?.below).toMatchObject({ kind: 'value', value: below, unitShown: '项' })
    expect(view.notes.join()).toContain('演示数据')
  })

  it('a zone without figures has no place and is in no sum', async () => {
    const zones = (await ranking('period=2022Q1')).groups.find(({ key }) => key === 'zones')?.rows ?? []
    expect(
      zones.every(({ cells, below }) => below.kind === 'refused' && cells.every(({ growth }) => growth === null)),
    ).toBe(true)
  })
})

it('nobody signed in sees any of it', async () => {
  for (const path of ['comparison', 'comparison/indicators', 'county-ranking'])
    expect((await app.request(`/api/analysis/${path}`)).status).toBe(401)
})
