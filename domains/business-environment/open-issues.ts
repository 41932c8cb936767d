import { daysBetween, type LocalDate } from '@yundiao/kernel'
import * as z from 'zod'
import { defineView, type ViewRow } from '../define.ts'
import { type Issue, issues } from './ledger.ts'

/** One problem not yet closed. Unit and region are codes; `overdueDays` null without a day to be done by. */
export type OpenIssue = {
  id: string
  problem: string
  region: string
  state: string
  source: Issue['source']
  indicator: string | null
  responsible: string | null
  dueOn: LocalDate | null
  /** Whole days past the due day; 0 on the day itself and before. */
  overdueDays: number | null
  demo: boolean
}

/** Problems counted by source and state, what is open with the longest overdue first, and closings without evidence. */
export type OpenIssues = {
  counts: { all: number; open: number; overdue: number; toCheck: number; closed: number; closedBare: number }
  bySource: { source: string; all: number; closed: number }[]
  byIndicator: { indicator: string; open: number }[]
  rows: OpenIssue[]
}

const CLOSED = '已销号'
const UNKNOWN = '待明确'

const openOf = ({ values, ...row }: ViewRow<typeof issues>, on: LocalDate): OpenIssue => ({
  id: row.id,
  problem: values.problem,
  region: row.region,
  state: row.state,
  source: values.source,
  indicator: values.indicator,
  responsible: values.responsible,
  dueOn: values.dueOn,
  overdueDays: values.dueOn === null ? null : Math.max(0, daysBetween(values.dueOn, on)),
  demo: row.demo,
})

const tally = (words: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

const dueKey = ({ dueOn }: OpenIssue): string => dueOn ?? '9999'

const byOverdue = (a: OpenIssue, b: OpenIssue): number => {
  const days = (b.overdueDays ?? 0) - (a.overdueDays ?? 0)
  if (days !== 0) return days
  return dueKey(a) === dueKey(b) ? (a.id < b.id ? -1 : 1) : dueKey(a) < dueKey(b) ? -1 : 1
}

/**
 * 营商环境问题 in the caller's sight on a day: how many came from where, how many are closed, what is overdue. A problem
 * without a day to be done by is not overdue. It weighs days only.
 */
export const openIssues = defineView({
  id: 'business-environment.open',
  reads: { issues },
  params: z.strictObject({}),
  run: ({ issues: all }, _params, on): OpenIssues => {
    const closed = all.filter(({ state }) => state === CLOSED)
    const rows = all
      .filter(({ state }) => state !== CLOSED)
      .map((row) => openOf(row, on))
      .sort(byOverdue)
    const closedBySource = tally(closed.map(({ values }) => values.source ?? UNKNOWN))
    return {
      counts: {
        all: all.length,
        open: rows.length,
        overdue: rows.filter(({ overdueDays }) => (overdueDays ?? 0) > 0).length,
        toCheck: rows.filter(({ state }) => state === '待核').length,
        closed: closed.length,
        closedBare: closed.filter(({ values }) => values.evidence === null && values.evidenceFile === null).length,
      },
      bySource: [...tally(all.map(({ values }) => values.source ?? UNKNOWN))].map(([source, count]) => ({
        source,
        all: count,
        closed: closedBySource.get(source) ?? 0,
      })),
      byIndicator: [...tally(rows.map(({ indicator }) => indicator ?? UNKNOWN))]
        .map(([indicator, open]) => ({ indicator, open }))
        .sort((a, b) => b.open - a.open),
      rows,
    }
  },
})
