import { type ReadRow, readXlsx } from '@yundiao/office'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'
import type { Board, BoardRow } from '../views/board-schema.ts'
import type { IndicatorView } from '../views/indicator.ts'
import type { PassportView } from '../views/passport-schema.ts'
import type { PeriodSheetView } from '../views/period-sheet-schema.ts'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp()
})
afterAll(() => app.end())

const rowOf = async (indicator: string, as: string, query = ''): Promise<BoardRow> => {
  const board = await app.read<Board>(`/api/board?period=2022Q1${query}`, as)
  const row = board.rows.find((one) => one.indicator === indicator)
  if (!row) throw new Error(`no row ${indicator}`)
  return row
}
const FIGURE = '/api/figure?ref='
const GDP = 'fig:510700/gdp.level.ytd.official/510700/2022Q1@1'

describe('the board', () => {
  it('is sheet T1 of the newest period, with the printed digits', async () => {
    const board = await app.read<Board>('/api/board', 'yunxing')
    expect(board).toMatchObject({
      period: '2022Q1',
      periodWords: '2022年一季度',
      asKnownOn: '2022-04-26',
      city: { code: '510700', name: '绵阳市' },
    })
    expect(board.rows.map((row) => row.label).slice(0, 4)).toEqual(['GDP', '一产', '二产', '工业'])
    expect(await rowOf('elec', 'yunxing')).toMatchObject({ level: { shown: '39.16' }, growth: { shown: '16.05' } })
  })

  it('sets GDP beside province, nation and last period; differences are computed and say how', async () => {
    const row = await rowOf('gdp', 'yunxing')
    expect(row).toMatchObject({
      level: { ref: GDP, value: 78_428_000_000, shown: '784.28', unitShown: '亿元', round: 'preliminary', vintage: 1 },
      growth: { shown: '6.6', unitShown: '%' },
      provinceGrowth: { shown: '5.3' },
      nationGrowth: { shown: '4.8' },
      rankTotal: { shown: '2' },
      rankGrowth: { shown: '4' },
      rankMove: null,
      leadUnit: '市统计局',
      leader: null,
    })
    expect(row.vsProvince).toEqual({
      kind: 'value',
      value: expect.closeTo(0.013, 12),
      shown: '+1.3',
      unitShown: '个百分点',
      formula: 'growth.difference',
      words: '甲增速 − 乙增速，单位为个百分点',
      version: 1,
      inputs: [
        'fig:510700/gdp.growth-real.ytd.official/510700/2022Q1@1',
        'fig:510700/gdp.growth-real.ytd.official/510000/2022Q1@1',
      ],
    })
    expect(row.vsNation).toMatchObject({ shown: '+1.8' })
  })

  it('judges nothing without a target: 待明确, 未评, with the reason', async () => {
    const row = await rowOf('gdp', 'yunxing')
    expect(row).toMatchObject({
      target: null,
      state: { word: '未评', reason: '未评：年度目标待明确' },
      required: { kind: 'refused', code: 'target-missing', why: '不能计算：目标待明确' },
      note: '全省目标6.5%左右；全国目标5.5%左右',
    })
  })

  it('tells a declared gap from what nobody reported, and a level that does not apply', async () => {
    expect(await rowOf('retail', 'yunxing')).toMatchObject({ missing: '缺', level: { value: null, mark: '缺' } })
    expect(await rowOf('tax', 'yunxing')).toMatchObject({ missing: '未报送', level: null, growth: null })
    expect(await rowOf('fai', 'yunxing')).toMatchObject({ levelApplies: false, level: null, shareOfTarget: null })
  })

  it('is read as known on a day', async () => {
    const board = await app.read<Board>('/api/board?period=2022Q1&on=2022-04-20', 'yunxing')
    const gdp = board.rows.find((row) => row.indicator === 'gdp')
    expect(gdp).toMatchObject({ level: null, growth: null, missing: '未报送', nationGrowth: { shown: '4.8' } })
    expect(board.laterCount).toBeGreaterThan(0)
    expect((await rowOf('gdp', 'yunxing', '&on=2022-04-21')).level).toMatchObject({ shown: '784.28' })
    expect((await rowOf('gdp', 'yunxing', '&on=2022-04-24')).rankGrowth).toBeNull()
  })

  it.each([
    ['a period that is none', 'period=2022-13', 'period.invalid'],
    ['a period inside a month', 'period=2022-W17', 'period.invalid'],
    ['a day that does not exist', 'on=2022-02-30', 'day.invalid'],
    ['a day to come', 'on=2022-04-27', 'day.invalid'],
  ])('refuses %s', async (_, query, code) =>
    expect(await app.refused(`/api/board?${query}`, { as: 'yunxing' })).toMatchObject({ status: 400, code }),
  )

  it('is for those who signed in', async () =>
    expect(await app.refused('/api/board', {})).toMatchObject({ status: 401, code: 'sign-in.required' }))

  it.each(['jiangyou', 'jingxin', 'lingdao', 'shenji', 'jingkai'])(
    'shows the released city figures to %s',
    async (as) => expect((await rowOf('gdp', as)).level).toMatchObject({ shown: '784.28' }),
  )
})

describe('periods, catalogue, targets', () => {
  it('lists periods newest first', async () => {
    const periods = await app.read<{ period: string; words: string }[]>('/api/periods', 'jiangyou')
    expect(periods.slice(0, 2)).toEqual([
      { period: '2022Q1', words: '2022年一季度' },
      { period: '2021', words: '2021年' },
    ])
  })

  it('lists indicators, sheet T1 first', async () => {
    const list = await app.read<{ code: string; unitShown: string }[]>('/api/indicators', 'jiangyou')
    expect(list[0]).toMatchObject({ code: 'gdp', unitShown: '亿元' })
    expect(list.find((one) => one.code === 'cpi')).toMatchObject({ unitShown: '指数' })
  })

  it('gives targets with their document, as known on a day', async () => {
    const on = (day: string) =>
      app.read<{ region: string; indicator: string }[]>(`/api/targets?year=2022&on=${day}`, 'yunxing')
    const rows = await on('2022-04-26')
    expect(rows.find((row) => row.region === '510000' && row.indicator === 'gdp')).toEqual({
      region: '510000',
      regionName: '全省',
      year: 2022,
      indicator: 'gdp',
      label: 'GDP',
      operator: '≈',
      shown: '6.5',
      text: '增长6.5%左右',
      source: '2022年四川省政府工作报告',
      knownOn: '2022-01-19',
      layer: '人代会',
    })
    expect(rows.some((row) => row.region === '000000')).toBe(true)
    expect((await on('2022-03-04')).some((row) => row.region === '000000')).toBe(false)
  })
})

describe('one indicator', () => {
  it('has its series with refs, the county beside the city for those who may see both', async () => {
    const view = await app.read<IndicatorView>('/api/indicators/gdp', 'yunxing')
    const level = view.series.find((one) => one.key === 'gdp.level.ytd.official')
    expect(level?.points.find((one) => one.region === '510700' && one.period === '2022Q1')).toMatchObject({
      periodWords: '2022年一季度',
      fig: { ref: GDP, shown: '784.28' },
      vintages: [{ ref: GDP }],
    })
    expect(view.targets.find((one) => one.region === '510000' && one.year === 2022)).toMatchObject({ operator: '≈' })
    expect(view.breaks.every((one) => one.why.includes('不可比'))).toBe(true)
    // A cumulative figure begins in January, so that a line joins 前三季度 to the whole year.
    const quarters = level?.points.filter(({ period }) => /Q[23]$/.test(period)) ?? []
    expect(quarters.length).toBeGreaterThan(0)
    expect(quarters.filter(({ starts }) => !starts.endsWith('-01-01'))).toEqual([])
  })

  it('keeps one county from another’s rows', async () => {
    const regionsOf = async (as: string) => {
      const view = await app.read<IndicatorView>('/api/indicators/gdp', as)
      return new Set(view.series.flatMap((one) => one.points.map((at) => at.region)))
    }
    const [jiangyou, fucheng] = [await regionsOf('jiangyou'), await regionsOf('fucheng')]
    expect([jiangyou.has('510781'), jiangyou.has('510703'), jiangyou.has('510700')]).toEqual([true, false, true])
    expect([fucheng.has('510703'), fucheng.has('510781')]).toEqual([true, false])
    const { regions } = await app.read<IndicatorView>('/api/indicators/gdp', 'jiangyou')
    expect(regions.some((region) => region.code === '510703')).toBe(false)
  })

  it('labels industries apart, so that no line joins two', async () => {
    const { series } = await app.read<IndicatorView>('/api/indicators/out_ind', 'yunxing')
    expect(new Set(series.map((one) => one.measureLabel)).size).toBe(series.length)
    expect(series.map((one) => one.measureLabel)).toContain('食品制造业 同比增速')
  })

  it('works out of each release what may be, and says in words what may not', async () => {
    const gdp = await app.read<PeriodSheetView>('/api/indicators/gdp/periods?region=510000', 'yunxing')
    const now = gdp.rows.find(({ period }) => period === '2022Q1')
    expect([now?.level?.shown, now?.single, now?.nominal]).toMatchObject([
      '12739.24',
      null,
      { shown: '7.4', formula: 'level.growth', inputs: [expect.any(String), expect.any(String)] },
    ])
    expect(gdp.rows.find(({ period }) => period === '2021')).toMatchObject({
      aloneWords: '2021年4—12月',
      singleGrowth: { code: 'growth-published-only', why: expect.stringContaining('以公布数为准') },
    })
    const retail = await app.read<PeriodSheetView>('/api/indicators/retail/periods?region=000000', 'yunxing')
    expect(retail.quarters.find(({ period }) => period === '2018Q1')?.sum).toMatchObject({ shown: '90275.40' })
    expect(retail.notes.join()).toContain('只合并公布')
    const file = await app.request('/api/indicators/gdp/periods/export?region=510000', { as: 'yunxing' })
    const { sheets } = await readXlsx(new Uint8Array(await file.arrayBuffer()))
    const rows: ReadRow[] = []
    for (const sheet of sheets) for await (const row of sheet.rows()) rows.push(row)
    const now2022 = rows.find(({ cells }) => cells[0]?.value === '2022年一季度')
    expect(now2022?.cells.map(({ value }) => value).slice(0, 3)).toEqual(['2022年一季度', 12739.24, 5.3])
    expect(JSON.stringify(rows)).toContain('calc:level.growth@1(fig:')
    expect(await app.refused('/api/indicators/gdp/periods?region=510703', { as: 'jiangyou' })).toMatchObject({
      code: 'region.unknown',
    })
  })
  it('refuses a code the catalogue lacks', async () =>
    expect(await app.refused('/api/indicators/nothing', { as: 'yunxing' })).toMatchObject({
      code: 'indicator.unknown',
    }))
})

describe('the passport', () => {
  it('walks a number back to the cell', async () => {
    const view = await app.read<PassportView>(FIGURE + encodeURIComponent(GDP), 'jiangyou')
    expect(view).toMatchObject({
      ref: GDP,
      label: '地区生产总值 绝对额',
      shown: '784.28',
      knownOn: '2022-04-21',
      originLabel: '统计公布数',
      release: { state: 'released', at: null },
      source: {
        kind: 'cell',
        fileName: 'mianyang_2022q1.csv',
        cell: 'G2',
        raw: '784.28',
        url: 'http://wstt.we54.com/redian/2022/0421/7232.html',
        date: '2022-04-21',
        grade: 'B',
      },
      checks: ['第一产业增加值、第二产业增加值、第三产业增加值合计与地区生产总值相符'],
    })
    expect(view.source.kind === 'cell' && view.source.file.startsWith(view.source.fileHash)).toBe(true)
  })

  it.each([
    ['a day before it was known', `${FIGURE}${encodeURIComponent(GDP)}&on=2022-04-20`, 'yunxing', 404],
    [
      'another county’s figure',
      `${FIGURE}${encodeURIComponent('fig:510700/gdp.level.ytd.official/510703/2021@1')}`,
      'jiangyou',
      404,
    ],
    ['text that is no reference', `${FIGURE}gdp`, 'yunxing', 400],
    ['no reference', '/api/figure', 'yunxing', 400],
  ])('refuses %s', async (_, path, as, status) => expect((await app.refused(path, { as })).status).toBe(status))
})
