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
export type Role = (typeof ROLES)[number]

/** From open to closed; a field above the reader's clearance is left out of every door. */
export const SENSITIVITIES = ['public', 'internal', 'firm', 'personal', 'sensitive'] as const
export type Sensitivity = (typeof SENSITIVITIES)[number]

export const isCleared = (clearance: Sensitivity, field: Sensitivity): boolean =>
  SENSITIVITIES.indexOf(field) <= SENSITIVITIES.indexOf(clearance)

/** Grade of a source: A statute or official document read, B secondary, C unverified, D local practice. */
export type Grade = 'A' | 'B' | 'C' | 'D'

export type Cite = { document: string; number?: string; article?: string; url?: string; date?: string }
