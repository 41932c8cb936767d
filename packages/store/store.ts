import type { Writable } from 'node:stream'
import type { LocalDate, Polygon } from '@yundiao/kernel'
import type { LedgerDefinition } from '@yundiao/ledgers'
import { backUp } from './backup/back-up.ts'
import { backUpBeforeMigration } from './backup/before-migration.ts'
import { restore } from './backup/restore.ts'
import { exportEvents } from './chain/export-events.ts'
import type { HashAlg } from './chain/hash.ts'
import { makeStoreCheckpoint } from './chain/make-checkpoint.ts'
import type { Connections } from './connect.ts'
import type { Caller } from './door/caller.ts'
import type { Change, Outcome } from './door/changes.ts'
import { commit } from './door/commit.ts'
import { referenceCache } from './door/reference-cache.ts'
import { type RemovalOptions, removeDemonstration } from './door/remove-demonstration.ts'
import type { StoreParts } from './door/store-parts.ts'
import { uuidV7 } from './door/uuid-v7.ts'
import { openFile } from './files/open-file.ts'
import { type FileContent, type PutOptions, putFile, type StoredFile } from './files/put-file.ts'
import { defineLedger } from './ledger/define-ledger.ts'
import { blockedTexts } from './read/blocked-texts.ts'
import { businessDay } from './read/business-day.ts'
import { wholeCity } from './read/city-system.ts'
import { countDemonstration } from './read/count-demonstration.ts'
import { readEntryOrigin } from './read/entry-origin.ts'
import { totalEntries } from './read/entry-totals.ts'
import { type FigureColumnsQuery, readFigureColumns } from './read/figure-columns.ts'
import { readHealth } from './read/health.ts'
import { lastNumber } from './read/last-number.ts'
import { loadCaller } from './read/load-caller.ts'
import { loadedContent, setLoadedContent } from './read/loaded.ts'
import { newestCheckpoint } from './read/newest-checkpoint.ts'
import { countEntries, type EntryQuery, listEntries, readEntry, readLedgers } from './read/read-entries.ts'
import { type EventQuery, readEvents } from './read/read-events.ts'
import { countLaterFigures, type FigureQuery, readFigures, readPassport } from './read/read-figures.ts'
import { readHeads } from './read/read-heads.ts'
import { type HeldPeriodQuery, type PeriodQuery, readHeldPeriods, readPeriods } from './read/read-periods.ts'
import { type RecordQuery, readRecord, readRecords } from './read/read-records.ts'
import { reveal } from './read/reveal.ts'
import { migrate } from './schema/migrate.ts'
import type { RecordName } from './schema/record-tables.ts'
import { sealer } from './secrets/sealer.ts'
import { holdsCheckpoint } from './verify/holds-checkpoint.ts'
import { verifyStore } from './verify/verify-store.ts'

export type StoreOptions = {
  connections: Connections
  home: string
  now?: () => Date
  alg?: HashAlg
  /** The area of a city: boundaries outside it are refused. Null for one whose boundaries nobody gave. */
  areaOf?: (city: string) => readonly Polygon[] | null
}

const partsOf = ({ connections, home, now, alg, areaOf }: StoreOptions): StoreParts => ({
  app: connections.app,
  owner: connections.owner,
  home,
  alg: alg ?? 'sha256',
  now: now ?? (() => new Date()),
  reference: referenceCache(connections.owner),
  seal: sealer(home),
  areaOf: areaOf ?? (() => null),
})

/**
 * The store: the only way to state. Reads run under the caller's rights; `commit` is the one door in.
 * `connections` stay the caller's to end.
 */
export const createStore = (options: StoreOptions) => {
  const parts = partsOf(options)
  return {
    parts,
    migrate: (beforeChange: (migration: string) => Promise<void> = async () => undefined) =>
      migrate(parts.owner, beforeChange),
    loadedContent: (city: string, loader: string) => loadedContent(parts, city, loader),
    setLoadedContent: (city: string, loader: string, content: string) => setLoadedContent(parts, city, loader, content),
    health: (city: string) => readHealth(parts, city),
    businessDay: (city: string) => businessDay(parts, city),
    wholeCity: (city: string, today: LocalDate) => wholeCity(parts, city, today),
    loadCaller: (city: string, account: string, today: LocalDate, requestId: string) =>
      loadCaller(parts, city, account, today, requestId),
    commit: (caller: Caller, changes: readonly Change[]): Promise<Outcome[]> => commit(parts, caller, changes),
    defineLedger: (caller: Caller, definition: LedgerDefinition) => defineLedger(parts, caller, definition),
    removeDemonstration: (caller: Caller, removal?: RemovalOptions) => removeDemonstration(parts, caller, removal),
    demonstration: (caller: Caller) => countDemonstration(parts, caller),
    records: <N extends RecordName>(caller: Caller, name: N, query?: RecordQuery) =>
      readRecords(parts, caller, name, query),
    record: <N extends RecordName>(caller: Caller, name: N, id: string, on?: LocalDate) =>
      readRecord(parts, caller, name, id, on),
    figures: (caller: Caller, query: FigureQuery) => readFigures(parts, caller, query),
    figureColumns: (caller: Caller, query: FigureColumnsQuery) => readFigureColumns(parts, caller, query),
    countLaterFigures: (caller: Caller, query: FigureQuery & { on: LocalDate }) =>
      countLaterFigures(parts, caller, query),
    periods: (caller: Caller, query: PeriodQuery) => readPeriods(parts, caller, query),
    heldPeriods: (caller: Caller, query: HeldPeriodQuery) => readHeldPeriods(parts, caller, query),
    heads: (caller: Caller, streams: readonly string[]) => readHeads(parts, caller, streams),
    passport: (caller: Caller, ref: string, on: LocalDate) => readPassport(parts, caller, ref, on),
    ledgers: (caller: Caller) => readLedgers(parts, caller),
    entries: (caller: Caller, ledger: string, query: EntryQuery = {}) => listEntries(parts, caller, ledger, query),
    countEntries: (caller: Caller, ledger: string, query: EntryQuery = {}) =>
      countEntries(parts, caller, ledger, query),
    entryTotals: (caller: Caller, ledger: string, query: EntryQuery = {}) => totalEntries(parts, caller, ledger, query),
    entry: (caller: Caller, ledger: string, id: string, on?: LocalDate | null) =>
      readEntry(parts, caller, ledger, id, on),
    entryOrigin: (caller: Caller, ledger: string, id: string) => readEntryOrigin(parts, caller, ledger, id),
    blockedTexts: (caller: Caller, texts: readonly string[]) => blockedTexts(parts, caller, texts),
    events: (caller: Caller, query: EventQuery) => readEvents(parts, caller, query),
    lastItemNumber: (caller: Caller, prefix: string) => lastNumber(parts, caller, 'item', prefix),
    lastNoticeNumber: (caller: Caller, prefix: string) => lastNumber(parts, caller, 'notice', prefix),
    /** An id for a row that others of the same commit point at. */
    newId: () => uuidV7(parts.now().getTime()),
    putFile: (content: FileContent, putOptions: PutOptions) => putFile(parts.home, content, putOptions),
    openFile: (file: StoredFile) => openFile(parts.home, file),
    newestCheckpoint: (caller: Caller) => newestCheckpoint(parts, caller),
    checkpoint: (city: string) => makeStoreCheckpoint(parts, city),
    exportEvents: (city: string, target: string | Writable) => exportEvents(parts, city, target),
    verify: (city: string) => verifyStore(parts, city),
    holdsCheckpoint: (city: string, code: string) => holdsCheckpoint(parts, city, code),
    backUp: (folder: string) => backUp(parts, folder),
    backUpBeforeMigration: (migration: string) => backUpBeforeMigration(parts, migration),
    restore: (folder: string) => restore(parts, folder),
    reveal: (caller: Caller, ask: Parameters<typeof reveal>[2]) => reveal(parts, caller, ask),
  }
}

export type Store = ReturnType<typeof createStore>
