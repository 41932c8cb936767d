import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { ReadRow } from './read-cell.ts'
import { makeXlsx, type RawWorkbook } from './testing/make-xlsx.ts'
import { readXlsx } from './xlsx-in.ts'

const rowsOf = async (bytes: Uint8Array): Promise<ReadRow[]> => {
  const rows: ReadRow[] = []
  for (const sheet of (await readXlsx(bytes)).sheets) for await (const row of sheet.rows()) rows.push(row)
  return rows
}

const problemOf = async (bytes: Uint8Array): Promise<unknown> =>
  rowsOf(bytes).then(
    () => null,
    (error: unknown) => error,
  )

const data = (inside: string): string => `<sheetData>${inside}</sheetData>`

const STYLES =
  '<numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="176"/></cellXfs>'

describe('readXlsx', () => {
  it('reads text, numbers, days, per cents, formulas, errors with their addresses', async () => {
    const sheet = data(
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>784.28</v></c><c r="C2" s="1"><v>44677</v></c>' +
        '<c r="D2" s="2"><f>B2/100</f><v>0.066</v></c><c r="E2" t="e"><v>#N/A</v></c><c r="F2" t="b"><v>1</v></c>' +
        '<c r="AA2" t="inlineStr"><is><r><t>江</t></r><r><t>油</t></r></is></c><c r="AB2" s="3"><v>44652</v></c></row>',
    )
    const strings = '<si><r><t>地区</t></r><r><t>生产总值_x000D_</t></r><rPh><t>pin</t></rPh></si>'
    const [row] = await rowsOf(makeXlsx({ sheet, strings, styles: STYLES }))
    expect(row?.row).toBe(2)
    expect(row?.cells.map(({ address, kind, value }) => [address, kind, value])).toEqual([
      ['A2', 'text', '地区生产总值\r'],
      ['B2', 'number', 784.28],
      ['C2', 'day', '2022-04-26'],
      ['D2', 'number', 0.066],
      ['E2', 'error', null],
      ['F2', 'boolean', true],
      ['AA2', 'text', '江油'],
      ['AB2', 'day', '2022-04-01'],
    ])
    expect(row?.cells.filter(({ isFormula }) => isFormula).map(({ address, format }) => [address, format])).toEqual([
      ['D2', '0.00%'],
    ])
  })

  it('counts rows and columns itself where the file names none, and knows the 1904 system', async () => {
    const sheet = data('<row><c><v>1</v></c></row><row><c/><c s="1"><v>43215</v></c></row>')
    const rows = await rowsOf(makeXlsx({ sheet, styles: STYLES, is1904: true }))
    expect(rows.map(({ row, cells }) => [row, cells.map(({ address, value }) => [address, value])])).toEqual([
      [1, [['A1', 1]]],
      [2, [['B2', '2022-04-26']]],
    ])
  })

  it('minds no empty formatting to the last row and column', async () => {
    const empty = '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    const rows = await rowsOf(makeXlsx({ sheet: data(`<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"/></row>${empty}`) }))
    expect(rows).toHaveLength(1)
  })

  it('gives merged areas', async () => {
    const sheet = `${data('<row r="1"><c r="A1"><v>1</v></c></row>')}<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="D1:D2"/></mergeCells>`
    const [first] = (await readXlsx(makeXlsx({ sheet }))).sheets
    expect(await first?.merges()).toEqual(['A1:C1', 'D1:D2'])
  })
})

const repeated = (text: string, megabytes: number): Buffer => {
  const piece = Buffer.from(text)
  return Buffer.alloc(Math.floor((megabytes * 2 ** 20) / piece.length) * piece.length, piece)
}
const cellsOf = (n: number): string => data(`<row r="1">${'<c><v>1</v></c>'.repeat(n)}</row>`)
const macro = [{ name: 'xl/vbaProject.bin', data: Buffer.from('x') }]

describe('a hostile workbook is refused with place and remedy', () => {
  const cases: [string, RawWorkbook, string, RegExp][] = [
    ['513 columns', { sheet: cellsOf(513) }, 'input.too-large', /“数据”SS1：超过 512 列上限。请删去/u],
    ['a million columns', { sheet: cellsOf(1_000_000) }, 'input.too-large', /“数据”SS1：超过 512 列/u],
    [
      '200,001 rows',
      { sheet: data('<row><c><v>1</v></c></row>'.repeat(200_001)) },
      'input.too-large',
      /第 200001 行：.*200000 行/u,
    ],
    ['macros', { sheet: cellsOf(1), extra: macro }, 'input.macro', /含宏.*另存/u],
    ['one endless text', { sheet: `${data('')}${'甲'.repeat(2 ** 20)}` }, 'input.too-large', /一段内容超过 1 MB/u],
    ['broken XML', { sheet: data('<row><c></row>') }, 'input.format', /格式有误.*另存/u],
    ['GBK inside', { sheet: Buffer.from([0x3c, 0x61, 0x3e, 0xb5, 0xd8, 0xc7, 0xf8]) }, 'input.format', /不是 UTF-8/u],
    ['a false size', { sheet: cellsOf(10_000), declaredSize: 10 }, 'input.format', /损坏/u],
    ['deep nesting', { sheet: '<a>'.repeat(300) }, 'input.format', /嵌套过深/u],
  ]
  it.each(cases)('%s', async (_, book, code, message) => {
    expect(await problemOf(makeXlsx(book))).toMatchObject({ code, message: expect.stringMatching(message) })
  })

  it('a password, an old .xls, a cut-off download', async () => {
    const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
    expect(await problemOf(compound)).toMatchObject({
      code: 'input.format',
      message: expect.stringContaining('旧格式'),
    })
    const locked = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')])
    expect(await problemOf(locked)).toMatchObject({
      code: 'input.encrypted',
      message: expect.stringContaining('取消密码'),
    })
    const whole = makeXlsx({ sheet: cellsOf(5) })
    expect(await problemOf(whole.subarray(0, whole.length - 30))).toMatchObject({ code: 'input.format' })
  })
})

const rise = (bytes: Uint8Array): { rows: number; code: string; grownMb: number } => {
  const folder = mkdtempSync(join(tmpdir(), 'yundiao-bomb-'))
  try {
    const file = join(folder, 'bomb.xlsx')
    writeFileSync(file, bytes)
    const script = fileURLToPath(new URL('./testing/read-rss.ts', import.meta.url))
    return JSON.parse(execFileSync(process.execPath, [script, file], { encoding: 'utf8' }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('memory stays bounded', () => {
  const oneString = () => Buffer.concat([Buffer.from('<si><t>'), repeated('甲乙丙', 180), Buffer.from('</t></si>')])
  const bombs: [string, () => RawWorkbook, string, number][] = [
    [
      '600 MB of cells, declared',
      () => ({ sheet: repeated('<row><c><v>1</v></c></row>', 600) }),
      'input.too-large',
      40,
    ],
    // Read through to the end: 10 s, hence small by default.
    ['empty cells', () => ({ sheet: repeated('<c r="A1"/>', process.env.YUNDIAO_DEEP ? 180 : 20) }), 'read', 120],
    ['180 MB of one text', () => ({ sheet: repeated('甲乙丙', 180) }), 'input.too-large', 60],
    ['180 MB of empty shared strings', () => ({ sheet: '', strings: repeated('<si/>', 180) }), 'input.too-large', 150],
    ['180 MB of one shared string', () => ({ sheet: '', strings: oneString() }), 'input.too-large', 60],
  ]
  it.each(bombs)('%s', (_, book, code, mostMb) => {
    const bytes = makeXlsx(book())
    expect(bytes.length).toBeLessThan(5 * 2 ** 20)
    const found = rise(bytes)
    expect(found.code).toBe(code)
    expect(found.grownMb).toBeLessThan(mostMb)
  })
})
