import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Sheet, StateTag } from '@yundiao/ui'
import { appealsQuery } from '../../api/evaluation.ts'
import type { Appeal, EvaluationRun } from '../../api/types.ts'
import { useOn } from '../../shell/on-day.ts'
import { useWords } from '../../shell/words.ts'
import { valueText } from './score-text.ts'

const Line = ({ appeal }: { appeal: Appeal }) => {
  const { state, label, was, asked, unitShown, filedOn, decision, decidedBy, decidedOn } = appeal
  return (
    <li>
      <StateTag>{state}</StateTag> {label}
      {asked === null ? '' : `　${valueText(was, unitShown)} → ${valueText(asked, unitShown)}`}{' '}
      <span className="note">
        {state === '待核' ? filedOn : [decision, decidedBy, decidedOn].filter(Boolean).join('　')}
      </span>
    </li>
  )
}

type OfUnit<Run> = { run: Run; unit: string }

const Appeals = ({ run, unit }: OfUnit<EvaluationRun>) => {
  const words = useWords()
  const { data } = useQuery(appealsQuery(run.id, useOn()))
  const appeals = (data?.appeals ?? []).filter((one) => one.unit === unit)
  if (appeals.length === 0) return null
  return (
    <Sheet
      title={words.evAppeals}
      side={
        <Link to="/evaluation/$id" params={{ id: run.id }} search={({ on }) => ({ on, view: 'appeals' })}>
          {words.evAppealsAll}
        </Link>
      }
    >
      <ul>
        {appeals.map((appeal) => (
          <Line key={appeal.id} appeal={appeal} />
        ))}
      </ul>
    </Sheet>
  )
}

/** What was objected about this unit, in the reader's sight, and how it was decided; nothing where nothing was. */
export const UnitAppeals = ({ run, unit }: OfUnit<EvaluationRun | undefined>) =>
  // A 试算 is objected to by nobody, unless it corrects what was.
  run && (run.state !== '试算' || run.corrected) ? <Appeals run={run} unit={unit} /> : null
