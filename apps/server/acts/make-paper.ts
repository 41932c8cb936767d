import {
  checkBinding,
  hasNumber,
  type Paper,
  type QuarterReviewInput,
  quarterReviewPaper,
  type ReviewRow,
  walkRuns,
} from '@yundiao/briefings'
import { type LocalDate, Problem, parsePeriod, partsOf } from '@yundiao/kernel'
import { docxBytes } from '@yundiao/office'
import type { Caller, Store } from '@yundiao/store'
import type { Board } from '../views/board-schema.ts'
import { type MeetingRecord, readCarryOver } from '../views/carry-over.ts'
import { reviewRow } from '../views/review-rows.ts'
import { keepPaper, printedAt } from './keep-paper.ts'
import { asPaperReader } from './paper-reader.ts'

/** Year and quarter a board speaks of. Throws Problem period.invalid for months that end no quarter. */
const quarterOf = (period: string): { year: number; quarter: QuarterReviewInput['quarter'] } => {
  const parsed = parsePeriod(period)
  const { year, month } = partsOf(parsed?.ends ?? '0001-01-01')
  if (!parsed || month % 3 !== 0)
    throw new Problem('period.invalid', `季度材料要按季度的数，${period} 不到季末；请选季度会议或调整会议的期别`, {
      period,
    })
  return { year, quarter: (month / 3) as QuarterReviewInput['quarter'] }
}

type Basis = { meeting: MeetingRecord; board: Board; on: LocalDate }

/** The lines of sheet T1 in full, and of those beside it the ones that have a number. */
const linesOf = ({ rows, supplement, period }: Board): ReviewRow[] => [
  ...rows.map((row) => reviewRow(row, period)),
  ...supplement.map((row) => reviewRow(row, period)).filter(hasNumber),
]

/** 《一季度经济运行情况》 from the board and the carry-over as known on a day; the same day gives the same figures. */
const reviewPaper = async (store: Store, caller: Caller, { meeting, board, on }: Basis): Promise<Paper> => {
  const carryOver = await readCarryOver(store, await asPaperReader(store, caller), meeting, on)
  return quarterReviewPaper({
    city: board.city,
    ...quarterOf(board.period),
    asKnownOn: on,
    meeting: `${meeting.heldOn ?? ''} ${meeting.title}`.trim(),
    checkpoint: (await store.checkpoint(caller.city)).hash,
    rows: linesOf(board),
    previousItems: carryOver.rows.map(({ item, title, leadUnit, state, change }) => ({
      item,
      title,
      leadUnit,
      state: state.word,
      change,
    })),
    preparedBy: null,
  })
}

/** Every figure a paper is bound to, also those its own calculations took in. */
const figuresOf = (paper: Paper): string[] => {
  const refs = walkRuns(paper).flatMap(({ run }) => {
    if ('figure' in run) return [run.figure as string]
    return 'formula' in run ? run.formula.inputs.filter((input) => input.startsWith('fig:')) : []
  })
  return [...new Set(refs)]
}

const refuseUnbound = (paper: Paper): void => {
  const { unbound } = checkBinding(paper)
  const [first] = unbound
  if (first) throw new Error(`paper ${paper.kind}: ${first.text} at ${first.where} is bound to nothing`)
}

/** Makes the paper and keeps it. Gives its id. */
export const makeReview = async (store: Store, caller: Caller, basis: Basis): Promise<string> => {
  const paper = await reviewPaper(store, caller, basis)
  refuseUnbound(paper)
  const { kind, title, checkpoint } = paper
  const bytes = await docxBytes(paper, { printedAt: printedAt(store) })
  const { meeting, on } = basis
  const kept = { kind, title, checkpoint, bytes, on, meeting: meeting.id, figures: figuresOf(paper) }
  return keepPaper(store, caller, { ...kept, format: 'docx' })
}
