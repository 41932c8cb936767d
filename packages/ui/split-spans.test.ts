import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitLines, splitSpans } from './split-spans.ts'

describe('splitSpans', () => {
  it('highlights exactly the characters named', () => {
    expect(splitSpans('會議強調,要聚焦產業發展。', [{ id: 'c1', start: 5, end: 12 }])).toEqual([
      { text: '會議強調,', start: 0, id: null },
      { text: '要聚焦產業發展', start: 5, id: 'c1' },
      { text: '。', start: 12, id: null },
    ])
  })

  it('cuts an overlap at the end of the earlier span', () => {
    const pieces = splitSpans('abcdef', [
      { id: 'x', start: 0, end: 4 },
      { id: 'y', start: 2, end: 6 },
    ])
    expect(pieces.map((p) => [p.id, p.text])).toEqual([
      ['x', 'abcd'],
      ['y', 'ef'],
    ])
  })

  it('joins back to the text, whatever the spans', () => {
    const span = fc.record({ id: fc.constant('s'), start: fc.nat(30), end: fc.nat(40) })
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(span), (text, spans) => {
        const pieces = splitSpans(text, spans)
        expect(pieces.map((p) => p.text).join('')).toBe(text)
        for (const piece of pieces) expect(text.slice(piece.start, piece.start + piece.text.length)).toBe(piece.text)
      }),
    )
  })
})

describe('splitLines', () => {
  it('keeps offsets across line ends', () => {
    const text = '第一行\n第二行'
    const lines = splitLines(text, [{ id: 's', start: 2, end: 5 }])
    expect(lines.map((line) => line.map((p) => [p.id, p.text, p.start]))).toEqual([
      [
        [null, '第一', 0],
        ['s', '行', 2],
      ],
      [
        ['s', '第', 4],
        [null, '二行', 5],
      ],
    ])
  })
})
