import { Problem } from '@yundiao/kernel'
import type { Caller, RecordOf, Store } from '@yundiao/store'
import type { Breakdown } from './breakdown.ts'
import { cellsOf, taskLines } from './task-lines.ts'

type SubmissionRecord = RecordOf<'submission'>

/** A table as it was at an instant: an item a line, its cells by column. */
export type SentTable = readonly { item: string; number: string; cells: Readonly<Record<string, string>> }[]

/** What changed in one cell between two tellings of the table; a line that came or went is said as a whole. */
export type TableChange = { item: string; number: string; column: string; was: string; now: string }

export const tableOf = (basis: Breakdown): SentTable =>
  taskLines(basis).map((line) => ({ item: line.item, number: line.number, cells: cellsOf(line) }))

export const snapshotOf = (row: SubmissionRecord): { sent: SentTable; approved: SentTable | null } =>
  (row.snapshot ?? { sent: [], approved: null }) as { sent: SentTable; approved: SentTable | null }

const WHOLE_LINE = '整件'
const titleOf = (line: SentTable[number]): string => line.cells.工作任务 ?? ''

const cellChanges = (was: SentTable[number], now: SentTable[number]): TableChange[] =>
  [...new Set([...Object.keys(was.cells), ...Object.keys(now.cells)])]
    .map((column) => ({ column, was: was.cells[column] ?? '', now: now.cells[column] ?? '' }))
    .filter((change) => change.was !== change.now)
    .map((change) => ({ item: now.item, number: now.number, ...change }))

/** Cell by cell what differs, in the order of the table as it is now; lines that went come last. */
export const changesSince = (was: SentTable, now: SentTable): TableChange[] => {
  const before = new Map(was.map((line) => [line.item, line]))
  const after = new Set(now.map((line) => line.item))
  const gone = was.filter((line) => !after.has(line.item))
  return [
    ...now.flatMap((line) => {
      const old = before.get(line.item)
      if (old) return cellChanges(old, line)
      return [{ item: line.item, number: line.number, column: WHOLE_LINE, was: '', now: titleOf(line) }]
    }),
    ...gone.map((line) => ({
      item: line.item,
      number: line.number,
      column: WHOLE_LINE,
      was: titleOf(line),
      now: '',
    })),
  ]
}

/** 送审 of a document, the earliest first. */
export const readSubmissions = async (store: Store, caller: Caller, document: string): Promise<SubmissionRecord[]> =>
  (await store.records(caller, 'submission', { where: { subjectKind: 'document', subject: document } })).sort(
    (a, b) => turnOf(a) - turnOf(b),
  )

const turnOf = ({ id }: SubmissionRecord): number => Number(/-s(\d+)$/u.exec(id)?.[1] ?? 0)

/** The 审定 in force: the latest turn's. Throws Problem state.illegal where it was not approved. */
export const requireApproved = async (
  store: Store,
  caller: Caller,
  document: string,
  what: string,
): Promise<SubmissionRecord & { approved: SentTable }> => {
  const last = (await readSubmissions(store, caller, document)).at(-1)
  const approved = last && last.state === '审定' ? snapshotOf(last).approved : null
  if (!last || !approved)
    throw new Problem(
      'state.illegal',
      last?.state === '送审'
        ? `送审稿还没有审定，审定后才能${what}`
        : `任务分解表还没有审定，请先送审；审定后才能${what}`,
    )
  return { ...last, approved }
}
