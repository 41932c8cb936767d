import { useNavigate } from '@tanstack/react-router'
import { Button, Dialog, fill, Segment } from '@yundiao/ui'
import { useState } from 'react'
import { makeAnswerBook } from '../../../api/answers.ts'
import type { AnswerIndex } from '../../../api/types.ts'
import { useAct } from '../../../shell/use-act.ts'
import { useWords } from '../../../shell/words.ts'

type Which = 'pressing' | 'all'

/** 备询手册: which questions it takes; the paper opens when it is made. */
export const BookDialog = ({ index, onClose }: { index: AnswerIndex; onClose: () => void }) => {
  const words = useWords()
  const navigate = useNavigate()
  const [which, setWhich] = useState<Which>('pressing')
  const act = useAct(makeAnswerBook, {
    done: words.answerBookMade,
    after: ({ id }) => void navigate({ to: '/papers/$id', params: { id } }),
  })
  const pressing = index.questions.filter(({ weight }) => weight > 0)
  const chosen = which === 'all' ? index.questions : pressing
  return (
    <Dialog title={words.answerBook} onClose={onClose}>
      <div className="fields">
        <p className="wide">
          {fill(words.answerBookHint, { n: String(pressing.length), all: String(index.questions.length) })}
        </p>
        <span className="wide">
          <Segment
            label={words.answerBook}
            options={[
              { key: 'pressing', label: `${words.answerBookPressing} ${pressing.length}` },
              { key: 'all', label: `${words.answerBookAll} ${index.questions.length}` },
            ]}
            value={which}
            onChange={setWhich}
          />
        </span>
        <div className="actions wide">
          <Button
            primary
            disabled={act.busy || chosen.length === 0}
            onClick={() =>
              act.run({ period: index.period, on: index.asKnownOn, questions: chosen.map(({ id }) => id) })
            }
          >
            {act.busy ? words.answerBookMaking : words.generate}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
