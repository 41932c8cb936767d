import { isCleared, SENSITIVITIES, type Sensitivity } from '@yundiao/kernel'
import { ledgerScope } from './scopes.ts'

/** The system's own work: holds whatever a record may ask for. */
export const HOLDS_ALL = '*'

const clearanceHeld = (field: Sensitivity): string => `s:${field}`

/**
 * What one must hold to read words of these ledgers: each of them, and clearance for the most closed field that was read.
 * Sorted; empty where nothing was quoted.
 */
export const needsOf = (ledgers: readonly string[], closest: Sensitivity): string[] =>
  ledgers.length === 0 ? [] : [...new Set([...ledgers.map(ledgerScope), clearanceHeld(closest)])].sort()

/** What a person holds: the ledgers granted, and every sensitivity up to the clearance. */
export const holdsOf = (ledgers: readonly string[], clearance: Sensitivity): string[] => [
  ...new Set(ledgers.map(ledgerScope)),
  ...SENSITIVITIES.filter((field) => isCleared(clearance, field)).map(clearanceHeld),
]
