import type { UseQueryResult } from '@tanstack/react-query'
import { fill, Mark, ProblemNote, Sheet } from '@yundiao/ui'
import { problemOf } from '../../api/request.ts'
import type { Effect, WhatIf } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'
import { ShiftTable } from './shift-table.tsx'

const NAMED = 6

const Flow = ({ effect }: { effect: Effect }) => {
  const words = useWords()
  return (
    <ul className="flows">
      {effect.gradeFlow.map(({ from, to, count, names }) => (
        <li key={`${from}${to}`}>
          <b>
            {from ?? words.evUngraded} → {to ?? words.evUngraded}
          </b>{' '}
          {fill(words.evFlowCount, { n: count })}{' '}
          <span className="note">
            {names.slice(0, NAMED).join('、')}
            {names.length > NAMED ? '…' : ''}
          </span>
        </li>
      ))}
    </ul>
  )
}

const Told = ({ effect }: { effect: Effect }) => {
  const words = useWords()
  const { winners, losers, unchanged, agreement, gradeFlow, counts } = effect
  const regraded = gradeFlow.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <p>
        <Mark word="测算" /> {fill(words.evEffect, { winners, losers, unchanged, regraded })}
        {agreement === null ? '' : fill(words.evAgreement, { agreement: agreement.toFixed(3) })}
      </p>
      {gradeFlow.length > 0 ? <Flow effect={effect} /> : null}
      {counts.length > 0 ? (
        <p className="note">
          {words.evCountsAfter}
          {counts.map(({ grade, held }) => `${grade} ${held}`).join('，')}
        </p>
      ) : null}
    </>
  )
}

type EffectPaneProps = { run: string; query: UseQueryResult<WhatIf>; isSame: boolean }

/** What the weights in hand would do to whom; the last answer stays while the next is on its way. */
export const EffectPane = ({ run, query, isSame }: EffectPaneProps) => {
  const words = useWords()
  const { data } = query
  if (isSame)
    return (
      <Sheet title={words.evEffectTitle}>
        <p className="note">{words.evEffectNone}</p>
      </Sheet>
    )
  if (query.error) return <ProblemNote problem={problemOf(query.error)} onRetry={() => void query.refetch()} />
  if (!data) return <Sheet title={words.evEffectTitle}>{words.loading}…</Sheet>
  if (data.kind === 'refused')
    return (
      <Sheet title={words.evEffectTitle}>
        <p className="problem">{data.message}</p>
      </Sheet>
    )
  return (
    <Sheet
      title={words.evEffectTitle}
      side={<span className="note">{query.isFetching ? words.evEffectWorking : ''}</span>}
      flush
    >
      <div className="in" aria-live="polite" aria-busy={query.isPlaceholderData}>
        <Told effect={data} />
      </div>
      {data.units.length > 0 ? <ShiftTable label={words.evEffectTitle} run={run} units={data.units} /> : null}
    </Sheet>
  )
}
