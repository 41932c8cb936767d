import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Dialog } from '@yundiao/ui'
import type { FormEvent } from 'react'
import { meetingsQuery } from '../../api/meetings.ts'
import { makePaperSet } from '../../api/papers.ts'
import type { MeetingRow } from '../../api/types.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { textOf } from '../../shell/form-text.ts'
import { Ready } from '../../shell/ready.tsx'
import { useMe } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { chooseMeeting } from '../meetings/choose-meeting.ts'
import { MeetingOptions } from '../meetings/meeting-options.tsx'

const MakeForm = ({ meetings, onClose }: { meetings: readonly MeetingRow[]; onClose: () => void }) => {
  const words = useWords()
  const me = useMe()
  const chosen = useSearch({ strict: false, select: (search) => search.meeting })
  const act = useAct(makePaperSet, { done: words.paperMade, close: onClose, inPlace: true })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const meeting = textOf(form, 'meeting')
    if (meeting) act.run({ meeting, on: textOf(form, 'on') ?? me.businessDay })
  }
  return (
    <form className="fields" onSubmit={submit}>
      <label className="wide">
        {words.meeting}
        <select className="field" name="meeting" required defaultValue={chosen ?? chooseMeeting(meetings)?.id}>
          <MeetingOptions meetings={meetings} />
        </select>
      </label>
      <label>
        {words.byDataOf}
        <input className="field" type="date" name="on" required defaultValue={me.businessDay} max={me.businessDay} />
      </label>
      <p className="note wide">{words.makeSetNote}</p>
      <FormEnd act={act}>{words.generate}</FormEnd>
    </form>
  )
}

/** Which meeting, by which day's data: the whole set is made in one act. Asked once there are meetings to choose from. */
export const MakeDialog = ({ onClose }: { onClose: () => void }) => {
  const words = useWords()
  const meetings = useQuery(meetingsQuery(undefined))
  return (
    <Dialog title={words.makeMaterials} onClose={onClose}>
      <Ready query={meetings} rows={3}>
        {(list) => <MakeForm meetings={list} onClose={onClose} />}
      </Ready>
    </Dialog>
  )
}
