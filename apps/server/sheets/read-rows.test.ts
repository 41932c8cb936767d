import { projects } from '@yundiao/domains/projects'
import { area, defineLedger, duty, maybe, money, ratio, text } from '@yundiao/ledgers'
import type { ReadCell, ReadSheet } from '@yundiao/office'
import { describe, expect, it } from 'vitest'
import { readRows } from './read-rows.ts'

type Raw = string | number | null | Partial<ReadCell>

const cellOf = (raw: Raw, column: number, row: number): ReadCell[] => {
  if (raw === null) return []
  const address = `${String.fromCharCode(64 + column)}${row}`
  const base = { address, column, isFormula: false, format: null }
  if (typeof raw === 'object') return [{ ...base, kind: 'number', value: null, raw: '', ...raw }]
  return [{ ...base, kind: typeof raw === 'number' ? 'number' : 'text', value: raw, raw: String(raw) }]
}

const sheet = (rows: readonly (readonly Raw[])[], name = '表1', isCsv = false): ReadSheet => ({
  name,
  isHidden: false,
  isCsv,
  rows: async function* () {
    for (const [index, row] of rows.entries()) {
      const cells = row.flatMap((raw, column) => cellOf(raw, column + 1, index + 1))
      if (cells.length > 0) yield { row: index + 1, cells }
    }
  },
  merges: async () => [],
})
const anywhere = () => ({ kind: 'place', code: '510781' }) as const

const parcels = defineLedger({
  id: 'test.parcel',
  title: '地块',
  owner: duty('x'),
  key: 'name',
  fields: {
    name: text('名称'),
    site: maybe(area('面积')),
    price: maybe(money('价款')),
    share: maybe(ratio('占比')),
  },
  states: ['甲'],
})

describe('a sheet of the office', () => {
  const dispatch = sheet([
    ['2022年重点项目推进表'],
    ['填报单位（盖章）：江油市', null, null, null, null, null, '单位：亿元'],
    ['序号', '项目名称', '总投资', '2022年计划', null, '完成投资', null, '备注', '镇园之宝'],
    [null, null, null, '投资', '开工月', '本月', '1—3月累计'],
    ['合计', '2个', 12, 3],
    ['一、续建（小计）', null, 12],
    [1, '甲项目', 10, 2, '3月', 0.1, 0.5, '无'],
    ['（二）基础设施'],
    [2, '乙项目', 2, '—', null, null, '…'],
    ['注：总投资为概算'],
    ['分管领导：', '审核人：'],
  ])

  it('is read by its merged head and its unit, totals, sections and foot passed over', async () => {
    const read = await readRows(projects, [dispatch], anywhere)
    expect(read).toMatchObject({ rows: 2, rejected: [], skipped: [], unmatched: [{ cell: 'I4', head: '镇园之宝' }] })
    expect(read.candidates.map(({ row, values }) => [row, values.name])).toEqual([
      [7, '甲项目'],
      [9, '乙项目'],
    ])
    expect(read.candidates[0]?.values).toMatchObject({
      totalInvestment: 1e9,
      planYear: 2e8,
      planStartMonth: '3月',
      doneThisMonth: 1e7,
      doneThisYear: 5e7,
      remark: '无',
    })
    expect(read.candidates[1]?.values).toMatchObject({ planYear: null, doneThisYear: null })
  })

  it('passes over sheets that are no such table, and says so', async () => {
    const read = await readRows(projects, [sheet([['说明'], ['每月25日前报']], '说明'), dispatch], anywhere)
    expect([read.rows, read.skipped]).toEqual([2, ['说明']])
  })
})

describe('units', () => {
  it('takes the head’s, then the sheet’s that fits, then the field’s', async () => {
    const rows = [['单位：亿元、公顷'], ['名称', '面积', '价款（万元）', '占比'], ['甲', 2, 3, 5]]
    const [first] = (await readRows(parcels, [sheet(rows)], anywhere)).candidates
    expect(first?.values).toEqual({ name: '甲', site: 20_000, price: 30_000, share: 0.05 })
  })
  it('reads a cell formatted as per cent as the sheet shows it', async () => {
    const percent = { value: 0.066, raw: '0.066', format: '0.0%' }
    const [first] = (
      await readRows(
        parcels,
        [
          sheet([
            ['名称', '占比'],
            ['甲', percent],
          ]),
        ],
        anywhere,
      )
    ).candidates
    expect(first?.values.share).toBe(0.066)
  })
})

describe('cells that are none', () => {
  it.each([
    ['an error', { kind: 'error', raw: '#N/A' } as const, 'B2 是错误值 #N/A'],
    ['a formula as text', '=SUM(A1)', 'B2 的内容像公式'],
    ['a formula behind a plus', "+cmd|' /C calc'!A0", 'B2 的内容像公式'],
  ])('%s', async (_, raw, message) => {
    const read = await readRows(
      parcels,
      [
        sheet([
          ['名称', '价款'],
          ['甲', raw],
        ]),
      ],
      anywhere,
    )
    expect(read.candidates).toEqual([])
    expect(read.rejected).toMatchObject([{ sheet: '表1', cell: 'B2', message: expect.stringContaining(message) }])
  })
  it.each(['-完成主体封顶', '+3家', '- (一)开工'])('takes %s as a name', async (name) => {
    expect((await readRows(parcels, [sheet([['名称'], [name]])], anywhere)).rejected).toEqual([])
  })
})

describe('cells right of the head', () => {
  const rows = [
    ['名称', '价款'],
    ['甲', 2],
    ['乙', 1, 234.5, '另议'],
    ['丙', 3, '也是'],
  ]

  it('beside a table are told as columns not taken, once each', async () => {
    const read = await readRows(parcels, [sheet(rows)], anywhere)
    expect(read.candidates.map(({ values }) => values.name)).toEqual(['甲', '乙', '丙'])
    expect(read.unmatched).toEqual([
      { sheet: '表1', cell: 'C3', head: '（没有表头）' },
      { sheet: '表1', cell: 'D3', head: '（没有表头）' },
    ])
  })

  it('in a CSV file hold the row back: a comma in a number moved what follows', async () => {
    const read = await readRows(parcels, [sheet(rows, 'CSV', true)], anywhere)
    expect(read.candidates.map(({ values }) => values.name)).toEqual(['甲'])
    expect(read.rejected).toMatchObject([
      { cell: 'C3', value: '234.5', message: expect.stringContaining('这一行有4格，表头有2格') },
      { cell: 'C4', value: '也是' },
    ])
  })
})
