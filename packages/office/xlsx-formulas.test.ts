import { expect, it } from 'vitest'
import { ARCHIVE_CAPS, openArchive } from './open-archive.ts'
import { EXCEL } from './sniff-file.ts'
import { type ReckoningSheet, reckoningBytes } from './xlsx-formulas.ts'
import { readXlsx } from './xlsx-in.ts'

const sheet = (name: string, width: number): ReckoningSheet => ({
  name,
  title: `${name}表`,
  head: ['名称', '得分'],
  widths: [width, 10],
  freezeColumns: 1,
  rows: [[{ text: '=甲' }, { formula: '1+1', value: 2, format: '0.00' }]],
  notes: ['很长的一句'.repeat(40)],
  foot: '数据截至2022-04-26 & 试算',
})

const partsOf = async (bytes: Uint8Array): Promise<string> => {
  const archive = await openArchive(bytes, EXCEL, ARCHIVE_CAPS)
  let text = ''
  for (const name of archive.names)
    for await (const piece of archive.read(name)) text += Buffer.from(piece).toString('utf8')
  return text
}

it('prints across the paper, its head on every page, on A3 where A4 would be too small to read', async () => {
  const parts = await partsOf(await reckoningBytes([sheet('窄', 40), sheet('宽', 220)]))
  expect(parts.match(/_xlnm.Print_Titles" localSheetId="\d">&apos;.&apos;!\$1:\$2</gu)).toHaveLength(2)
  expect(parts.match(/orientation="landscape"/gu)).toHaveLength(2)
  expect(parts.match(/paperSize="\d"/gu)).toEqual(['paperSize="9"', 'paperSize="8"'])
  expect(parts).toContain('数据截至2022-04-26 &amp;&amp; 试算&amp;R第&amp;P页')
})

it('keeps text text and formulas formulas, with the present result for who does not reckon', async () => {
  const { sheets } = await readXlsx(await reckoningBytes([sheet('窄', 40)]))
  const rows: unknown[] = []
  for await (const { cells } of sheets[0]?.rows() ?? [])
    rows.push(cells.map(({ value, isFormula }) => [value, isFormula]))
  expect(rows[2]).toEqual([
    ['=甲', false],
    [2, true],
  ])
})
