import { daysBetween, type LocalDate } from '@yundiao/kernel'
import * as z from 'zod'
import { defineView, type ViewRow } from '../define.ts'
import { projects } from '../projects/index.ts'
import { type Matter, matters } from './ledger.ts'

/** Said of what stands only in a project's monthly row, and in no row of 需协调事项台账 yet. */
const IN_REPORT = '月报提出'

/** One thing that waits: a matter, or the column of a project's row. Units and regions are codes; null is 待明确. */
export type OpenMatter = {
  id: string
  ledger: string
  title: string
  source: string | null
  region: string
  raisedBy: string | null
  level: Matter['level']
  responsible: string | null
  raisedOn: LocalDate
  /** Whole days from the day it was raised to the day asked. */
  waitingDays: number
  state: string
  demo: boolean
}

/** What waits, counted by state and level, the five longest first and all of them. */
export type OpenMatters = {
  counts: { open: number; unanswered: number; answered: number; sentBack: number; inReports: number }
  byLevel: { level: string; n: number }[]
  worst: OpenMatter[]
  rows: OpenMatter[]
}

const SOLVED = '已解决'
/** Stages at which nothing is asked for a project any more. */
const ENDED: readonly string[] = ['终止', '退库']
const LEVELS = ['省级', '市级', '县级'] as const
const WORST = 5

type MatterRow = ViewRow<typeof matters>
type ProjectRow = ViewRow<typeof projects>

const ofMatter = ({ values, ...row }: MatterRow, on: LocalDate): OpenMatter => {
  const raisedOn = values.raisedOn ?? row.knownFrom
  const { matter: title, source, raisedBy, level, responsible } = values
  const { id, region, state, demo } = row
  const waitingDays = Math.max(0, daysBetween(raisedOn, on))
  return {
    id,
    ledger: matters.id,
    title,
    source,
    region,
    raisedBy,
    level,
    responsible,
    raisedOn,
    waitingDays,
    state,
    demo,
  }
}

const ofProject = ({ values, ...row }: ProjectRow, title: string, on: LocalDate): OpenMatter => ({
  id: row.id,
  ledger: projects.id,
  title,
  source: values.name,
  region: row.region,
  raisedBy: row.unit,
  level: values.coordinationLevel,
  responsible: values.coordinationUnit,
  raisedOn: row.knownFrom,
  waitingDays: Math.max(0, daysBetween(row.knownFrom, on)),
  state: IN_REPORT,
  demo: row.demo,
})

/** A project whose need became a matter is told once; a report newer than the solution asks again. */
const isTold = (project: ProjectRow, rows: readonly MatterRow[]): boolean =>
  rows.some(
    ({ values, state, knownFrom }) =>
      values.sourceLedger === projects.id &&
      values.sourceEntry === project.id &&
      (state !== SOLVED || project.knownFrom <= knownFrom),
  )

const byWaiting = (a: OpenMatter, b: OpenMatter): number =>
  b.waitingDays - a.waitingDays ||
  LEVELS.indexOf(a.level ?? '县级') - LEVELS.indexOf(b.level ?? '县级') ||
  (a.id < b.id ? -1 : 1)

const counted = (rows: readonly OpenMatter[], state: string): number => rows.filter((row) => row.state === state).length

/**
 * 需协调事项 not yet solved in the caller's sight: rows of the ledger, and what projects' monthly rows ask for that is in
 * none of them. Longest waiting first, then the higher level. It weighs days only, not what the matter is worth.
 */
export const openMatters = defineView({
  id: 'coordination.open',
  reads: { matters, projects },
  params: z.strictObject({}),
  run: (data, _params, on): OpenMatters => {
    const rows = [
      ...data.matters.filter((row) => row.state !== SOLVED).map((row) => ofMatter(row, on)),
      ...data.projects.flatMap((row) => {
        const title = row.values.coordination
        return title === null || ENDED.includes(row.state) || isTold(row, data.matters)
          ? []
          : [ofProject(row, title, on)]
      }),
    ].sort(byWaiting)
    const byLevel = [...LEVELS, null].map((level) => ({
      level: level ?? '待明确',
      n: rows.filter((row) => row.level === level).length,
    }))
    return {
      counts: {
        open: rows.length,
        unanswered: counted(rows, '待答复'),
        answered: counted(rows, '已答复'),
        sentBack: counted(rows, '退回补充'),
        inReports: counted(rows, IN_REPORT),
      },
      byLevel,
      worst: rows.slice(0, WORST),
      rows,
    }
  },
})
