import { Problem } from '@yundiao/kernel'
import { replay, runScorecard } from '@yundiao/scorecards'
import type { Caller, Store } from '@yundiao/store'
import { hashOf, type KeptCorrection, keptBytes, openKept, type Run, type RunFiles, readRun } from './kept.ts'
import { requireWhole } from './sight.ts'

/** Whether the difference a correction made comes out the same from both runs' inputs; null where there is none in sight. */
const isCorrectionSame = async (store: Store, caller: Caller, run: Run): Promise<boolean | null> => {
  const { files, record } = run
  if (!files.correction || record.basedOn === null) return null
  if (!(await store.record(caller, 'evaluation', record.basedOn))) return null
  const base = await readRun(store, caller, record.basedOn)
  const again = replay(run.version.scheme, base.inputs.read.inputs, run.inputs.read.inputs)
  if (again.kind === 'refused') return false
  const { corrections, change, displaced } = again
  const { appeal } = await openKept<KeptCorrection>(store, files.correction)
  return hashOf(keptBytes({ appeal, corrections, change, displaced })) === files.correction.sha256
}

/** A run computed again from what it kept: whether the result, and the difference it made, are those on record, to the byte. */
export const readReplay = async (store: Store, caller: Caller, id: string) => {
  const run = await readRun(store, caller, id)
  const again = runScorecard(run.version.scheme, run.inputs.read.inputs)
  const hash = again.kind === 'scored' ? hashOf(keptBytes(again)) : null
  return {
    reproduced: hash === (run.files.result?.sha256 ?? null),
    correction: await isCorrectionSame(store, caller, run),
    files: Object.entries(run.files).map(([what, { sha256, bytes }]) => ({ what, sha256, bytes })),
  }
}

/** One file of a run as it is kept, to the byte, for who may see everybody's values. Throws Problem right.missing, not-found. */
export const openRunFile = async (store: Store, caller: Caller, { id, what }: { id: string; what: string }) => {
  const run = await readRun(store, caller, id)
  requireWhole(caller, run, '下载留存文件')
  const ref = Object.hasOwn(run.files, what) ? run.files[what as keyof RunFiles] : undefined
  if (!ref) throw new Problem('not-found', '这次评价没有留存这个文件', { evaluation: id })
  return { content: await store.openFile(ref), bytes: ref.bytes, name: `${run.record.title}-${what}.json` }
}
