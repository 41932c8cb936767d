import { Empty, fill, Sheet } from '@yundiao/ui'
import { Fragment } from 'react'
import type { FindingsPage } from '../../../api/types.ts'
import { useWords } from '../../../shell/words.ts'
import { CopyButton } from './copy-button.tsx'
import { SaidSentences } from './said-text.tsx'
import { ToBoard } from './to-board.tsx'

/** 快报: plain text to be sent on, how long it is, and what it leaves out. */
export const QuickSheet = ({ page }: { page: FindingsPage }) => {
  const words = useWords()
  const { text, sentences, length, most, leftOut } = page.quick
  if (text === '')
    return (
      <Sheet title={words.quick}>
        <Empty action={<ToBoard period={page.period} />}>{words.noQuick}</Empty>
      </Sheet>
    )
  return (
    <Sheet
      title={`${page.periodWords}${words.quick}`}
      side={
        <span className="actions">
          <span className="note">{fill(words.quickLength, { n: length, most })}</span>
          <CopyButton text={text} shownIn="quick-text">
            {words.copyText}
          </CopyButton>
        </span>
      }
      foot={words.quickNote}
    >
      <p id="quick-text" className="quick">
        <SaidSentences sentences={sentences} />
      </p>
      {leftOut.length > 0 ? <h3 className="left-out">{words.quickLeftOut}</h3> : null}
      {leftOut.length > 0 ? (
        <dl className="kv left-out">
          {leftOut.map(({ why, names }) => (
            <Fragment key={why}>
              <dt>{why}</dt>
              <dd>{names.join('、')}</dd>
            </Fragment>
          ))}
        </dl>
      ) : null}
    </Sheet>
  )
}
