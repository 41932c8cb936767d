import { fieldOf, fullLabel, type LedgerDefinition } from '@yundiao/ledgers'
import { mianyang } from '@yundiao/mianyang'
import type { Caller, Change, LedgerView, Store } from '@yundiao/store'
import { namedDuplicate } from '../views/open-ledger.ts'
import { findDoubles } from './find-doubles.ts'
import type { ImportResult, Reject } from './import-result.ts'
import { openSheets, type SheetFile } from './read-file.ts'
import { type Candidate, readRows } from './read-rows.ts'
import { sheetPlaces } from './sheet-places.ts'

const ROWS_PER_CHANGE = 5000

export type ImportAsk = {
  view: LedgerView
  file: SheetFile
  /** Tell what would come of it; write nothing. */
  dryRun: boolean
  /** Take the good rows where others are refused; otherwise one refused cell holds all back. */
  partial: boolean
}

const blockedCells = async (
  store: Store,
  caller: Caller,
  definition: LedgerDefinition,
  candidates: readonly Candidate[],
): Promise<Reject[]> => {
  const texts = candidates.flatMap(({ values }) => Object.values(values).filter((one) => typeof one === 'string'))
  const blocked = await store.blockedTexts(caller, texts)
  if (blocked.size === 0) return []
  return candidates.flatMap(({ sheet, values, cellOf }) =>
    Object.entries(values).flatMap(([name, value]) => {
      if (typeof value !== 'string' || !blocked.has(value)) return []
      const field = fieldOf(definition, name)
      const message = `${cellOf(name)} ${field ? fullLabel(field) : name}：含有禁录名单中的名称。请删去该名称，或由管理员核对禁录名单`
      return [{ sheet, cell: cellOf(name), value, code: 'name.blocked', message }]
    }),
  )
}

const rowNumber = (cell: string): string => cell.replace(/^[A-Z]+/u, '')

/** Rows that may be entered: none of their cells refused, and not there already word for word. */
const clean = (candidates: readonly Candidate[], rejected: readonly Reject[], same: ReadonlySet<Candidate>) => {
  const refused = new Set(rejected.map(({ sheet, cell }) => `${sheet}!${rowNumber(cell)}`))
  return candidates.filter((one) => !same.has(one) && !refused.has(`${one.sheet}!${one.row}`))
}

const enter = async (store: Store, caller: Caller, ask: ImportAsk, rows: readonly Candidate[]): Promise<void> => {
  const { definition } = ask.view
  // The file stays as evidence, found again by its content: the event names it.
  const { sha256 } = await store.putFile(ask.file.bytes, { maxBytes: ask.file.bytes.length })
  const note = `导入 ${ask.file.name}（SHA-256 ${sha256}）`
  const drafts = rows.map(({ region, state, values }) => ({ region, values, ...(state === null ? {} : { state }) }))
  const changes: Change[] = []
  for (let from = 0; from < drafts.length; from += ROWS_PER_CHANGE)
    changes.push({ do: 'enter', ledger: definition.id, rows: drafts.slice(from, from + ROWS_PER_CHANGE), note })
  await store.commit(caller, changes).catch((error: unknown) => {
    throw namedDuplicate(definition, error)
  })
}

/**
 * Takes a sheet into a ledger, in one commit: every refused cell is named, and without `partial` one of them holds all
 * back. Rows the ledger already has word for word are not doubled. Throws Problem for a file that cannot be read.
 */
export const importSheet = async (store: Store, caller: Caller, ask: ImportAsk): Promise<ImportResult> => {
  const { definition } = ask.view
  const sheets = await openSheets(ask.file)
  const places = sheetPlaces(caller, await store.records(caller, 'region'), mianyang.zoneNames)
  const { candidates, ...read } = await readRows(definition, sheets, places)
  const doubles = await findDoubles(store, caller, definition, candidates)
  const blocked = await blockedCells(store, caller, definition, candidates)
  const rejected = [...read.rejected, ...doubles.rejected, ...blocked]
  const good = clean(candidates, rejected, doubles.same)
  const taken = rejected.length > 0 && !ask.partial ? [] : good
  if (!ask.dryRun && taken.length > 0) await enter(store, caller, ask, taken)
  return { ...read, rejected, duplicates: doubles.duplicates, accepted: taken.length }
}
