import { z } from '@hono/zod-openapi'
import { type Paper, walkRuns } from '@yundiao/briefings'
import type { LocalDate } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { type KeptWithdrawal, openKept, type RunFiles } from './kept.ts'
import { readRunView } from './list.ts'
import { runSchema } from './list-schema.ts'
import { withdrawalSchema } from './run-schema.ts'
import { shownWithdrawal } from './withdrawal.ts'

export const paperRunSchema = z.object({
  run: runSchema,
  /** 公示 of it withdrawn since the paper was made. */
  withdrawals: z.array(withdrawalSchema),
})
export type PaperRunView = z.infer<typeof paperRunSchema>

const MARK = 'evaluation:'

/** The run the numbers of a paper are counted from; null where none is. */
const runOf = (paper: Paper): string | null => {
  const inputs = walkRuns(paper).flatMap(({ run }) => ('formula' in run ? run.formula.inputs : []))
  return inputs.find((input) => input.startsWith(MARK))?.slice(MARK.length) ?? null
}

type Made = { paper: Paper; madeAt: string | null; asKnownOn: LocalDate }

/** A withdrawal the paper itself cannot tell of. */
const isLater = ({ at, withdrawnOn }: KeptWithdrawal, { madeAt, asKnownOn }: Made): boolean =>
  at !== undefined && madeAt !== null ? at > madeAt : withdrawnOn >= asKnownOn

/**
 * How the evaluation a paper tells of stands at the end of the day `on`, and what of it was withdrawn since; null for other
 * papers, and where the reader does not see the run.
 */
export const readPaperRun = async (
  store: Store,
  caller: Caller,
  made: Made,
  on: LocalDate,
): Promise<PaperRunView | null> => {
  const id = runOf(made.paper)
  const record = id === null ? null : await store.record(caller, 'evaluation', id, on)
  if (!record) return null
  const { withdrawn } = record.files as unknown as RunFiles
  const all = withdrawn ? await openKept<readonly KeptWithdrawal[]>(store, withdrawn) : []
  return {
    run: await readRunView(store, caller, record, on),
    withdrawals: all.filter((one) => isLater(one, made)).map(shownWithdrawal),
  }
}
