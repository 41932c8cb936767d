import { type FigureDraft, seriesKey } from '@yundiao/figures'
import { type ReadRow, readXlsx } from '@yundiao/office'
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

const compared = (query: string, as?: string) => app.read<ComparisonView>(`/api/analysis/comparison?${query}`, as)
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
    const list = await app.read<ComparedIndicator[]>('/api/analysis/comparison/indicators?period=2022Q1')
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

it('outlines of all 21 cities are there to be drawn, each with a middle', async () => {
  const { cities } = await app.read<{
    cities: { code: string; name: string; centre: number[]; polygons: unknown[] }[]
  }>('/api/geo/cities')
  expect(cities).toHaveLength(21)
  expect(cities.filter(({ centre, polygons }) => centre.length !== 2 || polygons.length === 0)).toEqual([])
  expect(cities.find(({ code }) => code === '510700')?.name).toBe('绵阳')
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
    expect(rowOf(view, '510781').vsMean).toMatchObject({ kind: 'value' })
    expect(view.notes.join()).toContain('不在查看范围')
  })
})

describe('sheet T2', () => {
  const ranking = (query: string, as?: string) => app.read<CountyRanking>(`/api/analysis/county-ranking?${query}`, as)

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

describe('out as xlsx', () => {
  const opened = async (path: string, as = 'yunxing') => {
    const answer = await app.request(path, { as })
    expect(answer.status, path).toBe(200)
    const sheets = new Map<string, ReadRow[]>()
    for (const one of (await readXlsx(new Uint8Array(await answer.arrayBuffer()))).sheets) {
      const rows: ReadRow[] = []
      for await (const row of one.rows()) rows.push(row)
      sheets.set(one.name, rows)
    }
    return { sheets, name: decodeURIComponent(answer.headers.get('content-disposition') ?? '') }
  }
  const lineOf = (rows: readonly ReadRow[], label: string) =>
    rows.find(({ cells }) => cells[0]?.value === label)?.cells.map(({ value }) => value)

  it('sheet T2 opens again: its title, the city first, nine counties, every figure bound', async () => {
    const { sheets, name } = await opened('/api/analysis/county-ranking/export?period=2022Q1')
    const rows = sheets.get('县市区排位') ?? []
    expect(name).toContain('绵阳市2022年1—3月县市区主要经济指标排位表（演示数）.xlsx')
    expect(rows[0]?.cells[0]?.value).toBe('绵阳市2022年1—3月县市区主要经济指标排位表（演示数）')
    const labels = rows.flatMap(({ cells }) => (cells[0] ? [String(cells[0].value)] : []))
    expect(labels.indexOf('全市')).toBeLessThan(labels.indexOf('涪城'))
    expect(labels.indexOf('江油')).toBeLessThan(labels.indexOf('三台'))
    expect(labels.indexOf('园区')).toBeGreaterThan(labels.indexOf('平武'))
    const view = await app.read<CountyRanking>('/api/analysis/county-ranking?period=2022Q1')
    const jiangyou = view.groups[1]?.rows[3]
    expect(lineOf(rows, '江油')?.slice(1, 4)).toEqual([
      Number(jiangyou?.cells[0]?.level?.shown),
      jiangyou?.cells[0]?.rankLevel?.place,
      Number(jiangyou?.cells[0]?.growth?.shown),
    ])
    const bound = (sheets.get('出处') ?? []).map(({ cells }) => String(cells[1]?.value))
    expect(bound.some((key) => key.startsWith('fig:510700/gdp.growth-real.ytd.department~演示/510781/2022Q1'))).toBe(
      true,
    )
    expect(bound.some((key) => key.startsWith('calc:count.below-mean@1('))).toBe(true)
  })

  it('对比表 prints what is not published as …, and places of ours in a column of their own', async () => {
    const { sheets } = await opened('/api/analysis/comparison/export?period=2022Q1')
    const rows = sheets.get('对比表') ?? []
    expect(lineOf(rows, '成都')).toContain('…')
    expect(lineOf(rows, '绵阳')?.slice(0, 5)).toEqual(['绵阳', 784.28, 2, 6.6, 4])
    expect(lineOf(rows, '全省')?.slice(0, 3)).toEqual(['全省', 12739.24, 5.3])
  })

  it('is an event, and holds no more than the page', async () => {
    const { sheets } = await opened('/api/analysis/county-ranking/export?period=2022Q1', 'jiangyou')
    expect((sheets.get('县市区排位') ?? []).some(({ cells }) => cells[0]?.value === '涪城')).toBe(false)
    const heads = await app.store.events(await app.callerOf('shenji'), { stream: 'access', limit: 5 })
    expect(JSON.stringify(heads)).toContain('figures.exported')
  })
})

it('a figure before its minute is for its early readers, said to be inner on the page and on the sheet', async () => {
  for (const username of ['tongji', 'yunxing']) {
    const json = { indicator: 'trade', username, reason: '写稿', until: null }
    expect((await app.request('/api/early-readers', { as: 'tongji', json })).ok).toBe(true)
  }
  const series = { indicator: 'trade', measure: 'growth-nominal', accumulation: 'ytd', origin: 'official' } as const
  const figure = {
    series: { ...series, concept: 'default', dims: {} },
    unit: 'ratio',
    region: '510700',
    period: '2022Q1',
    value: 0.4321,
    printed: '43.21',
    printedUnit: '%',
    round: null,
    note: null,
    releaseState: 'released',
    passport: { kind: 'manual', reason: '试' },
  } as const
  const releaseAt = '2999-01-01T00:00:00.000Z'
  await app.store.commit(await app.callerOf('tongji'), [{ do: 'report', figures: [figure], releaseAt }])
  const early = await compared('period=2022Q1&indicator=trade')
  expect(rowOf(early, '510700').growth?.shown).toBe('43.21')
  expect(early.inner).toHaveLength(1)
  expect(early.notes.join()).toContain('限内部使用')
  const answer = await app.request('/api/analysis/comparison/export?period=2022Q1&indicator=trade', { as: 'yunxing' })
  const [sheet] = (await readXlsx(new Uint8Array(await answer.arrayBuffer()))).sheets
  const formats: string[] = []
  for await (const row of sheet?.rows() ?? []) formats.push(...row.cells.flatMap(({ format }) => format ?? []))
  expect(formats).toContain('0.00"（内部）"')
  const late = await compared('period=2022Q1&indicator=trade', 'duban')
  expect(rowOf(late, '510700').growth).toMatchObject({ shown: null, mark: '缺' })
  expect(JSON.stringify(late)).not.toContain('43.21')
})

it('nobody signed in sees any of it', async () => {
  for (const path of [
    'comparison',
    'comparison/indicators',
    'comparison/export',
    'county-ranking',
    'county-ranking/export',
  ])
    expect((await app.request(`/api/analysis/${path}`)).status).toBe(401)
})

describe('the periods that may be looked into', () => {
  type Row = { period: string; words: string; only: string | null; own: boolean }
  it('has those of the demonstration alone, marked, and begins with the city’s own newest', async () => {
    const found = await app.read<Row[]>('/api/analysis/periods')
    expect(found.find(({ own }) => own)?.period).toBe('2022Q1')
    expect(found.find(({ period }) => period === '2020Q3')).toMatchObject({ words: '2020年前三季度', only: null })
    expect(found.find(({ period }) => period === '2021Q3')).toMatchObject({ only: 'demo', own: false })
    expect(new Set(found.map(({ period }) => period)).size).toBe(found.length)
    const view = await compared('period=2021Q3&scope=counties')
    expect(view.kind).toBe('department~演示')
  })
  it('marks a period of which only an estimate is told, and no board opens on it', async () => {
    const estimate: FigureDraft = {
      series: seriesKey({ indicator: 'gdp', measure: 'level', accumulation: 'ytd', origin: 'estimate' }),
      unit: '元',
      region: '510700',
      period: '2022Q2',
      value: 1600e8,
      printed: '1600',
      printedUnit: '亿元',
      round: 'estimate',
      note: null,
      releaseState: 'approved',
      passport: { kind: 'manual', reason: '半年预计' },
    }
    await app.store.commit(await app.callerOf('yunxing'), [{ do: 'report', figures: [estimate] }])
    const found = await app.read<Row[]>('/api/analysis/periods')
    expect(found[0]).toMatchObject({ period: '2022Q2', only: 'estimate', own: false })
    const board = (await (await app.request('/api/board', { as: 'yunxing' })).json()) as { period: string }
    expect(board.period).toBe('2022Q1')
    expect(found.find(({ own }) => own)?.period).toBe('2022Q1')
  })
})
