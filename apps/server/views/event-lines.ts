import { z } from '@hono/zod-openapi'
import { isCleared, type Sensitivity } from '@yundiao/kernel'
import {
  type Cell,
  changeSentence,
  changesOf,
  columnName,
  fieldOf,
  fullLabel,
  historyLines,
  isSealed,
  type LedgerDefinition,
} from '@yundiao/ledgers'
import type { EventRow } from '@yundiao/store'
import type { Names } from './names.ts'

/** One line of a history: who did what, when, and each change in words. */
export const historyLineSchema = z
  .object({ at: z.string(), by: z.string(), what: z.string(), lines: z.array(z.string()) })
  .openapi('HistoryLine')
export type HistoryLine = z.infer<typeof historyLineSchema>

type Options = { clearance: Sensitivity; names: Names }
type Columns = Readonly<Record<string, Cell>>

const WORDS: Readonly<Record<string, string>> = {
  'entry.added': '登记',
  'entry.changed': '修改',
  'personal.revealed': '查看个人信息',
}

const columnsOf = (event: EventRow, side: 'before' | 'after'): Columns => (event.body[side] ?? {}) as Columns

const text = (event: EventRow, name: string): string | null => {
  const value = event.body[name]
  return typeof value === 'string' && value !== '' ? value : null
}

const revealed = (definition: LedgerDefinition, event: EventRow): string[] => {
  const field = fieldOf(definition, text(event, 'field') ?? '')
  return [`${field ? fullLabel(field) : '个人信息'}，事由：${text(event, 'reason') ?? '未写明'}`]
}

const sentences = (definition: LedgerDefinition, event: EventRow, { clearance, names }: Options): string[] => {
  const [line] = historyLines(
    definition,
    [{ ...event, changes: changesOf(definition, columnsOf(event, 'before'), columnsOf(event, 'after')) }],
    { clearance, regionName: (code) => names.place(code)?.name ?? '待归属', unitName: names.unit },
  )
  return (line?.changes ?? []).map((change) => {
    const field = fieldOf(definition, change.field)
    if (field && isSealed(field)) return `${change.label}：已修改（个人信息）`
    return event.kind === 'entry.added' ? `${change.label}：${change.after}` : changeSentence(change)
  })
}

/** Fields given again with the value they had, in words; null where there are none in the reader's sight. */
const keptWords = (definition: LedgerDefinition, event: EventRow, { clearance }: Options): string | null => {
  const kept = Array.isArray(event.body.kept) ? event.body.kept.map(String) : []
  const labels = Object.entries(definition.fields)
    .filter(([name, field]) => kept.includes(columnName(name)) && isCleared(clearance, field.sensitivity))
    .map(([, field]) => fullLabel(field))
  return labels.length > 0 ? `与原值相同：${labels.join('、')}` : null
}

const linesOf = (definition: LedgerDefinition, event: EventRow, options: Options): string[] => {
  if (event.kind === 'personal.revealed') return revealed(definition, event)
  const note = text(event, 'note')
  const kept = keptWords(definition, event, options)
  return [
    ...sentences(definition, event, options),
    ...(kept === null ? [] : [kept]),
    ...(note === null ? [] : [`说明：${note}`]),
  ]
}

/** An event that wrote many rows: the row came with it. */
const batchWords = (event: EventRow): string | null =>
  event.kind === 'entry.added' && event.subject === null ? `随批导入（共 ${Number(event.body.rows ?? 0)} 行）` : null

/**
 * The history of one entry in words, newest first: label, before → after in the unit of the sheet. Fields above the
 * clearance are left out, as is an event that touched nothing else; of personal ones only that they changed is told.
 */
export const entryLines = (
  definition: LedgerDefinition,
  events: readonly EventRow[],
  options: Options,
): HistoryLine[] =>
  events.flatMap((event) => {
    const lines = linesOf(definition, event, options)
    const batch = batchWords(event)
    if (lines.length === 0 && batch === null) return []
    return [{ at: event.at, by: event.by, what: batch ?? WORDS[event.kind] ?? event.kind, lines }]
  })

/** Events up to the version an entry had on the day it is read; look-ups of personal values carry no version. */
export const upToVersion = (events: readonly EventRow[], version: number): EventRow[] =>
  events.filter((event) => event.kind.startsWith('entry.') && Number(event.body.version ?? 1) <= version)
