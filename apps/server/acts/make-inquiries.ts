import { inquirySheetPaper } from '@yundiao/briefings'
import { Problem } from '@yundiao/kernel'
import { docxBytes } from '@yundiao/office'
import { type Caller, mayDo, type Store } from '@yundiao/store'
import { foundFindings } from '../views/analysis-findings.ts'
import type { BoardQuery } from '../views/board-cache.ts'
import { paperFigures, refuseUnbound, unitName } from './draft-paper.ts'
import { keepPaper, printedAt } from './keep-paper.ts'

/** 《询问提纲》 of a period, made and kept among the papers. Gives the paper. Throws Problem right.missing, not-found. */
export const makeInquiries = async (store: Store, caller: Caller, query: BoardQuery): Promise<string> => {
  if (!mayDo(caller)['paper.make'])
    throw new Problem('right.missing', '当前账号没有“生成材料”的权限，请由运行办或督查办理')
  const { view } = await foundFindings(store, caller, query)
  if (view.inquiries.length === 0)
    throw new Problem('not-found', `${view.periodWords}没有已公布数得出的要点，没有可问的事`, { period: view.period })
  const [city] = await store.records(caller, 'region', { where: { code: caller.city } })
  const checkpoint = (await store.checkpoint(caller.city)).hash
  const paper = inquirySheetPaper({
    city: { code: caller.city, name: city?.name ?? caller.city },
    periodWords: view.periodWords,
    units: view.inquiries.map(({ unit, questions }) => ({ unit: unit?.name ?? null, questions })),
    asKnownOn: query.on,
    checkpoint,
    preparedBy: await unitName(store, caller),
  })
  refuseUnbound(paper)
  const id = store.newId()
  return keepPaper(store, caller, {
    id,
    kind: paper.kind,
    title: paper.title,
    format: 'docx',
    bytes: await docxBytes(paper, { printedAt: printedAt(store), id }),
    meeting: null,
    on: query.on,
    figures: paperFigures(paper),
    checkpoint,
    printed: { kind: 'document', paper },
  })
}
