import { useQuery } from '@tanstack/react-query'
import { Dialog } from '@yundiao/ui'
import type { FormEvent } from 'react'
import { changeMeeting, meetingsQuery } from '../../api/meetings.ts'
import type { MeetingView, NewMeeting } from '../../api/types.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { MeetingFields, meetingOf } from './meeting-fields.tsx'

type ChangeMeetingDialogProps = { meeting: MeetingView['meeting']; onClose: () => void }

/** Time, place, chair, and the meeting before. */
export const ChangeMeetingDialog = ({ meeting, onClose }: ChangeMeetingDialogProps) => {
  const words = useWords()
  const others = (useQuery(meetingsQuery(undefined)).data ?? []).filter((one) => one.id !== meeting.id)
  const act = useAct((asked: NewMeeting) => changeMeeting(meeting.id, { version: meeting.version, ...asked }), {
    done: words.saved,
    close: onClose,
    inPlace: true,
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    act.run(meetingOf(new FormData(event.currentTarget)))
  }
  return (
    <Dialog title={words.changeMeeting} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <MeetingFields held={meeting} meetings={others} />
        <FormEnd act={act}>{words.save}</FormEnd>
      </form>
    </Dialog>
  )
}
