import { answerBookPaper } from '@yundiao/briefings'
import { type LocalDate, Problem } from '@yundiao/kernel'
import { docxBytes } from '@yundiao/office'
import { type Caller, mayDo, type Store } from '@yundiao/store'
import { readAnswers } from '../views/answers.ts'
import { markInner } from '../views/inner-runs.ts'
import { paperFigures, refuseUnbound } from './draft-paper.ts'
import { keepPaper, printedAt } from './keep-paper.ts'
import { asPaperReader } from './paper-reader.ts'

type Asked = { period: string; on: LocalDate; questions: readonly string[] }

/** Throws Problem right.missing for who may not make papers. */
const requireMaker = (caller: Caller): void => {
  if (!mayDo(caller)['paper.make'])
    throw new Problem('right.missing', '当前账号没有“生成材料”的权限，请由运行办或督查办理')
}

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
  refuseUnbound(paper)
  const id = store.newId()
  return keepPaper(store, caller, {
    id,
    kind: paper.kind,
    title: paper.title,
    format: 'docx',
    bytes: await docxBytes(paper, { printedAt: printedAt(store), id }),
    meeting: null,
    on,
    figures: paperFigures(paper),
    checkpoint,
    printed: { kind: 'document', paper },
  })
}
