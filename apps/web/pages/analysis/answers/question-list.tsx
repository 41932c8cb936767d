import { fill, keepInView } from '@yundiao/ui'
import { useEffect, useRef } from 'react'
import type { AnswerKind, Question } from '../../../api/types.ts'
import type { Words } from '../../../messages.ts'
import { useWords } from '../../../shell/words.ts'

const groupName = (kind: AnswerKind, words: Words): string =>
  ({ place: words.answerPlaces, unit: words.answerUnits, indicator: words.answerIndicators })[kind]

type ListProps = {
  questions: readonly Question[]
  current: string | null
  /** Headed by kind; a search shows the closest first instead. */
  isGrouped: boolean
  onOpen: (id: string) => void
  onNear: (id: string) => void
}

export const optionId = (id: string): string => `question-${id.replaceAll(':', '-')}`

const Option = ({
  question,
  isCurrent,
  onOpen,
  onNear,
}: { question: Question; isCurrent: boolean } & Pick<ListProps, 'onOpen' | 'onNear'>) => {
  const words = useWords()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the search box that controls the list
    <div
      id={optionId(question.id)}
      role="option"
      aria-selected={isCurrent}
      tabIndex={-1}
      className="question"
      onClick={() => onOpen(question.id)}
      onPointerEnter={() => onNear(question.id)}
    >
      <span>{question.question}</span>
      {question.weight > 0 ? <small>{fill(words.answerCount, { n: String(question.weight) })}</small> : null}
    </div>
  )
}

/** 问题目录: each question is one line; the one open is in view. */
export const QuestionList = ({ questions, current, isGrouped, onOpen, onNear }: ListProps) => {
  const words = useWords()
  const pane = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const option = current === null ? null : document.getElementById(optionId(current))
    if (pane.current && option && pane.current.scrollHeight > pane.current.clientHeight)
      keepInView(pane.current, option)
  }, [current])
  const options = (own: readonly Question[]) =>
    own.map((question) => (
      <Option
        key={question.id}
        question={question}
        isCurrent={question.id === current}
        onOpen={onOpen}
        onNear={onNear}
      />
    ))
  const kinds: readonly AnswerKind[] = ['place', 'unit', 'indicator']
  return (
    <div ref={pane} id="questions" role="listbox" aria-label={words.answerList} className="questions" tabIndex={-1}>
      {isGrouped
        ? kinds.map((kind) => {
            const own = questions.filter((question) => question.kind === kind)
            return own.length === 0 ? null : (
              // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset
              <div key={kind} role="group" aria-label={groupName(kind, words)}>
                <div className="kind" aria-hidden="true">
                  {groupName(kind, words)}
                </div>
                {options(own)}
              </div>
            )
          })
        : options(questions)}
    </div>
  )
}
