import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv } from './csv-in.ts'
import { type CsvValue, csvLines, guardFormula } from './csv-out.ts'
import type { ReadRow } from './read-cell.ts'

const write = (rows: readonly (readonly CsvValue[])[], bom = false): string => [...csvLines(rows, { bom })].join('')

const rowsOf = async (bytes: Uint8Array): Promise<ReadRow[]> => {
  const rows: ReadRow[] = []
  for (const sheet of readCsv(bytes).sheets) for await (const row of sheet.rows()) rows.push(row)
  return rows
}

const problemOf = (bytes: Uint8Array): Promise<unknown> =>
  (async () => rowsOf(bytes))().then(
    () => null,
    (error: unknown) => error,
  )

describe('csvLines', () => {
  it('quotes as RFC 4180 and begins with a BOM where asked', () => {
    expect(write([['名称', 'a"b', '一,二', '行\n行', null, 784.28, true]], true)).toBe(
      '\uFEFF名称,"a""b","一,二","行\n行",,784.28,true\r\n',
    )
  })
})

describe('guardFormula', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+cmd|x', "'+cmd|x"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-2+3', "'-2+3"],
    ['\t=1', "'\t=1"],
    ['＝1', "'＝1"],
    ['-5.5', '-5.5'],
    ['+1.3%', '+1.3%'],
    ['绵阳=', '绵阳='],
  ])('%s', (text, guarded) => expect(guardFormula(text)).toBe(guarded))
})

describe('readCsv', () => {
  it('gives addresses, leaves out empty cells, counts records', async () => {
    const rows = await rowsOf(Buffer.from('\uFEFF县区,数\r\n"江\n油",\r\n\r\n,5\r\n'))
    expect(rows.map(({ row, cells }) => [row, cells.map(({ address, value }) => [address, value])])).toEqual([
      [
        1,
        [
          ['A1', '县区'],
          ['B1', '数'],
        ],
      ],
      [2, [['A2', '江\n油']]],
      [4, [['B4', '5']]],
    ])
  })

  it('reads back what csvLines wrote', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
      .filter((t) => t === guardFormula(t) && !t.startsWith('\uFEFF'))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(text, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
        async (rows) => {
          const back = await rowsOf(Buffer.from(write(rows, true)))
          expect(back.map(({ cells }) => cells.map(({ value }) => value))).toEqual(rows)
        },
      ),
      { numRuns: 60 },
    )
  })

  // 地区,数 and 绵阳 in GBK
  const gbk = Buffer.from('b5d8c7f82cca fd0d0ac3e0d1f40d0a'.replaceAll(' ', ''), 'hex')
  it.each([
    ['GBK', gbk, 'input.encoding', /第 1 行：.*像是 GBK.*另存为“CSV UTF-8/u],
    [
      'GBK after a good first piece',
      Buffer.concat([Buffer.from(`${'甲,乙\n'.repeat(30_000)}`), gbk]),
      'input.encoding',
      /第 30001 行/u,
    ],
    ['UTF-16', Buffer.from('\uFEFF县', 'utf16le'), 'input.encoding', /UTF-16/u],
    ['cut within a character', Buffer.from('县区').subarray(0, 4), 'input.encoding', /第 1 行/u],
    ['nothing', new Uint8Array(), 'input.format', /空的/u],
    ['an open quote', Buffer.from('甲,"乙\n丙,丁\n'), 'input.format', /双引号/u],
    ['an endless quote', Buffer.from(`甲,"${'乙'.repeat(2 ** 20)}`), 'input.too-large', /引号没有成对/u],
    ['513 columns', Buffer.from(`${','.repeat(512)}1\n`), 'input.too-large', /第 1 行：有 513 列/u],
    ['a million columns', Buffer.from(`${'1,'.repeat(1_000_000)}1\n`), 'input.too-large', /第 \d+ 行/u],
    ['200,001 rows', Buffer.from('1\n'.repeat(200_001)), 'input.too-large', /第 200001 行：超过/u],
  ] as [string, Uint8Array, string, RegExp][])('refuses %s', async (_, bytes, code, message) => {
    expect(await problemOf(bytes)).toMatchObject({ code, message: expect.stringMatching(message) })
  })
})
