import { answerBookPaper } from '@yundiao/briefings'
import { type LocalDate, Problem } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { readAnswers } from '../views/answers.ts'
import { markInner } from '../views/inner-runs.ts'
import { keepDocument, requireMaker } from './keep-document.ts'
import { asPaperReader } from './paper-reader.ts'

type Asked = { period: string; on: LocalDate; questions: readonly string[] }

/**
 * Makes 备询手册 of the questions asked and keeps it among the papers; ledgers are read with what every reader of papers may
 * see. Gives the paper's id. Throws Problem right.missing, input.invalid, period.invalid.
 */
export const makeAnswerBook = async (
  store: Store,
  caller: Caller,
  { period, on, questions }: Asked,
): Promise<string> => {
  requireMaker(caller)
  const { input, pages, inner } = await readAnswers(store, await asPaperReader(store, caller), { period, on })
  const known = new Set(pages.map(({ id }) => id))
  const strange = questions.find((id) => !known.has(id))
  if (strange !== undefined)
    throw new Problem('input.invalid', `没有“${strange}”这一问，请刷新备询要点后重新选择`, { field: 'questions' })
  const unit = caller.unit === null ? null : await store.record(caller, 'unit', caller.unit)
  const { hash: checkpoint } = await store.checkpoint(caller.city)
  const made = answerBookPaper(input, questions, { checkpoint, foot: { preparedBy: unit?.name ?? null } })
  const paper = { ...made, blocks: markInner(made.blocks, inner) }
  return keepDocument(store, caller, paper, on)
}
