import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, fill } from '@yundiao/ui'
import type { RefObject } from 'react'
import { answerQuery } from '../../../api/answers.ts'
import type { AnswerView } from '../../../api/types.ts'
import { Ready } from '../../../shell/ready.tsx'
import { useWords } from '../../../shell/words.ts'
import { FormulaWords } from '../../papers/bound-text.tsx'
import { PaperBlocks } from '../../papers/document-preview.tsx'

/** The other view that goes on from here: who drags, how others stand, what a unit owes. */
const Onward = ({ answer }: { answer: AnswerView }) => {
  const words = useWords()
  const [, subject = ''] = answer.id.split(':')
  if (answer.kind === 'unit')
    return (
      <Link to="/items" search={(before) => ({ on: before.on, unit: subject })}>
        {words.answerSeeItems}
      </Link>
    )
  const isPlace = answer.kind === 'place'
  return (
    <Link
      to="/analysis"
      search={(before) => ({
        on: before.on,
        period: before.period,
        view: isPlace ? 'drags' : 'compare',
        ...(isPlace ? { ask: 'enterprises', region: subject } : { indicator: subject }),
      })}
    >
      {isPlace ? words.answerSeeDrags : words.answerSeeCompare}
    </Link>
  )
}

type PaneProps = {
  id: string
  period: string
  on: string | undefined
  isLarge: boolean
  onLarge: () => void
  onStep: (step: number) => void
  pane: RefObject<HTMLElement | null>
}

/** One question with its answer, as the booklet prints it; in large print nothing opens, it is only read. */
export const AnswerPane = ({ id, period, on, isLarge, onLarge, onStep, pane }: PaneProps) => {
  const words = useWords()
  const query = useQuery({ ...answerQuery(id, { period, on }), placeholderData: keepPreviousData })
  return (
    <section ref={pane} className="answer" aria-live="polite">
      <Ready query={query} rows={12}>
        {(answer) => (
          <>
            <header>
              <h2>{answer.question}</h2>
              <span className="acts">
                {isLarge ? null : <Onward answer={answer} />}
                <Button small onClick={() => onStep(-1)} title="PageUp">
                  {words.answerPrevious}
                </Button>
                <Button small onClick={() => onStep(1)} title="PageDown">
                  {words.answerNext}
                </Button>
                <Button small onClick={onLarge} aria-pressed={isLarge}>
                  {isLarge ? words.answerClose : words.answerLarge}
                </Button>
              </span>
            </header>
            <article className="answer-text" inert={isLarge} aria-busy={query.isPlaceholderData}>
              <FormulaWords value={answer.formulas}>
                <PaperBlocks blocks={answer.blocks} />
              </FormulaWords>
            </article>
            <footer className="note">
              {answer.periodWords} · {fill(words.answerAsOf, { day: answer.asKnownOn })}
            </footer>
          </>
        )}
      </Ready>
    </section>
  )
}
