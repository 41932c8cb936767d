import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, ChoiceBox, DataTable, fill, Page, Sheet } from '@yundiao/ui'
import { useState } from 'react'
import { evaluationQuery, unitCardQuery } from '../../api/evaluation.ts'
import type { EvaluationView, UnitCard } from '../../api/types.ts'
import { useOn } from '../../shell/on-day.ts'
import { Ready } from '../../shell/ready.tsx'
import { useWords } from '../../shell/words.ts'
import { AppealDialog } from './appeal-dialog.tsx'
import { CiteText } from './cite-text.tsx'
import { DifferenceSheet } from './difference-sheet.tsx'
import { GradeTag } from './grade-tag.tsx'
import { InputsSheet } from './inputs-sheet.tsx'
import { IntervalBar } from './interval-bar.tsx'
import { PartsSheet } from './parts-sheet.tsx'
import { PlanSheet } from './plan-sheet.tsx'
import { gradeBands } from './rank-rows.ts'
import { scoreText, shareText } from './score-text.ts'
import { UnitAppeals } from './unit-appeals.tsx'
import { unitChoices } from './unit-choices.ts'

type CardProps = { view: EvaluationView | undefined; card: UnitCard }

/** Place, score and grade in one line, how sure they are, and why this grade and not the next. */
const Standing = ({ view, card }: CardProps) => {
  const words = useWords()
  const { row, of, next, gradeWhy } = card
  const shares = Object.entries(row.probability ?? {}).filter(([, share]) => share > 0)
  return (
    <Sheet className="standing" title={words.evStanding} side={row.grade ? <GradeTag grade={row.grade} /> : undefined}>
      <p>
        {gradeWhy}
        {row.score === null ? '' : `，${words.evScore} ${scoreText(row.score)}`}
        {row.rankLow !== null && row.rankHigh !== null
          ? `，${fill(words.evIntervalSaid, { low: row.rankLow, high: row.rankHigh })}`
          : ''}
        。
      </p>
      {next ? <p>{next.words}。</p> : null}
      {row.rank !== null && row.rankLow !== null ? (
        <IntervalBar row={row} of={of} bands={view ? gradeBands(view.rows, view.grading.counts) : []} />
      ) : null}
      {shares.length > 0 ? (
        <p>
          {words.evHold}：{shares.map(([grade, share]) => `${grade} ${shareText(share)}`).join('，')}{' '}
          {row.near ? <span className="m suggest">{words.evNear}</span> : null}
        </p>
      ) : null}
    </Sheet>
  )
}

const Policies = ({ policies }: Pick<UnitCard, 'policies'>) => {
  const words = useWords()
  if (policies.length === 0) return null
  return (
    <Sheet className="policies" title={words.evPolicies} flush foot={words.evPoliciesFoot}>
      <DataTable
        label={words.evPolicies}
        className="ruled"
        rows={policies}
        rowKey={({ measure }) => measure}
        columns={[
          { id: 'measure', label: words.evMeasure, cell: ({ measure }) => measure },
          { id: 'cite', label: words.basis, cell: ({ cite }) => <CiteText cite={cite} /> },
        ]}
      />
    </Sheet>
  )
}

const placeWords = ({ row }: UnitCard): string =>
  [row.region?.name, row.park, row.industry].filter((word, at, all) => word && all.indexOf(word) === at).join(' · ')

/** One unit: why it stands where it stands, what would change it, against whom, by which numbers. */
export const UnitPage = () => {
  const words = useWords()
  const on = useOn()
  const navigate = useNavigate()
  const { id = '', unit = '' } = useParams({ strict: false })
  const against = useSearch({ strict: false, select: (search) => search.by })
  const [filing, setFiling] = useState(false)
  const run = useQuery(evaluationQuery(id, on))
  const query = useQuery(unitCardQuery(id, unit, against, on))
  const setAgainst = (by: string | undefined) =>
    void navigate({ to: '.', search: (old) => ({ ...old, by }), replace: true })
  const goTo = (to: string | undefined) =>
    to === undefined
      ? undefined
      : void navigate({ to: '/evaluation/$id/units/$unit', params: { id, unit: to }, search: ({ on }) => ({ on }) })
  const view = run.data
  return (
    <Ready query={query} rows={14}>
      {(card) => (
        <Page
          title={card.row.name}
          className="evaluation unit-card"
          facts={
            <>
              <Link to="/evaluation/$id" params={{ id }}>
                {view?.run.title ?? words.evRanking}
              </Link>
              {placeWords(card) ? ` · ${placeWords(card)}` : ''}
            </>
          }
          actions={
            <>
              {view ? (
                <ChoiceBox
                  label={words.evOtherUnit}
                  placeholder={words.evOtherUnit}
                  value={undefined}
                  onChoose={goTo}
                  choices={unitChoices(
                    view.rows.filter((row) => row.unit !== unit),
                    words,
                  )}
                />
              ) : null}
              {view?.may.appeal.can && on === undefined && card.inputs.length > 0 ? (
                <Button onClick={() => setFiling(true)}>{words.evFileAppeal}</Button>
              ) : null}
            </>
          }
        >
          {view?.run.demo ? <p className="demo-band">{words.evDemoBand}</p> : null}
          <div className="two wide-right">
            <div className="col">
              {card.parts.length > 0 ? <PartsSheet parts={card.parts} total={card.row.score} /> : null}
              <InputsSheet inputs={card.inputs} />
            </div>
            <div className="col">
              <Standing view={view} card={card} />
              <UnitAppeals run={view?.run} unit={unit} />
              <PlanSheet key={card.row.unit} id={id} card={card} />
              {card.parts.length > 0 ? (
                <DifferenceSheet view={view} card={card} against={against} onAgainst={setAgainst} />
              ) : null}
              <Policies policies={card.policies} />
            </div>
          </div>
          {filing && view ? <AppealDialog view={view} unit={unit} onClose={() => setFiling(false)} /> : null}
        </Page>
      )}
    </Ready>
  )
}
