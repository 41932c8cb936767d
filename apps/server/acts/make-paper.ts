import { docxBytes, xlsxBytes } from '@yundiao/office'
import type { Caller, Change, Store } from '@yundiao/store'
import {
  DRAFTED,
  type DraftedKind,
  type DraftedPaper,
  draftPaper,
  endsQuarter,
  type PaperBasis,
} from './draft-paper.ts'
import { type KeptPaper, type PaperFormat, paperToKeep, printedAt } from './keep-paper.ts'
import { asPaperReader } from './paper-reader.ts'

/** A drafted paper as the file it leaves in. `id` is what it is kept under, where it is kept. */
export const printPaper = async (
  store: Store,
  { content }: DraftedPaper,
  id?: string,
): Promise<{ format: PaperFormat; bytes: Uint8Array }> => {
  const printed = { printedAt: printedAt(store), ...(id === undefined ? {} : { id }) }
  return content.kind === 'sheet'
    ? { format: 'xlsx', bytes: await xlsxBytes(content.sheet, printed) }
    : { format: 'docx', bytes: await docxBytes(content.paper, printed) }
}

const kept = async (store: Store, caller: Caller, kind: DraftedKind, basis: PaperBasis): Promise<KeptPaper> => {
  const id = store.newId()
  const draft = await draftPaper(store, caller, kind, basis)
  const { title, figures, checkpoint, content, ledgers } = draft
  const file = await printPaper(store, draft, id)
  const quoting = { reader: await asPaperReader(store, caller), ledgers }
  const { meeting, on } = basis
  return { id, kind, title, ...file, meeting: meeting.id, on, figures, checkpoint, printed: content, quoting }
}

/** Makes papers of a meeting and keeps them, all or none. Gives their ids in the order asked. */
export const makePapers = async (
  store: Store,
  caller: Caller,
  kinds: readonly DraftedKind[],
  basis: PaperBasis,
): Promise<readonly string[]> => {
  const papers: { id: string; changes: readonly Change[] }[] = []
  for (const kind of kinds) papers.push(await paperToKeep(store, caller, await kept(store, caller, kind, basis)))
  await store.commit(
    caller,
    papers.flatMap(({ changes }) => changes),
  )
  return papers.map(({ id }) => id)
}

/** The set of a meeting: all it can be given; a period that ends no quarter has no paper of the quarter. */
export const kindsOfSet = ({ board }: PaperBasis): readonly DraftedKind[] =>
  DRAFTED.filter((kind) => kind !== 'quarter-review' || endsQuarter(board.period))
