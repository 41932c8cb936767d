import { fill } from '@yundiao/ui'
import type { CheapestPlan, Move } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'
import { plainText, scoreText, signedText } from './score-text.ts'

const PERCENT = 100

const MoveLine = ({ move }: { move: Move }) => {
  const share = move.from === 0 ? null : ((move.to - move.from) / Math.abs(move.from)) * PERCENT
  return (
    <li>
      {move.label}　{plainText(move.from)} → <b>{plainText(move.to)}</b> {move.unitShown}
      {share === null ? null : <span className="note">（{signedText(share, 1)}%）</span>}
    </li>
  )
}

/** What came of it, in sentences. */
export const PlanResult = ({ plan }: { plan: CheapestPlan }) => {
  const words = useWords()
  if (plan.kind === 'refused') return <p className="problem">{plan.message}</p>
  if (plan.kind === 'reached') return <p role="status">{words.evPlanReached}</p>
  const told = { grade: plan.grade ?? words.evUngraded, score: scoreText(plan.score) }
  if (plan.kind === 'out-of-reach') return <p role="status">{fill(words.evPlanOut, told)}</p>
  // One value alone may be the least change already.
  const [only] = plan.moves.length === 1 ? plan.moves : []
  const alone = plan.alone.filter(({ code }) => code !== only?.code)
  return (
    <div className="plan-result" role="status">
      <p>{fill(words.evPlanWay, told)}</p>
      <ul>
        {plan.moves.map((move) => (
          <MoveLine key={move.code} move={move} />
        ))}
      </ul>
      {alone.length > 0 ? (
        <>
          <p>{only ? words.evPlanOther : words.evPlanAlone}</p>
          <ul>
            {alone.map((move) => (
              <MoveLine key={move.code} move={move} />
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}
