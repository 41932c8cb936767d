import type { Positions } from './tries.ts'
import type { Way } from './way.ts'

/** Digits a plan is shown with. */
const DIGITS = 6

/** Rounded away from where it comes from, so that what is shown is enough; never beyond the bound. */
const outward = (value: number, { from, to }: Way): number => {
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(value))) - DIGITS + 1)
  const steps = value / unit
  const up = Number(((to > from ? Math.ceil(steps) : Math.floor(steps)) * unit).toPrecision(DIGITS))
  return to > from ? Math.min(up, to) : Math.max(up, to)
}

/**
 * Positions as a person reads and sets them, six digits each: the nearest where it is enough, else the next further on.
 * `holds` says whether positions still reach the goal; a position for which neither does stays as it is.
 */
export const tidyPositions = (
  positions: Positions,
  ways: readonly Way[],
  holds: (at: Positions) => boolean,
): Positions => {
  let at = positions
  for (const way of ways) {
    const exact = at[way.code]
    if (exact === undefined || exact === 0 || exact === way.to) continue
    const tidy = [Number(exact.toPrecision(DIGITS)), outward(exact, way)]
      .map((value) => ({ ...at, [way.code]: value }))
      .find(holds)
    if (tidy) at = tidy
  }
  return at
}
