import { z } from '@hono/zod-openapi'
import { suspectedPairs } from '@yundiao/domains/projects'
import type { LocalDate } from '@yundiao/kernel'
import { duplicateForm, type Filter, type LedgerRow } from '@yundiao/ledgers'
import type { Caller, LedgerView, Store } from '@yundiao/store'
import { entryLines, historyLineSchema, upToVersion } from './event-lines.ts'
import { entryRow, entryRowSchema } from './ledger.ts'
import type { Names } from './names.ts'
import { mayWriteEntry } from './open-ledger.ts'

export const entrySchema = z
  .object({
    entry: entryRowSchema,
    history: z.array(historyLineSchema),
    items: z.array(z.object({ id: z.string(), number: z.string(), title: z.string(), state: z.string() })),
    duplicates: z.array(z.object({ id: z.string(), label: z.string() })),
    /** Scans and documents attached to it, the newest last. */
    files: z.array(z.object({ id: z.string(), name: z.string(), bytes: z.number(), attachedOn: z.string() })),
    may: z.object({ write: z.boolean() }),
  })
  .openapi('Entry')
type EntryAnswer = z.infer<typeof entrySchema>

/** Names compared for 疑似重复: the newest thousand of the ledger. */
const MOST_NAMES = 1000
const PAGE = 200

type Named = { id: string; name: string }

/** Entries whose name may be that of `own`, most alike first. A person decides; nothing is merged. */
const similarNames = (own: Named, others: readonly Named[], cityName: string): Named[] =>
  others
    .flatMap((other) => {
      const [pair] = other.id === own.id ? [] : suspectedPairs([own.name, other.name], cityName)
      return pair ? [{ other, likeness: pair.likeness }] : []
    })
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ other }) => other)

/** Rows that could be of the same thing at all: of the same year, where a ledger holds one a year. */
const sameApart = ({ definition, visible }: LedgerView, row: LedgerRow): Filter[] =>
  (definition.keyWith ?? [])
    .filter((field) => visible.includes(field))
    .map((field) => {
      const value = row.values[field] ?? null
      return value === null ? { field, op: 'missing' as const, missing: true } : { field, op: 'is' as const, value }
    })

type OfRow = { view: LedgerView; row: LedgerRow; on: LocalDate }

const readNamesOf = async (store: Store, caller: Caller, { view, row, on }: OfRow): Promise<Named[]> => {
  const { id, key } = view.definition
  const filters = sameApart(view, row)
  const named: Named[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<Store['entries']>> = await store.entries(caller, id, {
      columns: [key],
      filters,
      limit: PAGE,
      after,
      on,
    })
    named.push(...page.rows.map((row) => ({ id: row.id, name: String(row.values[key] ?? '') })))
    after = page.next
  } while (after !== null && named.length < MOST_NAMES)
  return named
}

const readDuplicates = async (
  store: Store,
  caller: Caller,
  view: LedgerView,
  row: LedgerRow,
  on: LocalDate,
  names: Names,
) => {
  const own = { id: row.id, name: String(row.values[view.definition.key] ?? '') }
  const others = await readNamesOf(store, caller, { view, row, on })
  // A ledger with a row a year holds a list of everyone: only the same name within a year may be a double.
  const found = view.definition.keyWith
    ? others.filter(({ id, name }) => id !== own.id && duplicateForm(name) === duplicateForm(own.name))
    : similarNames(own, others, names.cityName)
  return found.map(({ id, name }) => ({ id, label: name }))
}

const readLinkedItems = async (store: Store, caller: Caller, ledger: string, entry: string, on: LocalDate) => {
  const links = await store.records(caller, 'itemLink', { where: { ledger, entry }, on })
  const ids = [...new Set(links.filter((link) => link.dropped !== true).map((link) => link.item))]
  if (ids.length === 0) return []
  const items = await store.records(caller, 'item', { where: { id: ids }, on })
  return items.map(({ id, number, title, state }) => ({ id, number, title, state }))
}

/** Newest first; the event that brought the row, where it came with others, stands at the end. */
const readHistory = async (
  store: Store,
  caller: Caller,
  view: LedgerView,
  row: LedgerRow,
  on: LocalDate,
  names: Names,
) => {
  const { definition } = view
  const own = await store.events(caller, { subject: row.id, limit: 1000 })
  const origin = await store.entryOrigin(caller, definition.id, row.id)
  const isListed = own.some((event) => event.stream === origin?.stream && event.seq === origin.seq)
  const all = origin && !isListed ? [...own, origin] : own
  const events = on === caller.today ? all : upToVersion(all, row.version)
  return entryLines(definition, events, { clearance: caller.clearance, names })
}

const readFiles = async (store: Store, caller: Caller, { view, row, on }: EntryAsk): Promise<EntryAnswer['files']> => {
  const files = await store.records(caller, 'file', { where: { ledger: view.definition.id, subject: row.id }, on })
  return files
    .filter(({ withdrawn }) => withdrawn === null)
    .map(({ id, name, bytes, knownFrom }) => ({ id, name, bytes: bytes ?? 0, attachedOn: knownFrom }))
}

export type EntryAsk = { view: LedgerView; row: LedgerRow; on: LocalDate; names: Names }

/** The file of one entry: its values, what happened to it, what hangs on it, and what it may be a double of. */
export const readEntryFile = async (store: Store, caller: Caller, ask: EntryAsk): Promise<EntryAnswer> => {
  const { view, row, on, names } = ask
  const [history, items, duplicates, files] = await Promise.all([
    readHistory(store, caller, view, row, on, names),
    readLinkedItems(store, caller, view.definition.id, row.id, on),
    readDuplicates(store, caller, view, row, on, names),
    readFiles(store, caller, ask),
  ])
  return {
    entry: entryRow(row, view.visible, names),
    history,
    items,
    duplicates,
    files,
    may: { write: mayWriteEntry(caller, ask) && on === caller.today },
  }
}
