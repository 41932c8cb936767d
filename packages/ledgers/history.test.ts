import { describe, expect, it } from 'vitest'
import { changeSentence, changesOf, type EntryEvent, historyLines } from './history.ts'
import { parcels } from './sample.fixture.ts'

const event = (seq: number, changes: EntryEvent['changes'], note?: string): EntryEvent => ({
  seq,
  at: '2022-04-26T01:00:00.000Z',
  by: '江油市经办人',
  kind: 'entry.changed',
  changes,
  ...(note === undefined ? {} : { note }),
})
const sentences = (changes: EntryEvent['changes'], clearance: 'firm' | 'personal' = 'firm') =>
  historyLines(parcels, [event(1, changes)], { clearance, regionName: (code) => (code === '510781' ? '江油市' : null) })
    .flatMap((line) => line.changes)
    .map(changeSentence)

describe('historyLines', () => {
  it.each([
    ['fen in the shown unit', { price: { before: null, after: 1_230_000 } }, ['价款·应缴：待明确 → 1.23万元']],
    [
      'states and places',
      { state: { before: '涉嫌', after: '调查中' }, region: { before: '510700', after: '510781' } },
      ['状态：涉嫌 → 调查中', '县区：510700 → 江油市'],
    ],
    [
      'yes and ratios',
      { mortgaged: { before: false, after: true }, share: { before: 0.066, after: 0.5 } },
      ['抵押查封：否 → 是', '动工面积占比：6.6% → 50%'],
    ],
    ['a field that is gone', { old: { before: 1, after: 2 }, constructor: { before: 1, after: 2 } }, []],
  ])('%s', (_, changes, words) => expect(sentences(changes)).toEqual(words))
  it('leaves out what is above the clearance, and never shows a sealed value', () => {
    const changes = { contact: { before: null, after: 'v1:k:secret' } }
    expect(sentences(changes)).toEqual([])
    expect(sentences(changes, 'personal')).toEqual(['联系人：待明确 → (已加密)'])
  })
  it('puts the newest first and keeps an event for its note', () => {
    const lines = historyLines(
      parcels,
      [event(1, {}), event(2, {}, '补录'), event(3, { use: { before: null, after: '工业' } })],
      { clearance: 'public' },
    )
    expect(lines.map((line) => line.seq)).toEqual([2])
    const seen = historyLines(parcels, [event(2, {}, '补录'), event(3, { use: { before: null, after: '工业' } })], {
      clearance: 'internal',
    })
    expect(seen.map((line) => line.seq)).toEqual([3, 2])
  })
  it('reads the columns of an event body', () =>
    expect(
      changesOf(
        parcels,
        { price: 1, start_due_on: null, contact_hmac: 'a' },
        { price: 2, start_due_on: '2022-04-26', state: '涉嫌', contact_hmac: 'b' },
      ),
    ).toEqual({
      price: { before: 1, after: 2 },
      startDueOn: { before: null, after: '2022-04-26' },
      state: { before: null, after: '涉嫌' },
    }))
})
