import { describe, expect, it } from 'vitest'
import type { EntryRow } from '../../api/types.ts'
import { NOTHING_UNSENT, readUnsent, toSend, writeUnsent } from './unsent.ts'

const row = (id: string, version: number, done: string): EntryRow => ({
  id,
  version,
  region: null,
  state: '在建',
  knownFrom: '2022-03-25',
  demo: false,
  values: { done },
})
const columns = [
  { id: 'state', read: (one: EntryRow) => one.state },
  { id: 'done', read: (one: EntryRow) => String(one.values.done) },
]
const edits = new Map([
  ['a/done', '12'],
  ['a/state', '竣工'],
  ['b/done', ''],
  ['c/done', '3'],
  ['gone/done', '9'],
])

describe('toSend', () => {
  const sent = toSend({
    rows: [row('a', 5, '1'), row('b', 2, '7'), row('c', 1, '3')],
    columns,
    unsent: { edits, versions: new Map([['a', 4]]) },
  })
  it('sends what differs, over the version the person had in sight; an emptied cell is null', () =>
    expect(sent.rows).toEqual([
      { entry: 'a', version: 4, set: { done: '12' }, state: '竣工' },
      { entry: 'b', version: 2, set: { done: null } },
    ]))
  it('leaves out what reads as stored, and rows that are not in sight', () =>
    expect(sent.cells.map((cell) => `${cell.row}/${cell.column}`)).toEqual(['a/state', 'a/done', 'b/done']))
})

describe('what is kept of it', () => {
  it('comes back as it was', () => {
    const unsent = { edits, versions: new Map([['a', 4]]) }
    expect(readUnsent(writeUnsent(unsent))).toEqual(unsent)
  })
  it.each([null, '', '{', '[]', '{"edits":[["a",1]],"versions":[]}', '{"edits":[],"versions":[["a","1"]]}'])(
    'is nothing where it reads %s',
    (text) => expect(readUnsent(text)).toEqual(NOTHING_UNSENT),
  )
})
