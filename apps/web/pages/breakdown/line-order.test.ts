import { describe, expect, it } from 'vitest'
import type { ClauseRow } from '../../api/types.ts'
import { isLacking, mergingOf, nextWhere, stepFrom } from './line-order.ts'

const row = (id: string, disposition: ClauseRow['disposition'], cells: Record<string, string> = {}): ClauseRow => ({
  id,
  seq: 1,
  parent: null,
  level: 1,
  start: 0,
  end: 1,
  text: id,
  simplified: id,
  heading: false,
  theme: 'other',
  themeLabel: '其他',
  disposition,
  reason: null,
  item: disposition === 'item' || disposition === 'merged' ? `i-${id}` : null,
  itemNumber: null,
  handedOn: null,
  cells: { leadUnit: '', deadline: '', measure: '', closure: '', ...cells },
  deadlineOn: null,
  editable: true,
  suggestions: { leadUnit: null, leadLeader: null, closure: null, feedback: null },
  version: 1,
  lineVersion: 1,
})

const FULL = { leadUnit: '市发改委', deadline: '6月底前', measure: '20个' }
const a = row('a', 'pending')
const b = row('b', 'item', FULL)
const c = row('c', 'declined')
const d = row('d', 'pending')
const e = row('e', 'item', { ...FULL, deadline: '', closure: 'standing' })
const ROWS = [a, b, c, d, e]

describe('going through the lines', () => {
  it('gaps are lines 待核 and items that lack lead, time or measure; standing items need no time', () => {
    expect(ROWS.map(isLacking)).toEqual([true, false, false, true, false])
    expect(isLacking(row('x', 'item', { ...FULL, measure: '' }))).toBe(true)
  })

  it.each([
    ['a', 'd'],
    ['d', 'a'],
    [null, 'a'],
  ])('the next gap after %s is %s', (from, to) => expect(nextWhere(ROWS, from, isLacking)).toBe(to))

  it('steps stop at the ends', () => {
    expect([stepFrom(ROWS, 'a', -1), stepFrom(ROWS, 'a', 1), stepFrom(ROWS, 'e', 1)]).toEqual(['a', 'b', 'e'])
  })
})

describe('并入', () => {
  it('of several: into the item among them, else into the first', () => {
    expect(mergingOf(ROWS, [a, b, d])).toEqual({ clauses: [a, d], into: 'i-b' })
    expect(mergingOf(ROWS, [a, d])).toEqual({ clauses: [a, d], into: null })
  })

  it('of one: into what stands above, past what was declined', () => {
    expect(mergingOf(ROWS, [d])).toEqual({ clauses: [d], into: 'i-b' })
    expect(mergingOf([a, d], [d])).toEqual({ clauses: [a, d], into: null })
  })

  it.each([
    ['the first of all', [a]],
    ['two items', [b, e]],
    ['a declined one alone', [c]],
    ['nothing', []],
  ])('of %s is nothing', (_, rows) => expect(mergingOf(ROWS, rows)).toBeNull())
})
