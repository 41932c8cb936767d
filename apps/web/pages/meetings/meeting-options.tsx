import type { MeetingRow } from '../../api/types.ts'

/** Meetings to choose from in a list, each by its day and title. */
export const MeetingOptions = ({ meetings }: { meetings: readonly MeetingRow[] }) =>
  meetings.map((meeting) => (
    <option key={meeting.id} value={meeting.id}>
      {meeting.heldOn} {meeting.title}
    </option>
  ))
