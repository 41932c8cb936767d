import type { FieldView } from '@yundiao/ui'
import { describe, expect, it } from 'vitest'
import type { EntryRow } from '../../api/types.ts'
import { columnTotal } from './sheet-totals.ts'

const field = (kind: FieldView['kind']): FieldView => ({
  name: 'v',
  kind,
  label: '投资',
  under: [],
  shownIn: '亿元',
  required: false,
  choices: null,
  sortable: true,
})
const row = (value: number | null): EntryRow => ({
  id: String(value),
  version: 1,
  region: null,
  state: '在建',
  knownFrom: '2022-04-01',
  demo: false,
  values: { v: value },
})

describe('columnTotal', () => {
  it('adds what is known and counts what is not', () => {
    expect(columnTotal(field('money'), [row(1e8), row(null), row(2e8)])).toEqual({ sum: 3e8, lacking: 1 })
  })

  it('says nothing when nothing is known', () => {
    expect(columnTotal(field('money'), [row(null)])).toBeNull()
  })

  it.each(['ratio', 'number', 'integer', 'text'] as const)('never adds a %s', (kind) => {
    expect(columnTotal(field(kind), [row(1)])).toBeNull()
  })
})
