import { type MeetingSlidesInput, meetingTopics, slidesOf } from '@yundiao/briefings'
import type { LocalDate } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { periodsBeside } from './board-period.ts'
import type { Board } from './board-schema.ts'
import { type MeetingRecord, readCarryOver } from './carry-over.ts'
import { readCoordination } from './coordination.ts'
import { readLocked } from './locked-figures.ts'
import { readPoints } from './meeting-agenda.ts'
import { headlineSentence, slideLine } from './slide-lines.ts'
import { readSlidePlaces } from './slide-places.ts'
import type { SlidesView } from './slides-schema.ts'

const PROJECTS = 'projects.project'
const PAGE = 200

/** States that end an item: it is heard no more. */
const CLOSED: readonly string[] = ['已办结', '已销号']

/** Entries of the project ledger by state, counted from what the caller sees; none without sight of the ledger. */
const readProjects = async (store: Store, caller: Caller, on: LocalDate) => {
  const view = (await store.ledgers(caller)).find(({ definition }) => definition.id === PROJECTS)
  const counts = new Map<string, number>()
  let demoProjects = 0
  for (let after: string | null = null, more = view !== undefined; more; ) {
    const page: Awaited<ReturnType<Store['entries']>> = await store.entries(caller, PROJECTS, {
      on,
      columns: [],
      limit: PAGE,
      after,
    })
    for (const row of page.rows) {
      if (row.demo) demoProjects += 1
      else counts.set(row.state, (counts.get(row.state) ?? 0) + 1)
    }
    after = page.next
    more = after !== null
  }
  const states = (view?.definition.states ?? []).flatMap((state) => {
    const count = counts.get(state)
    return count ? [{ state, count }] : []
  })
  return { projects: states, demoProjects }
}

const readCarried = async (store: Store, caller: Caller, meeting: MeetingRecord, on: LocalDate) => {
  const { rows, meeting: last } = await readCarryOver(store, caller, meeting, on)
  return {
    carried: rows
      .filter((row) => !CLOSED.includes(row.state.word))
      .map(({ title, leadUnit, deadline, state }) => ({ title, leadUnit, deadline, state: state.word })),
    carriedFrom: last ? `${last.heldOn} ${last.title}及以前` : null,
  }
}

const readDecisions = async (store: Store, caller: Caller, meeting: string, on: LocalDate) =>
  (await readPoints(store, caller, meeting, on)).flatMap(({ title, decision, reportingUnit }) =>
    decision ? [{ title, decision, unit: reportingUnit }] : [],
  )

/** What a meeting shows on the wall: read under the caller's rights as known on a day. `board` null: no figure known. */
export const readSlides = async (
  store: Store,
  caller: Caller,
  meeting: MeetingRecord,
  { on, board }: { on: LocalDate; board: Board | null },
): Promise<SlidesView> => {
  const locked = board ? await readLocked(store, caller, periodsBeside(board.period), on) : new Set<string>()
  const [places, projects, carried, coordination, decisions] = await Promise.all([
    board ? readSlidePlaces(store, caller, { period: board.period, on, locked }) : [],
    readProjects(store, caller, on),
    readCarried(store, caller, meeting, on),
    readCoordination(store, caller, on),
    readDecisions(store, caller, meeting.id, on),
  ])
  const input: MeetingSlidesInput = {
    periodWords: board?.periodWords ?? '',
    lead: board ? headlineSentence(board) : null,
    lines: (board?.rows ?? []).map((row) => slideLine(row, locked)),
    places,
    ...projects,
    ...carried,
    coordination: (coordination?.rows ?? []).map(({ title, raisedBy, responsible, state }) => ({
      title,
      raisedBy,
      unit: responsible,
      state,
    })),
    decisions,
  }
  return {
    meeting: { id: meeting.id, title: meeting.title, heldOn: meeting.heldOn ?? meeting.knownFrom },
    asKnownOn: on,
    demo: meeting.demo,
    slides: slidesOf(meetingTopics(input)),
  }
}
