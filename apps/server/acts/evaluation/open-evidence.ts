import { Problem } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { readRun } from '../../views/evaluation/kept.ts'
import type { AppealFiles } from '../../views/evaluation/kept-appeal.ts'
import { sightOf } from '../../views/evaluation/sight.ts'

/** The evidence of an appeal, for whoever may see the values of its unit. Throws Problem not-found. */
export const openEvidence = async (store: Store, caller: Caller, asked: { evaluation: string; appeal: string }) => {
  const run = await readRun(store, caller, asked.evaluation)
  const appeal = await store.record(caller, 'appeal', asked.appeal)
  const file = (appeal?.files as unknown as AppealFiles | null)?.evidence
  if (!appeal || !file || appeal.evaluation !== asked.evaluation || !sightOf(caller, run).seesUnit(appeal.subject))
    throw new Problem('not-found', '没有找到佐证材料，或无权查看', { appeal: asked.appeal })
  return { file, content: await store.openFile({ sha256: file.sha256, bytes: file.bytes }) }
}
