import { fill, Mark, StateTag } from '@yundiao/ui'
import type { EvaluationRun } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'

/** The run's state word, and what sets it apart: demonstration, changed weights, a correction. */
export const RunState = ({ run }: { run: EvaluationRun }) => {
  const words = useWords()
  return (
    <>
      <StateTag>{run.state}</StateTag>
      {run.demo ? (
        <>
          {' '}
          <Mark word="演示" />
        </>
      ) : null}
      {run.changed ? (
        <>
          {' '}
          <span className="m suggest">{words.evChanged}</span>
        </>
      ) : null}
      {run.track ? (
        <>
          {' '}
          <StateTag>{run.track}</StateTag>
        </>
      ) : null}
      {run.corrected ? (
        <span title={run.basedOn ? fill(words.evBasedOn, { title: run.basedOn.name }) : undefined}>
          {' '}
          <StateTag>{words.evCorrected}</StateTag>
        </span>
      ) : null}
    </>
  )
}

export const publicityText = ({ publicFrom, publicTo }: EvaluationRun): string =>
  publicFrom === null ? '' : [publicFrom, publicTo].filter(Boolean).join(' ～ ')
