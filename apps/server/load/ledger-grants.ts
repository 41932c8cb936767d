import type { LedgerDefinition } from '@yundiao/ledgers'
import type { Wanted } from './upsert.ts'

type Assignment = { duty: string; unit: string | null }

const READERS = ['supervision', 'leader', 'statistics', 'auditor', 'department'] as const
const WRITERS = ['office', 'county', 'park'] as const

const grant = (ledger: string, grantee: string, may: 'read' | 'write'): Wanted => ({
  id: `${ledger}/${grantee}`,
  values: { ledger, grantee, may },
})

/** Who may open a shipped ledger at first: city roles and departments read, counties and parks and its owner write. */
export const grantsOf = (ledger: LedgerDefinition, duties: readonly Assignment[]): Wanted[] => {
  const owner = duties.find((one) => one.duty === ledger.owner.duty)?.unit
  const writers = ledger.writers ?? []
  return [
    ...READERS.filter((role) => !writers.includes(role)).map((role) => grant(ledger.id, `role:${role}`, 'read')),
    ...[...WRITERS, ...writers].map((role) => grant(ledger.id, `role:${role}`, 'write')),
    ...(owner ? [grant(ledger.id, `unit:${owner}`, 'write')] : []),
  ]
}
