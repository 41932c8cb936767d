import { checkCode, type Paper, type Sheet } from '@yundiao/briefings'
import type { LocalDate } from '@yundiao/kernel'
import type { Caller, Change, Store } from '@yundiao/store'
import { needsOfPaper, type Quoting } from './paper-needs.ts'

const MOST_BYTES = 32 * 1024 * 1024

/** The forms a paper leaves in. */
export type PaperFormat = 'docx' | 'xlsx'

export const MEDIA: Readonly<Record<PaperFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** What was printed, as data: the page of a paper shows it again and opens each 出处. */
export type PrintedContent = { kind: 'document'; paper: Paper } | { kind: 'sheet'; sheet: Sheet }

export type KeptPaper = {
  /** Given where the file itself names the paper it is. */
  id?: string
  kind: string
  title: string
  format: PaperFormat
  bytes: Uint8Array
  meeting: string | null
  /** The document whose breakdown it prints, for papers of 分解立项. */
  document?: string | null
  /** The unit whose paper it is, so that it may fetch the file: a 交办单. */
  unit?: string
  on: LocalDate
  /** References of every figure the paper is bound to. */
  figures: readonly string[]
  checkpoint: string | null
  printed?: PrintedContent
  /** What it quotes of ledgers, and with whose sight they were read: nobody who holds less may open it. */
  quoting: Quoting
}

const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

/** The printing time as papers carry it, in the city's day. */
export const printedAt = (store: Store): string => CLOCK.format(store.parts.now())

/** What a file is called beside its content, which `putFile` knows. */
type FileName = {
  name: string
  media: string
  subject: string
  unit?: string | undefined
  /** What its readers must hold: those of the paper it belongs to. */
  needs: readonly string[] | null
}

/** A file laid by and the change that puts it on record. */
export const layFile = async (
  store: Store,
  content: Uint8Array,
  { unit, needs, ...name }: FileName,
): Promise<{ id: string; change: Change }> => {
  const stored = await store.putFile(content, { maxBytes: MOST_BYTES })
  const id = store.newId()
  const values = { ...stored, ...name, unit: unit ?? null, needs: needs && [...needs] }
  return { id, change: { do: 'add', table: 'file', rows: [{ id, values }] } }
}

type Belongs = { subject: string; needs: readonly string[] }

const layPrinted = async (store: Store, paper: KeptPaper, of: Belongs) =>
  paper.printed === undefined
    ? null
    : layFile(store, new TextEncoder().encode(JSON.stringify(paper.printed)), {
        name: `${paper.title}.json`,
        media: 'application/json',
        ...of,
      })

/** What was printed, whichever form it has. */
export const contentOf = (printed: PrintedContent): Paper | Sheet =>
  printed.kind === 'sheet' ? printed.sheet : printed.paper

/** A made paper with its files stored, and the changes that write them down: for an act that makes several. */
export const paperToKeep = async (
  store: Store,
  caller: Caller,
  paper: KeptPaper,
): Promise<{ id: string; changes: readonly Change[] }> => {
  const id = paper.id ?? store.newId()
  const { kind, title, format, bytes, meeting, on, figures, checkpoint } = paper
  const needs = await needsOfPaper(store, paper.printed ? contentOf(paper.printed) : null, paper.quoting)
  const of: Belongs = { subject: id, needs }
  const file = await layFile(store, bytes, {
    name: `${title}.${format}`,
    media: MEDIA[format],
    unit: paper.unit,
    ...of,
  })
  const printed = await layPrinted(store, paper, of)
  const values = {
    kind,
    title,
    meeting,
    format,
    document: paper.document ?? null,
    asKnownOn: on,
    file: file.id,
    printed: printed?.id ?? null,
    figures: [...figures],
    code: checkpoint === null ? null : checkCode(checkpoint),
    madeBy: caller.name,
    madeAt: store.parts.now().toISOString(),
    state: '草稿',
    needs: [...needs],
  }
  const add: Change = { do: 'add', table: 'paper', rows: [{ id, values }] }
  return { id, changes: [file.change, ...(printed ? [printed.change] : []), add] }
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
