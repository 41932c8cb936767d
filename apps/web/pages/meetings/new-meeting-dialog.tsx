import { useNavigate } from '@tanstack/react-router'
import { Dialog } from '@yundiao/ui'
import { type FormEvent, useState } from 'react'
import { addMeeting } from '../../api/meetings.ts'
import type { MeetingRow, NewMeeting } from '../../api/types.ts'
import { textOf } from '../../shell/form-text.ts'
import { useMe } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

const KINDS = ['支撑指标分析会', '调度会', '常务会', '常委会', '专题会']

const meetingOf = (form: FormData): NewMeeting => ({
  title: textOf(form, 'title') ?? '',
  heldOn: textOf(form, 'heldOn') ?? '',
  kind: textOf(form, 'kind') ?? '',
  authority: textOf(form, 'authority') === 'government' ? 'government' : 'party',
  previous: textOf(form, 'previous'),
  startsAt: textOf(form, 'startsAt'),
  place: textOf(form, 'place'),
  chair: textOf(form, 'chair'),
})

export const NewMeetingDialog = ({ meetings, onClose }: { meetings: readonly MeetingRow[]; onClose: () => void }) => {
  const words = useWords()
  const me = useMe()
  const navigate = useNavigate()
  const [title, setTitle] = useState('')
  const act = useAct(addMeeting, {
    done: words.saved,
    after: (meeting) => void navigate({ to: '/meetings/$id', params: { id: meeting.id } }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    act.run(meetingOf(new FormData(event.currentTarget)))
  }
  return (
    <Dialog title={words.newMeeting} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <label className="wide">
          {words.meetingTitle}
          <input
            className="field"
            name="title"
            required
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        <label>
          {words.day}
          <input className="field" name="heldOn" type="date" required defaultValue={me.businessDay} />
        </label>
        <label>
          {words.startsAt}
          <input className="field" name="startsAt" type="time" />
        </label>
        <label>
          {words.kind}
          <select className="field" name="kind">
            {KINDS.map((kind) => (
              <option key={kind}>{kind}</option>
            ))}
          </select>
        </label>
        <label>
          {words.authority}
          <select className="field" name="authority">
            <option value="party">{words.party}</option>
            <option value="government">{words.government}</option>
          </select>
        </label>
        <label>
          {words.place}
          <input className="field" name="place" />
        </label>
        <label>
          {words.chair}
          <input className="field" name="chair" />
        </label>
        <label className="wide">
          {words.previousMeeting}
          <select className="field" name="previous">
            <option value="">{words.none}</option>
            {meetings.map((meeting) => (
              <option key={meeting.id} value={meeting.id}>
                {meeting.heldOn} {meeting.title}
              </option>
            ))}
          </select>
        </label>
        <div className="actions wide">
          <button type="submit" className="btn primary" disabled={act.busy}>
            {words.save}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
