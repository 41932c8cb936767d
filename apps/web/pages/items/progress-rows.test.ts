import { expect, it } from 'vitest'
import type { ProgressSheetRow } from '../../api/types.ts'
import { editsOfFile, faultsOf, filledCount, filledRows, unreadable } from './progress-rows.ts'

const row = (item: string, now: ProgressSheetRow['now'] = null): ProgressSheetRow => ({
  item,
  number: item,
  title: item,
  leadUnit: null,
  deadline: null,
  state: { word: '未启动', reason: '' },
  last: null,
  now,
  demo: false,
})
const kept = row('b', { id: 'n', version: 3, text: '已开工', percent: 40, problems: '缺资金', nextSteps: null })
const ROWS = [row('a'), kept, row('c')]

it('sends the rows that were touched, whole, with the version that was seen', () => {
  const edits = new Map([
    ['a/text', '已选址'],
    ['a/percent', '12.5%'],
    ['b/problems', ''],
  ])
  expect(filledRows(ROWS, edits)).toEqual([
    { item: 'a', note: null, text: '已选址', percent: 12.5, problems: null, nextSteps: null },
    { item: 'b', note: 3, text: '已开工', percent: 40, problems: null, nextSteps: null },
  ])
  expect(filledCount(ROWS, edits)).toBe(2)
  expect(filledCount(ROWS, new Map([['b/text', ' ']]))).toBe(0)
})

it('names a share that is no number, here and from the server', () => {
  expect([
    ...unreadable(
      new Map([
        ['a/percent', '一半'],
        ['b/percent', '５０'],
      ]),
      '不是数',
    ),
  ]).toEqual([['a/percent', '不是数']])
  expect([...faultsOf({ cells: ['a/text'], messages: ['请填写'] })]).toEqual([['a/text', '请填写']])
  expect(faultsOf(null).size).toBe(0)
})

it('takes from a file only what differs, and only for rows of the sheet', () => {
  const note = { text: '已开工', percent: 45, problems: '缺资金', nextSteps: null }
  expect(
    editsOfFile(ROWS, [
      { item: 'b', ...note },
      { item: 'x', ...note },
    ]),
  ).toEqual([{ row: 'b', column: 'percent', text: '45' }])
})
