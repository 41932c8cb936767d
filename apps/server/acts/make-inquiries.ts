import { inquirySheetPaper } from '@yundiao/briefings'
import { Problem } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { foundFindings } from '../views/analysis-findings.ts'
import type { BoardQuery } from '../views/board-cache.ts'
import { unitName } from './draft-paper.ts'
import { keepDocument, requireMaker } from './keep-document.ts'

/** 《询问提纲》 of a period, made and kept among the papers. Gives the paper. Throws Problem right.missing, not-found. */
export const makeInquiries = async (store: Store, caller: Caller, query: BoardQuery): Promise<string> => {
  requireMaker(caller)
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
  return keepDocument(store, caller, paper, { on: query.on, reader: caller })
}
