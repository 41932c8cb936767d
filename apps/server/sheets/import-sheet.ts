import { type Cell, duplicateForm, fieldOf, fullLabel, type LedgerDefinition } from '@yundiao/ledgers'
import { mianyang } from '@yundiao/mianyang'
import type { Caller, Change, LedgerView, Store } from '@yundiao/store'
import { refuseBlocked } from '../acts/refuse-blocked.ts'
import { namedDuplicate } from '../views/open-ledger.ts'
import { findDoubles } from './find-doubles.ts'
import { findUpdates, type Update, updateLines } from './find-updates.ts'
import type { ImportResult, Reject } from './import-result.ts'
import { openSheets, type SheetFile } from './read-file.ts'
import { type Candidate, readRows } from './read-rows.ts'
import { sheetPlaces } from './sheet-places.ts'
import { sheetUnits } from './sheet-units.ts'

const ROWS_PER_CHANGE = 5000

export type ImportAsk = {
  view: LedgerView
  file: SheetFile
  /** Tell what would come of it; write nothing. */
  dryRun: boolean
  /** Take the good rows where others are refused; otherwise one refused cell holds all back. */
  partial: boolean
}

type Cells = Pick<Candidate, 'sheet' | 'cellOf'> & { values: Readonly<Record<string, Cell>> }

const blockedCells = async (
  store: Store,
  caller: Caller,
  definition: LedgerDefinition,
  rows: readonly Cells[],
): Promise<Reject[]> => {
  const texts = rows.flatMap(({ values }) => Object.values(values).filter((one) => typeof one === 'string'))
  const blocked = await store.blockedTexts(caller, texts)
  if (blocked.size === 0) return []
  return rows.flatMap(({ sheet, values, cellOf }) =>
    Object.entries(values).flatMap(([name, value]) => {
      if (typeof value !== 'string' || !blocked.has(value)) return []
      const field = fieldOf(definition, name)
      const message = `${cellOf(name)} ${field ? fullLabel(field) : name}：含有禁录名单中的名称。请删去该名称，或由管理员核对禁录名单`
      return [{ sheet, cell: cellOf(name), value, code: 'name.blocked', message }]
    }),
  )
}

const rowNumber = (cell: string): string => cell.replace(/^[A-Z]+/u, '')

/** Whether none of a row's cells is refused. */
const unrefused = (rejected: readonly Reject[]): ((row: Candidate) => boolean) => {
  const refused = new Set(rejected.map(({ sheet, cell }) => `${sheet}!${rowNumber(cell)}`))
  return ({ sheet, row }) => !refused.has(`${sheet}!${row}`)
}

/** Updates that give an entry another name or identifier, as rows of those values: they may meet another entry's. */
const renamed = (definition: LedgerDefinition, updates: readonly Update[]): Candidate[] =>
  updates.flatMap(({ candidate, entry, values }) => {
    const others = Object.entries(values).filter(
      ([name, value]) =>
        (name === definition.key || definition.fields[name]?.unique) &&
        duplicateForm(String(value ?? '')) !== duplicateForm(String(entry.values[name] ?? '')),
    )
    return others.length > 0 ? [{ ...candidate, values: Object.fromEntries(others) }] : []
  })

type Taken = { fresh: readonly Candidate[]; updates: readonly Update[] }

const changesOf = (ledger: string, { fresh, updates }: Taken, note: string): Change[] => {
  const drafts = fresh.map(({ region, state, values }) => ({ region, values, ...(state === null ? {} : { state }) }))
  const changes: Change[] = []
  for (let from = 0; from < drafts.length; from += ROWS_PER_CHANGE)
    changes.push({ do: 'enter', ledger, rows: drafts.slice(from, from + ROWS_PER_CHANGE), note })
  for (const { entry, values, region, state } of updates) {
    const frame = { ...(region === undefined ? {} : { region }), ...(state === undefined ? {} : { state }) }
    changes.push({ do: 'amend', ledger, id: entry.id, version: entry.version, values, ...frame, note })
  }
  return changes
}

const write = async (store: Store, caller: Caller, ask: ImportAsk, taken: Taken): Promise<void> => {
  const { definition } = ask.view
  // The file stays as evidence, found again by its content: the event names it.
  const { sha256 } = await store.putFile(ask.file.bytes, { maxBytes: ask.file.bytes.length })
  const changes = changesOf(definition.id, taken, `导入 ${ask.file.name}（SHA-256 ${sha256}）`)
  await store.commit(caller, changes).catch((error: unknown) => {
    throw namedDuplicate(definition, error)
  })
}

/** Every refusal of a file's rows beside those of reading it, and what is there already. */
const judge = async (store: Store, caller: Caller, ask: ImportAsk, rows: Taken) => {
  const { definition } = ask.view
  const doubles = await findDoubles(store, caller, definition, {
    fresh: rows.fresh,
    renamed: renamed(definition, rows.updates),
  })
  const changed = rows.updates.map(({ candidate, values }) => ({ ...candidate, values }))
  const blocked = await blockedCells(store, caller, definition, [...rows.fresh, ...changed])
  return { ...doubles, rejected: [...doubles.rejected, ...blocked] }
}

/**
 * Takes a sheet into a ledger, in one commit: every refused cell is named, and without `partial` one of them holds all
 * back. Rows that came from the ledger change their entries where they differ; rows it has word for word are not
 * doubled. Throws Problem for a file that cannot be read.
 */
export const importSheet = async (store: Store, caller: Caller, ask: ImportAsk): Promise<ImportResult> => {
  const { view } = ask
  await refuseBlocked(store, caller, { 文件名: ask.file.name })
  const sheets = await openSheets(ask.file)
  const regions = await store.records(caller, 'region')
  const places = sheetPlaces(caller, regions, mianyang.zoneNames)
  const placeName = (code: string): string =>
    code === caller.city ? '待归属' : (regions.find((region) => region.code === code)?.shortName ?? code)
  const units = sheetUnits(await store.records(caller, 'unit'))
  const { candidates: written, ...read } = await readRows(view.definition, sheets, places)
  const candidates = written.map((row) => ({ ...row, values: units.withIds(view.definition, row.values) }))
  const {
    fresh,
    updates,
    unchanged,
    rejected: stale,
  } = await findUpdates(store, caller, view, candidates, {
    placeName,
    unitName: units.nameOf,
  })
  const judged = await judge(store, caller, ask, { fresh, updates })
  const rejected = [...read.rejected, ...stale, ...judged.rejected]
  const isGood = unrefused(rejected)
  const holdsAll = rejected.length > 0 && !ask.partial
  const taken: Taken = {
    fresh: holdsAll ? [] : fresh.filter((row) => !judged.same.has(row) && isGood(row)),
    updates: holdsAll ? [] : updates.filter(({ candidate }) => isGood(candidate)),
  }
  const accepted = taken.fresh.length + taken.updates.length
  if (!ask.dryRun && accepted > 0) await write(store, caller, ask, taken)
  const told = taken.updates.map((update) => ({
    row: update.candidate.row,
    label: String(update.entry.values[view.definition.key] ?? update.entry.id),
    lines: updateLines(update),
  }))
  return { ...read, rejected, updates: told, unchanged, duplicates: judged.duplicates, accepted }
}
