import { isProblem, Problem } from '@yundiao/kernel'
import { type Cell, canMove, fieldOf, fullLabel, type LedgerRow, readTyped } from '@yundiao/ledgers'
import type { Caller, Change, LedgerView, Store } from '@yundiao/store'
import { looksLikeFormula } from '../sheets/sheet-body.ts'
import { sheetUnits } from '../sheets/sheet-units.ts'
import { namedDuplicate } from '../views/open-ledger.ts'
import { readStale, staleProblem } from '../views/stale-entries.ts'
import { refuseBlocked } from './refuse-blocked.ts'

/** One row as a person filled it in: texts in the units of the sheet; null empties a cell. */
export type RowAmend = {
  entry: string
  version: number
  set: Readonly<Record<string, string | null>>
  state?: string | undefined
}

export type CellFault = { entry: string; field: string; message: string }

type Entries = ReadonlyMap<string, LedgerRow>
type Read = { row: RowAmend; entry: LedgerRow; values: Record<string, Cell> }

const PAGE = 200
const FAULTS_TOLD = 3

const readCurrent = async (store: Store, caller: Caller, view: LedgerView, ids: readonly string[]) => {
  const found = new Map<string, LedgerRow>()
  for (let from = 0; from < ids.length; from += PAGE) {
    const { rows } = await store.entries(caller, view.definition.id, {
      filters: [{ field: 'id', op: 'in', values: ids.slice(from, from + PAGE) }],
      columns: view.visible,
      limit: PAGE,
    })
    for (const row of rows) found.set(row.id, row)
  }
  return found
}

const nameOf = (view: LedgerView, entry: LedgerRow): string => String(entry.values[view.definition.key] ?? entry.id)

const cellFault = (view: LedgerView, name: string, text: string | null): { value: Cell } | { message: string } => {
  const field = view.visible.includes(name) ? fieldOf(view.definition, name) : undefined
  if (!field) return { message: `${name}：本台账没有这个字段，请删去` }
  if (text !== null && looksLikeFormula(text))
    return { message: `${fullLabel(field)}：内容像公式，不予录入，请改为文字或数值` }
  const read = text === null ? { kind: 'ok' as const, value: null } : readTyped(field, text)
  if (read.kind === 'bad') return { message: `${fullLabel(field)}：${read.message}` }
  if (read.value === null && field.required) return { message: `${fullLabel(field)}：必填，请填写` }
  return { value: read.value }
}

const readRow = (view: LedgerView, row: RowAmend, entry: LedgerRow): { read: Read; faults: CellFault[] } => {
  const values: Record<string, Cell> = {}
  const faults: CellFault[] = []
  for (const [field, text] of Object.entries(row.set)) {
    const cell = cellFault(view, field, text)
    if ('value' in cell) values[field] = cell.value
    else faults.push({ entry: row.entry, field, message: cell.message })
  }
  const { state } = row
  if (state !== undefined && state !== entry.state && !canMove(view.definition, entry.state, state))
    faults.push({
      entry: row.entry,
      field: 'state',
      message: `状态：不能从“${entry.state}”转为“${state}”，请按台账规定的顺序办理`,
    })
  return { read: { row, entry, values }, faults }
}

const blockedFaults = async (store: Store, caller: Caller, view: LedgerView, reads: readonly Read[]) => {
  const texts = reads.flatMap(({ values }) => Object.values(values).filter((one) => typeof one === 'string'))
  const blocked = await store.blockedTexts(caller, texts)
  return reads.flatMap(({ row, values }): CellFault[] =>
    Object.entries(values).flatMap(([field, value]) => {
      if (typeof value !== 'string' || !blocked.has(value)) return []
      const label = view.definition.fields[field]
      const message = `${label ? fullLabel(label) : field}：含有禁录名单中的名称，请删去该名称，或由管理员核对禁录名单`
      return [{ entry: row.entry, field, message }]
    }),
  )
}

const refuseCells = (view: LedgerView, faults: readonly CellFault[], entries: Entries) => {
  if (faults.length === 0) return
  const told = faults.slice(0, FAULTS_TOLD).map(({ entry, message }) => {
    const row = entries.get(entry)
    return `“${row ? nameOf(view, row) : entry}”${message}`
  })
  const more = faults.length > FAULTS_TOLD ? `；另有 ${faults.length - FAULTS_TOLD} 格` : ''
  throw new Problem('input.invalid', `未报送，${faults.length} 格有误：${told.join('；')}${more}`, { cells: faults })
}

const refuseUnseen = (view: LedgerView, rows: readonly RowAmend[], entries: Entries) => {
  if (new Set(rows.map(({ entry }) => entry)).size < rows.length)
    throw new Problem('input.invalid', '同一行在一次报送里出现了两次，请刷新后重报')
  const unseen = rows.findIndex(({ entry }) => !entries.has(entry))
  if (unseen >= 0)
    throw new Problem(
      'not-found',
      `第 ${unseen + 1} 行不在${view.definition.title}里，或不在当前账号的可见范围，全部未报送`,
      { entry: rows[unseen]?.entry ?? '' },
    )
}

const changeOf = (view: LedgerView, { row, values }: Read, note: string | undefined): Change => ({
  do: 'amend',
  ledger: view.definition.id,
  id: row.entry,
  version: row.version,
  values,
  ...(row.state === undefined ? {} : { state: row.state }),
  ...(note ? { note } : {}),
})

/** Every row read as typed, or a Problem with each cell that cannot be taken. */
const readAll = async (store: Store, caller: Caller, view: LedgerView, rows: readonly RowAmend[], entries: Entries) => {
  const units = sheetUnits(await store.records(caller, 'unit'))
  const read = rows.flatMap((row) => {
    const entry = entries.get(row.entry)
    return entry ? [readRow(view, row, entry)] : []
  })
  const reads = read.map((one) => ({ ...one.read, values: units.withIds(view.definition, one.read.values) }))
  const blocked = await blockedFaults(store, caller, view, reads)
  refuseCells(view, [...read.flatMap((one) => one.faults), ...blocked], entries)
  return reads
}

const refuseStale = async (
  store: Store,
  caller: Caller,
  view: LedgerView,
  rows: readonly RowAmend[],
  entries: Entries,
): Promise<void> => {
  const stale = rows.filter(({ entry, version }) => entries.get(entry)?.version !== version)
  if (stale.length > 0) throw staleProblem(await readStale(store, caller, view, stale, entries))
}

/**
 * Many rows of a ledger, as typed in its sheet, in one commit: all of them or none. Cells that cannot be taken come back
 * in `details.cells`, rows that another person changed meanwhile in `details.rows`.
 */
export const amendEntries = async (
  store: Store,
  caller: Caller,
  view: LedgerView,
  { rows, note }: { rows: readonly RowAmend[]; note?: string | undefined },
): Promise<{ id: string; version: number }[]> => {
  if (!view.mayWrite) throw new Problem('right.missing', `当前账号没有填报${view.definition.title}的权限`)
  await refuseBlocked(store, caller, { 说明: note })
  const ids = rows.map(({ entry }) => entry)
  const entries = await readCurrent(store, caller, view, ids)
  refuseUnseen(view, rows, entries)
  await refuseStale(store, caller, view, rows, entries)
  const reads = await readAll(store, caller, view, rows, entries)
  const changes = reads.map((one) => changeOf(view, one, note))
  const outcomes = await store.commit(caller, changes).catch(async (error: unknown) => {
    // Another was quicker between reading and writing.
    if (isProblem(error) && error.code === 'version.stale')
      await refuseStale(store, caller, view, rows, await readCurrent(store, caller, view, ids))
    throw namedDuplicate(view.definition, error)
  })
  return outcomes.flatMap((one) => (one.do === 'amend' ? [{ id: one.id, version: one.version }] : []))
}
