import { dayInWords, type LocalDate } from '@yundiao/kernel'
import type { Block, Paper, PaperColumn, PaperRow, Run } from './paper.ts'

/** One unit of a 公示; `entry` points at its row of the ledger; `place` null where places are not told. */
export type NoticeUnit = { entry: string; name: string; region: string; place: number | null; grade: string | null }

/** An earlier 公示, and why it no longer stands. */
export type NoticeWithdrawal = { from: LocalDate; until: LocalDate | null; on: LocalDate; reason: string }

/**
 * A 公示 of grades: what was evaluated by which document, how long it is shown, to whom an objection goes; of a settled
 * result, what came of the 公示.
 */
export type GradeNoticeInput = {
  city: { code: string; name: string }
  /** The run the numbers are counted from. */
  evaluation: string
  title: string
  year: string
  /** 企业, 园区 … */
  subject: string
  basis: string
  /** Weights other than the method's own, as the paper says them; none where it was run as published. */
  weights: readonly { name: string; shown: string }[]
  /** Where the method was read, and how sure that is (来源等级). */
  source: string
  /** Null: not yet published. `days` in words (5个工作日); null where nobody said. */
  publicity: { from: LocalDate; until: LocalDate | null; days: string | null } | null
  /** 公示 of the same evaluation that were withdrawn before, the first one first. */
  withdrawn: readonly NoticeWithdrawal[]
  /** The run's own 公示 is withdrawn and none has followed: the paper says that alone. */
  isWithdrawn: boolean
  /** Once settled: since when, and what objections came of the 公示; null of those where the reader does not see all. */
  settled: { on: LocalDate; appeals: { filed: number; upheld: number } | null } | null
  /** The unit objections go to; null is 待明确. */
  receiver: string | null
  grades: readonly { grade: string; held: number }[]
  units: readonly NoticeUnit[]
  /** How many were left out, by reason. */
  leftOut: readonly { reason: string; count: number }[]
  isDemo: boolean
  asKnownOn: LocalDate
  checkpoint: string | null
}

const counted = (input: GradeNoticeInput, shown: string): Run => ({
  formula: { id: 'evaluation.count', version: 1, inputs: [`evaluation:${input.evaluation}`] },
  shown,
})

const paragraph = (...runs: readonly Run[]): Block => ({ kind: 'paragraph', runs })

const gradeWords = (grade: string): string => (/^[A-Z]$/u.test(grade) ? `${grade}类` : grade)

const ungraded = (input: GradeNoticeInput): Run[] => {
  const count = input.units.filter(({ grade }) => grade === null).length
  return input.grades.length === 0 || count === 0 ? [] : [{ text: '、不评等次' }, counted(input, `${count}个`)]
}

const opening = (input: GradeNoticeInput): Block =>
  paragraph(
    { text: '根据' },
    { free: input.basis, as: 'document-number' },
    { text: '，对' },
    { free: `${input.year}年度`, as: 'period' },
    { text: `${input.subject}开展评价，参评` },
    counted(input, `${input.units.length}个`),
    ...(input.grades.length === 0 ? [] : [{ text: '，其中' }]),
    ...input.grades.flatMap(({ grade, held }, i): Run[] => [
      { text: `${i === 0 ? '' : '、'}${gradeWords(grade)}` },
      counted(input, `${held}个`),
    ]),
    ...ungraded(input),
    { text: input.settled ? '。经公示，现将结果予以公布。' : '。现将结果予以公示。' },
  )

const publicityRuns = ({ publicity }: GradeNoticeInput): readonly Run[] => {
  if (!publicity) return [{ text: '公示期：' }, { gap: '待明确' }, { text: '。' }]
  const { from, until, days } = publicity
  return [
    { text: '公示期' },
    ...(days === null ? [] : [{ free: days, as: 'period' } as const]),
    { text: '：' },
    { free: dayInWords(from), as: 'date' },
    { text: '至' },
    until === null ? { gap: '待明确' } : { free: dayInWords(until), as: 'date' },
    { text: '。' },
  ]
}

const objectionRuns = ({ receiver, subject }: GradeNoticeInput): readonly Run[] => [
  { text: '对结果有异议的，请在公示期内以书面形式向' },
  receiver === null ? { gap: '待明确' } : { text: receiver },
  {
    text: `提出，写明${subject}名称、有异议的数据、应为多少和理由，加盖公章（个人署实名）并附证明材料；经核实确需更正的，重新计算并另行公布。`,
  },
]

const settledRuns = (input: GradeNoticeInput, on: LocalDate): readonly Run[] => {
  const appeals = input.settled?.appeals ?? null
  return [
    ...publicityRuns(input),
    ...(appeals === null
      ? []
      : appeals.filed === 0
        ? [{ text: '公示期间没有收到申诉。' }]
        : [
            { text: '公示期间收到申诉' },
            counted(input, `${appeals.filed}件`),
            { text: '，采纳' },
            counted(input, `${appeals.upheld}件`),
            { text: '，均已答复。' },
          ]),
    { text: '结果于' },
    { free: dayInWords(on), as: 'date' },
    { text: '定稿。' },
  ]
}

/** Left for a hand: who answers the telephone is in no record. */
const CONTACT = '联系人：　　　　　　联系电话：　　　　　　　'

const shownFrom = ({ from, until }: NoticeWithdrawal): readonly Run[] => [
  { free: dayInWords(from), as: 'date' },
  ...(until === null ? [] : [{ text: '至' }, { free: dayInWords(until), as: 'date' } as const]),
]

/** A reader of a later 公示 may have seen an earlier one. */
const withdrawnBefore = (input: GradeNoticeInput): Block[] =>
  input.withdrawn.map((one) =>
    paragraph(
      { text: '此前' },
      ...shownFrom(one),
      { text: '的公示已于' },
      { free: dayInWords(one.on), as: 'date' },
      { text: '撤回（' },
      { free: one.reason, as: 'name' },
      { text: input.settled ? '），结果以本次为准。' : '），以本次为准，公示期重新计算。' },
    ),
  )

/** A 公示 withdrawn: which, why, and what becomes of objections. */
const withdrawal = (input: GradeNoticeInput, last: NoticeWithdrawal): Block[] => [
  paragraph(
    { text: '根据' },
    { free: input.basis, as: 'document-number' },
    { text: '，对' },
    { free: `${input.year}年度`, as: 'period' },
    { text: `${input.subject}开展评价，结果于` },
    ...shownFrom(last),
    { text: '公示。因' },
    { free: last.reason.replace(/[。；，]+$/u, ''), as: 'name' },
    { text: '，现撤回公示。' },
  ),
  paragraph({
    text: '公示期间已提出的异议，继续核实并答复。重新公示的，另行公告，公示期重新计算。',
  }),
]

/** While objections may come: until when, to whom; afterwards what came of them. */
const middleOf = (input: GradeNoticeInput): Block[] =>
  input.settled
    ? [paragraph(...settledRuns(input, input.settled.on)), ...withdrawnBefore(input)]
    : [
        paragraph(...publicityRuns(input)),
        ...withdrawnBefore(input),
        paragraph(...objectionRuns(input)),
        paragraph({ text: CONTACT }),
      ]

const closing = ({ receiver, publicity, settled, isWithdrawn, withdrawn }: GradeNoticeInput): Block[] => {
  const on = isWithdrawn ? withdrawn.at(-1)?.on : (settled?.on ?? publicity?.from)
  return [
    { kind: 'paragraph', closes: true, runs: [receiver === null ? { gap: '待明确' } : { text: receiver }] },
    {
      kind: 'paragraph',
      closes: true,
      runs: [on === undefined ? { gap: '待明确' } : { free: dayInWords(on), as: 'date' }],
    },
  ]
}

const columnsOf = (isRanked: boolean): PaperColumn[] => [
  { label: isRanked ? '位次' : '序号', share: 10, align: 'center' },
  { label: '名称', share: 50, align: 'left' },
  { label: '地区', share: 22, align: 'center' },
]

/** Where places are told, one without a score has none; else the lines are numbered. */
const rowOf = (unit: NoticeUnit, index: number, isRanked: boolean): PaperRow => ({
  cells: [
    [isRanked && unit.place === null ? { text: '—' } : { free: String(unit.place ?? index + 1), as: 'ordinal' }],
    [{ entry: unit.entry, text: unit.name }],
    [{ text: unit.region }],
  ],
})

const UNGRADED = '参加评价、不评等次'

/** Lists by grade, the best first; one list where the method has no grades. */
const rowsOf = (input: GradeNoticeInput): PaperRow[] => {
  const isRanked = input.units.some(({ place }) => place !== null)
  const rows = (units: readonly NoticeUnit[]) => units.map((unit, i) => rowOf(unit, i, isRanked))
  if (input.grades.length === 0) return rows(input.units)
  return [...input.grades.map(({ grade }) => grade), null].flatMap((grade) => {
    const held = input.units.filter((unit) => unit.grade === grade)
    if (held.length === 0) return []
    const title = [{ text: `${grade === null ? UNGRADED : gradeWords(grade)}（` }, counted(input, `${held.length}个`)]
    return [{ section: true, cells: [[...title, { text: '）' }]] }, ...rows(held)]
  })
}

const tableOf = (input: GradeNoticeInput): Block => ({
  kind: 'table',
  caption: '评价结果',
  unitLine: '',
  columns: columnsOf(input.units.some(({ place }) => place !== null)),
  rows: rowsOf(input),
})

/** A paper that names a method must say where it left it. */
const weightsBlock = (input: GradeNoticeInput): readonly Block[] =>
  input.weights.length === 0
    ? []
    : [
        {
          kind: 'note',
          runs: [
            { text: '指标权重与办法原文不同，本次为：' },
            ...input.weights.flatMap(({ name, shown }, i): Run[] => [
              { free: `${i === 0 ? '' : '、'}${name}`, as: 'name' },
              counted(input, shown),
            ]),
            { text: '。' },
          ],
        },
      ]

const leftOutBlock = (input: GradeNoticeInput): readonly Block[] =>
  input.leftOut.length === 0
    ? []
    : [
        {
          kind: 'note',
          runs: [
            { text: '未参评的：' },
            ...input.leftOut.flatMap(({ reason, count }, i): Run[] => [
              { free: `${i === 0 ? '' : '；'}${reason}`, as: 'name' },
              counted(input, `${count}个`),
            ]),
            { text: '。' },
          ],
        },
      ]

const titleOf = ({ title, settled, isWithdrawn, isDemo }: GradeNoticeInput): string => {
  const words = isWithdrawn ? `关于撤回${title}结果公示的公告` : `${title}结果${settled ? '' : '公示'}`
  return isDemo ? `${words}（演示）` : words
}

const sourceBlock = ({ source }: GradeNoticeInput): Block => ({
  kind: 'note',
  runs: [{ text: '办法出处：' }, { free: source, as: 'document-number' }, { text: '。' }],
})

const blocksOf = (input: GradeNoticeInput): Block[] => {
  const last = input.isWithdrawn ? input.withdrawn.at(-1) : undefined
  if (last) return [...withdrawal(input, last), ...closing(input), sourceBlock(input)]
  return [
    opening(input),
    ...middleOf(input),
    ...closing(input),
    tableOf(input),
    ...leftOutBlock(input),
    ...weightsBlock(input),
    sourceBlock(input),
  ]
}

/**
 * 公示 of the grades of an evaluation: places and grades, no value of a single unit; once its 公示 is withdrawn, the notice
 * of that.
 */
export const gradeNoticePaper = (input: GradeNoticeInput): Paper => ({
  kind: 'grade-notice',
  title: titleOf(input),
  city: input.city,
  asKnownOn: input.asKnownOn,
  checkpoint: input.checkpoint,
  blocks: blocksOf(input),
  foot: { preparedBy: input.receiver },
})
