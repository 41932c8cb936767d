import { useState } from 'react'
import type { MeetingRow, MeetingView, NewMeeting } from '../../api/types.ts'
import { textOf } from '../../shell/form-text.ts'
import { useWords } from '../../shell/words.ts'
import { lastBefore } from './choose-meeting.ts'
import { MeetingOptions } from './meeting-options.tsx'

const KINDS = ['支撑指标分析会', '调度会', '常务会', '常委会', '专题会']

/** A meeting as its form gives it. */
export const meetingOf = (form: FormData): NewMeeting => ({
  title: textOf(form, 'title') ?? '',
  heldOn: textOf(form, 'heldOn') ?? '',
  kind: textOf(form, 'kind') ?? '',
  authority: textOf(form, 'authority') === 'government' ? 'government' : 'party',
  previous: textOf(form, 'previous'),
  startsAt: textOf(form, 'startsAt'),
  place: textOf(form, 'place'),
  chair: textOf(form, 'chair'),
})

type Held = Partial<Omit<MeetingView['meeting'], 'heldOn'>> & { heldOn: string }
type Field = { name: string; label: string; type?: string; value: string | null | undefined }

const TextField = ({ name, label, type = 'text', value }: Field) => (
  <label>
    {label}
    <input className="field" name={name} type={type} defaultValue={value ?? ''} />
  </label>
)

type PreviousProps = { held: Held; day: string; meetings: readonly MeetingRow[] }

/** Which meeting came before: as held, or for a new one the last before its day. */
const PreviousField = ({ held, day, meetings }: PreviousProps) => {
  const words = useWords()
  const before = held.previous === undefined ? lastBefore(meetings, day) : held.previous
  return (
    <label className="wide">
      {words.previousMeeting}
      <select
        // The list may arrive after the form, and the day may change: what is preselected is set anew.
        key={`${meetings.length} ${before}`}
        className="field"
        name="previous"
        defaultValue={before ?? ''}
      >
        <option value="">{words.none}</option>
        <MeetingOptions meetings={meetings} />
      </select>
    </label>
  )
}

type MeetingFieldsProps = { held: Held; meetings: readonly MeetingRow[] }

/** The fields of a meeting. `meetings` are those that may come before it; their order is the order offered. */
export const MeetingFields = ({ held, meetings }: MeetingFieldsProps) => {
  const words = useWords()
  const [title, setTitle] = useState(held.title ?? '')
  const [day, setDay] = useState(held.heldOn)
  const kinds = held.kind && !KINDS.includes(held.kind) ? [held.kind, ...KINDS] : KINDS
  return (
    <>
      <label className="wide">
        {words.meetingTitle}
        <input
          className="field"
          name="title"
          required
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      <label>
        {words.day}
        <input
          className="field"
          name="heldOn"
          type="date"
          required
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
      </label>
      <TextField name="startsAt" label={words.startsAt} type="time" value={held.startsAt} />
      <label>
        {words.kind}
        <select className="field" name="kind" defaultValue={held.kind ?? KINDS[1]}>
          {kinds.map((kind) => (
            <option key={kind}>{kind}</option>
          ))}
        </select>
      </label>
      <label>
        {words.authority}
        <select className="field" name="authority" defaultValue={held.authority ?? 'party'}>
          <option value="party">{words.party}</option>
          <option value="government">{words.government}</option>
        </select>
      </label>
      <TextField name="place" label={words.place} value={held.place} />
      <TextField name="chair" label={words.chair} value={held.chair} />
      <PreviousField held={held} day={day} meetings={meetings} />
    </>
  )
}
