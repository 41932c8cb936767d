import { type Column, extremesOf, present } from '../numeric/column.ts'
import type { SkewLimits } from '../scheme/treatment.ts'
import { checkSkew } from './skew-check.ts'

/** A column with its outliers drawn in, and the places that were. */
export type Winsorised = { values: Column; drawnIn: { at: number; end: 'low' | 'high' }[] }

const placesOf = (column: Column, value: number): number[] => {
  const places: number[] = []
  for (const [index, one] of column.entries()) if (one === value) places.push(index)
  return places
}

/**
 * Draws in outliers: while the column is skewed, its largest value (its least, when skewed downwards) becomes the next
 * one, equals together, until `most` places (default 5) are drawn in.
 * Source: the stepwise winsorisation of COINr 1.1 (Becker et al. 2022), counted as there.
 */
export const winsorise = (column: Column, { most = 5, ...limits }: SkewLimits & { most?: number } = {}): Winsorised => {
  let values = column
  let [high, low]: number[][] = [[], []]
  for (let check = checkSkew(values, limits); check.isSkewed && (high?.length ?? 0) + (low?.length ?? 0) < most; ) {
    const isHigh = (check.skew ?? 0) >= 0
    const there = present(values)
    const ends = extremesOf(there)
    const end = isHigh ? ends.most : ends.least
    const rest = extremesOf(there.filter((value) => value !== end))
    const next = isHigh ? rest.most : rest.least
    if (isHigh) high = placesOf(values, end)
    else low = placesOf(values, end)
    values = values.map((value) => (value === end ? next : value))
    check = checkSkew(values, limits)
  }
  const drawnIn = [
    ...(high ?? []).map((at) => ({ at, end: 'high' as const })),
    ...(low ?? []).map((at) => ({ at, end: 'low' as const })),
  ].sort((a, b) => a.at - b.at)
  return { values, drawnIn }
}
