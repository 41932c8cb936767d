import { useQuery } from '@tanstack/react-query'
import { Link, Navigate, useLocation, useParams } from '@tanstack/react-router'
import { Button, fill, Loading, Mark, Page } from '@yundiao/ui'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { meetingQuery, meetingsQuery } from '../../api/meetings.ts'
import type { MeetingView } from '../../api/types.ts'
import { useOn } from '../../shell/on-day.ts'
import { Ready } from '../../shell/ready.tsx'
import { useMay } from '../../shell/session.ts'
import { useWords } from '../../shell/words.ts'
import { ImportDocumentDialog } from '../items/import-document-dialog.tsx'
import { AgendaSheet } from './agenda-sheet.tsx'
import { CarryOver } from './carry-over.tsx'
import { ChangeMeetingDialog } from './change-meeting-dialog.tsx'
import { chooseMeeting } from './choose-meeting.ts'
import { CoordinationSheet } from './coordination-sheet.tsx'
import { DocumentsSheet } from './documents-sheet.tsx'
import { FindingsSheet } from './findings-sheet.tsx'
import { HeadlineStrip } from './headline-strip.tsx'
import { NotesSheet } from './notes-sheet.tsx'
import { PhaseAction } from './phase-action.tsx'
import { PhaseSwitch } from './phase-switch.tsx'
import { SupposeLine } from './suppose-line.tsx'
import { WaitingFoot } from './waiting-foot.tsx'

const useFacts = ({ meeting }: MeetingView): ReactNode => {
  const words = useWords()
  return (
    <>
      {meeting.heldOn} {meeting.startsAt ?? <Mark word="待明确">{words.startsAt} 待明确</Mark>} ·{' '}
      {meeting.place ?? <Mark word="待明确">{words.place} 待明确</Mark>} · {words.chair}{' '}
      {meeting.chair ?? <Mark word="待明确" />} · <b>{meeting.phase}</b>
      {meeting.phase === '筹备' && meeting.workdaysLeft !== null
        ? ` · ${meeting.workdaysLeft === 0 ? words.heldToday : fill(words.workdaysLeft, { n: meeting.workdaysLeft })}`
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

const useFocusOnF2 = (focus: () => void, enabled: boolean): void => {
  const current = useRef(focus)
  current.current = focus
  useEffect(() => {
    if (!enabled) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F2' || (event.target instanceof HTMLElement && event.target.closest('dialog'))) return
      event.preventDefault()
      current.current()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [enabled])
}

/** Full screen is a courtesy the browser may refuse; the slides show either way. */
const toFullScreen = () => void document.documentElement.requestFullscreen?.().catch(() => {})

const Actions = ({ view, onOpen, onNote }: { view: MeetingView; onOpen: (what: Open) => void; onNote: () => void }) => {
  const words = useWords()
  const may = useMay('meeting.write')
  return (
    <>
      <PhaseSwitch meeting={view.meeting} />
      <Link to="/meetings" className="btn">
        {words.allMeetings}
      </Link>
      {may ? <Button onClick={() => onOpen('edit')}>{words.edit}</Button> : null}
      {view.meeting.phase === '会后' ? null : (
        <Link to="/meetings/$id/show" params={{ id: view.meeting.id }} className="btn" onClick={toFullScreen}>
          {words.showOn}
        </Link>
      )}
      <PhaseAction view={view} onImport={() => onOpen('import')} onNote={onNote} />
    </>
  )
}

type Open = 'import' | 'edit'

const MeetingSheets = ({ view }: { view: MeetingView }) => {
  const facts = useFacts(view)
  const may = useMay('meeting.write')
  const [open, setOpen] = useState<Open | null>(null)
  const note = useRef<HTMLInputElement>(null)
  const toNote = () => {
    note.current?.scrollIntoView({ block: 'nearest' })
    note.current?.focus()
  }
  useFocusOnF2(toNote, may && view.meeting.phase !== '筹备')
  const close = () => setOpen(null)
  const isOn = view.meeting.phase === '会中'
  return (
    <Page title={view.meeting.title} facts={facts} actions={<Actions view={view} onOpen={setOpen} onNote={toNote} />}>
      {isOn ? <NotesSheet view={view} first={note} /> : null}
      {view.headline.length > 0 ? (
        <div>
          <HeadlineStrip rows={view.headline} />
          <SupposeLine view={view} />
        </div>
      ) : null}
      <div className="two wide-right">
        <div className="col">
          <AgendaSheet view={view} />
          {view.period === '' ? null : <FindingsSheet period={view.period} />}
          {isOn ? null : <NotesSheet view={view} first={note} />}
          <DocumentsSheet view={view} onImport={() => setOpen('import')} />
        </div>
        <div className="col">
          <CarryOver carryOver={view.carryOver} />
          {view.coordination ? <CoordinationSheet coordination={view.coordination} /> : null}
        </div>
      </div>
      <WaitingFoot waiting={view.waiting} />
      {open === 'import' ? <ImportDocumentDialog meeting={view.meeting.id} onClose={close} /> : null}
      {open === 'edit' ? <ChangeMeetingDialog meeting={view.meeting} onClose={close} /> : null}
    </Page>
  )
}

/** Leads on to the meeting at hand, unless the person has meanwhile chosen to go elsewhere: their choice stands. */
const CurrentMeeting = () => {
  const words = useWords()
  const query = useQuery(meetingsQuery(useOn()))
  const isLeaving = useLocation({ select: ({ pathname }) => pathname !== '/meetings/current' })
  if (!query.data || isLeaving)
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
