import type { Clause } from '@yundiao/directives'
import { Problem } from '@yundiao/kernel'
import type { Caller, RecordOf, Store } from '@yundiao/store'

export type ClauseRecord = RecordOf<'clause'>
export type DocumentRecord = RecordOf<'document'>

export const factOfClause = (row: ClauseRecord): Clause => ({
  id: row.id,
  document: row.document,
  seq: row.seq ?? 0,
  parent: row.parent,
  level: row.level ?? 1,
  start: row.starts ?? 0,
  end: row.ends ?? 0,
  text: row.text,
  action: row.action ?? row.text,
  theme: (row.theme ?? 'other') as Clause['theme'],
  disposition: row.disposition as Clause['disposition'],
  reason: row.reason,
  item: row.item,
})

/** A clause and its document in the caller's sight, the clause at the version the writer saw. */
export const readClause = async (
  store: Store,
  caller: Caller,
  id: string,
): Promise<{ clause: ClauseRecord; document: DocumentRecord }> => {
  const clause = await store.record(caller, 'clause', id)
  const document = clause && (await store.record(caller, 'document', clause.document))
  if (!clause || !document) throw new Problem('not-found', '没有找到这条会议要求，或无权查看', { clause: id })
  return { clause, document }
}
