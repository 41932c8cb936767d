import { Link } from '@tanstack/react-router'
import { type Column, Mark, StateWord } from '@yundiao/ui'
import type { ItemRow } from '../../api/types.ts'
import type { Words } from '../../messages.ts'

const Gap = () => <Mark word="待明确" />

const Nowrap = ({ text }: { text: string | null }) => (text === null ? null : <span className="nw">{text}</span>)
const Clamped = ({ text }: { text: string | null }) =>
  text === null ? null : (
    <div className="clamp" title={text}>
      {text}
    </div>
  )

const shortUrged = ({ urged }: ItemRow): string | null =>
  urged.length === 0
    ? null
    : urged.map(({ kind, on }) => `${kind.replace(/单$/u, '')} ${on?.slice(5) ?? ''}`.trim()).join('、')

const due = ({ deadline, deadlineWords }: ItemRow) => <span className="nw">{deadline ?? deadlineWords ?? <Gap />}</span>

const basis = ({ source }: ItemRow): string => [source.number, source.title].filter(Boolean).join(' ') || '待明确'

/** 编号 and 事项 stay while the sheet moves under them. */
const leading = (words: Words): Column<ItemRow>[] => [
  {
    id: 'number',
    label: words.itemNumber,
    frozen: 'wide',
    width: 156,
    optional: true,
    cell: (r) => (
      <span className="nw">
        {r.number} {r.demo ? <Mark word="演示" /> : null}
      </span>
    ),
  },
  {
    id: 'title',
    label: words.item,
    frozen: 'always',
    width: 260,
    cell: (r) => (
      <>
        <Link to="/items/$id" params={{ id: r.id }}>
          {r.title}
        </Link>
        {r.change ? <div className="note clamp">{r.change}</div> : null}
      </>
    ),
  },
  { id: 'state', label: words.handlingState, width: 92, cell: (r) => <StateWord state={r.state} /> },
]

const source = (words: Words): Column<ItemRow>[] => {
  const under = [words.sourceColumn]
  return [
    { id: 'opened', label: words.opened, optional: true, cell: (r) => <Nowrap text={r.opened} /> },
    { id: 'kind', label: words.kind, under, optional: true, cell: (r) => <Nowrap text={r.source.kindLabel} /> },
    { id: 'basis', label: words.basis, under, optional: true, cell: (r) => <Clamped text={basis(r)} /> },
    { id: 'quote', label: words.originalText, under, optional: true, cell: (r) => <Clamped text={r.source.quote} /> },
  ]
}

const who = (words: Words): Column<ItemRow>[] => {
  const under = [words.undertaking]
  return [
    { id: 'leader', label: words.leadLeader, under, optional: true, cell: (r) => <Nowrap text={r.leadLeader} /> },
    { id: 'unit', label: words.leadUnit, under, cell: (r) => <span className="nw">{r.leadUnit ?? <Gap />}</span> },
    {
      id: 'assist',
      label: words.assistUnits,
      under,
      optional: true,
      cell: (r) => <Clamped text={r.assistUnits.join('、') || null} />,
    },
  ]
}

const when = (words: Words): Column<ItemRow>[] => {
  const under = [words.deadlineColumn]
  return [
    { id: 'deadline', label: words.deadline, under, cell: due },
    {
      id: 'feedback',
      label: words.feedbackEveryShort,
      under,
      optional: true,
      cell: (r) => <Nowrap text={r.feedback} />,
    },
    { id: 'extended', label: words.extendedUntil, under, optional: true, cell: (r) => <Nowrap text={r.extendedTo} /> },
  ]
}

const progress = (words: Words): Column<ItemRow>[] => {
  const under = [words.progress]
  return [
    { id: 'asOf', label: words.asOfDay, under, optional: true, cell: (r) => <Nowrap text={r.latest?.asOf ?? null} /> },
    {
      id: 'text',
      label: words.progress,
      under,
      optional: true,
      cell: (r) => <Clamped text={r.latest?.text ?? null} />,
    },
    {
      id: 'percent',
      label: words.percentDone,
      unit: '%',
      under,
      align: 'right',
      optional: true,
      cell: (r) => r.latest?.percent ?? null,
    },
    {
      id: 'problems',
      label: words.problems,
      optional: true,
      cell: (r) => <Clamped text={r.latest?.problems ?? null} />,
    },
    {
      id: 'nextSteps',
      label: words.nextSteps,
      optional: true,
      cell: (r) => <Clamped text={r.latest?.nextSteps ?? null} />,
    },
    { id: 'urged', label: words.urgedColumn, optional: true, cell: (r) => <Nowrap text={shortUrged(r)} /> },
  ]
}

const end = (words: Words): Column<ItemRow>[] => {
  const [check, closing] = [[words.checkColumn], [words.closingColumn]]
  return [
    {
      id: 'checkKind',
      label: words.method,
      under: check,
      optional: true,
      cell: (r) => <Nowrap text={r.checked?.kind ?? null} />,
    },
    {
      id: 'checkOn',
      label: words.date,
      under: check,
      optional: true,
      cell: (r) => <Nowrap text={r.checked?.on ?? null} />,
    },
    {
      id: 'checkWords',
      label: words.conclusion,
      under: check,
      optional: true,
      cell: (r) => <Clamped text={r.checked?.words ?? null} />,
    },
    { id: 'closure', label: words.kind, under: closing, optional: true, cell: (r) => <Nowrap text={r.closure.kind} /> },
    {
      id: 'approver',
      label: words.approver,
      under: closing,
      optional: true,
      cell: (r) => <Nowrap text={r.closure.approver} />,
    },
    { id: 'closedOn', label: words.date, under: closing, optional: true, cell: (r) => <Nowrap text={r.closure.on} /> },
    {
      id: 'evidence',
      label: words.evidence,
      under: closing,
      optional: true,
      cell: (r) => <Clamped text={evidence(r)} />,
    },
    { id: 'remark', label: words.remarks, optional: true, cell: (r) => <Clamped text={r.remark} /> },
  ]
}

/** What it was closed on; while it is open, how many links would prove it. A figure is told by its name elsewhere. */
const evidence = (row: ItemRow): string | null =>
  row.closure.evidence?.replace(/指标 fig:\S+，/u, '指标数据，') ?? (row.links > 0 ? `关联 ${row.links} 条` : null)

/** The columns of sheet T4, with the state brought forward where people look for it. */
export const itemColumns = (words: Words): Column<ItemRow>[] => [
  ...leading(words),
  ...source(words),
  ...who(words),
  ...when(words),
  ...progress(words),
  ...end(words),
]
