import type { LocalDate } from '@yundiao/kernel'
import * as z from 'zod'
import { defineView, type ViewRow } from '../define.ts'
import { projects } from './ledger.ts'

/** What a dispatch calls a project for. */
export const WAITING_STATES = ['欠序时', '应开未开', '开工未入统'] as const
export type WaitingState = (typeof WAITING_STATES)[number]

/**
 * A project that is called for, and the numbers behind it: `done` and `gap` are ratios of the year's plan (欠序时: done
 * less the part of the year gone by, below 0), `plannedMonth` is 应开未开's, `startedOn` 开工未入统's.
 */
export type WaitingProject = {
  id: string
  name: string
  region: string
  unit: string | null
  state: WaitingState
  done: number | null
  gap: number | null
  plannedMonth: number | null
  startedOn: LocalDate | null
  demo: boolean
}

type Row = ViewRow<typeof projects>

const MONTHS = 12
const BEFORE_START: readonly string[] = ['谋划', '储备', '招商在谈', '签约', '落地', '前期']
const UNDER_WAY: readonly string[] = ['开工', '在建']
const BUILT_ON: readonly string[] = [...UNDER_WAY, '停工']

const frameOf = ({ id, region, unit, demo, values }: Row, state: WaitingState) => ({
  id,
  name: values.name,
  region,
  unit,
  demo,
  state,
  done: null,
  gap: null,
  plannedMonth: null,
  startedOn: null,
})

/** Less of the year's plan done than of the year gone by; no plan or no report is no judgement. */
const behind = (row: Row, months: number): WaitingProject[] => {
  const { planYear, doneThisYear } = row.values
  if (!BUILT_ON.includes(row.state) || planYear === null || planYear <= 0 || doneThisYear === null) return []
  const done = doneThisYear / planYear
  const gap = done - months / MONTHS
  return gap < 0 ? [{ ...frameOf(row, '欠序时'), done, gap }] : []
}

/** The month a plan names, where it names one: 3月, 3月底; 上半年 is no month. */
const monthOf = (words: string | null): number | null => {
  const month = Number(/(\d{1,2})月/u.exec(words ?? '')?.[1])
  return month >= 1 && month <= MONTHS ? month : null
}

const unstarted = (row: Row, months: number): WaitingProject[] => {
  const plannedMonth = monthOf(row.values.planStartMonth)
  if (!BEFORE_START.includes(row.state) || row.values.startedOn !== null || plannedMonth === null) return []
  return plannedMonth <= months ? [{ ...frameOf(row, '应开未开'), plannedMonth }] : []
}

/** Said to be outside the statistics; a row that does not say is not judged. */
const uncounted = (row: Row): WaitingProject[] =>
  UNDER_WAY.includes(row.state) && row.values.inStatistics === false
    ? [{ ...frameOf(row, '开工未入统'), startedOn: row.values.startedOn }]
    : []

/** One of each state in turn, so that the first few show every trouble there is. */
const inTurn = (groups: readonly (readonly WaitingProject[])[]): WaitingProject[] => {
  const most = Math.max(0, ...groups.map(({ length }) => length))
  return Array.from({ length: most }, (_, at) => groups.flatMap((group) => group[at] ?? [])).flat()
}

/**
 * Projects a dispatch calls for after `months` months of the year: 欠序时 (the widest first), 应开未开 (the longest due
 * first), 开工未入统, one of each in turn; a project may be there for more than one. 序时 is the even twelfth of the yearly
 * plan (economy.time-progress); it does not weigh the season or why.
 */
export const waitingAfter = (rows: readonly Row[], months: number): WaitingProject[] => {
  const byId = (a: WaitingProject, b: WaitingProject): number => (a.id < b.id ? -1 : 1)
  return inTurn([
    rows.flatMap((row) => behind(row, months)).sort((a, b) => (a.gap ?? 0) - (b.gap ?? 0) || byId(a, b)),
    rows
      .flatMap((row) => unstarted(row, months))
      .sort((a, b) => (a.plannedMonth ?? 0) - (b.plannedMonth ?? 0) || byId(a, b)),
    rows.flatMap(uncounted).sort(byId),
  ])
}

export const waitingProjects = defineView({
  id: 'projects.waiting',
  reads: { projects },
  params: z.strictObject({ months: z.coerce.number().int().min(1).max(MONTHS).default(MONTHS) }),
  run: (data, { months }) => waitingAfter(data.projects, months),
})
