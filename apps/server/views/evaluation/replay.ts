import { runScorecard } from '@yundiao/scorecards'
import type { Caller, Store } from '@yundiao/store'
import { hashOf, keptBytes, readRun } from './kept.ts'

/** A run computed again from what it kept: whether the result is the one on record, to the byte. */
export const readReplay = async (store: Store, caller: Caller, id: string) => {
  const run = await readRun(store, caller, id)
  const again = runScorecard(run.version.scheme, run.inputs.read.inputs)
  const hash = again.kind === 'scored' ? hashOf(keptBytes(again)) : null
  return {
    reproduced: hash === (run.files.result?.sha256 ?? null),
    files: Object.entries(run.files).map(([what, { sha256, bytes }]) => ({ what, sha256, bytes })),
  }
}
