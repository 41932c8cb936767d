import { Dialog } from '@yundiao/ui'
import { useState } from 'react'
import { splitClause } from '../../api/breakdown.ts'
import type { ClauseRow } from '../../api/types.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { cutPoints, likelyCut } from './cut-points.ts'

/** Two parts of the original sentence; arrows move the cut, a click sets it. */
export const SplitDialog = ({ clause, onClose }: { clause: ClauseRow; onClose: () => void }) => {
  const words = useWords()
  const points = cutPoints(clause.text)
  const [at, setAt] = useState(() => likelyCut(clause.text))
  const act = useAct((body: { version: number; at: number }) => splitClause(clause.id, body), {
    done: words.splitDone,
    close: onClose,
    inPlace: true,
  })
  const characters = [...clause.text]
  let offset = 0
  return (
    <Dialog title={words.splitTitle} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          act.run({ version: clause.version, at: clause.start + at })
        }}
      >
        <p className="cutting serif" lang="zh">
          {characters.map((character) => {
            offset += character.length
            const here = offset
            return (
              <span key={here}>
                {character}
                {here < clause.text.length ? (
                  <button
                    type="button"
                    tabIndex={-1}
                    aria-label={`${words.placeCut} ${here}`}
                    aria-pressed={here === at}
                    onClick={() => setAt(here)}
                  />
                ) : null}
              </span>
            )
          })}
        </p>
        <label className="wide">
          <span className="note">{words.pickCut}</span>
          <input
            type="range"
            aria-label={words.placeCut}
            min={0}
            max={points.length - 1}
            value={points.indexOf(at)}
            onChange={(event) => setAt(points[Number(event.target.value)] ?? at)}
          />
        </label>
        <FormEnd act={act} unready={points.length === 0}>
          {words.split} <kbd>Enter</kbd>
        </FormEnd>
      </form>
    </Dialog>
  )
}
