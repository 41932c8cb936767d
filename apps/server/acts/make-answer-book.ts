import { type AnswerBookFrame, answerBookPaper, type Paper } from '@yundiao/briefings'
import { type LocalDate, Problem } from '@yundiao/kernel'
import { docxBytes } from '@yundiao/office'
import type { Caller, Store } from '@yundiao/store'
import { type Answers, readAnswers } from '../views/answers.ts'
import { markInner } from '../views/inner-runs.ts'
import { refuseUnbound } from './draft-paper.ts'
import { keepDocument, requireMaker } from './keep-document.ts'
import { printedAt } from './keep-paper.ts'
import { asPaperReader } from './paper-reader.ts'

type Asked = { period: string; on: LocalDate; questions: readonly string[] }

const bookOf = async (
  store: Store,
  caller: Caller,
  answers: Answers,
  asked: Asked & Pick<AnswerBookFrame, 'knownTo' | 'keptFor'>,
): Promise<Paper> => {
  const { input, pages, inner } = answers
  const known = new Set(pages.map(({ id }) => id))
  const strange = asked.questions.find((id) => !known.has(id))
  if (strange !== undefined)
    throw new Problem('input.invalid', `没有“${strange}”这一问，请刷新备询要点后重新选择`, { field: 'questions' })
  const unit = caller.unit === null ? null : await store.record(caller, 'unit', caller.unit)
  const { hash: checkpoint } = await store.checkpoint(caller.city)
  const made = answerBookPaper(input, asked.questions, {
    checkpoint,
    foot: { preparedBy: unit?.name ?? null },
    ...(asked.knownTo === undefined ? {} : { knownTo: asked.knownTo }),
    ...(asked.keptFor === undefined ? {} : { keptFor: asked.keptFor }),
  })
  return { ...made, blocks: markInner(made.blocks, inner) }
}

/** With whose sight a booklet that is kept is written: what every reader of papers may see, or the maker's own. */
export type BookSight = 'readers' | 'own'

/**
 * Makes 备询手册 of the questions asked and keeps it among the papers. One of the maker's own sight opens for those alone
 * who hold the ledgers and the clearance it quotes. Gives the paper's id. Throws Problem right.missing, input.invalid,
 * period.invalid.
 */
export const makeAnswerBook = async (
  store: Store,
  caller: Caller,
  { sight, ...asked }: Asked & { sight: BookSight },
): Promise<string> => {
  requireMaker(caller)
  const isOwn = sight === 'own'
  const reader = isOwn ? caller : await asPaperReader(store, caller)
  const answers = await readAnswers(store, reader, asked)
  const book = await bookOf(store, caller, answers, isOwn ? { ...asked, keptFor: 'equals' } : asked)
  // Drafts are counted by title: who finds only one of the two kinds counts right.
  const paper = isOwn ? { ...book, title: `${book.title}（限定查阅）` } : book
  return keepDocument(store, caller, paper, { on: asked.on, reader })
}

/** Which questions a booklet takes: those that call for an answer, or all. */
export type BookChoice = 'pressing' | 'all'

/**
 * 备询手册 as the caller's own sight has it, single enterprises with it where they may be seen: given as a file to the one
 * who asked, kept nowhere, and that it was carried out is an event before it is given. Throws Problem period.invalid.
 */
export const carryAnswerBook = async (
  store: Store,
  caller: Caller,
  { period, on, which }: { period: string; on: LocalDate; which: BookChoice },
): Promise<{ bytes: Uint8Array; title: string }> => {
  const answers = await readAnswers(store, caller, { period, on })
  const questions = answers.pages.filter(({ weight }) => which === 'all' || weight > 0).map(({ id }) => id)
  const paper = await bookOf(store, caller, answers, { period, on, questions, knownTo: caller.name })
  refuseUnbound(paper)
  const body = { rows: questions.length, format: 'docx', period, on }
  await store.commit(caller, [{ do: 'note', stream: 'access', kind: 'answers.exported', subject: 'answers', body }])
  return { bytes: await docxBytes(paper, { printedAt: printedAt(store) }), title: `${paper.title}（本人备询）` }
}
