import { Link } from '@tanstack/react-router'
import { type Column, fill } from '@yundiao/ui'
import type { EvaluationView, RankingRow } from '../../api/types.ts'
import type { Words } from '../../messages.ts'
import { useWords } from '../../shell/words.ts'
import { GradeCell, HoldCell } from './grade-tag.tsx'
import { type Band, IntervalBar } from './interval-bar.tsx'
import { gradeStep, scoreDigits } from './rank-rows.ts'
import { scoreText } from './score-text.ts'

/** The grade of the year before, and whether it went up or down since. */
const BeforeCell = ({ row, order }: { row: RankingRow; order: readonly string[] }) => {
  const words = useWords()
  const step = gradeStep(row, order)
  return (
    <>
      {row.gradeBefore ?? ''}
      {step === 0 ? null : <span className="note"> {step > 0 ? words.evGradeUp : words.evGradeDown}</span>}
    </>
  )
}

type Shown = { view: EvaluationView; bands: readonly Band[]; of: number }

const unitColumns = (words: Words, { run, rows }: EvaluationView): Column<RankingRow>[] => [
  { id: 'rank', label: words.evRank, width: 52, align: 'right', frozen: 'wide', cell: (r) => r.rank ?? '' },
  {
    id: 'name',
    label: run.subject === '企业' ? words.evEnterprise : words.evUnit,
    width: 210,
    frozen: 'always',
    cell: (r) => (
      <Link
        to="/evaluation/$id/units/$unit"
        params={{ id: run.id, unit: r.unit }}
        className={r.own ? 'own' : undefined}
      >
        {r.name}
      </Link>
    ),
  },
  ...(rows.some(({ park }) => park !== null)
    ? [{ id: 'park', label: words.evPark, optional: true, cell: (r: RankingRow) => r.park ?? r.region?.name ?? '' }]
    : rows.some(({ region }) => region !== null) && run.subject !== '县区'
      ? [{ id: 'region', label: words.region, optional: true, cell: (r: RankingRow) => r.region?.name ?? '' }]
      : []),
  ...(rows.some(({ industry }) => industry !== null)
    ? [{ id: 'industry', label: words.evIndustry, optional: true, cell: (r: RankingRow) => r.industry ?? '' }]
    : []),
]

/** Left out where the reader sees nobody's score. */
const scoreColumn = (words: Words, { rows }: EvaluationView): Column<RankingRow>[] => {
  const digits = scoreDigits(rows)
  return rows.every(({ score }) => score === null)
    ? []
    : [
        {
          id: 'score',
          label: words.evScore,
          align: 'right',
          width: 72,
          cell: (r) => scoreText(r.score, digits.get(r.unit)),
        },
      ]
}

/** Place, unit, where and what it is, score, interval, grade and how often it holds. */
export const rankingColumns = (words: Words, { view, bands, of }: Shown): Column<RankingRow>[] => [
  ...unitColumns(words, view),
  ...scoreColumn(words, view),
  {
    id: 'interval',
    label: words.evInterval,
    unit: fill(view.assurance ? words.evIntervalUnit : words.evPlacesUnit, { n: of }),
    width: 184,
    cell: (r) => <IntervalBar row={r} of={of} bands={bands} />,
  },
  ...(view.grading.counts.length > 0
    ? [{ id: 'grade', label: words.evGrade, width: 116, cell: (r: RankingRow) => <GradeCell row={r} /> }]
    : []),
  ...(view.lastRun
    ? [
        {
          id: 'before',
          label: words.evGradeBefore,
          width: 100,
          optional: true,
          cell: (r: RankingRow) => <BeforeCell row={r} order={view.grading.counts.map(({ grade }) => grade)} />,
        },
      ]
    : []),
  ...(view.assurance
    ? [{ id: 'hold', label: words.evHold, width: 168, cell: (r: RankingRow) => <HoldCell row={r} /> }]
    : []),
]
