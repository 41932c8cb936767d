import { gaps, LONGEST_PROGRESS } from '@yundiao/directives'
import { isClosed, type LocalDate, Problem } from '@yundiao/kernel'
import { type Caller, mayDo, type Store } from '@yundiao/store'
import { findEvidence } from '../acts/closing-evidence.ts'
import { readAlike } from './alike-items.ts'
import { CLOSURE_LABELS, GAP_LABELS } from './directive-words.ts'
import { findingOf } from './finding-address.ts'
import {
  CLOSING,
  factOfItem,
  type ItemRecord,
  judgedBy,
  type ProgressRecord,
  readProgress,
  WITHDRAWN,
} from './item-facts.ts'
import { itemLines } from './item-history.ts'
import { readNotices } from './item-notices.ts'
import { itemRow, percentShown } from './item-row.ts'
import type { ItemView, LinkView, ProgressView } from './item-schema.ts'
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
  const events = await store.events(caller, { subjects: [...versions.keys()], limit: 1000 })
  return events.filter((event) => Number(event.body.version ?? 1) <= (versions.get(event.subject ?? '') ?? 0))
}

type ItemEvents = Awaited<ReturnType<typeof readItemEvents>>

type Files = ReadonlyMap<string, string>

const fileOf = (id: string | null, files: Files) =>
  id === null || !files.has(id) ? null : { id, name: files.get(id) ?? '' }

/** Files of the item and of the sheets its notes came with, by id: their names. */
const readFiles = async (store: Store, caller: Caller, ids: readonly (string | null)[]): Promise<Files> => {
  const wanted = ids.filter((id) => id !== null)
  const files = wanted.length === 0 ? [] : await store.records(caller, 'file', { where: { id: wanted } })
  return new Map(files.map((file) => [file.id, file.name]))
}

const progressView = (note: ProgressRecord, events: ItemEvents, files: Files): ProgressView => {
  const told = events.find((event) => event.subject === note.id && event.kind === 'progress.added')
  return {
    id: note.id,
    asOf: note.asOf ?? note.knownFrom,
    at: told?.at ?? '',
    by: told?.by ?? '',
    text: note.text,
    percent: percentShown(note.percent),
    problems: note.problems,
    nextSteps: note.nextSteps,
    onBehalfOf: note.onBehalfOf,
    signedOffline: note.signedOffline === true,
    file: fileOf(note.file, files),
    closing: note.closing,
    closingWords: note.closingWords,
  }
}

/** What the page may offer: nothing on a past day; of a closed item only what comes after. */
const mayOf = (caller: Caller, item: ItemRecord, asked: boolean, on: LocalDate): ItemView['may'] => {
  const may = mayDo(caller)
  const isToday = on === caller.today
  const isOpen = isToday && item.closedOn === null && !isClosed(factOfItem(item).state)
  const keeps = isOpen && may['item.create'] === true
  const reports = isOpen && may['item.progress'] === true
  const after = isToday && may['item.create'] === true
  return {
    edit: keeps,
    progress: reports,
    link: keeps,
    close: keeps,
    ask: reports && !keeps && !asked,
    giveBack: keeps && asked,
    check: after && item.closedOn !== null && item.state !== '已销号',
    reopen: after && (item.closedOn !== null || item.state === '已销号' || item.state === '长期坚持'),
    resume: keeps && item.state === '暂缓',
  }
}

/** What a closing of the item's own kind lacks today, for whoever may close it. */
const holdOf = async (store: Store, caller: Caller, item: ItemRecord): Promise<string | null> => {
  const kind = factOfItem(item).closure
  if (kind === null || kind === 'standing') return null
  const found = await findEvidence(store, caller, item, { kind, evidence: {} })
  return found.kind === 'held' ? found.why : null
}

const meetingOf = async (store: Store, caller: Caller, id: string | null) => {
  const meeting = id === null ? null : await store.record(caller, 'meeting', id)
  return meeting && { id: meeting.id, title: meeting.title }
}

/** Whether the basis is a readout (仅参考), and the 纪要 that stands behind it since. */
const basisOf = async (store: Store, caller: Caller, item: ItemRecord, on: LocalDate) => {
  const document = item.document === null ? null : await store.record(caller, 'document', item.document, on)
  return {
    referenceOnly: item.sourceKind === 'readout' && !document?.minutesNumber,
    minutesNumber: document?.minutesNumber ?? null,
  }
}

type Node = { by: string; words: string }

const lifeOf = (item: ItemRecord, files: Files) => ({
  steps: item.steps,
  nodes: (Array.isArray(item.nodes) ? item.nodes : []) as Node[],
  extension: item.extendedTo === null ? null : { to: item.extendedTo, by: item.extendedBy, reason: item.extendReason },
  pause: item.state === '暂缓' ? { on: item.pausedOn, reason: item.pauseReason } : null,
  evidenceFile: fileOf(item.evidenceFile, files),
})

/** Everything the file of an item is made of, in the caller's sight. */
const readParts = async (store: Store, caller: Caller, item: ItemRecord, on: LocalDate) => {
  const names = await readNames(store, caller)
  const [progress, links, notices, attached] = await Promise.all([
    readProgress(store, caller, [item.id], on),
    readLinks(store, caller, [item.id], on),
    readNotices(store, caller, on),
    store.records(caller, 'file', { where: { item: item.id }, on }),
  ])
  const [entries, figures, events, sentence, files] = await Promise.all([
    readLinkedEntries(store, caller, links, { on, names }),
    readFigureLinks(store, caller, links, on),
    readItemEvents(store, caller, [item, ...links, ...progress, ...attached]),
    sentenceOf(store, caller, item, on),
    readFiles(store, caller, [item.evidenceFile, ...progress.map((note) => note.file)]),
  ])
  return { names, progress, links, notices, entries, figures, events, sentence, files }
}

/** The file of one item: its sentence, what it hangs on and what moved there by itself, what units reported, its life. */
export const readItem = async (store: Store, caller: Caller, id: string, on: LocalDate): Promise<ItemView> => {
  const item = await readItemRecord(store, caller, id, on)
  const parts = await readParts(store, caller, item, on)
  const { names, progress, links, notices, files, events } = parts
  const fact = factOfItem(item)
  const noted = progress.filter((note) => (note.asOf ?? on) <= on)
  const may = mayOf(
    caller,
    item,
    progress.some((note) => note.closing === CLOSING.asked),
    on,
  )
  const [meeting, basis, alike, hold] = await Promise.all([
    meetingOf(store, caller, item.meeting),
    basisOf(store, caller, item, on),
    readAlike(store, caller, item, on),
    may.close ? holdOf(store, caller, item) : null,
  ])
  const judged = { item, judgement: judgedBy(progress, on)(fact), latest: noted[0] ?? null }
  const linksOf = Map.groupBy(links, (link) => link.item)
  return {
    item: {
      ...itemRow(judged, { names, links: linksOf, movements: movementsOf(parts.entries), notices }),
      ...lifeOf(item, files),
      ...basis,
      sentence: parts.sentence,
      finding: findingOf(item),
      leadUnitId: item.leadUnit,
      assistUnitIds: item.assistUnits ?? [],
      kind: fact.closure === null ? null : CLOSURE_LABELS[fact.closure],
      region: item.region,
      meeting,
      opened: item.openedOn ?? item.knownFrom,
      closed: item.closedOn,
    },
    links: [...parts.entries.map(entryLink), ...parts.figures],
    progress: progress.map((note) => progressView(note, events, files)),
    history: itemLines(events, names),
    gaps: gaps(fact).map((gap) => GAP_LABELS[gap]),
    hold,
    alike,
    notices: (notices.get(id) ?? []).map(({ id: notice, kind, number, document, issuedOn, receivedOn }) => ({
      id: notice,
      kind,
      number,
      document,
      issuedOn,
      receivedOn,
    })),
    longestProgress: LONGEST_PROGRESS,
    may,
  }
}
