import { type FindingLine, findingsSheet, saidPartsText } from '@yundiao/briefings'
import { xlsxBytes } from '@yundiao/office'
import type { Caller, Store } from '@yundiao/store'
import { printedAt } from '../acts/keep-paper.ts'
import { readFindingsView } from '../views/analysis-findings.ts'
import type { FindingView } from '../views/analysis-findings-schema.ts'
import type { BoardQuery } from '../views/board-cache.ts'
import { readNames } from '../views/names.ts'
import { reporterOf } from './reporter.ts'

const lineOf = (finding: FindingView): FindingLine => ({
  kind: finding.kindLabel,
  place: finding.regionName,
  indicator: finding.label,
  words: finding.sentences.map(saidPartsText).join(''),
  since: finding.since,
  rarity: finding.rarity ?? (finding.lacks.includes('history') ? '期数不足，未判断' : null),
  leadUnit: finding.leadUnit?.name ?? null,
  leader: finding.leader,
  marks: finding.marks,
  item: finding.item?.number ?? null,
})

/** 研判要点 as a sheet, as the caller sees them; that it was carried out is an event before it is given. */
export const exportFindings = async (
  store: Store,
  caller: Caller,
  query: BoardQuery,
): Promise<{ bytes: Uint8Array; title: string }> => {
  const view = await readFindingsView(store, caller, query)
  const names = await readNames(store, caller)
  const sheet = findingsSheet({
    periodWords: view.periodWords,
    lines: view.findings.map(lineOf),
    reporter: reporterOf(caller, names),
    asKnownOn: query.on,
    notes: view.notes,
    checkpoint: await store.newestCheckpoint(caller),
  })
  const body = { rows: view.findings.length, format: 'xlsx', period: view.period, on: query.on }
  await store.commit(caller, [{ do: 'note', stream: 'access', kind: 'findings.exported', subject: 'findings', body }])
  return { bytes: await xlsxBytes(sheet, { printedAt: printedAt(store) }), title: sheet.title }
}
