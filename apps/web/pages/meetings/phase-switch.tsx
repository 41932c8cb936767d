import { Segment } from '@yundiao/ui'
import { changeMeeting } from '../../api/meetings.ts'
import type { MeetingPhase, MeetingView } from '../../api/types.ts'
import { useMay } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

const PHASES: readonly MeetingPhase[] = ['筹备', '会中', '会后']

/** 筹备, 会中, 会后: said by whoever keeps the meeting; only read by everybody else. */
export const PhaseSwitch = ({ meeting }: { meeting: MeetingView['meeting'] }) => {
  const words = useWords()
  const may = useMay('meeting.write')
  const act = useAct((phase: MeetingPhase) => changeMeeting(meeting.id, { version: meeting.version, phase }), {
    done: words.saved,
  })
  if (!may) return null
  return (
    <Segment
      label={words.phase}
      options={PHASES.map((phase) => ({ key: phase, label: phase }))}
      value={meeting.phase}
      onChange={(phase) => {
        if (phase !== meeting.phase && !act.busy) act.run(phase)
      }}
    />
  )
}
