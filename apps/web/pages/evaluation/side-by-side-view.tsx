import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Column, DataTable, Sheet } from '@yundiao/ui'
import { useState } from 'react'
import { evaluationsQuery, sideBySideQuery } from '../../api/evaluation.ts'
import type { EvaluationList, EvaluationRun, SideBySide } from '../../api/types.ts'
import type { Words } from '../../messages.ts'
import { Ready } from '../../shell/ready.tsx'
import { useWords } from '../../shell/words.ts'
import { GradeTag } from './grade-tag.tsx'
import type { ViewProps } from './view-props.ts'

type Compared = Extract<SideBySide, { kind: 'compared' }>
type Row = Compared['rows'][number]

const FEWEST = 2

/** Versions of methods for such units, and other runs of the year: their weights may differ. */
const optionsOf = ({ schemes, runs }: EvaluationList, run: EvaluationRun): { id: string; title: string }[] => [
  { id: run.id, title: run.title },
  ...runs
    .filter(({ id, subject, year }) => id !== run.id && subject === run.subject && year === run.year)
    .map(({ id, title }) => ({ id, title })),
  ...schemes
    .filter(({ subject }) => subject === run.subject)
    .flatMap(({ versions }) => versions)
    .filter(({ id }) => id !== run.schemeVersion)
    .map(({ id, title }) => ({ id, title })),
]

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
    { id: `${id}/rank`, under: [title], label: words.evRank, align: 'right', cell: ({ ranks }) => ranks[at] ?? '' },
    {
      id: `${id}/grade`,
      under: [title],
      label: words.evGrade,
      cell: ({ grades }) => {
        const grade = grades[at]
        return grade ? <GradeTag grade={grade} /> : null
      },
    },
  ]),
  { id: 'spread', label: words.evSpread, align: 'right', cell: ({ spread }) => spread ?? '' },
]

const Answer = ({ view, run }: { view: SideBySide; run: string }) => {
  const words = useWords()
  if (view.kind === 'refused') return <p className="problem">{view.message}</p>
  return (
    <Sheet flush foot={words.evSpreadFoot}>
      <div className="sheet-scroll">
        <DataTable
          label={words.evSideBySide}
          className="ruled fit"
          columns={columnsOf(words, view, run)}
          rows={view.rows}
          rowKey={({ unit }) => unit}
        />
      </div>
    </Sheet>
  )
}

type ChoiceProps = { list: EvaluationList; run: EvaluationRun; on: string | undefined }

const Chosen = ({ list, run }: ChoiceProps) => {
  const words = useWords()
  const options = optionsOf(list, run)
  const [chosen, setChosen] = useState<readonly string[]>(options.slice(0, FEWEST).map(({ id }) => id))
  const query = useQuery({ ...sideBySideQuery(run.id, chosen), enabled: chosen.length >= FEWEST })
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <>
      <fieldset className="checks rows">
        <legend>{words.evSideBySideLead}</legend>
        <div>
          {options.map(({ id, title }) => (
            <label key={id}>
              <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} /> {title}
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
