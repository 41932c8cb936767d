import { isCleared, parsePolygon, type Sensitivity } from '@yundiao/kernel'
import { columnName, fromColumn, isSealed } from './columns.ts'
import type { Field, LedgerDefinition } from './definition.ts'
import type { Change } from './entry.ts'
import { type Cell, fieldOf, fullLabel } from './fields.ts'
import { toShown } from './shown-units.ts'

/**
 * One event of an entry as the log holds it: changed fields with their column values (money in fen, sealed values as
 * ciphertext); `state`, `region` and `unit` stand among them. `at` is an instant, `by` the actor's name.
 */
export type EntryEvent = {
  seq: number
  at: string
  by: string
  kind: string
  changes: Readonly<Record<string, Change>>
  note?: string | null
}

/** One field's change in words. */
export type HistoryChange = { field: string; label: string; before: string; after: string }
/** One event a person reads: who, when, what from and to. */
export type HistoryLine = {
  seq: number
  at: string
  by: string
  kind: string
  changes: HistoryChange[]
  note: string | null
}

/** What the reader may see, and names for codes; a code without a name is shown as it is. */
export type HistoryOptions = {
  clearance: Sensitivity
  regionName?: (code: string) => string | null
  unitName?: (id: string) => string | null
}

const NOT_KNOWN = '待明确'
const SEALED = '(已加密)'

/** A canonical value in words, in the field's shown unit: 95000万元, 50%, 是. Null reads 待明确. */
export const showValue = (field: Field, value: Cell): string => {
  if (value === null) return NOT_KNOWN
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return `${toShown(field, value)}${field.shownIn ?? ''}`
  return field.kind === 'geometry' ? boundaryWords(value) : value
}

/** A boundary in words: its coordinates tell a reader nothing. */
const boundaryWords = (text: string): string => {
  const parsed = parsePolygon(text)
  return parsed.kind === 'bad' ? '边界' : `边界（${(parsed.polygon[0]?.length ?? 1) - 1} 个拐点）`
}

const FRAME_LABELS: Readonly<Record<string, string>> = { state: '状态', region: '县区', unit: '责任单位' }

const frameWords = (name: string, value: Cell, options: HistoryOptions): string => {
  if (value === null) return NOT_KNOWN
  const text = String(value)
  if (name === 'region') return options.regionName?.(text) ?? text
  return name === 'unit' ? (options.unitName?.(text) ?? text) : text
}

const fieldWords = (field: Field, value: Cell, options: HistoryOptions): string => {
  if (value === null) return NOT_KNOWN
  if (isSealed(field)) return SEALED
  if (field.kind === 'unit') return options.unitName?.(String(value)) ?? String(value)
  return showValue(field, fromColumn(field, value))
}

const changeInWords = (
  definition: LedgerDefinition,
  name: string,
  change: Change,
  options: HistoryOptions,
): HistoryChange | null => {
  const frame = Object.hasOwn(FRAME_LABELS, name) ? FRAME_LABELS[name] : undefined
  const field = fieldOf(definition, name)
  const words = (value: Cell): string | null => {
    if (field) return fieldWords(field, value, options)
    return frame === undefined ? null : frameWords(name, value, options)
  }
  const label = field ? fullLabel(field) : frame
  if (label === undefined || (field && !isCleared(options.clearance, field.sensitivity))) return null
  return { field: name, label, before: words(change.before) ?? '', after: words(change.after) ?? '' }
}

/**
 * The history of one entry, newest first, in words. Fields above the clearance are left out, and an event that touched
 * nothing else as well; a field the definition no longer has is left out too. Sealed values never appear.
 */
export const historyLines = (
  definition: LedgerDefinition,
  events: readonly EntryEvent[],
  options: HistoryOptions,
): HistoryLine[] =>
  events
    .map((event) => ({
      seq: event.seq,
      at: event.at,
      by: event.by,
      kind: event.kind,
      changes: Object.entries(event.changes).flatMap(
        ([name, change]) => changeInWords(definition, name, change, options) ?? [],
      ),
      note: event.note ?? null,
    }))
    .filter((line) => line.changes.length > 0 || line.note !== null)
    .sort((a, b) => b.seq - a.seq)

/**
 * The changes of an event whose body holds column values before and after (the store's form), by field. Keyed hashes
 * and columns of no field are left out.
 */
export const changesOf = (
  definition: LedgerDefinition,
  before: Readonly<Record<string, Cell>>,
  after: Readonly<Record<string, Cell>>,
): Record<string, Change> => {
  const names = [...Object.keys(definition.fields), ...Object.keys(FRAME_LABELS)]
  return Object.fromEntries(
    names.flatMap((name) => {
      const column = columnName(name)
      if (!Object.hasOwn(before, column) && !Object.hasOwn(after, column)) return []
      const change = { before: before[column] ?? null, after: after[column] ?? null }
      return change.before === change.after ? [] : [[name, change] as const]
    }),
  )
}

/** One change as a sentence: 截至目前形象进度：待明确 → 主体封顶. */
export const changeSentence = (change: HistoryChange): string => `${change.label}：${change.before} → ${change.after}`
