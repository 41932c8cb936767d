import { readFileSync } from 'node:fs'
import type { LocalDate } from '@yundiao/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftClauses, draftItems } from './drafting.ts'
import { parseReadout } from './readout.ts'
import type { Clause, Item } from './records.ts'
import { acceptClause, clauseOf, countLine, declineClause, gaps, mergeClauses, splitClause } from './review.ts'

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')

const clause: Clause = {
  id: 'c1',
  document: 'd1',
  seq: 3,
  parent: null,
  level: 1,
  start: 10,
  end: 25,
  text: '深化政企銀合作,降低信貸門檻吧',
  action: '深化政企銀合作',
  theme: 'finance',
  disposition: 'pending',
  reason: null,
  item: null,
}
const item: Item = {
  id: 'i1',
  number: '绵督〔2022〕1-01',
  title: '深化政企银合作',
  document: 'd1',
  clause: 'c1',
  start: 10,
  end: 25,
  meeting: 'm1',
  authority: 'party',
  theme: 'finance',
  closure: 'figure',
  leadLeader: null,
  leadUnit: '市金融局',
  assistUnits: [],
  region: null,
  deadline: '2022-12-31',
  deadlineWords: null,
  measure: null,
  state: '未评',
  openedOn: '2022-04-30',
  closedOn: null,
}
const draft = {
  seq: 3,
  title: '深化政企銀合作',
  start: 10,
  end: 25,
  theme: 'finance' as const,
  closure: null,
  leadLeader: null,
  leadUnit: null,
  assistUnits: [],
  deadline: null,
  deadlineWords: null,
  measure: null,
}
const basis = {
  id: 'i9',
  number: null,
  document: 'd1',
  meeting: 'm1',
  authority: 'party' as const,
  openedOn: '2022-04-28' as LocalDate,
}

describe('drafts', () => {
  const text = fixture('mianyang-2022-04-26.txt')
  const readout = parseReadout(text)

  it('one for every leaf, all the text lacks null', () => {
    const drafts = draftItems(readout, text, { issuedOn: '2022-04-27' })
    expect(drafts).toHaveLength(68)
    for (const each of drafts) {
      expect(each).toMatchObject({
        closure: null,
        leadLeader: null,
        leadUnit: null,
        assistUnits: [],
        deadline: null,
        measure: null,
      })
      expect(text.slice(each.start ?? 0, each.end ?? 0)).toContain(each.title)
    }
  })

  it('clauses keep headings above their leaves', () => {
    const clauses = draftClauses(readout, text)
    expect(clauses.filter((each) => each.isHeading)).toHaveLength(22)
    for (const each of clauses) expect(each.parent === null || each.parent < each.seq).toBe(true)
  })

  it('tells the lead from those who assist, and keeps the words of time', () => {
    const minutes = fixture('composed-minutes-2023-06.txt')
    const drafts = draftItems(parseReadout(minutes), minutes, { issuedOn: null })
    expect(drafts.slice(0, 3)).toMatchObject([
      {
        leadUnit: '区水务局',
        assistUnits: ['各街道'],
        deadline: '2023-06-25',
        deadlineWords: '6月25日前',
        measure: '23处',
      },
      { leadUnit: '区应急局', assistUnits: [], deadline: '2023-06-30', deadlineWords: '6月底前' },
      { leadUnit: '区发改局', deadline: null, deadlineWords: '每月28日前' },
    ])
  })

  it('counts days from the day a person gave the document, where the text has no year', () => {
    const words = '4月26日，市委召开会议。会议强调，要在6月底前完成摸排。'
    const read = parseReadout(words)
    expect(draftItems(read, words, { issuedOn: null })[0]).toMatchObject({ deadline: null, deadlineWords: '6月底前' })
    expect(draftItems(read, words, { issuedOn: '2022-04-27' })[0]).toMatchObject({ deadline: '2022-06-30' })
  })
})

describe('分解立项', () => {
  it('accepts with what a person filled in; blanks stay 待明确', () => {
    const result = acceptClause(clause, draft, {
      ...basis,
      filled: { leadUnit: '市金融局', measure: '  ', title: ' ' },
    })
    expect(result).toMatchObject({
      kind: 'done',
      value: {
        clause: { disposition: 'item', item: 'i9' },
        item: {
          title: '深化政企銀合作',
          leadUnit: '市金融局',
          measure: null,
          deadline: null,
          clause: 'c1',
          state: '未评',
        },
      },
    })
  })

  it.each(['item', 'merged', 'declined'] as const)('touches no clause that is already %s', (disposition) => {
    const settled: Clause = { ...clause, disposition }
    const why = { kind: 'refused', why: { kind: 'not-pending', clause: 'c1', disposition } }
    expect([
      acceptClause(settled, draft, basis),
      mergeClauses([settled], item),
      declineClause(settled, '重复'),
      splitClause(settled, 17, 'c2'),
    ]).toEqual([why, why, why, why])
  })

  it('declines only with a reason', () => {
    expect(declineClause(clause, ' \n')).toEqual({ kind: 'refused', why: { kind: 'reason-missing', clause: 'c1' } })
    expect(declineClause(clause, ' 属长期工作 ')).toMatchObject({
      kind: 'done',
      value: { disposition: 'declined', reason: '属长期工作' },
    })
  })

  it('merges into an open item of the same document', () => {
    expect(mergeClauses([clause], item)).toMatchObject({ kind: 'done', value: [{ disposition: 'merged', item: 'i1' }] })
    expect(mergeClauses([], item)).toMatchObject({ why: { kind: 'nothing-to-merge' } })
    expect(mergeClauses([{ ...clause, document: 'd2' }], item)).toMatchObject({ why: { kind: 'other-document' } })
    expect(mergeClauses([clause], { ...item, closedOn: '2022-06-01' })).toMatchObject({ why: { kind: 'item-closed' } })
  })

  it('splits at a unit; the mark at the cut belongs to neither', () => {
    expect(splitClause(clause, 17, 'c2')).toMatchObject({
      kind: 'done',
      value: [
        { id: 'c1', seq: 3, start: 10, end: 17, text: '深化政企銀合作' },
        { id: 'c2', seq: 4, start: 18, end: 25, text: '降低信貸門檻吧' },
      ],
    })
    for (const at of [9, 10, 25, 26])
      expect(splitClause(clause, at, 'c2')).toEqual({ kind: 'refused', why: { kind: 'split-outside', at } })
  })

  it('any split keeps each part at its place in the text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), (at) => {
        const result = splitClause(clause, at, 'c2')
        if (result.kind === 'refused') return
        for (const part of result.value)
          expect(clause.text.slice(part.start - clause.start, part.end - clause.start)).toBe(part.text)
      }),
    )
  })

  it('counts leaves only, and what items lack', () => {
    const clauses: Clause[] = [
      { ...clause, id: 'h' },
      { ...clause, id: 'a', parent: 'h', disposition: 'item' },
      { ...clause, id: 'b', parent: 'h', disposition: 'merged' },
      { ...clause, id: 'c', parent: 'h', disposition: 'declined' },
      { ...clause, id: 'd', parent: 'h' },
    ]
    expect(countLine(clauses, [item, { ...item, leadUnit: null, deadline: null, closure: null }])).toEqual({
      requirements: 4,
      items: 1,
      merged: 1,
      declined: 1,
      pending: 1,
      lacking: { leadUnit: 1, deadline: 1, measure: 2, closure: 1 },
    })
  })

  it('a standing item lacks no deadline', () => {
    expect(gaps({ ...item, deadline: null })).toEqual(['deadline', 'measure'])
    expect(gaps({ ...item, deadline: null, closure: 'standing' })).toEqual(['measure'])
  })

  it('gives a clause the identity of the store', () => {
    const [first] = draftClauses(parseReadout('会议强调，要抓紧开工。'), '会议强调，要抓紧开工。')
    expect(first && clauseOf(first, { id: 'c7', document: 'd1', parent: null })).toEqual({
      id: 'c7',
      document: 'd1',
      parent: null,
      seq: 1,
      level: 1,
      start: 6,
      end: 10,
      text: '抓紧开工',
      action: '抓紧开工',
      theme: 'projects',
      disposition: 'pending',
      reason: null,
      item: null,
    })
  })
})
