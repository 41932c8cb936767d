// Who may see and do what, told a second time from DATA.md §4 and the red lines of DESIGN.md, without a look at the store.

export type Account = {
  username: string
  role: string
  /** The regions whose rows are this account's own; all of them for offices of the city and for departments. */
  holds: readonly string[]
  /** Highest sensitivity of a column. */
  clearance: Sensitivity
  /** Items it leads or assists in, by unit. */
  unit: string | null
}

export const SENSITIVITIES = ['public', 'internal', 'firm', 'personal', 'sensitive'] as const
export type Sensitivity = (typeof SENSITIVITIES)[number]

export const CITY = '510700'
export const PLACES = [CITY, '510781', '510703', 'my-jingkai'] as const
export type Place = (typeof PLACES)[number]

const account = (
  username: string,
  role: string,
  clearance: Sensitivity,
  holds: readonly string[] = PLACES,
  unit: string | null = null,
): Account => ({ username, role, holds, clearance, unit })

/** The ten demonstration accounts: every role, and two counties. */
export const ACCOUNTS: readonly Account[] = [
  account('yunxing', 'office', 'firm', PLACES, 'fgw'),
  account('duban', 'supervision', 'internal'),
  account('tongji', 'statistics', 'internal', PLACES, 'tjj'),
  account('jingxin', 'department', 'firm', PLACES, 'jxj'),
  account('jiangyou', 'county', 'personal', ['510781']),
  account('fucheng', 'county', 'personal', ['510703']),
  account('jingkai', 'park', 'personal', ['my-jingkai']),
  account('lingdao', 'leader', 'firm'),
  account('shenji', 'auditor', 'internal'),
  account('guanli', 'administrator', 'internal'),
]

const atMost = (field: Sensitivity, clearance: Sensitivity): boolean =>
  SENSITIVITIES.indexOf(field) <= SENSITIVITIES.indexOf(clearance)

/** A ledger is granted to units and roles; nobody else may open it. */
export type Grants = Readonly<Record<string, 'read' | 'write'>>
const grantOf = (who: Account, grants: Grants): 'read' | 'write' | null =>
  [grants[`role:${who.role}`], grants[`unit:${who.unit}`]].reduce<'read' | 'write' | null>(
    (best, one) => (best === 'write' || one === 'write' ? 'write' : (one ?? best)),
    null,
  )
export const opensLedger = (who: Account, grants: Grants): boolean => grantOf(who, grants) !== null
export const writesLedger = (who: Account, grants: Grants): boolean => grantOf(who, grants) === 'write'

/** Rows by region: an account's own, and for the city's offices and departments all; a row without a place is the city's. */
export const seesRow = (who: Account, grants: Grants, place: Place): boolean =>
  opensLedger(who, grants) && who.holds.includes(place)

/** A column above the actor is left out of every door; personal ones (red line 7) come one at a time, with a reason. */
export const listsField = (who: Account, field: Sensitivity): boolean =>
  field !== 'personal' && field !== 'sensitive' && atMost(field, who.clearance)
export const revealsField = (who: Account, field: Sensitivity): boolean =>
  (field === 'personal' || field === 'sensitive') && atMost(field, who.clearance)

export const STAGES = ['reported', 'released', 'embargoed'] as const
export type Stage = (typeof STAGES)[number]

/** 限定阅知: who was put on the list of the embargoed indicator. */
export const EARLY: readonly string[] = ['yunxing', 'tongji']

/** Own regions before release, the city's own released figures for everybody; before the minute the named list alone. */
export const seesFigure = (who: Account, place: Place, stage: Stage): boolean => {
  if (stage === 'embargoed') return EARLY.includes(who.username) && who.holds.includes(place)
  return who.holds.includes(place) || (place === CITY && stage === 'released')
}

const actsForCity = (who: Account): boolean => !['department', 'county', 'park'].includes(who.role)

/** Cross-unit tables go by scopes: the city's offices, the region of the item, its lead and assisting units. */
export const seesItem = (who: Account, item: { place: Place | null; units: readonly string[] }): boolean =>
  actsForCity(who) ||
  (who.unit !== null && item.units.includes(who.unit)) ||
  (who.role !== 'department' && item.place !== null && item.place !== CITY && who.holds.includes(item.place))

/** The shipped ledger of projects is granted to every role but the administrator, who keeps order and reads no ledger. */
export const seesProjects = (who: Account): boolean => who.role !== 'administrator'

/** A meeting's agenda is for those who attend: offices and departments. A readout is worked on by the city's offices. */
export const seesMeeting = (who: Account): boolean => actsForCity(who) || who.role === 'department'
export const seesDocument = (who: Account): boolean => actsForCity(who)
export const seesPaper = (who: Account): boolean => actsForCity(who)
/** One that quotes rows of a ledger read with a clearance for firms asks for both, of its copies and its events too. */
export const seesFirmPaper = (who: Account): boolean =>
  seesPaper(who) && who.role !== 'administrator' && listsField(who, 'firm')
export const seesUsers = (who: Account): boolean => ['office', 'auditor', 'administrator'].includes(who.role)
export const seesEvents = (who: Account): boolean => seesUsers(who)
export const seesBlockedNames = (who: Account): boolean => ['auditor', 'administrator'].includes(who.role)
