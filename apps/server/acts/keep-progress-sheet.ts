import { LONGEST_PROGRESS } from '@yundiao/directives'
import { type LocalDate, Problem } from '@yundiao/kernel'
import type { Caller, Change, RecordValues, Store } from '@yundiao/store'
import { type ProgressSheetRow, readProgressSheet } from '../views/progress-sheet.ts'
import { asOfDay } from './add-progress.ts'

export type SheetNote = {
  item: string
  /** Version of the note the person saw; null where there was none. */
  note: number | null
  text: string
  percent: number | null
  problems: string | null
  nextSteps: string | null
}

export type FilledSheet = {
  asOf: string
  unit?: string | undefined
  /** 代录: how it was told, by phone or on paper. */
  onBehalfOf?: string | null | undefined
  file?: string | null | undefined
  signedOffline?: boolean | undefined
  rows: readonly SheetNote[]
}

/** What is wrong with a cell of the sheet, by the item and the column. */
export type SheetFault = { item: string; column: 'text' | 'percent'; message: string }

const faultsOf = (note: SheetNote, row: ProgressSheetRow | undefined): SheetFault[] => {
  const at = (column: SheetFault['column'], message: string): SheetFault => ({ item: note.item, column, message })
  if (!row) return [at('text', '这一件已办结、已改办或无权填报，请刷新后再填')]
  const words = note.text.trim()
  if (words === '') return [at('text', `${row.number} 没有进展情况，请填写；没有进展的写明原因`)]
  if (words.length > LONGEST_PROGRESS)
    return [at('text', `${row.number} 进展情况 ${words.length} 字，超过 ${LONGEST_PROGRESS} 字，请精简`)]
  if (note.percent !== null && (note.percent < 0 || note.percent > 100))
    return [at('percent', `${row.number} 完成比例 ${note.percent} 应在 0 至 100 之间`)]
  return []
}

const refuseFaults = (faults: readonly SheetFault[]): void => {
  const [first] = faults
  if (!first) return
  const more = faults.length > 1 ? `等 ${faults.length} 处` : ''
  throw new Problem('input.invalid', `${first.message}${more}。整张表未报送，改好后再报`, {
    cells: faults.map(({ item, column }) => `${item}/${column}`),
    messages: faults.map(({ message }) => message),
  })
}

const requireSheetFile = async (
  store: Store,
  caller: Caller,
  file: string | null,
  unit: string,
): Promise<string | null> => {
  if (file === null) return null
  const stored = await store.record(caller, 'file', file)
  if (stored && stored.unit === unit) return file
  throw new Problem('not-found', '没有找到所附的盖章扫描件，请重新上传', { file })
}

const valuesOf = (note: SheetNote): RecordValues => ({
  text: note.text.trim(),
  percent: note.percent === null ? null : note.percent / 100,
  problems: note.problems?.trim() || null,
  nextSteps: note.nextSteps?.trim() || null,
})

const changeOf = (note: SheetNote, row: ProgressSheetRow | undefined, shared: RecordValues): Change => {
  const values = { ...valuesOf(note), ...shared }
  const now = row?.now
  if (now) return { do: 'change', table: 'progress', id: now.id, version: note.note ?? 0, set: values }
  return { do: 'add', table: 'progress', rows: [{ values: { ...values, item: note.item } }] }
}

const refuseUntold = (asked: FilledSheet, onBehalf: boolean): void => {
  if (onBehalf && !asked.onBehalfOf?.trim())
    throw new Problem('input.invalid', '代录须注明何人以何方式告知，例如“局办公室电话告知”', { field: 'onBehalfOf' })
}

/**
 * The whole 推进情况表 of a unit in one commit: new notes, and corrections of those of the same day. One fault holds all of
 * it back, each cell named in `details.cells` with its message. Gives how many rows were kept.
 */
export const keepProgressSheet = async (store: Store, caller: Caller, asked: FilledSheet): Promise<number> => {
  const asOf: LocalDate = asOfDay(caller, asked.asOf)
  const sheet = await readProgressSheet(store, caller, { asOf, unit: asked.unit })
  refuseUntold(asked, sheet.onBehalf)
  const rows = new Map(sheet.rows.map((row) => [row.item, row]))
  refuseFaults(asked.rows.flatMap((note) => faultsOf(note, rows.get(note.item))))
  if (asked.rows.length === 0) throw new Problem('input.invalid', '没有填写任何一行，请填写后再报送', { field: 'rows' })
  const file = await requireSheetFile(store, caller, asked.file ?? null, sheet.unit.id)
  const shared: RecordValues = {
    unit: sheet.unit.id,
    asOf,
    onBehalfOf: sheet.onBehalf ? (asked.onBehalfOf?.trim() ?? null) : null,
    ...(file === null ? {} : { file }),
    ...(asked.signedOffline === undefined ? {} : { signedOffline: asked.signedOffline }),
  }
  await store.commit(
    caller,
    asked.rows.map((note) => changeOf(note, rows.get(note.item), shared)),
  )
  return asked.rows.length
}
