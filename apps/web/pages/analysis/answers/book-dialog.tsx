import { useNavigate } from '@tanstack/react-router'
import { Button, Dialog, fill, Segment } from '@yundiao/ui'
import { useState } from 'react'
import { answerBookHref, makeAnswerBook } from '../../../api/answers.ts'
import type { AnswerIndex } from '../../../api/types.ts'
import { useMay } from '../../../shell/session.ts'
import { useAct } from '../../../shell/use-act.ts'
import { useWords } from '../../../shell/words.ts'

type Which = 'pressing' | 'all'
type Sight = 'readers' | 'own'

/** With whose sight the kept booklet is written, and who then may open it. */
const SightChoice = ({ value, onChange }: { value: Sight; onChange: (sight: Sight) => void }) => {
  const words = useWords()
  return (
    <>
      <span className="wide">
        <Segment
          label={words.answerBookSight}
          options={[
            { key: 'readers', label: words.answerBookForReaders },
            { key: 'own', label: words.answerBookForEquals },
          ]}
          value={value}
          onChange={onChange}
        />
      </span>
      <p className="note wide">{value === 'own' ? words.answerBookEqualsNote : words.answerBookKeptNote}</p>
    </>
  )
}

/** 备询手册: which questions it takes; the paper opens when it is made. */
export const BookDialog = ({ index, onClose }: { index: AnswerIndex; onClose: () => void }) => {
  const words = useWords()
  const navigate = useNavigate()
  const [which, setWhich] = useState<Which>('pressing')
  const [sight, setSight] = useState<Sight>('readers')
  const act = useAct(makeAnswerBook, {
    done: words.answerBookMade,
    after: ({ id }) => void navigate({ to: '/papers/$id', params: { id } }),
  })
  const mayKeep = useMay('paper.make')
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
        {mayKeep ? <SightChoice value={sight} onChange={setSight} /> : null}
        <p className="note wide">{words.answerBookOwnNote}</p>
        <div className="actions wide">
          {mayKeep ? (
            <Button
              primary
              disabled={act.busy || chosen.length === 0}
              onClick={() =>
                act.run({ period: index.period, on: index.asKnownOn, questions: chosen.map(({ id }) => id), sight })
              }
            >
              {act.busy ? words.answerBookMaking : words.answerBookKeep}
            </Button>
          ) : null}
          <a className="btn" href={answerBookHref(index.period, index.asKnownOn, which)} download>
            {words.answerBookOwn}
          </a>
        </div>
      </div>
    </Dialog>
  )
}
