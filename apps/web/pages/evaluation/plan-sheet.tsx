import { fill, Mark, ProblemNote, Sheet } from '@yundiao/ui'
import { type FormEvent, useState } from 'react'
import { cheapestChanges, type Lever } from '../../api/evaluation.ts'
import type { CheapestPlan, UnitCard } from '../../api/types.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { planBounds, typedBounds } from './plan-bounds.ts'
import { PlanResult } from './plan-result.tsx'
import { plainText } from './score-text.ts'

type LeverView = UnitCard['levers'][number]

type BoundProps = { lever: LeverView; text: string; onText: (text: string) => void }

/** How far one value may go: up where more is better, down where less is. */
const Bound = ({ lever, text, onText }: BoundProps) => {
  const words = useWords()
  return (
    <tr>
      <th scope="row">
        {lever.label}
        <small>{fill(words.evLeverUsedIn, { unit: lever.unitShown, names: lever.usedIn.join('、') })}</small>
      </th>
      <td className="r nw">{plainText(lever.value)}</td>
      <td className="nw">
        {lever.direction === 1 ? words.evAtMost : words.evAtLeast}{' '}
        <input
          className="field"
          aria-label={`${lever.label} ${lever.direction === 1 ? words.evAtMost : words.evAtLeast}`}
          inputMode="decimal"
          value={text}
          onChange={({ target }) => onText(target.value)}
        />
      </td>
    </tr>
  )
}

type PlanSheetProps = { id: string; card: UnitCard }

/** 怎样升等: bounds a person sets for each value, and the cheapest way within them. Others stay as they are. */
export const PlanSheet = ({ id, card }: PlanSheetProps) => {
  const words = useWords()
  const [texts, setTexts] = useState(() => planBounds(card.levers))
  const [goal, setGoal] = useState(card.goals[0] ?? '')
  const [plan, setPlan] = useState<CheapestPlan | null>(null)
  // A way told for other bounds or another grade is none for these.
  const asking = JSON.stringify([goal, texts])
  const [asked, setAsked] = useState('')
  const act = useAct(cheapestChanges, { after: setPlan, inPlace: true })
  if (card.goals.length === 0 || card.levers.length === 0) return null
  const levers: Lever[] | null = typedBounds(card.levers, texts)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!levers) return
    setPlan(null)
    setAsked(asking)
    act.run({ id, unit: card.row.unit, goal: { grade: goal }, levers })
  }
  return (
    <Sheet className="plan-sheet" title={words.evPlan} side={<Mark word="测算" />} foot={words.evPlanFoot}>
      <form onSubmit={submit} className="plan">
        <table className="t">
          <thead>
            <tr>
              <th scope="col">{words.evInput}</th>
              <th scope="col" className="r">
                {words.evNow}
              </th>
              <th scope="col">{words.evBound}</th>
            </tr>
          </thead>
          <tbody>
            {card.levers.map((lever) => (
              <Bound
                key={lever.code}
                lever={lever}
                text={texts[lever.code] ?? ''}
                onText={(text) => setTexts((old) => ({ ...old, [lever.code]: text }))}
              />
            ))}
          </tbody>
        </table>
        <div className="actions">
          <label className="nw">
            {words.evGoal}{' '}
            <select className="field goal" value={goal} onChange={({ target }) => setGoal(target.value)}>
              {card.goals.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </label>
          <button type="submit" className="btn" disabled={act.busy || levers === null}>
            {words.evPlanRun}
          </button>
          {levers === null ? <span className="bad">{words.evBoundsBad}</span> : null}
        </div>
      </form>
      {act.problem ? <ProblemNote problem={act.problem} /> : null}
      {plan && asked === asking ? <PlanResult plan={plan} /> : null}
    </Sheet>
  )
}
