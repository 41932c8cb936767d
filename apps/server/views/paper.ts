import { z } from '@hono/zod-openapi'
import type { LocalDate } from '@yundiao/kernel'
import type { Caller, RecordOf, Store } from '@yundiao/store'
import { paperRunSchema } from './evaluation/paper-run.ts'
import { revisionSchema } from './revision.ts'

/** Papers by kind, as people name them. */
const PAPER_KINDS: Readonly<Record<string, string>> = {
  'quarter-review': '经济运行情况',
  t1: '主要经济指标完成情况表',
  'previous-items': '上次议定事项落实情况',
  'task-table': '任务分解表',
  handover: '交办单',
  supervision: '督办台账',
  progress: '推进情况表',
  'inquiry-sheet': '询问提纲',
  'answer-book': '备询手册',
  'grade-notice': '评价结果公示',
}

const PAPER_STATES = ['草稿', '送审', '定稿'] as const

export const paperSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    kindLabel: z.string(),
    title: z.string(),
    meeting: z.string().nullable(),
    asKnownOn: z.string(),
    madeAt: z.string(),
    by: z.string(),
    /** How many figures it is bound to. */
    figures: z.number().int(),
    /** 校验码: the head of the checkpoint in force when it was made. */
    code: z.string(),
    file: z.string(),
    format: z.enum(['docx', 'xlsx']),
    state: z.enum(PAPER_STATES),
    /** 第 n 稿: which one of its kind for this meeting. */
    draft: z.number().int(),
    sentOn: z.string().nullable(),
    finalOn: z.string().nullable(),
    approver: z.string().nullable(),
    /** Edited copies that came back and wait for a person. */
    openRevisions: z.number().int(),
    version: z.number().int(),
  })
  .openapi('Paper')
export type PaperView = z.infer<typeof paperSchema>

export const paperPageSchema = paperSchema
  .extend({
    meetingTitle: z.string().nullable(),
    /** What its readers must hold, in words; null where every reader of papers may open it. */
    asks: z.string().nullable(),
    /** What was printed, as data: a document's blocks or a sheet; null for papers kept without it. */
    content: z.record(z.string(), z.unknown()).nullable(),
    /** Words of the findings' formulas its numbers may be worked out by, by id. */
    formulas: z.record(z.string(), z.string()),
    revisions: z.array(revisionSchema),
    /** Of a 公示稿: the evaluation it tells of, as it stands since; null for other papers. */
    evaluation: paperRunSchema.nullable(),
  })
  .openapi('PaperPage')

export type PaperRecord = RecordOf<'paper'>

/** What stands for the code of a paper made before the first checkpoint. */
const NO_CODE = '未生成'

const stateOf = (row: PaperRecord): PaperView['state'] => PAPER_STATES.find((state) => state === row.state) ?? '草稿'

const paperView = (row: PaperRecord, { draft = 1, openRevisions = 0 } = {}): PaperView => ({
  id: row.id,
  kind: row.kind,
  kindLabel: PAPER_KINDS[row.kind] ?? row.kind,
  title: row.title,
  meeting: row.meeting,
  asKnownOn: row.asKnownOn ?? row.knownFrom,
  madeAt: row.madeAt ?? '',
  by: row.madeBy ?? '',
  figures: row.figures?.length ?? 0,
  code: row.code ?? NO_CODE,
  file: row.file ?? '',
  format: row.format === 'xlsx' ? 'xlsx' : 'docx',
  state: stateOf(row),
  draft,
  sentOn: row.sentOn,
  finalOn: row.finalOn,
  approver: row.approver,
  openRevisions,
  version: row.version,
})

const sameSeries = ({ kind, title, format, meeting, document }: PaperRecord): string =>
  JSON.stringify([kind, title, format, meeting, document])

/** The place of each paper among those of its kind for one meeting, the oldest first. */
const draftNumbers = (newestFirst: readonly PaperRecord[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  const numbers = new Map<string, number>()
  for (const row of newestFirst.toReversed()) {
    const n = (counts.get(sameSeries(row)) ?? 0) + 1
    counts.set(sameSeries(row), n)
    numbers.set(row.id, n)
  }
  return numbers
}

/** Papers in the caller's sight, the newest first. */
export const readPapers = async (store: Store, caller: Caller, on: LocalDate): Promise<PaperView[]> => {
  const rows = await store.records(caller, 'paper', { order: '-madeAt', on })
  const waiting = await store.records(caller, 'revision', { where: { state: '待处理' }, on })
  const numbers = draftNumbers(rows)
  return rows.map((row) =>
    paperView(row, {
      draft: numbers.get(row.id) ?? 1,
      openRevisions: waiting.filter(({ paper }) => paper === row.id).length,
    }),
  )
}
