import { Workbook } from '@cj-tech-master/excelts'
import { NUMBER_FORMATS, type Sheet, type SheetCell } from '@yundiao/briefings'
import { describe, expect, it } from 'vitest'
import type { ReadRow } from './read-cell.ts'
import { convert, hasSoffice, pdfText } from './testing/soffice.ts'
import { readXlsx } from './xlsx-in.ts'
import { xlsxBytes } from './xlsx-out.ts'

const sheet: Sheet = {
  name: '指标表',
  title: '2022年一季度主要经济指标完成情况表',
  reporter: '绵阳市',
  unitLine: '亿元、%',
  asKnownOn: '2022-04-26',
  columns: [
    { label: '指标名称', width: 28, format: 'text' },
    { label: '绝对额', under: ['1—3月完成'], width: 12, format: 'level' },
    { label: '同比增速', under: ['1—3月完成'], width: 10, format: 'rate' },
    { label: '较全省', under: ['增速比较（百分点）'], width: 10, format: 'difference' },
    { label: '位次升降', width: 10, format: 'rank-change' },
    { label: '发布日期', width: 14, format: 'day' },
    { label: '备注', width: 20, format: 'text' },
  ],
  total: {
    cells: [
      { text: '地区生产总值' },
      { figure: 'fig:510700/gdp.level.ytd.official/510700/2022Q1@1', value: 784.28 },
      { figure: 'fig:510700/gdp.growth-real.ytd.official/510700/2022Q1@1', value: 6.6 },
      { formula: { id: 'difference-in-points', version: 1, inputs: ['fig:a', 'fig:b'] }, value: 1.3 },
      { number: -1 },
      { day: '2022-04-20' },
      { text: '=HYPERLINK("http://x","点")' },
    ],
  },
  rows: [
    {
      indent: 1,
      cells: [{ text: '固定资产投资' }, { text: '—' }, { gap: '未公布' }, { number: 0 }, null, null, { text: '-1+2' }],
    },
  ],
  notes: ['本表为示例。'],
  freezeColumns: 1,
  print: { paper: 'A4', orientation: 'landscape' },
  checkpoint: '9f3c41d2a07be658',
}
const printed = { printedAt: '2022-04-26 08:30' }

const read = async (bytes: Uint8Array): Promise<Map<string, ReadRow[]>> => {
  const sheets = new Map<string, ReadRow[]>()
  for (const one of (await readXlsx(bytes)).sheets) {
    const rows: ReadRow[] = []
    for await (const row of one.rows()) rows.push(row)
    sheets.set(`${one.name}${one.isHidden ? '（隐藏）' : ''}`, rows)
  }
  return sheets
}

const values = (row: ReadRow | undefined) => row?.cells.map(({ address, value }) => [address, value])

describe('xlsxBytes', () => {
  it.each([
    [{}, 0],
    [{ onePage: true }, 1],
  ])('prints one page wide, and one high where asked: %j', async (more, high) => {
    const book = new Workbook()
    await book.xlsx.load(await xlsxBytes({ ...sheet, print: { ...sheet.print, ...more } }, printed))
    expect(book.worksheets[0]?.pageSetup).toMatchObject({ fitToPage: true, fitToWidth: 1, fitToHeight: high })
  })
  it('puts title, unit line, merged head, total first, foot; each value as its type', async () => {
    const rows = (await read(await xlsxBytes(sheet, printed))).get('指标表') ?? []
    expect(values(rows[0])?.[0]).toEqual(['A1', '2022年一季度主要经济指标完成情况表'])
    expect(values(rows[1])).toEqual([
      ['A2', '填报单位（盖章）：绵阳市'],
      ['G2', '截至2022年4月26日　单位：亿元、%'],
    ])
    expect(values(rows.find(({ row }) => row === 5))).toEqual([
      ['A5', '地区生产总值'],
      ['B5', 784.28],
      ['C5', 6.6],
      ['D5', 1.3],
      ['E5', -1],
      ['F5', '2022-04-20'],
      ['G5', '=HYPERLINK("http://x","点")'],
    ])
    expect(values(rows.find(({ row }) => row === 6))).toEqual([
      ['A6', '固定资产投资'],
      ['B6', '—'],
      ['C6', '…'],
      ['D6', 0],
      ['G6', '-1+2'],
    ])
    expect(rows.at(-1)?.cells.map(({ value }) => value)).toEqual([
      '分管领导：',
      '审核人：',
      '填报人：',
      '电话：',
      '填报日期：',
    ])
  })

  it('writes no formula, whatever text begins with', async () => {
    const cells = [...(await read(await xlsxBytes(sheet, printed))).values()].flat().flatMap((row) => row.cells)
    expect(cells.filter(({ isFormula }) => isFormula)).toEqual([])
  })

  it('merges the head and keeps formats', async () => {
    const bytes = await xlsxBytes(sheet, printed)
    const [first] = (await readXlsx(bytes)).sheets
    expect(await first?.merges()).toEqual(expect.arrayContaining(['A1:G1', 'A3:A4', 'B3:C3']))
    const row = (await read(bytes)).get('指标表')?.find((one) => one.row === 5)
    expect(row?.cells.find(({ address }) => address === 'D5')?.format).toBe(NUMBER_FORMATS.difference)
  })

  it('keeps the digits of a figure’s source and its mark, in the format alone', async () => {
    const figure = 'fig:510700/elec.growth-nominal.ytd.official/510700/2022Q1@1'
    const cells: SheetCell[] = [
      { text: '用电量' },
      { figure, value: 0, decimals: 0, mark: '演示' },
      { figure, value: 16.05, decimals: 2 },
    ]
    const rows = (await read(await xlsxBytes({ ...sheet, rows: [{ cells }] }, printed))).get('指标表')
    const row = rows?.find((one) => one.row === 6)
    expect(row?.cells.slice(1).map(({ value, format }) => [value, format])).toEqual([
      [0, '0"（演示）"'],
      [16.05, '0.00'],
    ])
  })

  it('lists bound cells on a hidden sheet', async () => {
    const rows = (await read(await xlsxBytes(sheet, printed))).get('出处（隐藏）') ?? []
    expect(rows.map((row) => row.cells.map(({ value }) => value))).toEqual([
      ['单元格', '出处', '显示'],
      ['B5', 'fig:510700/gdp.level.ytd.official/510700/2022Q1@1', '784.28'],
      ['C5', 'fig:510700/gdp.growth-real.ytd.official/510700/2022Q1@1', '6.6'],
      ['D5', 'calc:difference-in-points@1(fig:a,fig:b)', '1.3'],
    ])
  })

  it.skipIf(!hasSoffice)('opens in LibreOffice, with signs as the office prints them', async () => {
    const text = pdfText(convert(await xlsxBytes(sheet, printed), 'xlsx', 'pdf'))
    for (const words of ['784.28', '+1.3', '持平', '↓1', '2022年4月20日', '=HYPERLINK', '校验码9F3C41D2', '填报日期'])
      expect(text).toContain(words)
  })
})
