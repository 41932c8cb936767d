import type { Role, Sensitivity } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'

/** Whom papers are for, and what all of them may see: a file says the same to everybody who opens it. */
const READERS: readonly Role[] = ['office', 'supervision', 'leader', 'statistics', 'auditor']
const CLEARANCE: Sensitivity = 'internal'

/** The maker with no more sight of ledgers than every reader of the paper has. */
export const asPaperReader = async (store: Store, caller: Caller): Promise<Caller> => {
  const grants = await store.records(caller, 'ledgerGrant')
  const granted = new Set(grants.map(({ ledger, grantee }) => `${ledger} ${grantee}`))
  const read = caller.ledgers.read.filter((ledger) => READERS.every((role) => granted.has(`${ledger} role:${role}`)))
  return { ...caller, clearance: CLEARANCE, ledgers: { read, write: [] } }
}
