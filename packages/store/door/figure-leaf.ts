import { createHash } from 'node:crypto'
import type { Json, Row } from './changes.ts'
import { canonicalRow } from './versioned.ts'

/** What the leaf of a figure covers: the vintage as told, its series with unit, and the passport's text. */
export type FigureFacts = {
  city: string
  /** printSeries' text. */
  series: string
  unit: string
  region: string
  period: string
  vintage: number
  value: number | null
  printed: string | null
  printed_unit: string | null
  round: string | null
  note: string | null
  known_on: string
  passport: string
}

/**
 * The canonical text of a figure's leaf. What moves later by other commits (known_to, release, state) is not in it and
 * is held against the chain by itself.
 */
export const canonicalFigure = (facts: FigureFacts, passportBody: string): string => {
  const source = createHash('sha256').update(passportBody).digest('hex')
  return canonicalRow('figure', { ...facts, source } as unknown as Row & { [name: string]: Json })
}
