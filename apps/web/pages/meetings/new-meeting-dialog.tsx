import { useNavigate } from '@tanstack/react-router'
import { Dialog } from '@yundiao/ui'
import type { FormEvent } from 'react'
import { addMeeting } from '../../api/meetings.ts'
import type { MeetingRow } from '../../api/types.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { useMe } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { MeetingFields, meetingOf } from './meeting-fields.tsx'

type NewMeetingDialogProps = { meetings: readonly MeetingRow[]; onClose: () => void }

/** A new meeting, behind the last one: a chain goes on unless somebody says otherwise. */
export const NewMeetingDialog = ({ meetings, onClose }: NewMeetingDialogProps) => {
  const words = useWords()
  const me = useMe()
  const navigate = useNavigate()
  const act = useAct(addMeeting, {
    done: words.saved,
    inPlace: true,
    after: (meeting) => void navigate({ to: '/meetings/$id', params: { id: meeting.id } }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    act.run(meetingOf(new FormData(event.currentTarget)))
  }
  const before = [...meetings].sort((a, b) => (a.heldOn < b.heldOn ? 1 : -1))
  return (
    <Dialog title={words.newMeeting} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <MeetingFields held={{ heldOn: me.businessDay }} meetings={before} />
        <FormEnd act={act}>{words.save}</FormEnd>
      </form>
    </Dialog>
  )
}
