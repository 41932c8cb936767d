import { dayInWords, type LocalDate, STATES, type State } from '@yundiao/kernel'
import type { Sheet, SheetCell, SheetColumn, SheetRow } from './sheet.ts'

/** One item as sheet T4 prints it. Null prints blank, but for lead unit and deadline, which print 待明确. */
export type SupervisionLine = {
  number: string
  openedOn: LocalDate | null
  /** 类别; 文号, meeting or leader; the words of the basis. */
  source: { kind: string; basis: string; quote: string | null }
  title: string
  leadLeader: string | null
  leadUnit: string | null
  assistUnits: readonly string[]
  deadline: LocalDate | null
  /** The words of the basis about time, printed where they name no day or beside it. */
  deadlineWords: string | null
  feedback: string | null
  extendedTo: LocalDate | null
  /** `percent` is 0–100. */
  latest: { asOf: LocalDate; text: string; percent: number | null } | null
  problems: string | null
  nextSteps: string | null
  state: State
  /** 督办措施, each with its day: 催办单 of 2022-05-06. */
  urged: readonly { kind: string; on: LocalDate | null }[]
  checked: { kind: string | null; on: LocalDate | null; words: string | null } | null
  closure: { kind: string | null; approver: string | null; on: LocalDate | null; evidence: string | null }
  remark: string | null
  demo: boolean
}

export type SupervisionSheetInput = {
  lines: readonly SupervisionLine[]
  asKnownOn: LocalDate
  reporter: string
  /** What the list was narrowed to, in words (牵头单位：市商务局); printed as a note. */
  narrowed: string | null
  checkpoint: string | null
}

const column = (label: string, width: number, under?: string): SheetColumn => ({
  label,
  width,
  format: 'text',
  ...(under === undefined ? {} : { under: [under] }),
})

/** 督办措施 of T4, each with the words of the notices that stand for it. */
const MEASURES: readonly (readonly [label: string, words: RegExp])[] = [
  ['提示', /提示|提醒/u],
  ['催办', /催办/u],
  ['督办', /督办/u],
  ['约谈', /约谈/u],
]

const COLUMNS: readonly SheetColumn[] = [
  column('编号', 14),
  column('督办事项', 30),
  column('立项日期', 11),
  column('类别', 8, '来源'),
  column('依据（文号、会议、批示领导）', 20, '来源'),
  column('原文', 30, '来源'),
  column('牵头市领导', 10, '承办'),
  column('牵头单位', 12, '承办'),
  column('配合单位', 16, '承办'),
  column('责任人及电话', 12, '承办'),
  column('完成时限', 13, '时限'),
  column('反馈频次', 10, '时限'),
  column('批准延期至', 11, '时限'),
  column('截至日', 11, '进展'),
  column('进展情况', 34, '进展'),
  { ...column('完成%', 7, '进展'), format: 'rate' },
  column('存在问题及需协调事项', 22),
  column('下步措施及时间', 22),
  column('办理状态', 10),
  ...MEASURES.map(([label]) => column(label, 10, '督办措施')),
  column('方式', 9, '核查'),
  column('日期', 11, '核查'),
  column('结论', 14, '核查'),
  column('类型', 9, '办结'),
  column('审定人', 9, '办结'),
  column('日期', 11, '办结'),
  column('佐证', 20, '办结'),
  column('备注', 14),
]

const STATE_COLUMN = COLUMNS.findIndex(({ label }) => label === '办理状态')

const words = (text: string | null): SheetCell => (text === null || text === '' ? null : { text })
const stated = (text: string | null): SheetCell => ({ text: text ?? '待明确' })

const dueWords = ({ deadline, deadlineWords }: SupervisionLine): string | null => {
  if (deadline === null) return deadlineWords
  return deadlineWords === null ? deadline : `${deadline}（${deadlineWords}）`
}

const measuresOf = ({ urged }: SupervisionLine): SheetCell[] =>
  MEASURES.map(([, kind]) =>
    words(
      urged
        .filter((one) => kind.test(one.kind))
        .map(({ on }) => on ?? '日期待明确')
        .join('、'),
    ),
  )

const cellsOf = (line: SupervisionLine): SheetCell[] => {
  const { source, latest, checked, closure } = line
  return [
    { text: line.number },
    { text: line.demo ? `${line.title}（演示）` : line.title },
    words(line.openedOn),
    { text: source.kind },
    words(source.basis),
    words(source.quote),
    words(line.leadLeader),
    stated(line.leadUnit),
    words(line.assistUnits.join('、')),
    null,
    stated(dueWords(line)),
    words(line.feedback),
    words(line.extendedTo),
    words(latest?.asOf ?? null),
    words(latest?.text ?? null),
    latest === null || latest.percent === null ? null : { number: latest.percent },
    words(line.problems),
    words(line.nextSteps),
    { text: line.state },
    ...measuresOf(line),
    words(checked?.kind ?? null),
    words(checked?.on ?? null),
    words(checked?.words ?? null),
    words(closure.kind),
    words(closure.approver),
    words(closure.on),
    words(closure.evidence),
    words(line.remark),
  ]
}

/** 合计 first: how many, and how many in each state, worst first. */
const totalOf = (lines: readonly SupervisionLine[]): SheetRow => {
  const counts = STATES.map((state) => [state, lines.filter((line) => line.state === state).length] as const)
  const told = counts.flatMap(([state, n]) => (n > 0 ? [`${state}${n}`] : []))
  return {
    cells: COLUMNS.map((_, at): SheetCell => {
      if (at === 0) return { text: '合计' }
      if (at === 1) return { text: `${lines.length}件` }
      return at === STATE_COLUMN ? words(told.join('、')) : null
    }),
  }
}

/**
 * Sheet T4, 督办台账, A3 landscape, in the order given. 责任人及电话 is left to the pen: no personal data leave the system on
 * a sheet. What the basis does not say of lead and deadline prints 待明确.
 */
export const supervisionSheet = ({
  lines,
  asKnownOn,
  reporter,
  narrowed,
  checkpoint,
}: SupervisionSheetInput): Sheet => {
  const demo = lines.filter((line) => line.demo).length
  return {
    name: '督办台账',
    title: '督办台账',
    reporter,
    unitLine: '件、%',
    asKnownOn,
    columns: COLUMNS,
    total: totalOf(lines),
    rows: lines.map((line) => ({ cells: cellsOf(line) })),
    notes: [
      `办理状态按${dayInWords(asKnownOn)}和序时进度判定；牵头单位、完成时限原文没写的为待明确。`,
      ...(narrowed === null ? [] : [`本表范围：${narrowed}。`]),
      ...(demo > 0 ? [`含演示数据 ${demo} 行。`] : []),
    ],
    freezeColumns: 2,
    print: { paper: 'A3', orientation: 'landscape' },
    checkpoint,
  }
}
