import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EditColumn, shapeOf } from './edit-column.ts'
import { actDone, type EditHistory, emptyHistory, redone, settled, undone } from './edit-history.ts'
import { adoptColumn, blockOf, clearBlock, copyBlock, fillDown, pasteTable } from './edit-sheet.ts'
import { parseTable } from './table-text.ts'

type Row = { id: string; name: string; done: string; level: string; note: string }

const row = (n: number, more: Partial<Row> = {}): Row => ({
  id: `r${n}`,
  name: `项目${n}`,
  done: '',
  level: '',
  note: '',
  ...more,
})

const columns: EditColumn<Row>[] = [
  { id: 'name', label: '项目名称', kind: 'readonly', read: (r) => r.name },
  { id: 'done', label: '本月完成', kind: 'number', read: (r) => r.done },
  {
    id: 'level',
    label: '协调层级',
    kind: 'choice',
    read: (r) => r.level,
    choices: [
      { value: 'city', label: '市级' },
      { value: 'county', label: '县级' },
    ],
  },
  {
    id: 'note',
    label: '存在问题',
    kind: 'long-text',
    read: (r) => r.note,
    suggestion: (r) => (r.id === 'r1' ? null : { text: '用地', label: '上月' }),
  },
]

const sheetOf = (rows: Row[], edits: ReadonlyMap<string, string> = new Map()) =>
  shapeOf({ columns, rows, rowKey: (r) => r.id, edits, readOnly: false })

const cell = (r: number, column: number) => blockOf({ row: r, column }, { row: r, column })
const texts = (edits: readonly { row: string; column: string; text: string }[]) =>
  edits.map((edit) => `${edit.row}.${edit.column}=${edit.text}`)

describe('pasteTable', () => {
  const three = sheetOf([row(1), row(2), row(3)])

  it('puts rows and columns in from the cursor on, a choice by its label', () => {
    const { edits } = pasteTable(three, cell(0, 1), parseTable('100\t市级\n200\t县级\n'))
    expect(texts(edits)).toEqual(['r1.done=100', 'r1.level=city', 'r2.done=200', 'r2.level=county'])
  })
  it('fills a selected block with one value, and repeats where the block is a whole multiple', () => {
    const whole = blockOf({ row: 2, column: 1 }, { row: 0, column: 1 })
    expect(texts(pasteTable(three, whole, [['5']]).edits)).toEqual(['r1.done=5', 'r2.done=5', 'r3.done=5'])
    expect(
      pasteTable(three, blockOf({ row: 0, column: 1 }, { row: 1, column: 1 }), [['1'], ['2'], ['3']]).edits,
    ).toHaveLength(3)
  })
  it('says what found no place and what may not be filled', () => {
    const pasted = pasteTable(three, cell(1, 0), parseTable('甲\t1\n乙\t2\n丙\t3\n丁\t4\n戊\t5'))
    expect(texts(pasted.edits)).toEqual(['r2.done=1', 'r3.done=2'])
    expect(pasted).toMatchObject({ rowsOver: 3, columnsOver: 0, refused: [{ label: '项目名称', cells: 2 }] })
    expect(pasteTable(three, cell(0, 3), [['a', 'b']]).columnsOver).toBe(1)
  })
  it('keeps a text that is no choice, for the page to refuse by name', () =>
    expect(texts(pasteTable(three, cell(0, 2), [['国家级']]).edits)).toEqual(['r1.level=国家级']))
  it('breaks no line outside a long text', () =>
    expect(texts(pasteTable(three, cell(0, 1), [['1\n00', '', '一\n二']]).edits)).toEqual([
      'r1.done=1 00',
      'r1.note=一\n二',
    ]))
  it('changes nothing when a block is pasted onto itself', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '1', '"', '\t', ' ') }).map((s) => s.trim())
    const rows = fc.array(
      fc.record({ done: fc.constantFrom('', '1', '-2.5'), level: fc.constantFrom('', 'city'), note: text }),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    fc.assert(
      fc.property(rows, (values) => {
        const sheet = sheetOf(values.map((value, n) => row(n, value)))
        const block = blockOf({ row: 0, column: 0 }, { row: values.length - 1, column: 3 })
        const pasted = pasteTable(sheet, block, parseTable(copyBlock(sheet, block)))
        expect(pasted).toEqual({ edits: [], rowsOver: 0, columnsOver: 0, refused: [] })
      }),
    )
  })
})

describe('fillDown, clearBlock, adoptColumn', () => {
  const rows = [row(1, { done: '7', note: '无' }), row(2), row(3, { done: '9' }), row(4)]
  it('fills a block from its first row', () =>
    expect(texts(fillDown(sheetOf(rows), blockOf({ row: 0, column: 1 }, { row: 3, column: 1 })))).toEqual([
      'r2.done=7',
      'r3.done=7',
      'r4.done=7',
    ]))
  it('fills from one cell only what is empty below, to the next that holds something', () =>
    expect(texts(fillDown(sheetOf(rows), cell(0, 1)))).toEqual(['r2.done=7']))
  it('clears what may be edited and holds something', () =>
    expect(texts(clearBlock(sheetOf(rows), blockOf({ row: 0, column: 0 }, { row: 1, column: 3 })))).toEqual([
      'r1.done=',
      'r1.note=',
    ]))
  it('adopts suggestions only into empty cells', () =>
    expect(texts(adoptColumn(sheetOf(rows), 3))).toEqual(['r2.note=用地', 'r3.note=用地', 'r4.note=用地']))
})

describe('history of edits', () => {
  const rows = [row(1, { done: '7' }), row(2), row(3)]
  const acts = fc.array(
    fc.record({
      kind: fc.constantFrom('paste', 'fill', 'clear', 'adopt'),
      r: fc.integer({ min: 0, max: 2 }),
      c: fc.integer({ min: 0, max: 3 }),
      text: fc.constantFrom('1', '2\t市级', '3\n4'),
    }),
    { minLength: 1, maxLength: 6 },
  )
  const act = (history: EditHistory, { kind, r, c, text }: { kind: string; r: number; c: number; text: string }) => {
    const sheet = sheetOf(rows, history.edits)
    const block = blockOf({ row: r, column: c }, { row: 2, column: c })
    if (kind === 'paste') return actDone(history, pasteTable(sheet, block, parseTable(text)).edits)
    if (kind === 'fill') return actDone(history, fillDown(sheet, block))
    return actDone(history, kind === 'clear' ? clearBlock(sheet, block) : adoptColumn(sheet, c))
  }
  it('undoing every act gives each state before it, doing again each state after', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const states = [emptyHistory()]
        for (const one of list) {
          const next = act(states.at(-1) ?? emptyHistory(), one)
          if (next !== states.at(-1)) states.push(next)
        }
        let history = states.at(-1) ?? emptyHistory()
        for (const state of states.slice(0, -1).toReversed()) {
          history = undone(history).history
          expect(history.edits).toEqual(state.edits)
        }
        for (const state of states.slice(1)) {
          history = redone(history).history
          expect(history.edits).toEqual(state.edits)
        }
      }),
    )
  })
  it('says what to write back, and undoes past a save as an edit back to the old text', () => {
    const edits = pasteTable(sheetOf(rows), cell(0, 1), [['8']]).edits
    const done = actDone(emptyHistory(), edits)
    const saved = settled(done, edits)
    expect(saved.edits.size).toBe(0)
    const back = undone(saved)
    expect(back.edits).toEqual([{ row: 'r1', column: 'done', text: '7', was: '8' }])
    expect([...back.history.edits]).toEqual([['r1/done', '7']])
  })
  it('keeps what was changed again while the server was taking it', () => {
    const first = pasteTable(sheetOf(rows), cell(0, 1), [['8']]).edits
    const one = actDone(emptyHistory(), first)
    const two = actDone(one, pasteTable(sheetOf(rows, one.edits), cell(0, 1), [['9']]).edits)
    expect([...settled(two, first).edits]).toEqual([['r1/done', '9']])
  })
  it('forgets what was undone once something new is done', () => {
    const one = actDone(emptyHistory(), pasteTable(sheetOf(rows), cell(0, 1), [['8']]).edits)
    const other = actDone(undone(one).history, pasteTable(sheetOf(rows), cell(1, 1), [['1']]).edits)
    expect(redone(other)).toEqual({ history: other, edits: [] })
  })
})
