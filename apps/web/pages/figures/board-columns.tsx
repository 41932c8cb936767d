import { Link } from '@tanstack/react-router'
import type { BoardHeads } from '@yundiao/figures'
import { type Column, CompareView, FigureView, Mark, readable, StateWord } from '@yundiao/ui'
import type { BoardRow } from '../../api/types.ts'
import type { Words } from '../../messages.ts'
import { rowPeriod } from './row-period.ts'

type BoardColumn = Column<BoardRow>

const Target = ({ text }: { text: string | null | undefined }) => (text ? readable(text) : <Mark word="待明确" />)

/** 利润 of January and February beside a quarter: the row names its own months. */
const Lagging = ({ row, period }: { row: BoardRow; period: string }) => {
  const own = rowPeriod(row, period)
  return own ? <span className="note nw"> {own}</span> : null
}

const first = (words: Words, numbers: ReadonlyMap<string, number>, period: string): BoardColumn[] => [
  {
    id: 'seq',
    label: words.seq,
    align: 'center',
    width: 40,
    frozen: 'wide',
    cell: (r) => numbers.get(r.indicator),
  },
  {
    id: 'name',
    label: words.indicatorName,
    width: 176,
    frozen: 'always',
    cell: (r) => (
      <span className={r.indent > 0 ? `indent-${Math.min(r.indent, 2)}` : undefined}>
        <Link to="/figures/$code" params={{ code: r.indicator }}>
          {r.label}
        </Link>
        <Lagging row={r} period={period} />
      </span>
    ),
  },
  { id: 'unit', label: words.unitOfMeasure, cell: (r) => <span className="note">{r.unitShown}</span>, optional: true },
]

const figures = (words: Words, heads: BoardHeads): BoardColumn[] => [
  {
    id: 'target-level',
    label: words.level,
    under: [`${heads.year}年目标`],
    align: 'right',
    optional: true,
    cell: (r) => (r.levelApplies ? <Target text={r.target?.level} /> : '—'),
  },
  {
    id: 'target-growth',
    label: words.growthRate,
    unit: '%',
    under: [`${heads.year}年目标`],
    align: 'right',
    cell: (r) => <Target text={r.target?.growth} />,
  },
  {
    id: 'level',
    label: words.level,
    under: [heads.done],
    align: 'right',
    cell: (r) => (r.levelApplies ? <FigureView fig={r.level} label={r.label} hole={r.missing} /> : '—'),
  },
  {
    id: 'growth',
    label: words.growthYoy,
    unit: '%',
    under: [heads.done],
    align: 'right',
    cell: (r) => (
      <FigureView
        fig={r.growth}
        label={`${r.label}${words.growthYoy}`}
        hole={r.levelApplies && r.level ? null : r.missing}
      />
    ),
  },
  {
    id: 'share',
    label: words.shareOfTarget,
    unit: '%',
    under: [heads.done],
    align: 'right',
    optional: true,
    cell: (r) => <Share row={r} words={words} />,
  },
  {
    id: 'province',
    label: words.province,
    unit: '%',
    under: [words.referenceGrowth],
    align: 'right',
    cell: (r) => <FigureView fig={r.provinceGrowth} label={`${words.province}${r.label}${words.growthYoy}`} />,
  },
  {
    id: 'nation',
    label: words.nation,
    unit: '%',
    under: [words.referenceGrowth],
    align: 'right',
    cell: (r) => <FigureView fig={r.nationGrowth} label={`${words.nation}${r.label}${words.growthYoy}`} />,
  },
]

const Share = ({ row, words }: { row: BoardRow; words: Words }) => {
  if (!row.levelApplies) return <>—</>
  if (row.shareOfTarget === null) return null
  return 'ref' in row.shareOfTarget ? (
    <FigureView fig={row.shareOfTarget} label={`${row.label}${words.shareOfTarget}`} />
  ) : (
    <CompareView compare={row.shareOfTarget} label={`${row.label}${words.shareOfTarget}`} />
  )
}

const compared = (words: Words): BoardColumn[] => {
  const column = (id: string, label: string, of: (row: BoardRow) => BoardRow['vsTarget']): BoardColumn => ({
    id,
    label,
    under: [`${words.comparison}（${words.points}）`],
    align: 'right',
    optional: id !== 'vs-province',
    cell: (r) => <CompareView compare={of(r)} label={`${r.label}${label}`} />,
  })
  return [
    column('vs-target', words.vsTarget, (r) => r.vsTarget),
    column('vs-last-year', words.vsLastYear, (r) => r.vsLastYear),
    column('vs-last-period', words.vsLastPeriod, (r) => r.vsLastPeriod),
    column('vs-province', words.vsProvince, (r) => r.vsProvince),
    column('vs-nation', words.vsNation, (r) => r.vsNation),
  ]
}

const last = (words: Words, heads: BoardHeads, withEstimate: boolean): BoardColumn[] => [
  {
    id: 'rank-total',
    label: words.rankTotal,
    under: [words.ranks],
    align: 'right',
    cell: (r) => <FigureView fig={r.rankTotal} label={`${r.label}${words.rankTotal}`} />,
  },
  {
    id: 'rank-growth',
    label: words.rankGrowth,
    under: [words.ranks],
    align: 'right',
    cell: (r) => <FigureView fig={r.rankGrowth} label={`${r.label}${words.rankGrowth}`} />,
  },
  {
    id: 'rank-move',
    label: words.rankMove,
    under: [words.ranks],
    align: 'right',
    optional: true,
    cell: (r) => r.rankMove,
  },
  ...(withEstimate && heads.estimate
    ? [
        {
          id: 'estimate-level',
          label: words.level,
          under: [heads.estimate],
          align: 'right' as const,
          optional: true,
          cell: () => null,
        },
        {
          id: 'estimate-growth',
          label: words.growthRate,
          unit: '%',
          under: [heads.estimate],
          align: 'right' as const,
          optional: true,
          cell: () => null,
        },
      ]
    : []),
  {
    id: 'required',
    label: heads.required,
    unit: `%，${words.computed}`,
    align: 'right',
    optional: true,
    cell: (r) => <CompareView compare={r.required} label={`${r.label}${heads.required}`} />,
  },
  { id: 'state', label: words.progressState, cell: (r) => <StateWord state={r.state} /> },
  { id: 'unit-lead', label: words.leadUnit, optional: true, cell: (r) => r.leadUnit ?? <Mark word="待明确" /> },
  { id: 'leader', label: words.leader, optional: true, cell: (r) => r.leader ?? <Mark word="待明确" /> },
  {
    id: 'note',
    label: words.remarks,
    optional: true,
    cell: (r) => (
      <span className="note remark" title={r.note ?? undefined}>
        {r.note}
      </span>
    ),
  },
]

/** Numbers of the rows that have one: an indented row (其中) has none. */
const rowNumbers = (rows: readonly BoardRow[]): ReadonlyMap<string, number> =>
  new Map(rows.filter((row) => row.indent === 0).map((row, index) => [row.indicator, index + 1]))

type BoardSheet = { rows: readonly BoardRow[]; period: string; heads: BoardHeads; withEstimate: boolean }

/** The columns of sheet T1, in its order, with the province's and the nation's growth beside. */
export const boardColumns = (words: Words, { rows, period, heads, withEstimate }: BoardSheet): BoardColumn[] => [
  ...first(words, rowNumbers(rows), period),
  ...figures(words, heads),
  ...compared(words),
  ...last(words, heads, withEstimate),
]
