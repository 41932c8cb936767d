import { useNavigate } from '@tanstack/react-router'
import { Button, DataTable, Empty, fill, Sheet } from '@yundiao/ui'
import type { EvaluationView, RankingRow } from '../../api/types.ts'
import { useGrowingRows } from '../../shell/use-growing-rows.ts'
import { useWords } from '../../shell/words.ts'
import { BandScale } from './interval-bar.tsx'
import { gradeBands, gradeKey, rankedRows } from './rank-rows.ts'
import { rankingColumns } from './ranking-columns.tsx'
import { RankingTools } from './ranking-tools.tsx'
import { useRankingFilter } from './use-ranking-filter.ts'
import type { ViewProps } from './view-props.ts'

/** Fewer do not fill a page: they keep their widths. */
const MANY_COLUMNS = 6

const useGroups = ({ grading }: EvaluationView) => {
  const words = useWords()
  return (row: RankingRow) => {
    const key = gradeKey(row)
    const count = grading.counts.find(({ grade }) => grade === row.grade)
    return {
      key,
      title: count ? (
        <>
          {fill(words.evGradeHead, { grade: key, held: count.held })}
          <small>
            {count.allowed === null ? count.words : fill(words.evAllowed, { words: count.words, n: count.allowed })}
          </small>
        </>
      ) : (
        key
      ),
    }
  }
}

/** What the quotas are taken of, ties and who has no grade: a ranking does not stand without it. */
const Foot = ({ view }: { view: EvaluationView }) => {
  const words = useWords()
  const { grading, notes, assurance } = view
  return (
    <div className="foot">
      {grading.counts.length > 0 ? (
        <span>{fill(words.evDenominator, { n: grading.denominator, words: grading.denominatorWords })}</span>
      ) : null}
      {grading.leftOut > 0 ? <span>{fill(words.evLeftOut, { n: grading.leftOut })}</span> : null}
      {grading.ties ? <span>{grading.ties}</span> : null}
      {view.lastRun ? <span>{fill(words.evBeforeOf, { title: view.lastRun.name })}</span> : null}
      <span>
        {assurance ? fill(words.evAssessed, { draws: assurance.draws, seed: assurance.seed }) : words.evNotAssessed}
      </span>
      {view.rows.some(({ rank, score }) => rank !== null && score === null) ? (
        <span>{words.evScoresHidden}</span>
      ) : null}
      {notes.length > 0 ? (
        <ul>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

/** 排名: every unit with its place, how sure that is, its grade and how near a border. */
export const RankingView = ({ view }: ViewProps) => {
  const words = useWords()
  const navigate = useNavigate()
  const held = useRankingFilter()
  const groupOf = useGroups(view)
  const { rows, grading, run } = view
  const of = rows.filter(({ rank }) => rank !== null).length
  const bands = gradeBands(rows, grading.counts)
  const shown = rankedRows(
    rows,
    grading.counts.map(({ grade }) => grade),
    held.filter,
  )
  const columns = rankingColumns(words, { view, bands, of })
  const growing = useGrowingRows(shown, JSON.stringify(held.filter))
  return (
    <>
      <RankingTools view={view} held={held} />
      <Sheet flush className="ranking">
        <div className="sheet-scroll">
          {shown.length === 0 ? (
            <Empty
              action={
                <Button small onClick={held.clear}>
                  {words.showAll}
                </Button>
              }
            >
              {words.noSuchRows}
            </Empty>
          ) : (
            <DataTable
              label={run.title}
              className={columns.length < MANY_COLUMNS ? 'ruled fit' : 'ruled'}
              columns={columns}
              rows={growing.shown}
              rowKey={({ unit }) => unit}
              groupOf={grading.counts.length > 0 ? groupOf : undefined}
              onOpen={(row) =>
                void navigate({ to: '/evaluation/$id/units/$unit', params: { id: run.id, unit: row.unit } })
              }
            />
          )}
          <div ref={growing.end} />
        </div>
        {bands.length > 0 ? (
          <p className="note band-key">
            {words.evInterval}：<BandScale bands={bands} of={of} />
          </p>
        ) : null}
      </Sheet>
      <Foot view={view} />
    </>
  )
}
