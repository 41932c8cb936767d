import { createHash } from 'node:crypto'
import type { LocalDate } from '@yundiao/kernel'
import {
  type DemoChange,
  type DemoEntry,
  type DemoEntryChange,
  type DemoLink,
  type DemoRecord,
  demonstration,
  mianyang,
} from '@yundiao/mianyang'
import type { Caller, Store } from '@yundiao/store'

type Content = typeof demonstration

const LOADER = 'demonstration'
const FIRST_GENERATION = 1
const PAGE = 200

/** What the loader remembers: which content, under which ids, and since when it is gone. */
type Kept = { hash: string; generation: number; removedOn: LocalDate | null }

const readKept = async (store: Store): Promise<Kept | null> => {
  const text = await store.loadedContent(mianyang.code, LOADER)
  return text === null ? null : (JSON.parse(text) as Kept)
}

const keep = (store: Store, kept: Kept): Promise<void> =>
  store.setLoadedContent(mianyang.code, LOADER, JSON.stringify(kept))

/** The day the demonstration was removed; null while it is in place or was never loaded. */
export const demonstrationRemovedOn = async (store: Store): Promise<LocalDate | null> =>
  (await readKept(store))?.removedOn ?? null

/** Remembered after a removal, so that the next start does not bring it back. */
export const noteRemoved = async (store: Store, on: LocalDate): Promise<void> => {
  const kept = await readKept(store)
  await keep(store, { hash: kept?.hash ?? '', generation: kept?.generation ?? FIRST_GENERATION, removedOn: on })
}

const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b)

const since = <T extends { knownFrom: LocalDate }>(rows: readonly T[], day: LocalDate): T[] =>
  rows.map((row) => ({ ...row, knownFrom: later(row.knownFrom, day) }))

const from = <T extends { on: LocalDate }>(rows: readonly T[], day: LocalDate): T[] =>
  rows.map((row) => ({ ...row, on: later(row.on, day) }))

/**
 * The content under ids of its own, known from the day of its return: what was removed keeps its ids and its days, and
 * no row is known twice on one day.
 */
const anotherTime = (generation: number, day: LocalDate): Content => {
  const text = JSON.stringify(demonstration)
  const ids = text
    .replaceAll('"demo-', `"demo-${generation}-`)
    .replaceAll('"0de30000-', `"0de3${String(generation).padStart(4, '0')}-`)
  const { records, entries, links, figures, changes, entryChanges } = JSON.parse(ids) as Content
  return {
    records: since(records, day),
    entries: since(entries, day),
    links: links.map((link) => ({ ...link, since: later(link.since, day) })),
    figures: figures.map((figure) => ({ ...figure, knownOn: day })),
    changes: from(changes, day),
    entryChanges: from(entryChanges, day),
  }
}

const addRecords = async (store: Store, caller: Caller, records: readonly DemoRecord[]): Promise<void> => {
  for (const [table, wanted] of Map.groupBy(records, (record) => record.table)) {
    const held = new Set((await store.records(caller, table)).map((row) => row.id))
    const rows = wanted.filter(({ id }) => !held.has(id))
    if (rows.length === 0) continue
    // An event each: an item's life begins with the one that set it up.
    const adding = rows.map(({ id, knownFrom, values }) => {
      return { do: 'add', table, rows: [{ id, knownFrom, values, demo: true }], note: '演示数据' } as const
    })
    await store.commit(caller, adding)
  }
}

const heldEntries = async (store: Store, caller: Caller, ledger: string, ids: readonly string[]) => {
  const held = new Set<string>()
  for (let at = 0; at < ids.length; at += PAGE) {
    const filters = [{ field: 'id', op: 'in', values: ids.slice(at, at + PAGE) } as const]
    const { rows } = await store.entries(caller, ledger, { filters, limit: PAGE })
    for (const row of rows) held.add(row.id)
  }
  return held
}

const addEntries = async (store: Store, caller: Caller, entries: readonly DemoEntry[]): Promise<void> => {
  for (const [ledger, wanted] of Map.groupBy(entries, (entry) => entry.ledger)) {
    const held = await heldEntries(
      store,
      caller,
      ledger,
      wanted.map(({ id }) => id),
    )
    const rows = wanted.filter(({ id }) => !held.has(id)).map(({ ledger: _ledger, ...row }) => row)
    if (rows.length > 0) await store.commit(caller, [{ do: 'enter', ledger, rows, note: '演示数据' }])
  }
}

/** The id of what a link names; null where no such row is. */
const entryOf = async (store: Store, caller: Caller, link: DemoLink): Promise<string | null> => {
  if ('entry' in link) return link.entry
  const filters = [{ field: 'name', op: 'is', value: link.name } as const]
  const { rows } = await store.entries(caller, link.ledger, { filters, limit: 1 })
  return rows[0]?.id ?? null
}

const addLinks = async (store: Store, caller: Caller, links: readonly DemoLink[]): Promise<void> => {
  const records: DemoRecord[] = []
  for (const link of links) {
    const entry = await entryOf(store, caller, link)
    if (entry === null) continue
    const values = { item: link.item, ledger: link.ledger, entry, since: link.since, entryVersion: 1 }
    records.push({ table: 'itemLink', id: link.id, knownFrom: link.since, values })
  }
  await addRecords(store, caller, records)
}

/** Its n-th change makes version n + 1: one that stands at another was changed already, or by people. */
const changeRecords = async (store: Store, changes: readonly DemoChange[]): Promise<void> => {
  const seen = new Map<string, number>()
  for (const { table, id, on, set } of [...changes].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    const version = (seen.get(id) ?? 0) + 1
    seen.set(id, version)
    const caller = await store.wholeCity(mianyang.code, on)
    const row = await store.record(caller, table, id)
    if (!row) continue
    const held = row as unknown as Readonly<Record<string, unknown>>
    const isDue = row.demo ? row.version === version : Object.keys(set).every((name) => held[name] === null)
    if (isDue) await store.commit(caller, [{ do: 'change', table, id, version: row.version, set, note: '演示数据' }])
  }
}

const changeEntries = async (store: Store, changes: readonly DemoEntryChange[]): Promise<void> => {
  for (const { ledger, id, on, state, values } of changes) {
    const caller = await store.wholeCity(mianyang.code, on)
    const entry = await store.entry(caller, ledger, id)
    if (entry?.version === 1)
      await store.commit(caller, [{ do: 'amend', ledger, id, version: 1, state, values, note: '演示数据' }])
  }
}

const load = async (store: Store, caller: Caller, content: Content): Promise<void> => {
  await addRecords(store, caller, content.records)
  await addEntries(store, caller, content.entries)
  await addLinks(store, caller, content.links)
  await changeRecords(store, content.changes)
  await changeEntries(store, content.entryChanges)
  await store.commit(caller, [{ do: 'report', figures: [...content.figures], backfill: '演示数据，非真实数据' }])
}

/**
 * Loads the demonstration: once for the same content, and what a loading that was broken off left out. One that was
 * removed stays away unless asked for (`again`); it then comes under ids of its own, known from `today` on. Answers
 * whether anything was loaded.
 */
export const loadDemonstration = async (
  store: Store,
  today: LocalDate,
  { again = false }: { again?: boolean } = {},
): Promise<boolean> => {
  const hash = createHash('sha256').update(JSON.stringify(demonstration)).digest('hex')
  const kept = await readKept(store)
  const caller = await store.wholeCity(mianyang.code, today)
  const isGone = kept !== null && (kept.removedOn !== null || (await store.demonstration(caller)).rows.length === 0)
  if (kept && (isGone ? !again : kept.hash === hash)) return false
  const generation = (kept?.generation ?? FIRST_GENERATION) + (isGone ? 1 : 0)
  await load(store, caller, generation === FIRST_GENERATION ? demonstration : anotherTime(generation, today))
  await keep(store, { hash, generation, removedOn: null })
  return true
}
