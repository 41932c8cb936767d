import { gaps, LONGEST_PROGRESS } from '@yundiao/directives'
import { isClosed, type LocalDate, Problem } from '@yundiao/kernel'
import { type Caller, mayDo, type Store } from '@yundiao/store'
import { CLOSURE_LABELS, GAP_LABELS } from './directive-words.ts'
import { factOfItem, type ItemRecord, judgedBy, type ProgressRecord, readProgress, WITHDRAWN } from './item-facts.ts'
import { itemLines } from './item-history.ts'
import type { ItemView, LinkView, ProgressView } from './item-schema.ts'
import { itemRow } from './items.ts'
import { type LinkedEntry, type LinkRecord, movementsOf, readLinkedEntries, readLinks } from './movements.ts'
import { readNames } from './names.ts'
import { readPassportView } from './passport.ts'

/** One item in the caller's sight. Throws Problem not-found. */
export const readItemRecord = async (store: Store, caller: Caller, id: string, on: LocalDate): Promise<ItemRecord> => {
  const item = await store.record(caller, 'item', id, on)
  if (!item || item.state === WITHDRAWN)
    throw new Problem('not-found', `按 ${on} 的数据没有这件督办事项，或无权查看`, { item: id })
  return item
}

const AROUND = 120

/** The line of the document around the sentence an item came from; only the words themselves where it is out of sight. */
const sentenceOf = async (store: Store, caller: Caller, item: ItemRecord, on: LocalDate) => {
  const { document, starts, ends, quote } = item
  if (document === null || starts === null || ends === null || quote === null) return null
  const text = (await store.record(caller, 'document', document, on))?.text
  const before =
    text
      ?.slice(Math.max(0, starts - AROUND), starts)
      .split('\n')
      .at(-1) ?? ''
  const after =
    text
      ?.slice(ends, ends + AROUND)
      .split('\n', 1)
      .join() ?? ''
  return { document, start: starts, end: ends, text: quote, before, after }
}

const entryLink = ({ link, label, row, changes }: LinkedEntry): LinkView => ({
  id: link.id,
  ledger: link.ledger ?? '',
  entry: row.id,
  label,
  state: row.state,
  since: link.since ?? link.knownFrom,
  changes: changes.map(({ at, by, lines }) => ({ at, by, lines })),
})

/** A linked figure, and the vintages that came after it; none where the figure is out of the reader's sight. */
const figureLink = async (store: Store, caller: Caller, link: LinkRecord, on: LocalDate): Promise<LinkView[]> => {
  const ref = link.figure ?? ''
  if (!(await store.passport(caller, ref, on))) return []
  const view = await readPassportView(store, caller, { ref, on })
  const later = view.vintages.slice(view.vintages.findIndex((one) => one.ref === ref) + 1)
  const words = (shown: string | null): string => (shown === null ? '缺' : `${shown}${view.unitShown}`)
  return [
    {
      id: link.id,
      ledger: 'figure',
      entry: ref,
      label: `${view.region.name} ${view.periodWords} ${view.label}`,
      state: words(view.shown),
      since: link.since ?? link.knownFrom,
      changes: later
        .map((one) => ({ at: one.recordedAt, by: view.recordedBy, lines: [`更正为 ${words(one.shown)}`] }))
        .reverse(),
    },
  ]
}

const readFigureLinks = async (store: Store, caller: Caller, links: readonly LinkRecord[], on: LocalDate) => {
  const views: LinkView[] = []
  for (const link of links) if (link.figure !== null) views.push(...(await figureLink(store, caller, link, on)))
  return views
}

type Versioned = { id: string; version: number }

/** What happened to an item, its links and its notes of progress, up to the versions they had on the day. */
const readItemEvents = async (store: Store, caller: Caller, records: readonly Versioned[]) => {
  const versions = new Map(records.map(({ id, version }) => [id, version]))
  const events = await store.events(caller, { stream: 'item', subjects: [...versions.keys()], limit: 1000 })
  return events.filter((event) => Number(event.body.version ?? 1) <= (versions.get(event.subject ?? '') ?? 0))
}

type ItemEvents = Awaited<ReturnType<typeof readItemEvents>>

const progressView = (note: ProgressRecord, events: ItemEvents): ProgressView => {
  const told = events.find((event) => event.subject === note.id && event.kind === 'progress.added')
  return {
    id: note.id,
    asOf: note.asOf ?? note.knownFrom,
    at: told?.at ?? '',
    by: told?.by ?? '',
    text: note.text,
    percent: note.percent === null ? null : Math.round(note.percent * 1000) / 10,
    problems: note.problems,
    nextSteps: note.nextSteps,
  }
}

/** What the page may offer: nothing on a past day, nothing on a closed item. */
const mayOf = (caller: Caller, item: ItemRecord, on: LocalDate): ItemView['may'] => {
  const isOpen = on === caller.today && item.closedOn === null && !isClosed(factOfItem(item).state)
  const may = mayDo(caller)
  const keeps = isOpen && may['item.create'] === true
  return { edit: keeps, progress: isOpen && may['item.progress'] === true, link: keeps, close: keeps }
}

/** The file of one item: its sentence, what it hangs on and what moved there by itself, what units reported, its life. */
export const readItem = async (store: Store, caller: Caller, id: string, on: LocalDate): Promise<ItemView> => {
  const item = await readItemRecord(store, caller, id, on)
  const names = await readNames(store, caller)
  const [progress, links] = await Promise.all([
    readProgress(store, caller, [id], on),
    readLinks(store, caller, [id], on),
  ])
  const [entries, figures, events, sentence] = await Promise.all([
    readLinkedEntries(store, caller, links, { on, names }),
    readFigureLinks(store, caller, links, on),
    readItemEvents(store, caller, [item, ...links, ...progress]),
    sentenceOf(store, caller, item, on),
  ])
  const fact = factOfItem(item)
  const context = { names, links: Map.groupBy(links, (link) => link.item), movements: movementsOf(entries) }
  return {
    item: {
      ...itemRow({ item, judgement: judgedBy(progress, on)(fact) }, context),
      sentence,
      leadUnitId: item.leadUnit,
      kind: fact.closure === null ? null : CLOSURE_LABELS[fact.closure],
      leadLeader: item.leadLeader,
      region: item.region,
      meeting: item.meeting,
      opened: item.openedOn ?? item.knownFrom,
      closed: item.closedOn,
    },
    links: [...entries.map(entryLink), ...figures],
    progress: progress.map((note) => progressView(note, events)),
    history: itemLines(events, names),
    gaps: gaps(fact).map((gap) => GAP_LABELS[gap]),
    longestProgress: LONGEST_PROGRESS,
    may: mayOf(caller, item, on),
  }
}
