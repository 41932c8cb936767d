import { createHash } from 'node:crypto'
import type { Json, Row } from './changes.ts'
import { canonicalRow } from './versioned.ts'

/** What the leaf of a figure covers: the vintage as told, its series with unit, the passport's text and readers. */
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

/** Scope of everybody: added to a passport when its figure is opened, so it is no part of what the leaf covers. */
const EVERYBODY = 'p'

/**
 * The canonical text of a figure's leaf. What moves later by other commits (known_to, release, state) is not in it and
 * is held against the chain by itself.
 */
export const canonicalFigure = (facts: FigureFacts, passport: { body: string; scopes: readonly string[] }): string => {
  const source = createHash('sha256').update(passport.body).digest('hex')
  const readers = passport.scopes.filter((scope) => scope !== EVERYBODY)
  return canonicalRow('figure', { ...facts, source, readers } as unknown as Row & { [name: string]: Json })
}
