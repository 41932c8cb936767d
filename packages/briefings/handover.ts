import { dayInWords, type LocalDate } from '@yundiao/kernel'
import type { Block, Paper, PaperColumn, PaperRow, Run } from './paper.ts'

/** One item of a 交办单; null is 待明确. */
export type HandoverLine = {
  item: string
  number: string
  title: string
  /** What is asked, in the characters of the basis. */
  quotes: readonly string[]
  steps: string | null
  measure: string | null
  leadLeader: string | null
  /** 配合单位. */
  assist: readonly string[]
  deadline: string | null
  feedback: string | null
}

/** A 交办单: what one lead unit is to do, from when, and who approved that it is asked. */
export type HandoverInput = {
  city: { code: string; name: string }
  number: string
  unit: string
  /** 依据 as it is to be read. */
  basis: string
  approval: string
  issuedOn: LocalDate
  /** By when the first 进展情况 is due; null is 待明确. */
  feedbackOn: LocalDate | null
  lines: readonly HandoverLine[]
  asKnownOn: LocalDate
  meeting: string | null
  checkpoint: string | null
}

const COLUMNS: readonly PaperColumn[] = [
  { label: '编号', share: 28, align: 'center' },
  { label: '事项', share: 34, align: 'left' },
  { label: '要求', share: 46, align: 'left' },
  { label: '责任单位', share: 24, align: 'center' },
  { label: '责任人', share: 14, align: 'center' },
  { label: '时限', share: 20, align: 'center' },
]

const orGap = (item: string, words: string | null): readonly Run[] =>
  words === null || words === '' ? [{ gap: '待明确' }] : [{ item, text: words }]

const asked = ({ quotes, steps, measure }: HandoverLine): string =>
  [
    `原文：${quotes.join('；')}`,
    ...(steps === null ? [] : [`举措：${steps}`]),
    `目标或成果形式：${measure ?? '待明确'}`,
  ].join('。')

const unitsOf = (unit: string, { assist }: HandoverLine): string =>
  assist.length === 0 ? `${unit}（牵头）` : `${unit}（牵头）、${assist.join('、')}`

const rowOf = (unit: string, line: HandoverLine): PaperRow => ({
  cells: [
    [{ free: line.number, as: 'document-number' }],
    [{ item: line.item, text: line.title }],
    [{ item: line.item, text: asked(line) }],
    [{ item: line.item, text: unitsOf(unit, line) }],
    [{ gap: '待明确' }],
    orGap(line.item, line.deadline),
  ],
})

const paragraph = (...runs: readonly Run[]): Block => ({ kind: 'paragraph', runs })

const opening = (input: HandoverInput): Block =>
  paragraph(
    { text: '依据' },
    { free: input.basis, as: 'document-number' },
    { text: '，现将下列' },
    {
      formula: { id: 'count-items', version: 1, inputs: input.lines.map(({ item }) => `item:${item}`) },
      shown: `${input.lines.length}件`,
    },
    {
      text: '督办事项交你单位牵头办理。请明确责任人，会同责任单位抓好落实；原文未写明的，标为“待明确”，请于首次反馈时报明。',
    },
  )

const feedbackRuns = ({ feedbackOn, lines }: HandoverInput): readonly Run[] => {
  const often = [...new Set(lines.flatMap(({ feedback }) => feedback ?? []))]
  return [
    { text: '反馈要求：首次反馈时限' },
    feedbackOn === null ? { gap: '待明确' } : { free: dayInWords(feedbackOn), as: 'date' },
    { text: '；反馈频次' },
    often.length === 0 ? { gap: '待明确' } : { free: often.join('、'), as: 'date' },
    { text: '。进展情况每件不超过' },
    { free: '150字', as: 'ordinal' },
    { text: '，由主要负责人审签。' },
  ]
}

/** 《督办事项交办单》: number, items, what is asked, units, time, feedback; 文号 and seal are left to the office's OA. */
export const handoverPaper = (input: HandoverInput): Paper => ({
  kind: 'handover',
  title: '督办事项交办单',
  city: input.city,
  asKnownOn: input.asKnownOn,
  ...(input.meeting === null ? {} : { meeting: input.meeting }),
  checkpoint: input.checkpoint,
  blocks: [
    paragraph({ text: '编号：' }, { free: input.number, as: 'document-number' }),
    paragraph({ text: '交办日期：' }, { free: dayInWords(input.issuedOn), as: 'date' }),
    paragraph({ text: `承办单位：${input.unit}` }),
    opening(input),
    {
      kind: 'table',
      caption: '',
      unitLine: '',
      columns: COLUMNS,
      rows: input.lines.map((line) => rowOf(input.unit, line)),
    },
    paragraph(...feedbackRuns(input)),
    paragraph({ text: '审定：' }, { free: input.approval, as: 'date' }),
    paragraph({ text: '发文字号：　　　　　　　　　　签发人：' }),
    paragraph({ text: '（盖章）' }),
    { kind: 'note', runs: [{ text: '发文字号、签发人和盖章由办公系统办理后回填；本单以正式发文为准。' }] },
  ],
  foot: { preparedBy: null },
})
