import type { LocalDate } from '@yundiao/kernel'
import type { Block, DownMerge, FormulaUse, Paper, PaperColumn, PaperRow, Run } from './paper.ts'
import type { Sheet, SheetCell, SheetColumn, SheetRow } from './sheet.ts'

/** One task of sheet T3. null is 待明确; an empty list of units too. */
export type TaskLineInput = {
  item: string
  /** 会议要求: lines side by side with one key share the sentence. */
  sentence: { key: string; text: string }
  title: string
  steps: string | null
  measure: string | null
  /** What is to stand by each of the two days, null where nothing is said. */
  nodes: readonly [string | null, string | null]
  deadline: string | null
  leadLeader: string | null
  leadUnit: string | null
  /** 责任单位, the lead first. */
  units: readonly string[]
  remark: string | null
}

/** 《任务分解表》 before it has a format; sections and lines in the order of the text. */
export type TaskTableInput = {
  city: { code: string; name: string }
  title: string
  /** 依据 as it is to be read: 会议纪要 and its number, or 通稿（仅参考）. */
  basis: string
  /** Who approved it and when. */
  approval: string
  nodeLabels: readonly [string, string]
  sections: readonly { title: string; lines: readonly TaskLineInput[] }[]
  /** Cells changed after the approval; said on the sheet where there are any. */
  changedSince: number
  asKnownOn: LocalDate
  meeting: string | null
  checkpoint: string | null
}

const NUMERALS = '〇一二三四五六七八九'

/** 一, 十, 十二, 二十: ordinals up to ninety-nine. */
const ordinal = (n: number): string => {
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  const head = tens === 0 ? '' : `${tens === 1 ? '' : NUMERALS[tens]}十`
  return `${head}${ones === 0 && tens > 0 ? '' : NUMERALS[ones]}`
}

type Column = { label: string; under?: readonly string[]; width: number; share: number; center?: true }

const columnsOf = ([first, second]: readonly [string, string]): readonly Column[] => [
  { label: '序号', width: 5, share: 10, center: true },
  { label: '会议要求（原文）', width: 34, share: 52 },
  { label: '工作任务', width: 26, share: 40 },
  { label: '具体举措', width: 24, share: 32 },
  { label: '量化目标或成果形式', width: 16, share: 24 },
  { label: first, under: ['时限', '阶段节点'], width: 10, share: 15 },
  { label: second, under: ['时限', '阶段节点'], width: 10, share: 15 },
  { label: '完成时限', under: ['时限'], width: 12, share: 20, center: true },
  { label: '牵头市领导', width: 10, share: 16, center: true },
  { label: '牵头单位', width: 13, share: 20, center: true },
  { label: '责任单位（列首位者汇总）', width: 20, share: 30 },
  { label: '备注', width: 12, share: 15 },
]

const SENTENCE_COLUMN = 1

/** The words of a line's cells from 会议要求 on: null is 待明确, '' is nothing to say. */
const wordsOf = (line: TaskLineInput): readonly (string | null)[] => [
  line.sentence.text,
  line.title,
  line.steps ?? '',
  line.measure,
  line.nodes[0] ?? '',
  line.nodes[1] ?? '',
  line.deadline,
  line.leadLeader,
  line.leadUnit,
  line.units.length === 0 ? null : line.units.join('、'),
  line.remark ?? '',
]

type BodyLine =
  | { kind: 'section'; title: string; lines: readonly TaskLineInput[] }
  | { kind: 'task'; line: TaskLineInput; at: number }

const bodyLines = (input: TaskTableInput): BodyLine[] => {
  let at = 0
  return input.sections.flatMap(({ title, lines }, i): BodyLine[] => [
    { kind: 'section', title: `${ordinal(i + 1)}、${title}`, lines },
    ...lines.map((line): BodyLine => {
      at += 1
      return { kind: 'task', line, at }
    }),
  ])
}

/** Runs of lines that share their sentence, counted in body rows. */
const sentenceMerges = (lines: readonly BodyLine[]): DownMerge[] => {
  const merges: DownMerge[] = []
  lines.forEach((body, row) => {
    const above = lines[row - 1]
    const last = merges.at(-1)
    if (body.kind === 'section') return
    const shares = above?.kind === 'task' && above.line.sentence.key === body.line.sentence.key
    if (shares && last) merges[merges.length - 1] = { ...last, rows: last.rows + 1 }
    else merges.push({ row, column: SENTENCE_COLUMN, rows: 1 })
  })
  return merges
}

const countOf = (lines: readonly TaskLineInput[]): FormulaUse => ({
  id: 'count-items',
  version: 1,
  inputs: lines.map(({ item }) => `item:${item}`),
})

const notesOf = (input: TaskTableInput): string[] => [
  `依据：${input.basis}`,
  `审定：${input.approval}`,
  '责任单位列首位者为牵头单位，负责汇总；“待明确”为依据未写明、尚待确定，不代填。',
  ...(input.changedSince === 0 ? [] : [`审定后有 ${input.changedSince} 处改动，须报审定人知悉。`]),
]

const gapOr = (words: string | null): SheetCell => {
  if (words === null) return { gap: '待明确' }
  return words === '' ? null : { text: words }
}

const sheetRow = (body: BodyLine, isFirstOfSentence: boolean): SheetRow => {
  if (body.kind === 'section') return { cells: [{ text: `${body.title}（${body.lines.length}项）` }], section: true }
  const cells = wordsOf(body.line).map(gapOr)
  return { cells: [{ text: String(body.at) }, isFirstOfSentence ? (cells[0] ?? null) : null, ...cells.slice(1)] }
}

const tasksOf = (input: TaskTableInput): TaskLineInput[] => input.sections.flatMap(({ lines }) => lines)

/** Sheet T3 《任务分解表》: A3 across, 合计 first, a bold row a section, each sentence of the text over its tasks. */
export const taskTableSheet = (input: TaskTableInput): Sheet => {
  const lines = bodyLines(input)
  const merges = sentenceMerges(lines)
  const starts = new Set(merges.map(({ row }) => row))
  const columns = columnsOf(input.nodeLabels).map(
    ({ label, under, width, center }): SheetColumn => ({
      label,
      ...(under ? { under } : {}),
      width,
      format: 'text',
      ...(center ? { align: 'center' } : {}),
    }),
  )
  return {
    name: '任务分解表',
    title: input.title,
    reporter: '',
    unitLine: '件',
    asKnownOn: input.asKnownOn,
    columns,
    total: { cells: [{ text: '合计' }, { text: `${tasksOf(input).length}件` }] },
    rows: lines.map((body, row) => sheetRow(body, starts.has(row))),
    merges: merges.filter(({ rows }) => rows > 1),
    notes: notesOf(input),
    freezeColumns: 3,
    print: { paper: 'A3', orientation: 'landscape' },
    checkpoint: input.checkpoint,
  }
}

const countRun = (lines: readonly TaskLineInput[], unit: string): Run => ({
  formula: countOf(lines),
  shown: `${lines.length}${unit}`,
})

const taskRuns = ({ line, at }: Extract<BodyLine, { kind: 'task' }>): readonly (readonly Run[])[] => [
  [{ free: String(at), as: 'ordinal' }],
  ...wordsOf(line).map((words): readonly Run[] => {
    if (words === null) return [{ gap: '待明确' }]
    return words === '' ? [] : [{ item: line.item, text: words }]
  }),
]

const paperRow = (body: BodyLine): PaperRow =>
  body.kind === 'task'
    ? { cells: taskRuns(body) }
    : {
        cells: [[{ text: `${body.title}（` }, countRun(body.lines, '项'), { text: '）' }]],
        section: true,
      }

const taskTable = (input: TaskTableInput): Block => {
  const lines = bodyLines(input)
  const columns = columnsOf(input.nodeLabels).map(
    ({ label, under, share, center }): PaperColumn => ({
      label,
      ...(under ? { under } : {}),
      share,
      align: center ? 'center' : 'left',
    }),
  )
  return {
    kind: 'table',
    caption: '',
    unitLine: '',
    columns,
    total: { cells: [[{ text: '合计' }], [countRun(tasksOf(input), '件')]] },
    rows: lines.map(paperRow),
    merges: sentenceMerges(lines).filter(({ rows }) => rows > 1),
  }
}

/** The same table as a paper that lies across the page. */
export const taskTablePaper = (input: TaskTableInput): Paper => ({
  kind: 'task-table',
  title: input.title,
  city: input.city,
  asKnownOn: input.asKnownOn,
  ...(input.meeting === null ? {} : { meeting: input.meeting }),
  checkpoint: input.checkpoint,
  page: 'landscape',
  blocks: [
    taskTable(input),
    ...notesOf(input).map((note): Block => ({ kind: 'note', runs: [{ free: note, as: 'document-number' }] })),
  ],
  foot: { preparedBy: null },
})
