import { useQuery } from '@tanstack/react-query'
import { Link, Navigate, useNavigate, useParams } from '@tanstack/react-router'
import { Button, DataTable, Empty, fill, Loading, Mark, Page, Sheet, StateTag } from '@yundiao/ui'
import { type ReactNode, useState } from 'react'
import { meetingQuery, meetingsQuery } from '../../api/meetings.ts'
import { makePaper } from '../../api/papers.ts'
import type { MeetingView } from '../../api/types.ts'
import { useOn } from '../../shell/on-day.ts'
import { Ready } from '../../shell/ready.tsx'
import { useMay, useMe } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { ImportDocumentDialog } from '../items/import-document-dialog.tsx'
import { NewItemDialog } from '../items/new-item-dialog.tsx'
import { AgendaSheet } from './agenda-sheet.tsx'
import { CarryOver } from './carry-over.tsx'
import { chooseMeeting } from './choose-meeting.ts'
import { HeadlineStrip } from './headline-strip.tsx'
import { PhaseSwitch } from './phase-switch.tsx'

const useFacts = ({ meeting }: MeetingView): ReactNode => {
  const words = useWords()
  return (
    <>
      {meeting.heldOn} {meeting.startsAt ?? <Mark word="待明确">{words.startsAt} 待明确</Mark>} ·{' '}
      {meeting.place ?? <Mark word="待明确">{words.place} 待明确</Mark>} · {words.chair}{' '}
      {meeting.chair ?? <Mark word="待明确" />} · <b>{meeting.phase}</b>
      {meeting.phase === '筹备' && meeting.workdaysLeft !== null
        ? ` · ${fill(words.workdaysLeft, { n: meeting.workdaysLeft })}`
        : ''}
      {meeting.demo ? (
        <>
          {' '}
          <Mark word="演示" />
        </>
      ) : null}
    </>
  )
}

type PhaseAction = { onImport: () => void; onRegister: () => void }

const PrimaryAction = ({ view, onImport, onRegister }: { view: MeetingView } & PhaseAction) => {
  const words = useWords()
  const me = useMe()
  const navigate = useNavigate()
  const mayMake = useMay('paper.make')
  const mayItem = useMay('item.create')
  const mayImport = useMay('document.import')
  const make = useAct(makePaper, { done: words.paperMade, after: () => void navigate({ to: '/papers' }) })
  const document = view.documents.find((one) => one.pending > 0) ?? view.documents[0]
  switch (view.meeting.phase) {
    case '筹备':
      return mayMake ? (
        <Button
          primary
          disabled={make.busy}
          onClick={() => make.run({ kind: 'quarter-review', meeting: view.meeting.id, on: me.businessDay })}
        >
          {words.makeMaterials}
        </Button>
      ) : null
    case '会中':
      return mayItem ? (
        <Button primary onClick={onRegister}>
          {words.noteOne}
        </Button>
      ) : null
    case '会后':
      if (document)
        return (
          <Link to="/documents/$id" params={{ id: document.id }} className="btn primary">
            {words.breakDown}
          </Link>
        )
      return mayImport ? (
        <Button primary onClick={onImport}>
          {words.breakDown}
        </Button>
      ) : null
  }
}

const Documents = ({ view, onImport }: { view: MeetingView; onImport: () => void }) => {
  const words = useWords()
  const mayImport = useMay('document.import')
  const button = mayImport ? (
    <Button small onClick={onImport}>
      {words.importText}
    </Button>
  ) : null
  return (
    <Sheet title={words.documents} side={view.documents.length > 0 ? button : null} flush>
      {view.documents.length === 0 ? (
        <Empty action={button}>{words.noDocuments}</Empty>
      ) : (
        <DataTable
          label={words.documents}
          rows={view.documents}
          rowKey={(row) => row.id}
          columns={[
            {
              id: 'kind',
              label: words.basis,
              cell: (r) => (
                <span className="nw">
                  {r.kind} {r.referenceOnly ? <StateTag>{words.referenceOnly}</StateTag> : null}
                </span>
              ),
            },
            {
              id: 'title',
              label: words.title,
              cell: (r) => (
                <Link to="/documents/$id" params={{ id: r.id }}>
                  {r.title}
                </Link>
              ),
            },
            { id: 'number', label: words.documentNumber, optional: true, cell: (r) => r.number ?? <Mark word="缺" /> },
            { id: 'clauses', label: words.requirements, align: 'right', cell: (r) => r.clauses },
            { id: 'pending', label: words.undecided, align: 'right', cell: (r) => r.pending },
          ]}
        />
      )}
    </Sheet>
  )
}

const Waiting = ({ waiting }: { waiting: MeetingView['waiting'] }) => {
  const words = useWords()
  return (
    <section className="waiting noprint" aria-label={words.waiting}>
      <b>{words.waiting}</b>
      {waiting.length === 0 ? <span className="muted">{words.nothingWaiting}</span> : null}
      {waiting.map((one) => (
        <a key={one.href + one.label} href={one.href}>
          {one.label} {one.count}
        </a>
      ))}
    </section>
  )
}

const MeetingSheets = ({ view }: { view: MeetingView }) => {
  const words = useWords()
  const facts = useFacts(view)
  const [open, setOpen] = useState<'import' | 'register' | null>(null)
  return (
    <Page
      title={view.meeting.title}
      facts={facts}
      actions={
        <>
          <PhaseSwitch meeting={view.meeting} />
          <Link to="/meetings" className="btn">
            {words.allMeetings}
          </Link>
          <PrimaryAction view={view} onImport={() => setOpen('import')} onRegister={() => setOpen('register')} />
        </>
      }
    >
      <HeadlineStrip rows={view.headline} />
      <div className="two wide-right">
        <div className="col">
          <AgendaSheet view={view} />
          <Documents view={view} onImport={() => setOpen('import')} />
        </div>
        <CarryOver carryOver={view.carryOver} />
      </div>
      <Waiting waiting={view.waiting} />
      {open === 'import' ? <ImportDocumentDialog meeting={view.meeting.id} onClose={() => setOpen(null)} /> : null}
      {open === 'register' ? <NewItemDialog meeting={view.meeting} onClose={() => setOpen(null)} /> : null}
    </Page>
  )
}

const CurrentMeeting = () => {
  const words = useWords()
  const query = useQuery(meetingsQuery(useOn()))
  if (!query.data)
    return (
      <Page title={words.meetings}>
        <Ready query={query}>{() => <Loading label={words.loading} />}</Ready>
      </Page>
    )
  const chosen = chooseMeeting(query.data)
  return chosen ? (
    <Navigate to="/meetings/$id" params={{ id: chosen.id }} replace />
  ) : (
    <Navigate to="/meetings" replace />
  )
}

const OneMeeting = ({ id }: { id: string }) => {
  const words = useWords()
  const query = useQuery(meetingQuery(id, useOn()))
  if (query.data) return <MeetingSheets view={query.data} />
  return (
    <Page title={words.meeting}>
      <Ready query={query} rows={16}>
        {() => null}
      </Ready>
    </Page>
  )
}

/** 会议, the home page: `current` stands for the meeting at hand. */
export const MeetingPage = () => {
  const { id = 'current' } = useParams({ strict: false })
  return id === 'current' ? <CurrentMeeting /> : <OneMeeting id={id} />
}
