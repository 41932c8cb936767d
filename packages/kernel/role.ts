/** What a signed-in person may do. One role a person; regions and units narrow it. */
export const ROLES = [
  'office',
  'supervision',
  'department',
  'county',
  'park',
  'leader',
  'statistics',
  'auditor',
  'administrator',
] as const
/** One of ROLES. */
export type Role = (typeof ROLES)[number]

/** From open to closed; a field above the reader's clearance is left out of every door. */
export const SENSITIVITIES = ['public', 'internal', 'firm', 'personal', 'sensitive'] as const
/** One of SENSITIVITIES. */
export type Sensitivity = (typeof SENSITIVITIES)[number]

/** Whether a reader of this clearance may see a field of this sensitivity. */
export const isCleared = (clearance: Sensitivity, field: Sensitivity): boolean =>
  SENSITIVITIES.indexOf(field) <= SENSITIVITIES.indexOf(clearance)

/** Grade of a source: A statute or official document read, B secondary, C unverified, D local practice. */
export type Grade = 'A' | 'B' | 'C' | 'D'

/** What a rule or a figure rests on: the document by name, and as much of its number, article, address and date as is known. */
export type Cite = { document: string; number?: string; article?: string; url?: string; date?: string }
