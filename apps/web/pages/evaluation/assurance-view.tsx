import { Link } from '@tanstack/react-router'
import { DataTable, Mark, Sheet } from '@yundiao/ui'
import type { Assurance, EvaluationView, RankingRow } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'
import { AssessBar } from './assess-bar.tsx'
import { GradeTag } from './grade-tag.tsx'
import { shareText } from './score-text.ts'
import type { ViewProps } from './view-props.ts'

const byDoubt = (a: RankingRow, b: RankingRow): number => (a.near?.probability ?? 1) - (b.near?.probability ?? 1)

/** Units whose grade hangs on choices, the least sure first. */
const NearList = ({ view }: { view: EvaluationView }) => {
  const words = useWords()
  const rows = view.rows.filter(({ near }) => near !== null).sort(byDoubt)
  return (
    <Sheet title={words.evNearList} side={<Mark word="测算" />} flush={rows.length > 0}>
      {rows.length === 0 ? (
        <p className="note">{words.evNoNear}</p>
      ) : (
        <div className="sheet-scroll">
          <DataTable
            label={words.evNearList}
            className="ruled"
            rows={rows}
            rowKey={({ unit }) => unit}
            columns={[
              {
                id: 'name',
                label: words.evUnit,
                width: 200,
                frozen: 'always',
                cell: (row) => (
                  <Link to="/evaluation/$id/units/$unit" params={{ id: view.run.id, unit: row.unit }}>
                    {row.name}
                  </Link>
                ),
              },
              { id: 'rank', label: words.evRank, align: 'right', cell: (row) => row.rank ?? '' },
              { id: 'grade', label: words.evGrade, cell: (row) => (row.grade ? <GradeTag grade={row.grade} /> : null) },
              {
                id: 'keeps',
                label: words.evHoldsGrade,
                align: 'right',
                cell: (row) => (row.near ? shareText(row.near.probability) : ''),
              },
              {
                id: 'else',
                label: words.evElse,
                cell: (row) => (row.near ? `${row.near.other}　${shareText(row.near.otherProbability)}` : ''),
              },
            ]}
          />
        </div>
      )}
    </Sheet>
  )
}

const Bar = ({ share }: { share: number }) => (
  <svg className="share-bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
    <rect width={Math.max(0, Math.min(1, share)) * 100} y="1" height="10" fill="#6d8196" />
  </svg>
)

const Factors = ({ assurance }: { assurance: Assurance }) => {
  const words = useWords()
  const most = Math.max(...assurance.leaveOut.map(({ meanShift }) => meanShift), 1e-9)
  return (
    <div className="col">
      {assurance.factors.length > 0 ? (
        <Sheet title={words.evFactors} side={<Mark word="测算" />} foot={words.evFactorsFoot} flush>
          <DataTable
            label={words.evFactors}
            rows={[...assurance.factors].sort((a, b) => b.total - a.total)}
            rowKey={({ name }) => name}
            columns={[
              { id: 'name', label: words.evFactor, cell: ({ name }) => name },
              { id: 'first', label: words.evFirst, align: 'right', cell: ({ first }) => shareText(first) },
              {
                id: 'total',
                label: words.evTotal,
                align: 'right',
                cell: ({ total, totalError }) =>
                  totalError === null ? shareText(total) : `${shareText(total)} ±${shareText(totalError)}`,
              },
              { id: 'bar', label: '', width: 110, optional: true, cell: ({ total }) => <Bar share={total} /> },
            ]}
          />
        </Sheet>
      ) : null}
      {assurance.leaveOut.length > 0 ? (
        <Sheet title={words.evLeaveOut} side={<Mark word="测算" />} flush>
          <DataTable
            label={words.evLeaveOut}
            rows={[...assurance.leaveOut].sort((a, b) => b.meanShift - a.meanShift)}
            rowKey={({ code }) => code}
            columns={[
              { id: 'name', label: words.evIndicator, cell: ({ name }) => name },
              {
                id: 'shift',
                label: words.evMeanShift,
                align: 'right',
                cell: ({ meanShift }) => meanShift.toFixed(1),
              },
              {
                id: 'bar',
                label: '',
                width: 110,
                optional: true,
                cell: ({ meanShift }) => <Bar share={meanShift / most} />,
              },
            ]}
          />
        </Sheet>
      ) : null}
    </div>
  )
}

/** 把握程度: who is near a border, which choice moves the ranking most, what each indicator holds up. */
export const AssuranceView = ({ view, on }: ViewProps) => {
  const words = useWords()
  const { assurance } = view
  return (
    <>
      <Sheet>
        <p className="measure">{words.evAssessLead}</p>
        {assurance ? (
          <p>
            <Mark word="测算" /> {assurance.words.map((sentence) => sentence.replace(/[。；]$/u, '')).join('；')}。
          </p>
        ) : (
          <p>{words.evNotAssessed}</p>
        )}
        <AssessBar view={view} on={on} />
      </Sheet>
      {assurance ? (
        <div className="two wide-right">
          <NearList view={view} />
          <Factors assurance={assurance} />
        </div>
      ) : null}
    </>
  )
}
