import { describe, expect, it } from 'vitest'
import type { EntryRow } from '../../api/types.ts'
import { boardColumns, moveCard } from './board-columns.ts'

const entry = (id: string, state: string): EntryRow => ({
  id,
  version: 1,
  region: null,
  state,
  knownFrom: '2022-03-25',
  demo: false,
  values: {},
})
const states = ['储备', '签约', '在建', '竣工', '退库']
const shown = (ledger: Parameters<typeof boardColumns>[0], rows: EntryRow[]) =>
  boardColumns(ledger, rows).map((column) => `${column.state}${column.rows.length}`)

describe('boardColumns', () => {
  const rows = [entry('a', '签约'), entry('b', '在建'), entry('c', '签约')]
  it.each([
    ['every state where all moves are allowed', null, ['储备0', '签约2', '在建1', '竣工0', '退库0']],
    ['states with entries, and those they can go to', { 签约: ['在建'], 在建: ['竣工'] }, ['签约2', '在建1', '竣工0']],
  ])('shows %s', (_, moves, columns) => expect(shown({ states, moves }, rows)).toEqual(columns))
  it('keeps a state the ledger no longer has', () =>
    expect(shown({ states, moves: { 旧: [], 签约: [] } }, [entry('a', '旧')])).toEqual(['旧1']))
  it('is empty without entries', () => expect(shown({ states, moves: null }, [])).toEqual([]))
})

describe('moveCard', () => {
  const columns = boardColumns({ states, moves: null }, [
    entry('a', '储备'),
    entry('b', '储备'),
    entry('c', '储备'),
    entry('d', '竣工'),
  ])
  it.each([
    ['ArrowDown', { column: 0, row: 0 }, { column: 0, row: 1 }],
    ['ArrowDown', { column: 0, row: 2 }, null],
    ['ArrowUp', { column: 0, row: 0 }, null],
    ['ArrowRight', { column: 0, row: 2 }, { column: 3, row: 0 }],
    ['ArrowLeft', { column: 3, row: 0 }, { column: 0, row: 0 }],
    ['ArrowRight', { column: 3, row: 0 }, null],
    ['Home', { column: 0, row: 1 }, null],
  ])('%s from %o', (key, from, to) => expect(moveCard(key, from, columns)).toEqual(to))
})
