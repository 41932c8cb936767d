import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { at } from '../numeric/vector.ts'

/** Series with results of X-13; all but the last are monthly. */
export const X13_SERIES = [
  'AirPassengers',
  'USAccDeaths',
  'china-imports',
  'cn-newloans',
  'co2',
  'nottem',
  'UKgas',
] as const
/** Series with results of R. */
export const R_SERIES = [...X13_SERIES, 'cn-ppi-yoy'] as const

/** A fixture of this package. */
export const fixture = <T>(name: string): T =>
  JSON.parse(readFileSync(join(import.meta.dirname, '..', 'fixtures', `${name}.json`), 'utf8'))

export type FixtureSeries = { start: [number, number]; frequency: number; values: number[] }

/**
 * Largest relative difference; values below `floor` of the largest are held to that floor, since a remainder near 0
 * has no relative accuracy.
 */
export const furthest = (got: ArrayLike<number>, want: ArrayLike<number | null>, floor = 0): number => {
  const scale = Math.max(...Array.from(want, (value) => Math.abs(value ?? 0)))
  let worst = 0
  for (let i = 0; i < want.length; i += 1) {
    const expected = want[i]
    if (expected === null || expected === undefined) continue
    const off = Math.abs(at(got, i) - expected) / Math.max(Math.abs(expected), floor * scale, 1e-300)
    // A value that is not a number is as far off as can be.
    if (!(off <= worst)) worst = Number.isNaN(off) ? Number.POSITIVE_INFINITY : off
  }
  return worst
}

/** Relative differences, sorted. */
export const differences = (got: ArrayLike<number | null>, want: readonly number[]): number[] =>
  want.map((value, i) => Math.abs((got[i] ?? Number.NaN) - value) / Math.abs(value)).sort((a, b) => a - b)
