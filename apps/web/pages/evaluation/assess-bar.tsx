import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, fill } from '@yundiao/ui'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { assessingQuery, cancelAssessing, startAssessing } from '../../api/evaluation.ts'
import type { Assessing } from '../../api/types.ts'
import { textOf } from '../../shell/form-text.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import type { ViewProps } from './view-props.ts'

const DRAWS = [1000, 5000, 10_000]
const FIRST_SEED = 20_220_426
const MOST_SEED = 2 ** 32

/** Reads everything again once the work is done. */
const useReadWhenDone = (isRunning: boolean) => {
  const queries = useQueryClient()
  const was = useRef(false)
  useEffect(() => {
    if (was.current && !isRunning) void queries.invalidateQueries()
    was.current = isRunning
  }, [isRunning, queries])
}

/** Draws and seed, then how far the work has come, with 取消. */
export const AssessBar = ({ view, on }: ViewProps) => {
  const words = useWords()
  const { run, assurance, may } = view
  const state = useQuery({ ...assessingQuery(run.id), enabled: on === undefined && may.assess.can })
  const [cancelled, setCancelled] = useState(false)
  const queries = useQueryClient()
  // Told as running at once, so that work done before the next look is still seen to end.
  const told = (now: Assessing) => queries.setQueryData(assessingQuery(run.id).queryKey, now)
  const start = useAct(startAssessing, { after: told })
  const stop = useAct(cancelAssessing, { after: told })
  const running = state.data?.kind === 'running' ? state.data : null
  useReadWhenDone(running !== null)
  if (on !== undefined || !may.assess.can) return may.assess.why ? <p className="note">{may.assess.why}</p> : null
  if (running)
    return (
      <p className="note working" role="status">
        <progress aria-label={words.evAssess} value={running.done} max={running.total} />{' '}
        {fill(words.evAssessing, { done: running.done, total: running.total })}{' '}
        <Button
          small
          onClick={() => {
            setCancelled(true)
            stop.run(run.id)
          }}
        >
          {words.evCancel}
        </Button>
      </p>
    )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [draws, seed] = [Number(textOf(form, 'draws')), Number(textOf(form, 'seed'))]
    setCancelled(false)
    start.run({ id: run.id, draws, seed })
  }
  return (
    <form className="assess-bar" onSubmit={submit}>
      <label>
        {words.evDraws}{' '}
        <select className="field" name="draws" defaultValue={assurance?.draws ?? DRAWS[0]}>
          {DRAWS.map((draws) => (
            <option key={draws}>{draws}</option>
          ))}
        </select>
      </label>
      <label>
        {words.evSeed}{' '}
        <input
          className="field"
          name="seed"
          type="number"
          required
          min={0}
          step={1}
          max={MOST_SEED}
          defaultValue={assurance?.seed ?? FIRST_SEED}
        />
      </label>
      <Button type="submit" disabled={start.busy}>
        {assurance ? words.evAssessAgain : words.evAssess}
      </Button>
      {cancelled ? <span className="note">{words.evCancelled}</span> : null}
      {state.data?.kind === 'failed' ? <span className="bad">{state.data.message}</span> : null}
    </form>
  )
}
