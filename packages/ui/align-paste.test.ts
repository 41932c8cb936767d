import { describe, expect, it } from 'vitest'
import { alignedPaste } from './align-paste.ts'
import { type EditColumn, shapeOf } from './edit-column.ts'
import { parseTable } from './table-text.ts'

type Row = { id: string; name: string; done: string; total: string; note: string }

const row = (id: string, name: string, more: Partial<Row> = {}): Row => ({
  id,
  name,
  done: '',
  total: '',
  note: '',
  ...more,
})
const columns: EditColumn<Row>[] = [
  { id: 'seq', label: '序号', kind: 'readonly', read: (r) => r.id },
  { id: 'name', label: '项目名称', kind: 'readonly', read: (r) => r.name },
  { id: 'done', label: '本月', under: ['完成投资'], kind: 'number', read: (r) => r.done },
  { id: 'total', label: '累计', under: ['完成投资'], kind: 'number', read: (r) => r.total },
  { id: 'note', label: '存在问题', kind: 'long-text', read: (r) => r.note },
]
const rows = [row('a', '甲项目（一期）'), row('b', '乙项目'), row('c', '丙项目'), row('d', '同名'), row('e', '同名')]
const sheet = shapeOf({ columns, rows, rowKey: (r) => r.id, edits: new Map(), readOnly: false })
const paste = (text: string, from = 2) => alignedPaste(sheet, { name: 1, from }, parseTable(text))
const texts = (text: string, from?: number) =>
  paste(text, from)?.edits.map((edit) => `${edit.row}.${edit.column}=${edit.text}`)

describe('alignedPaste', () => {
  it('puts rows in by name, whatever their order, from the column of the cursor on', () => {
    expect(texts('乙项目\t1\t2\n甲项目(一期)\t3\t4')).toEqual(['b.done=1', 'b.total=2', 'a.done=3', 'a.total=4'])
    expect(texts('丙 项目\t5\t用地', 3)).toEqual(['c.total=5', 'c.note=用地'])
  })
  it('begins at the first column that can be filled when the cursor stands in none', () =>
    expect(texts('乙项目\t1', 1)).toEqual(['b.done=1']))
  it('reads a first row of labels, merged heads written together too', () =>
    expect(texts('项目名称\t存在问题\t完成投资·本月\t业主\n乙项目\t无\t7\t某公司')).toEqual(['b.note=无', 'b.done=7']))
  it('names what met no row or two, and counts columns without a place', () =>
    expect(paste('乙项目\t1\t2\t3\t4\n丁项目\t1\n同名\t1\n甲项目（一期）\t1')).toMatchObject({
      rows: 2,
      unknown: ['丁项目'],
      ambiguous: ['同名'],
      columnsOver: 1,
    }))
  it.each([
    ['one column', '甲项目（一期）\n乙项目'],
    ['numbers only', '1\t2\n3\t4'],
    ['fewer than half of the rows named', '乙项目\t1\n丁\t2\n戊\t3'],
  ])('is none with %s', (_, text) => expect(paste(text)).toBeNull())
})
