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

const MeetingLink = ({ meeting }: { meeting: MeetingRow | undefined }) =>
  meeting ? (
    <Link to="/meetings/$id" params={{ id: meeting.id }}>
      {meeting.heldOn} {meeting.title}
    </Link>
  ) : null

/** A meeting's places in its chain: the one it hears from, and those that hear from it. */
const Chain = ({ meeting, all }: { meeting: MeetingRow; all: readonly MeetingRow[] }) => {
  const words = useWords()
  const previous = all.find((one) => one.id === meeting.previous)
  const next = all.filter((one) => one.previous === meeting.id)
  return (
    <>
      {previous ? (
        <div>
          <span className="note">{words.previousShort} </span>
          <MeetingLink meeting={previous} />
        </div>
      ) : null}
      {next.map((one) => (
        <div key={one.id}>
          <span className="note">{words.nextMeeting} </span>
          <MeetingLink meeting={one} />
        </div>
      ))}
    </>
  )
}

type MeetingTableProps = { title: string; meetings: readonly MeetingRow[]; all: readonly MeetingRow[] }

const MeetingTable = ({ title, meetings, all }: MeetingTableProps) => {
  const words = useWords()
  const navigate = useNavigate()
  return (
    <Sheet title={title} flush>
      {meetings.length === 0 ? (
        <p className="in muted">{words.noMeetings}</p>
      ) : (
        <div className="scroll">
          <DataTable
            label={title}
            rows={[...meetings].sort((a, b) => (a.heldOn < b.heldOn ? 1 : -1))}
            rowKey={(meeting) => meeting.id}
            onOpen={(meeting) => void navigate({ to: '/meetings/$id', params: { id: meeting.id } })}
            columns={[
              { id: 'day', label: words.day, width: 92, cell: (m) => <span className="nw">{m.heldOn}</span> },
              {
                id: 'title',
                label: words.meeting,
                cell: (m) => (
                  <>
                    <Link to="/meetings/$id" params={{ id: m.id }}>
                      {m.title}
                    </Link>{' '}
                    {m.demo ? <Mark word="演示" /> : null}
                    <div className="note">{m.kind}</div>
                  </>
                ),
              },
              { id: 'phase', label: words.phase, width: 64, cell: (m) => <StateTag>{m.phase}</StateTag> },
              { id: 'chain', label: words.chain, optional: true, cell: (m) => <Chain meeting={m} all={all} /> },
            ]}
          />
        </div>
      )}
    </Sheet>
  )
}

/** Party and government side by side: one matter may be before both. */
const Meetings = ({ meetings }: { meetings: readonly MeetingRow[] }) => {
  const words = useWords()
  const of = (authority: MeetingRow['authority']) => meetings.filter((one) => one.authority === authority)
  return (
    <div className="two even">
      <MeetingTable title={words.partyMeetings} meetings={of('party')} all={meetings} />
      <MeetingTable title={words.govMeetings} meetings={of('government')} all={meetings} />
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
      <Ready query={query}>
        {(meetings) =>
          meetings.length === 0 ? (
            <Sheet>
              <Empty action={may ? add : null}>{words.noMeetings}</Empty>
            </Sheet>
          ) : (
            <Meetings meetings={meetings} />
          )
        }
      </Ready>
      {adding ? <NewMeetingDialog meetings={query.data ?? []} onClose={() => setAdding(false)} /> : null}
    </Page>
  )
}
