import { dayInWords, type LocalDate } from '@yundiao/kernel'
import type { Block, Paper, Run } from './paper.ts'
import { type SaidPart, saidRuns } from './said-runs.ts'

/** 询问提纲 before it has a format. `unit` null is 待明确; questions in the order of their findings. */
export type InquirySheetInput = {
  city: { code: string; name: string }
  periodWords: string
  units: readonly { unit: string | null; questions: readonly (readonly SaidPart[])[] }[]
  asKnownOn: LocalDate
  checkpoint: string | null
  preparedBy: string | null
}

const paragraph = (...runs: readonly Run[]): Block => ({ kind: 'paragraph', runs })

const opening = ({ asKnownOn, periodWords }: InquirySheetInput): Block =>
  paragraph(
    { text: '按' },
    { free: dayInWords(asKnownOn), as: 'date' },
    { text: '已公布的' },
    { free: periodWords, as: 'period' },
    { text: '数据，拟请下列单位说明有关情况；对数字有不同意见的，请一并说明。' },
  )

const unitBlocks = ({ unit, questions }: InquirySheetInput['units'][number]): readonly Block[] => [
  { kind: 'heading', level: 1, runs: unit === null ? [{ text: '牵头单位' }, { gap: '待明确' }] : [{ text: unit }] },
  ...questions.map((said, at) => paragraph({ free: `${at + 1}.`, as: 'ordinal' }, ...saidRuns(said))),
]

/**
 * 《询问提纲》: by unit, what it is asked about its indicators, each with its figures. Asks for facts; names no fault and
 * gives no order. Figures that are not published yet do not belong here: units are no early readers.
 */
export const inquirySheetPaper = (input: InquirySheetInput): Paper => ({
  kind: 'inquiry-sheet',
  title: `${input.periodWords}经济运行询问提纲`,
  city: input.city,
  asKnownOn: input.asKnownOn,
  checkpoint: input.checkpoint,
  blocks: [
    opening(input),
    ...input.units.filter(({ questions }) => questions.length > 0).flatMap(unitBlocks),
    { kind: 'note', runs: [{ text: '与目标、上期、上年同期、全省的比较和拉动为测算数，由公布数推算。' }] },
  ],
  foot: { preparedBy: input.preparedBy },
})
