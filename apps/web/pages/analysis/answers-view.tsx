import '../../styles/answers.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { Button, useHotkeys } from '@yundiao/ui'
import { useEffect, useRef, useState } from 'react'
import { answerQuery, answersQuery } from '../../api/answers.ts'
import type { AnswerIndex } from '../../api/types.ts'
import { Ready } from '../../shell/ready.tsx'
import { useWords } from '../../shell/words.ts'
import { AnswerPane } from './answers/answer-pane.tsx'
import { AskBox } from './answers/ask-box.tsx'
import { BookDialog } from './answers/book-dialog.tsx'
import { leadsBeside } from './answers/find-leads.ts'
import { LeadsList, NothingFound } from './answers/leads-list.tsx'
import { QuestionList } from './answers/question-list.tsx'
import { useLeads } from './answers/use-leads.ts'
import { useQuestions } from './answers/use-questions.ts'
import type { ViewProps } from './view-props.ts'

const Answers = ({ index, on }: { index: AnswerIndex; on: string | undefined }) => {
  const words = useWords()
  const { typed, found, current, type, step, open } = useQuestions(index.questions)
  const isFromShow = useSearch({ strict: false, select: (search) => search.by === 'large' })
  const [isLarge, setLarge] = useState(isFromShow)
  const router = useRouter()
  const [isMaking, setMaking] = useState(false)
  const queries = useQueryClient()
  const pane = useRef<HTMLElement>(null)
  const asked = { period: index.period, on }
  const near = (id: string): void => void queries.prefetchQuery(answerQuery(id, asked))
  const leads = useLeads(typed, on)
  const at = found.findIndex(({ id }) => id === current)
  const beside = [found[at + 1]?.id, found[at - 1]?.id].filter((id) => id !== undefined).join(' ')
  useEffect(() => {
    for (const id of beside.split(' '))
      if (id !== '') void queries.prefetchQuery(answerQuery(id, { period: index.period, on }))
  }, [beside, index.period, on, queries])
  const show = (id: string): void => {
    open(id)
    pane.current?.scrollIntoView({ block: 'nearest' })
  }
  // Who came from the wall goes back to the slide.
  const leaveLarge = (): void => (isFromShow ? router.history.back() : setLarge(false))
  useHotkeys({ PageDown: () => step(1), PageUp: () => step(-1), Escape: () => isLarge && leaveLarge() })
  return (
    <div className={isLarge ? 'answers large' : 'answers'}>
      <div className="asking">
        <AskBox
          typed={typed}
          current={current}
          isListed={!isLarge}
          onType={type}
          onStep={step}
          onEnter={() => pane.current?.scrollIntoView({ block: 'nearest' })}
          onEscape={() => (isLarge ? leaveLarge() : type(''))}
        />
        {isLarge ? null : (
          <Button small onClick={() => setMaking(true)}>
            {words.answerBook}
          </Button>
        )}
        {isLarge || current === null ? null : <LeadsList leads={leadsBeside(leads, found)} />}
        {isLarge ? null : (
          <QuestionList
            questions={found}
            current={current}
            isGrouped={typed.trim() === ''}
            onOpen={show}
            onNear={near}
          />
        )}
      </div>
      {current === null ? (
        <NothingFound typed={typed} leads={leads} onAsk={type} />
      ) : (
        <AnswerPane
          id={current}
          {...asked}
          isLarge={isLarge}
          onLarge={() => (isLarge ? leaveLarge() : setLarge(true))}
          onStep={step}
          pane={pane}
        />
      )}
      {isMaking ? <BookDialog index={index} onClose={() => setMaking(false)} /> : null}
    </div>
  )
}

/** 备询要点: what a leader may ask, found as one types the name. */
export const AnswersView = ({ period, on }: ViewProps) => {
  const query = useQuery(answersQuery({ period, on }))
  return (
    <Ready query={query} rows={16}>
      {(index) => <Answers key={index.period} index={index} on={on} />}
    </Ready>
  )
}
