import type { LocalDate, Role, Sensitivity } from '@yundiao/kernel'

/**
 * Who acts, on which business day, and what the rights of that person come to. Made once per request by `loadCaller`;
 * the database sees it as settings of one transaction.
 */
export type Caller = {
  id: string
  username: string
  name: string
  role: Role | 'system'
  city: string
  unit: string | null
  region: string | null
  clearance: Sensitivity
  today: LocalDate
  requestId: string
  /** Regions whose rows are this person's own: subtree and zones, or all of the city's. */
  regions: readonly string[]
  /** Regions whose released figures everybody may read: the city itself, province, nation, other cities. */
  references: readonly string[]
  /** `p` everybody, `d` departments, `r:510703`, `z:my-gaoxin`, `u:fgw`. */
  scopes: readonly string[]
  /** What this person may be asked to hold: `l:projects_project` a ledger granted, `s:firm` a clearance; `*` is the system. */
  holds: readonly string[]
  /** Indicators whose list of early readers (限定阅知) names this person. */
  earlyIndicators: readonly string[]
  /** The series of those indicators that exist: what row security goes by. */
  early: readonly number[]
  ledgers: { read: readonly string[]; write: readonly string[] }
  /** Ledgers are not restricted (system, administrator of definitions). */
  allLedgers: boolean
}

export const CLEARANCE: Record<Role | 'system', Sensitivity> = {
  office: 'firm',
  supervision: 'internal',
  department: 'firm',
  county: 'personal',
  park: 'personal',
  leader: 'firm',
  statistics: 'internal',
  auditor: 'internal',
  administrator: 'internal',
  system: 'sensitive',
}

/** Roles that act for the city as a whole. */
const CITY_ROLES: readonly (Role | 'system')[] = [
  'office',
  'supervision',
  'leader',
  'statistics',
  'auditor',
  'administrator',
  'system',
]

export const isCityRole = (role: Role | 'system'): boolean => CITY_ROLES.includes(role)
