import { Sheet, StateTag } from '@yundiao/ui'
import { fileHref } from '../../api/items.ts'
import type { ProgressView } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'

const Note = ({ item, note }: { item: string; note: ProgressView }) => {
  const words = useWords()
  const lines: [string, string | null][] = [
    [words.problems, note.problems],
    [words.nextSteps, note.nextSteps],
    [words.onBehalf, note.onBehalfOf],
    [words.returned, note.closingWords],
  ]
  return (
    <li className="done">
      <time dateTime={note.asOf}>{note.asOf}</time>
      <span className="by">{note.by}</span>
      {note.closing ? <StateTag>{`${words.askClosing}·${note.closing}`}</StateTag> : null}{' '}
      {note.percent === null ? null : <b>{note.percent}% </b>}
      {note.text}
      {lines.map(([label, text]) =>
        text ? (
          <span key={label} className="line">
            {label}：{text}
          </span>
        ) : null,
      )}
      {note.file || note.signedOffline ? (
        <span className="line">
          {note.signedOffline ? `${words.signedOffline} ` : ''}
          {note.file ? <a href={fileHref(item, note.file.id)}>{note.file.name}</a> : null}
        </span>
      ) : null}
    </li>
  )
}

/** 进展情况 as the units reported it, the newest first. */
export const ProgressNotes = ({ item, notes }: { item: string; notes: readonly ProgressView[] }) => {
  const words = useWords()
  return (
    <Sheet title={words.progress}>
      {notes.length === 0 ? (
        <p className="muted">{words.noProgress}</p>
      ) : (
        <ol className="steps">
          {notes.map((note) => (
            <Note key={note.id} item={item} note={note} />
          ))}
        </ol>
      )}
    </Sheet>
  )
}
