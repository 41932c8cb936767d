import { createHash } from 'node:crypto'
import { domains } from '@yundiao/domains'
import { type EnterpriseRecord, enterpriseRows, enterprises } from '@yundiao/domains/enterprises'
import { type ProjectRecord, projectRows, projects } from '@yundiao/domains/projects'
import { parseCsv } from '@yundiao/figures'
import type { LocalDate } from '@yundiao/kernel'
import { mianyang } from '@yundiao/mianyang'
import type { Caller, Store } from '@yundiao/store'
import { readDataFile } from './data-file.ts'
import { grantsOf } from './ledger-grants.ts'
import { tellNeedsOfKept } from './needs-of-kept.ts'
import { upsert } from './upsert.ts'

const noteOf = (code: string): string | null =>
  mianyang.regionNotes
    .filter((one) => one.code === code)
    .map((one) => one.note)
    .join('\n') || null

const loadPlaces = async (store: Store, caller: Caller): Promise<void> => {
  await upsert(
    store,
    caller,
    'region',
    mianyang.regions.map(({ code, order, ...region }) => ({
      id: code,
      values: { code, ...region, sort: order, note: noteOf(code) },
    })),
  )
  await upsert(
    store,
    caller,
    'unit',
    mianyang.units.map((unit, sort) => ({
      id: unit.id,
      values: {
        name: unit.name,
        shortName: unit.short,
        kind: unit.kind,
        region: unit.region,
        sort,
        grade: unit.grade,
        note: unit.cite.document,
      },
    })),
  )
  const duties = mianyang.duties.flatMap(({ duty, unit, grade, cite }) =>
    unit === null ? [] : [{ id: duty, values: { duty, unit, grade, source: cite.document } }],
  )
  await upsert(store, caller, 'duty', duties)
}

const loadTargets = async (store: Store, caller: Caller): Promise<void> => {
  const { targets } = mianyang.loadTargets(readDataFile)
  await upsert(
    store,
    caller,
    'target',
    targets.map(({ id, knownOn, cite, ...values }) => ({
      id,
      values: { ...values, cite: { ...cite } },
      ...(knownOn ? { knownFrom: knownOn } : {}),
    })),
  )
}

const loadFigures = async (store: Store, caller: Caller): Promise<void> => {
  const { drafts, rejects } = mianyang.loadFigures(readDataFile)
  const [first] = rejects
  if (first) throw new Error(`city pack: ${first.file} row ${first.row} ${first.column}: ${first.message}`)
  await store.commit(caller, [{ do: 'report', figures: drafts, backfill: '城市数据包，出处见各数' }])
}

const loadMeetings = async (store: Store, caller: Caller): Promise<void> => {
  for (const meeting of mianyang.meetings) {
    const { id, title, authority, heldOn, startsAt, place, chair } = meeting
    await upsert(store, caller, 'meeting', [
      {
        id,
        knownFrom: heldOn,
        values: {
          title,
          kind: '常委会会议',
          authority,
          heldOn,
          startsAt,
          place,
          chair: `${chair.post} ${chair.name}`,
          period: '2022Q1',
          phase: '筹备',
          source: meeting.cite.document,
        },
      },
    ])
    await upsert(
      store,
      caller,
      'agenda',
      meeting.topics.map((topic, index) => ({
        id: `${id}-${index + 1}`,
        knownFrom: heldOn,
        values: { meeting: id, seq: index + 1, title: topic },
      })),
    )
  }
}

/** Leaders as the pack's cited report names them; what each is in charge of no source says. */
const loadPosts = async (store: Store, caller: Caller): Promise<void> => {
  const wanted = mianyang.posts.map(({ id, title, holder, rank, namedOn, source }) => ({
    id,
    knownFrom: namedOn,
    values: { title, holder, rank, note: `出处：${source}` },
  }))
  await upsert(store, caller, 'post', wanted)
}

/** Content hash a loader last loaded; the same content again is not looked at. */
const changed = async (store: Store, city: string, loader: string, content: string): Promise<boolean> =>
  (await store.loadedContent(city, loader)) !== content

const once = async (
  store: Store,
  city: string,
  loader: string,
  content: unknown,
  load: () => Promise<void>,
): Promise<boolean> => {
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  if (!(await changed(store, city, loader, hash))) return false
  await load()
  await store.setLoadedContent(city, loader, hash)
  return true
}

const PROJECTS_FILE = 'ledgers/projects.csv'

const ENTERPRISES_FILE = 'ledgers/enterprises.csv'

/** Lines of a file of the pack under the names of its head; the pack's own tests hold the head to the record's type. */
const recordsIn = <T>(path: string): T[] => {
  const csv = parseCsv(readDataFile(path).text)
  if (csv.kind === 'fault') throw new Error(`city pack: ${path} row ${csv.row}: ${csv.message}`)
  return csv.rows.map(
    ({ cells }) => Object.fromEntries(csv.header.map((name, index) => [name, cells[index] ?? ''])) as T,
  )
}

const PLACES = { city: mianyang.code, regions: mianyang.regions, otherNames: mianyang.zoneNames }

type Draft = { region: string; state: string; knownFrom: LocalDate | null; values: Readonly<Record<string, unknown>> }

const enterAll = async (store: Store, caller: Caller, ledger: string, drafts: readonly Draft[]): Promise<void> => {
  const rows = drafts.map(({ region, state, knownFrom, values }) => ({
    region,
    state,
    values,
    ...(knownFrom ? { knownFrom } : {}),
  }))
  await store.commit(caller, [{ do: 'enter', ledger, rows, note: '城市数据包' }])
}

const refuse = (file: string, first: { row: number; column: string; message: string } | undefined): void => {
  if (first) throw new Error(`city pack: ${file} row ${first.row} ${first.column}: ${first.message}`)
}

const loadEnterprises = async (store: Store, caller: Caller): Promise<void> => {
  const { drafts, rejects } = enterpriseRows(recordsIn<EnterpriseRecord>(ENTERPRISES_FILE), PLACES)
  refuse(ENTERPRISES_FILE, rejects[0])
  await enterAll(store, caller, enterprises.id, drafts)
}

const loadProjects = async (store: Store, caller: Caller): Promise<void> => {
  const { drafts, rejects } = projectRows(recordsIn<ProjectRecord>(PROJECTS_FILE), PLACES)
  refuse(PROJECTS_FILE, rejects[0])
  await enterAll(store, caller, projects.id, drafts)
}

/**
 * Loads what the program ships: regions, units, duties, ledgers of the domains, and the city's dated public figures,
 * targets, meetings and project rows. What has not changed since the last start is not read again.
 */
export const loadCity = async (store: Store, today: LocalDate): Promise<void> => {
  const city = mianyang.code
  const hashes = mianyang.dataFiles.map((path) => readDataFile(path).sha256)
  const places = {
    regions: mianyang.regions,
    notes: mianyang.regionNotes,
    units: mianyang.units,
    duties: mianyang.duties,
  }
  await once(store, city, 'places', places, async () => loadPlaces(store, await store.wholeCity(city, today)))
  const caller = await store.wholeCity(city, today)
  for (const ledger of domains.flatMap((domain) => domain.ledgers)) {
    const { changed: isNew } = await store.defineLedger(caller, ledger)
    if (isNew) await upsert(store, caller, 'ledgerGrant', grantsOf(ledger, mianyang.duties))
  }
  await once(store, city, 'figures', hashes, () => loadFigures(store, caller))
  await once(store, city, 'targets', hashes, () => loadTargets(store, caller))
  await once(store, city, 'meetings', mianyang.meetings, () => loadMeetings(store, caller))
  await once(store, city, 'posts', mianyang.posts, () => loadPosts(store, caller))
  await once(store, city, 'projects', readDataFile(PROJECTS_FILE).sha256, () => loadProjects(store, caller))
  await once(store, city, 'enterprises', readDataFile(ENTERPRISES_FILE).sha256, () => loadEnterprises(store, caller))
  await once(store, city, 'paper-needs', 1, async () => {
    const { day } = await store.businessDay(city)
    await tellNeedsOfKept(store, await store.wholeCity(city, day))
  })
}
