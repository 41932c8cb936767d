import { expect, it } from 'vitest'
import { headRows } from './head-rows.ts'
import { sheetRows } from './sheet.ts'
import { type T2Input, type T2Row, t2Sheet } from './t2-sheet.ts'

const row = (label: string, below: number): T2Row => ({
  label,
  cells: { gdp: { growth: { number: 6.2 } }, retail: { level: { number: 40.5 } } },
  below: { number: below },
})
const input: T2Input = {
  city: { code: '510700', name: '绵阳市' },
  period: '2022Q1',
  periodWords: '2022年一季度',
  asKnownOn: '2022-04-26',
  checkpoint: null,
  reporter: '市发展改革委',
  mark: null,
  cityRow: { ...row('全市', 0), below: { text: '—' } },
  counties: [row('涪城区', 1), row('江油市', 5)],
  zones: [row('高新区', 2)],
  notes: [],
}

it('has the heads of the office’s sheet, merged as printed', () => {
  const words = headRows(t2Sheet(input).columns).map((cells) =>
    cells.map(({ label, columnSpan }) => (columnSpan > 1 ? `${label}×${columnSpan}` : label)).join(' | '),
  )
  expect(words).toEqual([
    '县（市、区） | 地区生产总值×6 | 规上工业增加值×3 | 固定资产投资×3 | 社会消费品零售总额×5 | 一般公共预算收入×5 | 城镇居民收入×2 | 农村居民收入×2 | 低于全市平均指标数',
    '总量×2 | 增速×4 | 增速 | 位次 | 升降 | 增速 | 位次 | 升降 | 总量 | 位次 | 增速 | 位次 | 升降 | 总量 | 位次 | 增速 | 位次 | 升降 | 增速 | 位次 | 增速 | 位次',
    '1—3月 | 位次 | 同比% | 位次 | 位次升降 | 较全市平均',
  ])
})

it('prints the city first, counties in their order, a blank line, the zones under their own title', () => {
  const sheet = t2Sheet(input)
  expect(sheetRows(sheet).map(({ cells }) => cells[0])).toEqual([
    { text: '全市' },
    { text: '涪城区' },
    { text: '江油市' },
    null,
    { text: '园区' },
    { text: '高新区' },
  ])
  expect(sheet.rows.every(({ cells }) => cells.length === 1 || cells.length === sheet.columns.length)).toBe(true)
  expect(sheet).toMatchObject({
    title: '绵阳市2022年1—3月县市区主要经济指标排位表',
    print: { paper: 'A3', orientation: 'landscape' },
  })
})

it('a sheet of the demonstration says so in its title and gives its marks room', () => {
  const sheet = t2Sheet({ ...input, mark: '演示数' })
  expect(sheet.title).toMatch(/（演示数）$/u)
  expect(sheet.columns[3]?.width).toBeGreaterThan(t2Sheet(input).columns[3]?.width ?? 0)
})
