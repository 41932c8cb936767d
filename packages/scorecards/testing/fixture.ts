import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Column } from '../numeric/column.ts'

/** A fixture of this package. */
export const fixture = <T>(name: string): T =>
  JSON.parse(readFileSync(join(import.meta.dirname, '..', 'fixtures', `${name}.json`), 'utf8'))

/**
 * Largest difference, relative above 1. A value on one side only is as far off as can be.
 */
export const furthest = (got: Column, want: Column): number => {
  if (got.length !== want.length) return Number.POSITIVE_INFINITY
  let worst = 0
  want.forEach((expected, i) => {
    const value = got[i] ?? null
    if (expected === null && value === null) return
    const off =
      expected === null || value === null
        ? Number.POSITIVE_INFINITY
        : Math.abs(value - expected) / Math.max(1, Math.abs(expected))
    if (!(off <= worst)) worst = Number.isNaN(off) ? Number.POSITIVE_INFINITY : off
  })
  return worst
}

/** A table of a fixture: units, and columns by code. */
export type Table = { units: string[]; columns: Record<string, Column> }
