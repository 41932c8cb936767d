import { type EditColumn, type EditKind, type FieldView, isNumericKind, Mark } from '@yundiao/ui'
import type { EntryRow, LastMonth, LedgerView } from '../../api/types.ts'
import type { Words } from '../../messages.ts'
import { NO, textOfValue, YES } from './value-text.ts'

type FillColumn = EditColumn<EntryRow>

/** Last month's values and what was filled in since, by entry; an entry of this month has none. */
export type Before = Readonly<Record<string, LastMonth>>

const kindOf = (field: FieldView): EditKind => {
  if (isNumericKind(field.kind)) return 'number'
  if (field.kind === 'boolean' || field.kind === 'choice' || field.units) return 'choice'
  return field.kind === 'day' || field.kind === 'long-text' ? field.kind : 'text'
}

const choicesOf = (field: FieldView): FillColumn['choices'] => {
  if (field.kind === 'boolean') return [YES, NO].map((word) => ({ value: word, label: word }))
  if (field.units) return field.units.map(({ id, name }) => ({ value: id, label: name }))
  return field.choices?.map((word) => ({ value: word, label: word }))
}

const WIDTHS: Partial<Record<EditKind, number>> = { number: 92, day: 104, choice: 84, text: 140, 'long-text': 200 }

/** Whether a monthly cell still holds what last month left in it. */
const isLastMonths = (before: Before, row: EntryRow, name: string): boolean => {
  const was = before[row.id]
  return was !== undefined && !was.given.includes(name)
}

/** A field filled in each month is empty until it is; what last month left there is offered in grey. */
const monthlyColumn = (field: FieldView, before: Before, words: Words): Partial<FillColumn> => ({
  adopt: words.asLastMonth,
  read: (row) => (isLastMonths(before, row, field.name) ? '' : textOfValue(field, row.values[field.name])),
  suggestion: (row) => {
    const text = isLastMonths(before, row, field.name) ? textOfValue(field, row.values[field.name]) : ''
    return text === '' ? null : { text, label: words.lastMonthsValue }
  },
})

const fieldColumn = (field: FieldView, isMonthly: boolean, before: Before, words: Words): FillColumn => {
  const kind = kindOf(field)
  return {
    id: field.name,
    label: field.label,
    under: field.under,
    unit: field.shownIn ?? undefined,
    align: kind === 'number' ? 'right' : 'left',
    width: WIDTHS[kind],
    kind,
    choices: kind === 'choice' ? choicesOf(field) : undefined,
    read: (row) => textOfValue(field, row.values[field.name]),
    ...(isMonthly ? monthlyColumn(field, before, words) : {}),
  }
}

type Fill = {
  ledger: LedgerView
  before: Before
  /** Its last day; what became known after it is of this month. */
  lastMonth: string | null
  all: boolean
  regions: boolean
}

const frameColumns = ({ ledger, lastMonth }: Fill, words: Words): FillColumn[] => {
  const key = ledger.fields.find((field) => field.name === ledger.key)
  const named: FillColumn = {
    id: ledger.key,
    label: key?.label ?? words.entry,
    frozen: 'always',
    width: 248,
    kind: 'readonly',
    read: (row) => (key ? textOfValue(key, row.values[key.name]) : row.id),
    view: (row, text) => (
      <span title={text}>
        {text} {row.demo ? <Mark word="演示" /> : null}
      </span>
    ),
  }
  const filed: FillColumn = {
    id: 'filed',
    label: words.filing,
    kind: 'readonly',
    width: 52,
    read: (row) => (lastMonth === null || row.knownFrom > lastMonth ? words.filed : words.notFiled),
    view: (_, text) => <span className={text === words.filed ? undefined : 'note'}>{text}</span>,
  }
  const state: FillColumn = {
    id: 'state',
    label: words.state,
    kind: 'choice',
    width: 76,
    choices: ledger.states.map((word) => ({ value: word, label: word })),
    read: (row) => row.state,
  }
  return [named, ...(ledger.monthly.length > 0 ? [filed] : []), state]
}

/** The sheet to be filled in: the month's columns of a ledger, or all of them; the name stays as it is. */
export const fillColumns = (fill: Fill, words: Words): FillColumn[] => {
  const { ledger, before, all, regions } = fill
  const monthly = new Set(ledger.monthly)
  const fields = ledger.fields.filter(
    (field) => field.name !== ledger.key && field.kind !== 'geometry' && (all || monthly.has(field.name)),
  )
  const [named, ...rest] = frameColumns(fill, words)
  const region: FillColumn = {
    id: 'region',
    label: words.region,
    kind: 'readonly',
    width: 84,
    read: (row) => row.region?.name ?? words.noRegion,
  }
  return [
    ...(named ? [named] : []),
    ...(regions ? [region] : []),
    ...rest,
    ...fields.map((field) => fieldColumn(field, monthly.has(field.name), before, words)),
  ]
}
