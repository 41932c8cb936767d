import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Column, DataTable, Empty, fill, Sheet } from '@yundiao/ui'
import { useState } from 'react'
import { evaluationsQuery, sideBySideQuery } from '../../api/evaluation.ts'
import type { EvaluationList, EvaluationRun, SideBySide } from '../../api/types.ts'
import type { Words } from '../../messages.ts'
import { Ready } from '../../shell/ready.tsx'
import { useGrowingRows } from '../../shell/use-growing-rows.ts'
import { useWords } from '../../shell/words.ts'
import { GradeTag } from './grade-tag.tsx'
import type { ViewProps } from './view-props.ts'

type Compared = Extract<SideBySide, { kind: 'compared' }>
type Row = Compared['rows'][number]

const FEWEST = 2

type Option = { id: string; title: string; note: string }

/** Other runs of the year and the year before, and versions of methods for such units: two of one title are told apart. */
const optionsOf = ({ schemes, runs }: EvaluationList, run: EvaluationRun, words: Words): Option[] => {
  const ofRun = (one: EvaluationRun): Option => ({
    id: one.id,
    title: one.title,
    note: [one.state, one.changed ? words.evChanged : '', one.madeOn, one.madeBy].filter(Boolean).join(' '),
  })
  const years = [run.year, run.year - 1]
  return [
    ofRun(run),
    ...runs
      .filter((one) => one.id !== run.id && one.subject === run.subject && years.includes(one.year))
      .filter(({ state }) => state !== '草稿')
      .map(ofRun),
    ...schemes
      .filter(({ subject }) => subject === run.subject)
      .flatMap(({ versions }) => versions)
      .filter(({ id }) => id !== run.schemeVersion || run.changed)
      .map(({ id, title }) => ({ id, title, note: '' })),
  ]
}

/** 甲, 乙 …: columns of two runs of one title must not run together. */
const LETTERS = ['甲', '乙', '丙', '丁', '戊', '己', '庚']
const headOf = (title: string, at: number): string => `${LETTERS[at] ?? at + 1}　${title}`

/** A unit that has a place and no grade is not blank: a blank one did not take part. */
const gradeCell =
  (at: number) =>
  ({ grades, ranks }: Row) => {
    const grade = grades[at]
    return grade ? <GradeTag grade={grade} /> : ranks[at] === null ? null : '—'
  }

const columnsOf = (words: Words, view: Compared, run: string): Column<Row>[] => [
  {
    id: 'name',
    label: words.evUnit,
    width: 200,
    frozen: 'always',
    cell: ({ unit, name }) => (
      <Link to="/evaluation/$id/units/$unit" params={{ id: run, unit }}>
        {name}
      </Link>
    ),
  },
  ...view.schemes.flatMap(({ id, title }, at): Column<Row>[] => [
    {
      id: `${id}/rank`,
      under: [headOf(title, at)],
      label: words.evRank,
      align: 'right',
      cell: ({ ranks }) => ranks[at] ?? '',
    },
    // A method without grades has no column of them.
    ...(view.rows.some(({ grades }) => grades[at])
      ? [{ id: `${id}/grade`, under: [headOf(title, at)], label: words.evGrade, cell: gradeCell(at) }]
      : []),
  ]),
  { id: 'spread', label: words.evSpread, align: 'right', cell: ({ spread }) => spread ?? '' },
]

/** What each column is, and what it has other than the first. */
const Legend = ({ schemes }: Pick<Compared, 'schemes'>) => {
  const words = useWords()
  return (
    <ul className="in beside">
      {schemes.map(({ id, title, words: told, differs, units }, at) => (
        <li key={id}>
          <b>{headOf(title, at)}</b>{' '}
          <span className="note">
            {[told, fill(words.evRankedUnits, { n: units }), ...differs].filter(Boolean).join('；')}
          </span>
        </li>
      ))}
    </ul>
  )
}

const Beside = ({ view, run }: { view: Compared; run: string }) => {
  const words = useWords()
  const growing = useGrowingRows(view.rows, view.schemes.map(({ id }) => id).join())
  return (
    <Sheet flush foot={fill(words.evSpreadFoot, { n: view.common })}>
      <Legend schemes={view.schemes} />
      <div className="sheet-scroll">
        <DataTable
          label={words.evSideBySide}
          className="ruled fit"
          columns={columnsOf(words, view, run)}
          rows={growing.shown}
          rowKey={({ unit }) => unit}
        />
        <div ref={growing.end} />
      </div>
    </Sheet>
  )
}

const Answer = ({ view, run }: { view: SideBySide; run: string }) =>
  view.kind === 'refused' ? <p className="problem">{view.message}</p> : <Beside view={view} run={run} />

type ChoiceProps = { list: EvaluationList; run: EvaluationRun; on: string | undefined }

const Chosen = ({ list, run }: ChoiceProps) => {
  const words = useWords()
  const options = optionsOf(list, run, words)
  const [chosen, setChosen] = useState<readonly string[]>(options.slice(0, FEWEST).map(({ id }) => id))
  const query = useQuery({ ...sideBySideQuery(run.id, chosen), enabled: chosen.length >= FEWEST })
  if (options.length < FEWEST)
    return (
      <Empty
        action={
          <Link
            to="/evaluation/$id"
            params={{ id: run.id }}
            search={({ on }) => ({ on, view: 'weights' })}
            className="btn"
          >
            {words.evWeights}
          </Link>
        }
      >
        {words.evSideBySideNone}
      </Empty>
    )
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <>
      <fieldset className="checks rows">
        <legend>{words.evSideBySideLead}</legend>
        <div>
          {options.map(({ id, title, note }) => (
            <label key={id}>
              <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} /> {title}
              {note ? <small className="note"> {note}</small> : null}
            </label>
          ))}
        </div>
      </fieldset>
      {chosen.length < FEWEST ? (
        <p className="note">{words.evSideBySideFewest}</p>
      ) : (
        <Ready query={query}>{(view) => <Answer view={view} run={run.id} />}</Ready>
      )}
    </>
  )
}

/** 办法对比: the same inputs under several methods; who depends on the choice comes first. */
export const SideBySideView = ({ view, on }: ViewProps) => {
  const query = useQuery(evaluationsQuery(on))
  return <Ready query={query}>{(list) => <Chosen list={list} run={view.run} on={on} />}</Ready>
}
