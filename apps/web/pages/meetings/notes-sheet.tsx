import { Link } from '@tanstack/react-router'
import { fill, Sheet, StateTag, useToasts } from '@yundiao/ui'
import { type FormEvent, type RefObject, useRef } from 'react'
import { takeNote } from '../../api/meetings.ts'
import type { MeetingView, NewNote, NoteLine } from '../../api/types.ts'
import { textOf } from '../../shell/form-text.ts'
import { useMay } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

const DONE = { pending: '待核', item: '已立项', merged: '已并入', declined: '不立项' } as const

type NoteFormProps = { meeting: string; count: number; first: RefObject<HTMLInputElement | null> }

/** 谁、原话、何单位、何时 on one line. Enter keeps it; who spoke stays, for the same person mostly goes on. */
const NoteForm = ({ meeting, count, first }: NoteFormProps) => {
  const words = useWords()
  const toasts = useToasts()
  const form = useRef<HTMLFormElement>(null)
  const act = useAct((note: NewNote) => takeNote(meeting, note), {
    after: () => {
      toasts.say(fill(words.notesDone, { n: count + 1 }))
      const speaker = first.current?.value ?? ''
      form.current?.reset()
      if (first.current) first.current.value = speaker
      form.current?.querySelector<HTMLInputElement>('[name=words]')?.focus()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (act.busy) return
    const data = new FormData(event.currentTarget)
    const [speaker, said] = [textOf(data, 'speaker') ?? '', textOf(data, 'words') ?? '']
    act.run({ speaker, words: said, unit: textOf(data, 'unit'), day: textOf(data, 'day') })
  }
  return (
    <form ref={form} className="note-line" onSubmit={submit} autoComplete="off">
      <label className="who">
        {words.noteSpeaker}
        <input ref={first} className="field" name="speaker" required maxLength={60} />
      </label>
      <label className="said">
        {words.noteWords}
        <input className="field" name="words" required maxLength={500} />
      </label>
      <label className="units">
        {words.noteUnit}
        <input className="field" name="unit" maxLength={200} />
      </label>
      <label className="when">
        {words.noteDay}
        <input className="field" name="day" maxLength={40} placeholder="月底前" />
      </label>
      <button type="submit" className="btn" disabled={act.busy}>
        {words.noteOne}
      </button>
    </form>
  )
}

const Line = ({ line }: { line: NoteLine }) => {
  const when = line.deadlineWords ?? line.deadline
  const beside = [line.units.join('、'), when].filter(Boolean).join('；')
  return (
    <li>
      <b>{line.speaker}</b>：<span className="serif">{line.words}</span>
      {beside ? <span className="note">（{beside}）</span> : null} <StateTag>{DONE[line.disposition]}</StateTag>
    </li>
  )
}

type NotesSheetProps = { view: MeetingView; first: RefObject<HTMLInputElement | null> }

/** 会中记录: the recorder's line, and what was noted below it, the last first. */
export const NotesSheet = ({ view, first }: NotesSheetProps) => {
  const words = useWords()
  const may = useMay('meeting.write')
  const lines = view.notes?.lines ?? []
  const mayNote = may && view.meeting.phase !== '筹备'
  if (!mayNote && lines.length === 0) return null
  return (
    <Sheet
      title={words.notes}
      side={
        view.notes ? (
          <Link to="/documents/$id" params={{ id: view.notes.document }} className="btn small">
            {fill(words.noteOf, { n: lines.length })}
          </Link>
        ) : null
      }
      foot={mayNote ? words.noteHint : null}
    >
      {mayNote ? <NoteForm meeting={view.meeting.id} count={lines.length} first={first} /> : null}
      {lines.length === 0 ? <p className="muted">{words.noteFirst}</p> : null}
      <ol className="note-lines" reversed>
        {lines.map((line) => (
          <Line key={line.clause} line={line} />
        ))}
      </ol>
    </Sheet>
  )
}
