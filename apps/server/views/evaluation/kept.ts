import { createHash } from 'node:crypto'
import { type LocalDate, Problem } from '@yundiao/kernel'
import type {
  Evaluation,
  EvaluationInputs,
  EvaluationRow,
  EvaluationVersion,
  Replay,
  Result,
  Robustness,
  RobustnessSpec,
} from '@yundiao/scorecards'
import type { Caller, RecordOf, Store } from '@yundiao/store'

export type RunRecord = RecordOf<'evaluation'>

/** One file of a run, by its content. */
export type FileRef = { sha256: string; bytes: number }
export type RunFiles = {
  scheme: FileRef
  inputs: FileRef
  result?: FileRef
  assurance?: FileRef
  correction?: FileRef
  withdrawn?: FileRef
}

/** The method as it was run: the version with the scheme used, changed weights and all. */
export type KeptScheme = {
  evaluation: Omit<Evaluation, 'versions'>
  version: EvaluationVersion
  track: string | null
}

/** Rows as they were read, and what the scheme was run on. */
export type KeptInputs = {
  rows: readonly (EvaluationRow & { knownFrom: string; demo: boolean })[]
  read: EvaluationInputs
}

export type KeptAssurance = { spec: RobustnessSpec; robustness: Robustness }

/** A correction: what changed, and everyone it moved. The results themselves lie with their runs. */
export type KeptCorrection = { appeal: string } & Pick<Replay, 'corrections' | 'change' | 'displaced'>

/** A 公示 that was withdrawn: what was shown, when, and why it no longer is. */
export type KeptWithdrawal = {
  from: LocalDate
  until: LocalDate | null
  publishedBy: string
  withdrawnOn: LocalDate
  /** The minute of it, so that a paper made the same day is told apart as before or after. */
  at?: string
  withdrawnBy: string
  reason: string
}

/** A run with what its files hold. `result` is null for a 草稿. */
export type Run = KeptScheme & {
  record: RunRecord
  files: RunFiles
  inputs: KeptInputs
  result: Result | null
  assurance: KeptAssurance | null
  /** Earlier 公示 of this run, the first one first. */
  withdrawals: readonly KeptWithdrawal[]
}

const MOST_CACHED = 24
/** By content: what a file holds never changes, and who may read it was settled by the row that names it. */
const opened = new Map<string, unknown>()

const readWhole = async (content: AsyncIterable<Uint8Array>): Promise<string> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of content) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/** A kept file as data. Throws Problem files.damaged. */
export const openKept = async <T>(store: Store, ref: FileRef): Promise<T> => {
  const known = opened.get(ref.sha256)
  if (known !== undefined) {
    opened.delete(ref.sha256)
    opened.set(ref.sha256, known)
    return known as T
  }
  const value = JSON.parse(await readWhole(await store.openFile(ref))) as T
  opened.set(ref.sha256, value)
  const [oldest] = opened.keys()
  if (opened.size > MOST_CACHED && oldest !== undefined) opened.delete(oldest)
  return value
}

/** The bytes a value is kept as, and their name. */
export const keptBytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The state of a 试算 taken away: its row, files and events stay, and past days show it as it was. */
export const REMOVED = '已删除'

/** The row of a run in the caller's sight, now or as it was known on a day. Throws Problem not-found. */
export const readRunRecord = async (store: Store, caller: Caller, id: string, on?: LocalDate): Promise<RunRecord> => {
  const record = await store.record(caller, 'evaluation', id, on)
  if (!record) {
    const day = on === undefined || on === caller.today ? '' : `截至 ${on}，`
    throw new Problem('not-found', `${day}没有找到这次评价，或尚未公示、无权查看`, { evaluation: id })
  }
  if (record.state === REMOVED)
    throw new Problem('not-found', `“${record.title}”已于 ${record.knownFrom} 由${record.madeBy ?? '试算人'}删除`, {
      evaluation: id,
    })
  return record
}

/** A run with its files, now or as it was known on a day. Throws Problem not-found. */
export const readRun = async (store: Store, caller: Caller, id: string, on?: LocalDate): Promise<Run> => {
  const record = await readRunRecord(store, caller, id, on)
  const files = record.files as unknown as RunFiles
  const [scheme, inputs, result, assurance, withdrawals] = await Promise.all([
    openKept<KeptScheme>(store, files.scheme),
    openKept<KeptInputs>(store, files.inputs),
    files.result ? openKept<Result>(store, files.result) : null,
    files.assurance ? openKept<KeptAssurance>(store, files.assurance) : null,
    files.withdrawn ? openKept<readonly KeptWithdrawal[]>(store, files.withdrawn) : [],
  ])
  return { ...scheme, record, files, inputs, result, assurance, withdrawals }
}

/** A run that has a result. Throws Problem state.illegal for a 草稿. */
export const scoredRun = (run: Run): Run & { result: Result } => {
  if (!run.result)
    throw new Problem('state.illegal', `“${run.record.title}”还是草稿，没有结果：${run.record.refusal ?? '请先试算'}`, {
      evaluation: run.record.id,
    })
  return { ...run, result: run.result }
}

/** What tells a unit of this run in another. */
export const unitKeys = ({ inputs }: Pick<Run, 'inputs'>): ReadonlyMap<string, string> =>
  new Map(inputs.read.units.map(({ unit, identity }) => [unit, identity]))
