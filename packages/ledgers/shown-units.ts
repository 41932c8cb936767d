import type { Field } from './definition.ts'

/** Canonical amount of one shown unit: 元 for money, ㎡ for areas, 1 for ratios. */
const FACTORS: Partial<Record<Field['kind'], Readonly<Record<string, number>>>> = {
  money: { 元: 1, 万元: 1e4, 亿元: 1e8, 万: 1e4, 亿: 1e8 },
  area: { '㎡': 1, 平方米: 1, m2: 1, 亩: 2000 / 3, 公顷: 1e4, 平方公里: 1e6, km2: 1e6 },
  ratio: { '%': 0.01, '‰': 0.001 },
}

/** Removes the noise of binary fractions: 15 significant digits hold every figure an office writes. */
const tidy = (value: number): number => Number(value.toPrecision(15))

/** Canonical amount of one `unit` of this field; null when the unit does not fit its kind. */
export const factorOf = (field: Field, unit: string): number | null => {
  const factors = FACTORS[field.kind]
  return factors && Object.hasOwn(factors, unit) ? (factors[unit] ?? null) : null
}

/** A number written in `unit` → canonical. A unit that does not fit leaves the number as it is. */
export const fromShown = (field: Field, value: number, unit: string | undefined): number => {
  const factor = unit === undefined ? null : factorOf(field, unit)
  return factor === null ? value : tidy(factor < 1 ? value / Math.round(1 / factor) : value * factor)
}

/** Decimals of a second unit: a conversion has no more to say than its sheet prints (users.md T7: 亩 0.00). */
const ALSO_DECIMALS = 2

/** A canonical number in the field's second unit, rounded as sheets print it; null where it has none. */
export const alsoShown = (field: Field, value: number): number | null => {
  const factor = field.alsoShownIn === undefined ? null : factorOf(field, field.alsoShownIn)
  return factor === null ? null : Math.round(tidy(value / factor) * 10 ** ALSO_DECIMALS) / 10 ** ALSO_DECIMALS
}

/** A canonical number → in the unit the field is shown in; the inverse of fromShown to 14 digits. */
export const toShown = (field: Field, value: number): number => {
  const factor = field.shownIn === undefined ? null : factorOf(field, field.shownIn)
  return factor === null ? value : tidy(factor < 1 ? value * Math.round(1 / factor) : value / factor)
}
