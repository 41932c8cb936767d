import type { Said } from './finding.ts'
import type { Reading } from './reading.ts'

/** How unusual the last move is, in words. */
export const raritySaid = (_: Reading): Said | readonly Said[] | null => null
