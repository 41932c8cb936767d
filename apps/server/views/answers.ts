import { type AnswerPage, type AnswersInput, answerPages } from '@yundiao/briefings'
import { matters } from '@yundiao/domains/coordination'
import { economyCatalogue } from '@yundiao/domains/economy'
import { dispatch } from '@yundiao/domains/enterprises'
import { projects } from '@yundiao/domains/projects'
import type { Caller, RecordOf, Store } from '@yundiao/store'
import { foundFindings } from './analysis-findings.ts'
import { readPlaceDrags } from './answer-drags.ts'
import { finderOf } from './answer-lines.ts'
import { indicatorOf, placesOf, type SubjectBasis, unitOf } from './answer-subjects.ts'
import { isInnerTarget, readCityTargets } from './answer-targets.ts'
import { readTasks } from './answer-tasks.ts'
import { readBoard } from './board.ts'
import { type BoardQuery, boardCache, ledgerRightsKey } from './board-cache.ts'
import { markInner } from './inner-runs.ts'
import { readLocked } from './locked-figures.ts'
import { readPlaces } from './places.ts'

export type AnswersQuery = BoardQuery

const CODES = economyCatalogue.all.map(({ code }) => code)

/** Departments and offices are asked as units; counties and zones as places. */
const isPlaceUnit = ({ kind }: RecordOf<'unit'>): boolean => kind === 'county' || kind === 'park'

/**
 * Whose pages an account is given as a unit: the city's offices those of all, a department its own, since the items of
 * others are out of its sight; a county or zone none beside its place.
 */
const unitsFor = (caller: Caller, units: readonly RecordOf<'unit'>[]): readonly RecordOf<'unit'>[] => {
  const offices = units.filter((unit) => !isPlaceUnit(unit))
  if (!caller.regions.includes(caller.city)) return []
  return caller.role === 'department' ? offices.filter(({ id }) => id === caller.unit) : offices
}

const readBasis = async (store: Store, caller: Caller, { period, on }: AnswersQuery) => {
  const board = await readBoard(store, caller, { period, on })
  const { tree, ...regions } = await readPlaces(store, caller)
  const places = tree.all.filter(
    ({ code, kind }) => (kind === 'county' || kind === 'zone') && caller.regions.includes(code),
  )
  const codes = [regions.self, regions.province, regions.nation, ...places.map(({ code }) => code)]
  const [figures, tasks, duties, units, targets] = await Promise.all([
    store.figures(caller, { on, indicators: CODES, regions: codes }),
    readTasks(store, caller, { on, period: board.period }),
    store.records(caller, 'duty'),
    store.records(caller, 'unit'),
    readCityTargets(store, caller, { on, year: Number(board.period.slice(0, 4)) }),
  ])
  const [{ found }, drags] = await Promise.all([
    foundFindings(store, caller, { period: board.period, on }),
    readPlaceDrags(store, caller, { period: board.period, on, seesProjects: tasks.seesProjects }),
  ])
  const dutyUnits = new Map(duties.map(({ duty, unit }) => [duty, unit]))
  const basis: SubjectBasis = {
    board,
    figures,
    find: finderOf(figures),
    findings: found,
    targets,
    innerTargets: new Set(board.rows.filter((row) => isInnerTarget(row, targets)).map(({ indicator }) => indicator)),
    tasks,
    drags,
    unitsIn: (code) => units.filter(({ region }) => region === code).map(({ id }) => id),
    dutiesOf: (unit) => duties.filter((one) => one.unit === unit).map(({ duty }) => duty),
    leadOf: ({ leadDuty }) => dutyUnits.get(leadDuty) ?? null,
  }
  const below = tree.children(regions.self).filter(({ kind }) => kind === 'county')
  return { basis, places, units, seesAllPlaces: below.every(({ code }) => caller.regions.includes(code)) }
}

/** All that 备询要点 are written from, in the caller's sight as known on a day. */
const readAnswersInput = async (store: Store, caller: Caller, query: AnswersQuery) => {
  const { basis, places, units, seesAllPlaces } = await readBasis(store, caller, query)
  const { board, figures } = basis
  const names = new Map(units.map(({ id, shortName }) => [id, shortName]))
  const inOrder = [...unitsFor(caller, units)].sort((a, b) => (a.sort ?? 0) - (b.sort ?? 0) || (a.id < b.id ? -1 : 1))
  const input: AnswersInput = {
    city: board.city,
    periodWords: board.periodWords,
    asKnownOn: query.on,
    seesAllPlaces,
    places: placesOf(places, basis),
    units: inOrder
      .map(({ id, shortName }) => unitOf({ id, name: shortName, duties: basis.dutiesOf(id) }, basis))
      .filter(({ lines, tasks }) => lines.length > 0 || tasks.length > 0),
    indicators: board.rows.flatMap((row) => indicatorOf(row, basis, (unit) => names.get(unit) ?? null)),
  }
  return { input, period: board.period, figures }
}

export type Answers = {
  period: string
  input: AnswersInput
  pages: readonly AnswerPage[]
  /** References of figures not open to everybody. */
  inner: ReadonlySet<string>
}

/** What answers rest on beside figures: items, and the ledgers of projects, matters and the dispatch. */
const STREAMS: readonly string[] = [
  'definition',
  'figure',
  'release',
  'target',
  'user',
  'item',
  ...[projects, matters, dispatch].map(({ id }) => `ledger/${id}`),
]

const readNow = async (store: Store, caller: Caller, query: AnswersQuery): Promise<Answers> => {
  const { input, period, figures } = await readAnswersInput(store, caller, query)
  const periods = [...new Set(figures.map((figure) => figure.period))]
  const locked = await readLocked(store, caller, periods, query.on)
  const inner = new Set([...locked, ...figures.filter(({ state }) => state !== 'released').map(({ ref }) => ref)])
  const pages = answerPages(input).map((page) => ({ ...page, blocks: markInner(page.blocks, inner) }))
  return { period, input, pages, inner }
}

/**
 * 备询要点 of a period in the caller's sight, kept while nothing they rest on changed: an answer is asked for in a hurry.
 * What only early readers see yet, or nobody has released, is marked 内部.
 */
export const readAnswers = boardCache(readNow, () => Date.now(), {
  streams: STREAMS,
  kept: 20,
  rights: ledgerRightsKey,
})
