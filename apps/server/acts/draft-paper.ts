import {
  checkBinding,
  hasNumber,
  type Paper,
  previousItemsPaper,
  type QuarterReviewInput,
  quarterReviewPaper,
  type ReviewRow,
  type Sheet,
  sheetRows,
  t1Sheet,
  walkRuns,
} from '@yundiao/briefings'
import { type LocalDate, Problem, parsePeriod, partsOf } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import type { Board } from '../views/board-schema.ts'
import { type MeetingRecord, readPreviousItems } from '../views/carry-over.ts'
import { reviewRow } from '../views/review-rows.ts'
import { t1Notes, t1Row } from '../views/t1-rows.ts'
import type { PrintedContent } from './keep-paper.ts'
import { asPaperReader } from './paper-reader.ts'

/** The papers of a meeting this program drafts, in the order of its set. */
export const DRAFTED = ['quarter-review', 't1', 'previous-items'] as const
export type DraftedKind = (typeof DRAFTED)[number]

/** What a paper is drafted from: the meeting, the board of its period, the day it is read at. */
export type PaperBasis = { meeting: MeetingRecord; board: Board; on: LocalDate }

/** A paper before it has a form: its content, and every figure it is bound to. */
export type DraftedPaper = {
  kind: DraftedKind
  title: string
  content: PrintedContent
  figures: readonly string[]
  /** Ledgers whose rows it tells of beside those its runs are bound to. */
  ledgers: readonly string[]
  checkpoint: string | null
}

/** Whether a period ends a quarter, as the quarter's paper must. */
export const endsQuarter = (period: string): boolean => {
  const parsed = parsePeriod(period)
  return parsed !== null && partsOf(parsed.ends).month % 3 === 0
}

/** Year and quarter a board speaks of. Throws Problem period.invalid for months that end no quarter. */
const quarterOf = (period: string): Pick<QuarterReviewInput, 'year' | 'quarter'> => {
  if (!endsQuarter(period))
    throw new Problem('period.invalid', `季度材料要按季度的数，${period} 不到季末；请选季度会议或调整会议的期别`, {
      period,
    })
  const { year, month } = partsOf(parsePeriod(period)?.ends ?? '0001-01-01')
  return { year, quarter: (month / 3) as QuarterReviewInput['quarter'] }
}

/** The lines of sheet T1 in full, and of those beside it the ones that have a number. */
const linesOf = ({ rows, supplement, period }: Board): ReviewRow[] => [
  ...rows.map((row) => reviewRow(row, period)),
  ...supplement.map((row) => reviewRow(row, period)).filter(hasNumber),
]

/** The full name of the caller's unit, as papers print who made them; null where there is none. */
export const unitName = async (store: Store, caller: Caller): Promise<string | null> =>
  caller.unit === null ? null : ((await store.record(caller, 'unit', caller.unit))?.name ?? null)

/** Who reports the economy to the meeting: the agenda's word, of a point that names it. */
const reporterOf = async (store: Store, caller: Caller, meeting: string, on: LocalDate): Promise<string | null> => {
  const points = await store.records(caller, 'agenda', { where: { meeting }, order: 'seq', on })
  const unit = points.find(({ title }) => title.includes('经济运行'))?.reportingUnit ?? null
  return unit === null ? null : ((await store.record(caller, 'unit', unit))?.name ?? unit)
}

const frameOf = async (store: Store, caller: Caller, { meeting, board, on }: PaperBasis) => {
  const { items, ledgers } = await readPreviousItems(store, await asPaperReader(store, caller), meeting, on)
  const frame = {
    city: board.city,
    asKnownOn: on,
    meeting: `${meeting.heldOn ?? ''} ${meeting.title}`.trim(),
    checkpoint: (await store.checkpoint(caller.city)).hash,
    previousItems: items,
    preparedBy: await unitName(store, caller),
    reportedBy: await reporterOf(store, caller, meeting.id, on),
  }
  return { frame, ledgers }
}

/** Every figure a paper is bound to, also those its own calculations took in. */
export const paperFigures = (paper: Paper): string[] => {
  const refs = walkRuns(paper).flatMap(({ run }) => {
    if ('figure' in run) return [run.figure as string]
    return 'formula' in run ? run.formula.inputs.filter((input) => input.startsWith('fig:')) : []
  })
  return [...new Set(refs)]
}

const sheetFigures = (sheet: Sheet): string[] => {
  const refs = sheetRows(sheet).flatMap(({ cells }) =>
    cells.flatMap((cell) => {
      if (cell === null) return []
      if ('figure' in cell) return [cell.figure as string]
      return 'formula' in cell ? cell.formula.inputs.filter((input) => input.startsWith('fig:')) : []
    }),
  )
  return [...new Set(refs)]
}

/** A paper with a number bound to nothing is a bug of its template. */
export const refuseUnbound = (paper: Paper): void => {
  const [first] = checkBinding(paper).unbound
  if (first) throw new Error(`paper ${paper.kind}: ${first.text} at ${first.where} is bound to nothing`)
}

const asDocument = (kind: DraftedKind, paper: Paper, ledgers: readonly string[]): DraftedPaper => {
  refuseUnbound(paper)
  const { title, checkpoint } = paper
  return { kind, title, checkpoint, figures: paperFigures(paper), ledgers, content: { kind: 'document', paper } }
}

const draftT1 = async (store: Store, caller: Caller, { board, on }: PaperBasis): Promise<DraftedPaper> => {
  const { city, period, periodWords, rows, supplement } = board
  const checkpoint = (await store.checkpoint(caller.city)).hash
  const sheet = t1Sheet({
    city,
    period,
    periodWords,
    asKnownOn: on,
    checkpoint,
    reporter: await unitName(store, caller),
    rows: rows.map((row) => t1Row(row, period)),
    others: supplement.filter((row) => row.missing === null).map((row) => t1Row(row, period)),
    notes: t1Notes(board),
  })
  const content: PrintedContent = { kind: 'sheet', sheet }
  return { kind: 't1', title: sheet.title, checkpoint, figures: sheetFigures(sheet), ledgers: [], content }
}

/**
 * A paper of a meeting as known on a day: the same day gives the same figures. Ledgers are read with what every reader of
 * the paper may see. Throws Problem period.invalid where the quarter's paper is asked for months that end none.
 */
export const draftPaper = async (
  store: Store,
  caller: Caller,
  kind: DraftedKind,
  basis: PaperBasis,
): Promise<DraftedPaper> => {
  if (kind === 't1') return draftT1(store, caller, basis)
  const quarter = kind === 'quarter-review' ? quarterOf(basis.board.period) : null
  const { frame, ledgers } = await frameOf(store, caller, basis)
  if (quarter === null) return asDocument(kind, previousItemsPaper(frame), ledgers)
  return asDocument(kind, quarterReviewPaper({ ...frame, ...quarter, rows: linesOf(basis.board) }), ledgers)
}
