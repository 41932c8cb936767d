import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carryOverSentences } from './carry-over-sentences.ts'
import { checkBinding } from './check-binding.ts'
import { type Paper, runText } from './paper.ts'
import type { PreviousItem } from './review-input.ts'

const item = (id: string, fields: Partial<PreviousItem> = {}): PreviousItem => ({
  item: id,
  title: `完成${id}件事`,
  leadUnit: '市发改委',
  state: '未启动',
  change: null,
  ...fields,
})
const said = (items: readonly PreviousItem[]): string[] =>
  carryOverSentences(items, '2022-04-26').map(({ runs }) => runs.map(runText).join(''))

describe('sentences of 上次议定事项落实情况', () => {
  it('are none without an item', () => expect(carryOverSentences([], '2022-04-26')).toEqual([]))

  it.each([
    [{ state: '已办结' }, '“完成1件事”由市发改委牵头，已办结。'],
    [{ state: '逾期', deadline: '2022-04-10' }, '“完成1件事”由市发改委牵头，完成时限4月10日，逾期。'],
    [{ state: '欠序时', deadline: '2023-06-30' }, '“完成1件事”由市发改委牵头，完成时限2023年6月30日，欠序时。'],
    [{ state: '达序时', deadline: '2022-06-30' }, '“完成1件事”由市发改委牵头，达序时。'],
    [{ leadUnit: null }, '“完成1件事”牵头单位待明确，尚无进展情况。'],
    [{ state: '未评', reason: '完成时限待明确' }, '“完成1件事”由市发改委牵头，未评（完成时限待明确）。'],
    [
      { state: '达序时', change: '甲项目：签约→落地', changedOn: '2022-04-20' },
      '“完成1件事”由市发改委牵头，达序时；台账记载（4月20日）：甲项目：签约→落地。',
    ],
    [
      { state: '达序时', progress: { asOf: '2022-03-25', text: '已开工2个。' } },
      '“完成1件事”由市发改委牵头，达序时；截至3月25日：已开工2个。',
    ],
  ] as const)('of one item %j', (fields, words) => expect(said([item('1', fields)])[1]).toBe(words))

  it('count first, then what is done before what is not, items of one state with nothing to tell together', () => {
    const items = [
      item('1', { state: '逾期' }),
      ...['2', '3', '4', '5'].map((id) => item(id)),
      item('6', { state: '已办结' }),
      item('7', { state: '逾期', leadUnit: null }),
    ]
    expect(said(items)).toEqual([
      '上次会议议定事项7件，其中已办结1件、逾期2件、未启动4件。',
      '“完成6件事”由市发改委牵头，已办结。',
      '“完成1件事”由市发改委牵头，逾期。',
      '“完成7件事”牵头单位待明确，逾期。',
      '“完成2件事”（市发改委牵头）、“完成3件事”（市发改委牵头）、“完成4件事”（市发改委牵头）等4件尚无进展情况。',
    ])
  })

  const anyItem = fc.record({
    item: fc.uuid(),
    title: fc.constantFrom('完成3个项目', '办好会展'),
    leadUnit: fc.constantFrom('市发改委', null),
    state: fc.constantFrom('已办结', '达序时', '欠序时', '逾期', '未启动', '未评', '别的'),
    change: fc.constantFrom(null, '甲：2→3'),
  })
  it('speak of every item once after the count, and bind every number', () =>
    fc.assert(
      fc.property(fc.uniqueArray(anyItem, { selector: (one) => one.item, maxLength: 12 }), (items) => {
        const sentences = carryOverSentences(items, '2022-04-26')
        expect(sentences.slice(1).flatMap((one) => one.items)).toHaveLength(items.length)
        expect(new Set(sentences.slice(1).flatMap((one) => one.items))).toEqual(new Set(items.map((one) => one.item)))
        const blocks = sentences.map(({ runs }) => ({ kind: 'paragraph', runs }) as const)
        const paper: Paper = {
          kind: 'x',
          title: '',
          city: { code: '510700', name: '' },
          asKnownOn: '2022-04-26',
          checkpoint: null,
          blocks,
          foot: { preparedBy: null },
        }
        expect(checkBinding(paper).unbound).toEqual([])
      }),
      { numRuns: 40 },
    ))
})
