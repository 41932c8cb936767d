import type { Origin, ReleaseState } from '@yundiao/figures'
import { isCleared, Problem, type Role, type Sensitivity } from '@yundiao/kernel'
import type { RecordName } from '../schema/record-tables.ts'
import type { Caller } from './caller.ts'

type Who = Role | 'system'

const MEETING_KEEPERS: readonly Who[] = ['office', 'supervision']
const KEEPERS_OF_ORDER: readonly Who[] = ['administrator']

/** Who may write which record table. Row security repeats the place: a writer only reaches rows in scope. */
const RECORD_WRITERS: Record<RecordName, readonly Who[]> = {
  region: KEEPERS_OF_ORDER,
  unit: KEEPERS_OF_ORDER,
  duty: ['administrator', 'office'],
  post: ['administrator', 'office'],
  charge: ['administrator', 'office'],
  account: KEEPERS_OF_ORDER,
  setting: KEEPERS_OF_ORDER,
  ledgerGrant: KEEPERS_OF_ORDER,
  earlyReader: ['statistics'],
  blockedName: KEEPERS_OF_ORDER,
  target: ['office'],
  // Whoever tells official figures says where they cannot be set against earlier ones.
  seriesBreak: ['statistics'],
  meeting: MEETING_KEEPERS,
  agenda: MEETING_KEEPERS,
  document: MEETING_KEEPERS,
  clause: MEETING_KEEPERS,
  item: MEETING_KEEPERS,
  itemLink: MEETING_KEEPERS,
  progress: ['office', 'supervision', 'department', 'county', 'park'],
  paper: MEETING_KEEPERS,
  submission: MEETING_KEEPERS,
  // A unit signs for what was handed to it; row security keeps it to its own.
  notice: ['office', 'supervision', 'department', 'county', 'park'],
  revision: MEETING_KEEPERS,
  file: ['office', 'supervision', 'department', 'county', 'park', 'statistics'],
  // Who keeps the ledger an evaluation rests on runs it; who holds the place of a firm appeals for it.
  evaluation: ['office', 'department'],
  appeal: ['office', 'department', 'county', 'park'],
}

/** Who may report a figure of which origin. Official figures come from the statistics role alone. */
export const FIGURE_REPORTERS: Record<Origin, readonly Who[]> = {
  official: ['statistics'],
  department: ['office', 'department', 'county', 'park', 'statistics'],
  dispatch: ['office', 'department', 'county', 'park'],
  estimate: ['office', 'department', 'county', 'park'],
  computed: [],
}

const FIGURE_STATES: Record<ReleaseState, readonly Who[]> = {
  reported: ['office', 'department', 'county', 'park', 'statistics'],
  approved: ['office', 'statistics'],
  released: ['statistics'],
}

const holds = (list: readonly Who[], caller: Caller): boolean => caller.role === 'system' || list.includes(caller.role)

const refuse = (what: string): never => {
  throw new Problem('right.missing', `当前账号没有“${what}”的权限，请由有权限的岗位办理`, { what })
}

export const holdsRecordRight = (caller: Caller, table: RecordName): boolean => holds(RECORD_WRITERS[table], caller)

export const mayRelease = (caller: Caller, state: ReleaseState): boolean => holds(FIGURE_STATES[state], caller)

export const requireRecordRight = (caller: Caller, table: RecordName, what: string): void => {
  if (!holdsRecordRight(caller, table)) refuse(what)
}

export const requireReportRight = (caller: Caller, origin: Origin, state: ReleaseState): void => {
  if (!holds(FIGURE_REPORTERS[origin], caller)) refuse('报送该来源的数')
  if (!holds(FIGURE_STATES[state], caller)) refuse('审核发布')
}

export const requireReleaseRight = (caller: Caller, state: ReleaseState): void => {
  if (!mayRelease(caller, state)) refuse('审核发布')
}

export const mayReadLedger = (caller: Caller, ledger: string): boolean =>
  caller.allLedgers || caller.ledgers.read.includes(ledger) || caller.ledgers.write.includes(ledger)

export const mayWriteLedger = (caller: Caller, ledger: string): boolean =>
  caller.allLedgers || caller.ledgers.write.includes(ledger)

export const requireLedgerRight = (caller: Caller, ledger: string, mode: 'read' | 'write'): void => {
  if (mode === 'read' ? !mayReadLedger(caller, ledger) : !mayWriteLedger(caller, ledger))
    refuse(mode === 'read' ? '查看该台账' : '填报该台账')
}

/** A row may be placed only in a region the caller holds; the city's own code is for those who hold the whole city. */
export const requireRegion = (caller: Caller, region: string): void => {
  if (!caller.regions.includes(region))
    throw new Problem('right.missing', `行政区 ${region} 不在当前账号的管辖范围内`, { region })
}

/** Personal and sensitive fields never come with a list; a clearance below a field leaves it out altogether. */
export const isVisible = (caller: Caller, field: Sensitivity): boolean =>
  field !== 'personal' && field !== 'sensitive' && isCleared(caller.clearance, field)
