import { Link } from '@tanstack/react-router'
import {
  alsoShownNumber,
  type Column,
  FieldText,
  type FieldValue,
  type FieldView,
  fill,
  isNumericKind,
  Mark,
  StateTag,
  shownNumber,
} from '@yundiao/ui'
import type { ColumnTotal, EntryRow, LastMonth, LedgerView } from '../../api/types.ts'
import type { Words } from '../../messages.ts'
import { textOfValue } from './value-text.ts'

type LedgerColumn = Column<EntryRow>

const KEY_WIDTH = 260
const REGION_WIDTH = 92

const sayWas = (field: FieldView, was: FieldValue | undefined, words: Words): string =>
  fill(words.wasLastMonth, { text: was === null || was === undefined ? words.blank : textOfValue(field, was) })

const fieldColumn = (field: FieldView, { columns, previous }: SheetTotals, words: Words): LedgerColumn => {
  const total = columns[field.name]
  return {
    id: field.name,
    label: field.label,
    under: field.under,
    unit: field.shownIn ?? undefined,
    align: isNumericKind(field.kind) ? 'right' : 'left',
    sort: field.sortable ? field.name : undefined,
    width: field.width,
    // On a sheet a blank cell is one nobody filled in (users' own rule); the entry's page says 缺 field by field.
    cell: (row) => {
      const value = row.values[field.name] ?? null
      const text = value === null || value === '' ? null : <FieldText field={field} value={value} />
      const was = previous?.[row.id]
      if (!was || (was.values[field.name] ?? null) === value) return text
      return (
        <span className="since" title={sayWas(field, was.values[field.name], words)}>
          {text ?? <span className="note">{words.emptied}</span>}
        </span>
      )
    },
    total:
      total && total.sum !== null ? (
        <>
          {shownNumber(total.sum, field.shownIn)}{' '}
          {total.lacking > 0 ? <Mark word="缺">{fill(words.lacking, { n: total.lacking })}</Mark> : null}
        </>
      ) : null,
  }
}

/** A field shown in two units has a column for each, under its own name: 面积 › 公顷, 亩. */
const fieldColumns = (field: FieldView, totals: SheetTotals, words: Words): LedgerColumn[] => {
  const first = fieldColumn(field, totals, words)
  const { shownIn, alsoShownIn } = field
  if (!shownIn || !alsoShownIn) return [first]
  const shared = { under: [...field.under, field.label], unit: undefined }
  const digits = (value: unknown) => (typeof value === 'number' ? alsoShownNumber(value, alsoShownIn) : null)
  return [
    { ...first, ...shared, label: shownIn },
    {
      ...first,
      ...shared,
      id: `${field.name}-also`,
      label: alsoShownIn,
      sort: undefined,
      cell: (row) => digits(row.values[field.name]),
      total: digits(totals.columns[field.name]?.sum),
    },
  ]
}

/** 合计 of the whole list, whatever part of it is loaded; `previous` where cells are held against last month's. */
export type SheetTotals = {
  count: { n: number; capped: boolean }
  columns: Record<string, ColumnTotal>
  previous: Record<string, LastMonth> | null
}

const stateWas = (row: EntryRow, { previous }: SheetTotals): string => previous?.[row.id]?.state ?? row.state

/** 序号, the entry's name and region frozen, then the definition's fields under their merged heads, then the state. */
export const ledgerColumns = (ledger: LedgerView, totals: SheetTotals, words: Words): LedgerColumn[] => {
  const key = ledger.fields.find((field) => field.name === ledger.key)
  const others = ledger.fields.filter((field) => field !== key && field.kind !== 'geometry')
  const named: LedgerColumn = {
    id: ledger.key,
    label: key?.label ?? words.entry,
    frozen: 'always',
    width: KEY_WIDTH,
    sort: key?.sortable ? key.name : undefined,
    cell: (row) => (
      <Link to="/ledgers/$id/$entry" params={{ id: ledger.id, entry: row.id }}>
        {key ? <FieldText field={key} value={row.values[key.name]} /> : row.id}
      </Link>
    ),
    total: fill(totals.count.capped ? words.totalOver : words.totalEntries, { n: totals.count.n }),
  }
  return [
    {
      id: 'seq',
      label: words.seq,
      align: 'center',
      frozen: 'wide',
      width: 44,
      cell: (_, index) => index + 1,
      total: words.total,
    },
    named,
    {
      id: 'region',
      label: words.region,
      frozen: 'wide',
      width: REGION_WIDTH,
      cell: (row) => row.region?.name ?? <Mark word="待明确">{words.noRegion}</Mark>,
    },
    ...others.flatMap((field) => fieldColumns(field, totals, words)),
    {
      id: 'state',
      label: words.state,
      cell: (row) => (
        <>
          {stateWas(row, totals) === row.state ? (
            <StateTag>{row.state}</StateTag>
          ) : (
            <span className="since" title={fill(words.wasLastMonth, { text: stateWas(row, totals) })}>
              <StateTag>{row.state}</StateTag>
            </span>
          )}
          {row.demo ? <Mark word="演示" /> : null}
        </>
      ),
    },
    { id: 'known', label: words.knownOn, optional: true, cell: (row) => <span className="nw">{row.knownFrom}</span> },
  ]
}
