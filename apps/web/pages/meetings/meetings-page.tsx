import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, DataTable, Empty, Mark, Page, Sheet, StateTag } from '@yundiao/ui'
import { useState } from 'react'
import { meetingsQuery } from '../../api/meetings.ts'
import type { MeetingRow } from '../../api/types.ts'
import { useOn } from '../../shell/on-day.ts'
import { Ready } from '../../shell/ready.tsx'
import { useMay } from '../../shell/session.ts'
import { useWords } from '../../shell/words.ts'
import { NewMeetingDialog } from './new-meeting-dialog.tsx'

const MeetingTable = ({ meetings }: { meetings: MeetingRow[] }) => {
  const words = useWords()
  const navigate = useNavigate()
  return (
    <div className="scroll">
      <DataTable
        label={words.meetings}
        rows={[...meetings].sort((a, b) => (a.heldOn < b.heldOn ? 1 : -1))}
        rowKey={(meeting) => meeting.id}
        onOpen={(meeting) => void navigate({ to: '/meetings/$id', params: { id: meeting.id } })}
        columns={[
          { id: 'day', label: words.day, cell: (m) => <span className="nw">{m.heldOn}</span> },
          {
            id: 'title',
            label: words.meeting,
            cell: (m) => (
              <>
                <Link to="/meetings/$id" params={{ id: m.id }}>
                  {m.title}
                </Link>{' '}
                {m.demo ? <Mark word="演示" /> : null}
              </>
            ),
          },
          { id: 'kind', label: words.kind, cell: (m) => m.kind, optional: true },
          {
            id: 'authority',
            label: words.authority,
            cell: (m) => (m.authority === 'party' ? words.party : words.government),
            optional: true,
          },
          { id: 'phase', label: words.phase, cell: (m) => <StateTag>{m.phase}</StateTag> },
        ]}
      />
    </div>
  )
}

export const MeetingsPage = () => {
  const words = useWords()
  const query = useQuery(meetingsQuery(useOn()))
  const may = useMay('meeting.write')
  const [adding, setAdding] = useState(false)
  const add = (
    <Button primary onClick={() => setAdding(true)}>
      {words.newMeeting}
    </Button>
  )
  return (
    <Page title={words.allMeetings} actions={may ? add : null}>
      <Sheet flush>
        <Ready query={query}>
          {(meetings) =>
            meetings.length === 0 ? (
              <Empty action={may ? add : null}>{words.noMeetings}</Empty>
            ) : (
              <MeetingTable meetings={meetings} />
            )
          }
        </Ready>
      </Sheet>
      {adding ? <NewMeetingDialog meetings={query.data ?? []} onClose={() => setAdding(false)} /> : null}
    </Page>
  )
}
