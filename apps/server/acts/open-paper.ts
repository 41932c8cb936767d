import type { Readable } from 'node:stream'
import { parseFigureRef } from '@yundiao/figures'
import { Problem } from '@yundiao/kernel'
import type { Caller, RecordOf, Store } from '@yundiao/store'
import type { PaperRecord } from '../views/paper.ts'

/** Which of these figures the caller may not see today: not released to them, or of another's region. */
const outOfSight = async (store: Store, caller: Caller, refs: readonly string[]): Promise<string[]> => {
  const asked = refs.flatMap((ref) => parseFigureRef(ref) ?? [])
  if (asked.length === 0) return []
  const unique = (values: readonly string[]): string[] => [...new Set(values)]
  const seen = await store.figures(caller, {
    on: caller.today,
    allVintages: true,
    indicators: unique(asked.map((one) => one.series.indicator)),
    periods: unique(asked.map((one) => one.period)),
    regions: unique(asked.map((one) => one.region)),
  })
  const held = new Set<string>(seen.map((figure) => figure.ref))
  return refs.filter((ref) => !held.has(ref))
}

/**
 * The file of a paper. Whoever may not see one of its figures yet may not have it either.
 * Throws Problem not-found, right.missing, files.damaged.
 */
export const openPaper = async (
  store: Store,
  caller: Caller,
  id: string,
): Promise<{ file: RecordOf<'file'>; content: Readable }> => {
  const paper: PaperRecord | null = await store.record(caller, 'paper', id)
  const file = paper?.file ? await store.record(caller, 'file', paper.file) : null
  if (!paper || !file) throw new Problem('not-found', '没有找到这份材料，或无权查看', { paper: id })
  const hidden = await outOfSight(store, caller, paper.figures ?? [])
  if (hidden.length > 0)
    throw new Problem('right.missing', `材料含${hidden.length}个尚未发布的数，只有限定阅知人员可以打开；发布后再取`, {
      paper: id,
    })
  return { file, content: await store.openFile({ sha256: file.sha256, bytes: file.bytes ?? 0 }) }
}
