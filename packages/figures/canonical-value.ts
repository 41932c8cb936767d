import { canonicalUnitOf, toCanonical } from '@yundiao/kernel'

export type Canonical = { value: number; unit: string }

/** A printed number in its canonical unit (亿元 → 元, % → ratio); null when the unit is not known. */
export const canonicalValue = (value: number, printedUnit: string): Canonical | null => {
  const unit = canonicalUnitOf(printedUnit)
  const canonical = toCanonical(value, printedUnit)
  return unit === null || canonical === null ? null : { value: canonical, unit }
}
