import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { parseFigureRef } from '@yundiao/figures'
import { Problem } from '@yundiao/kernel'
import type { Caller, RecordOf, Store } from '@yundiao/store'
import type { PaperRecord } from '../views/paper.ts'
import type { PrintedContent } from './keep-paper.ts'

/** Which of these figures the caller may not see today: not released to them, or of another's region. */
const outOfSight = async (store: Store, caller: Caller, refs: readonly string[]): Promise<string[]> => {
  const asked = refs.flatMap((ref) => parseFigureRef(ref) ?? [])
  if (asked.length === 0) return []
  const unique = (values: readonly string[]): string[] => [...new Set(values)]
  const seen = await store.figures(caller, {
    on: caller.today,
    allVintages: true,
    indicators: unique(asked.map((one) => one.series.indicator)),
    periods: unique(asked.map((one) => one.period)),
    regions: unique(asked.map((one) => one.region)),
  })
  const held = new Set<string>(seen.map((figure) => figure.ref))
  return refs.filter((ref) => !held.has(ref))
}

/**
 * A paper the caller may open, draft, revisions and all. Whoever may not see one of its figures yet may not have it either.
 * Throws Problem not-found, right.missing.
 */
export const paperInSight = async (store: Store, caller: Caller, id: string): Promise<PaperRecord> => {
  const paper: PaperRecord | null = await store.record(caller, 'paper', id)
  if (!paper) throw new Problem('not-found', '没有找到这份材料，或无权查看', { paper: id })
  const hidden = await outOfSight(store, caller, paper.figures ?? [])
  if (hidden.length > 0)
    throw new Problem('right.missing', `材料含${hidden.length}个尚未发布的数，只有限定阅知人员可以打开；发布后再取`, {
      paper: id,
    })
  return paper
}

type Opened = { file: RecordOf<'file'>; content: Readable }

const openRecord = async (store: Store, caller: Caller, id: string | null): Promise<Opened | null> => {
  const file = id === null ? null : await store.record(caller, 'file', id)
  return file ? { file, content: await store.openFile({ sha256: file.sha256, bytes: file.bytes ?? 0 }) } : null
}

/** Which file of a paper: the draft as made, the one settled on, or one that came back. */
export type PaperFile = { revision?: string | undefined; final?: boolean }

const fileIdOf = async (
  store: Store,
  caller: Caller,
  paper: PaperRecord,
  { revision, final = false }: PaperFile,
): Promise<string | null> => {
  if (revision === undefined) return (final ? paper.finalFile : null) ?? paper.file
  const found = await store.record(caller, 'revision', revision)
  return found?.paper === paper.id ? found.file : null
}

/** A file of a paper. Throws Problem not-found, right.missing, files.damaged. */
export const openPaper = async (store: Store, caller: Caller, id: string, which: PaperFile = {}): Promise<Opened> => {
  const paper = await paperInSight(store, caller, id)
  const opened = await openRecord(store, caller, await fileIdOf(store, caller, paper, which))
  if (!opened) throw new Problem('not-found', '没有找到这份材料的文件，或无权查看', { paper: id })
  return opened
}

const bytesOf = async ({ content }: Opened): Promise<Uint8Array> => new Uint8Array(await buffer(content))

/** The bytes of a file of a paper already in sight. Throws Problem not-found, files.damaged. */
export const paperBytes = async (
  store: Store,
  caller: Caller,
  paper: PaperRecord,
  which: PaperFile = {},
): Promise<Uint8Array> => {
  const opened = await openRecord(store, caller, await fileIdOf(store, caller, paper, which))
  if (!opened) throw new Problem('not-found', '没有找到这份材料的文件，或无权查看', { paper: paper.id })
  return bytesOf(opened)
}

/** What a paper in sight printed, as data; null for papers kept without it. */
export const printedContent = async (
  store: Store,
  caller: Caller,
  paper: PaperRecord,
): Promise<PrintedContent | null> => {
  const opened = await openRecord(store, caller, paper.printed)
  return opened ? (JSON.parse(new TextDecoder().decode(await bytesOf(opened))) as PrintedContent) : null
}
