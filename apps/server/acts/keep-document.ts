import type { Paper } from '@yundiao/briefings'
import { type LocalDate, Problem } from '@yundiao/kernel'
import { docxBytes } from '@yundiao/office'
import { type Caller, mayDo, type Store } from '@yundiao/store'
import { paperFigures, refuseUnbound } from './draft-paper.ts'
import { keepPaper, printedAt } from './keep-paper.ts'

/** Throws Problem right.missing for who may not make papers. */
export const requireMaker = (caller: Caller): void => {
  if (!mayDo(caller)['paper.make'])
    throw new Problem('right.missing', '当前账号没有“生成材料”的权限，请由运行办或督查办理')
}

/** A document of no meeting printed as docx and kept among the papers, every number bound; ledgers were read as `reader`. Gives the paper's id. */
export const keepDocument = async (
  store: Store,
  caller: Caller,
  paper: Paper,
  { on, reader }: { on: LocalDate; reader: Caller },
): Promise<string> => {
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
    checkpoint: paper.checkpoint,
    printed: { kind: 'document', paper },
    quoting: { reader },
  })
}
