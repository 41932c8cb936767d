import { checkCode } from '@yundiao/briefings'
import type { LocalDate } from '@yundiao/kernel'
import type { Caller, Change, Store } from '@yundiao/store'

const MOST_BYTES = 32 * 1024 * 1024

/** The forms a paper leaves in. */
export type PaperFormat = 'docx' | 'xlsx'

export const MEDIA: Readonly<Record<PaperFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export type KeptPaper = {
  kind: string
  title: string
  format: PaperFormat
  bytes: Uint8Array
  meeting: string | null
  /** The document whose breakdown it prints, for papers of 分解立项. */
  document?: string | null
  on: LocalDate
  /** References of every figure the paper is bound to. */
  figures: readonly string[]
  checkpoint: string | null
}

const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

/** The printing time as papers carry it, in the city's day. */
export const printedAt = (store: Store): string => CLOCK.format(store.parts.now())

/** A made paper with its file stored, and the changes that write both down: for an act that makes several. */
export const paperToKeep = async (
  store: Store,
  caller: Caller,
  paper: KeptPaper,
): Promise<{ id: string; changes: readonly Change[] }> => {
  const stored = await store.putFile(paper.bytes, { maxBytes: MOST_BYTES })
  const [id, file] = [store.newId(), store.newId()]
  const { kind, title, format, meeting, on, figures, checkpoint } = paper
  const values = {
    kind,
    title,
    meeting,
    format,
    document: paper.document ?? null,
    asKnownOn: on,
    file,
    figures: [...figures],
    code: checkpoint === null ? null : checkCode(checkpoint),
    madeBy: caller.name,
    madeAt: store.parts.now().toISOString(),
    state: '草稿',
  }
  const fileValues = { ...stored, name: `${title}.${format}`, media: MEDIA[format], subject: id }
  return {
    id,
    changes: [
      { do: 'add', table: 'file', rows: [{ id: file, values: fileValues }] },
      { do: 'add', table: 'paper', rows: [{ id, values }] },
    ],
  }
}

/**
 * Keeps a made paper: its file by content and its record, in one commit with `also`. Gives the paper's id. A paper begins
 * as 草稿.
 */
export const keepPaper = async (
  store: Store,
  caller: Caller,
  paper: KeptPaper,
  also: (paper: string) => readonly Change[] = () => [],
): Promise<string> => {
  const { id, changes } = await paperToKeep(store, caller, paper)
  await store.commit(caller, [...changes, ...also(id)])
  return id
}
