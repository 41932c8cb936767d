/** One shown unit is `times / over × 10^tenTo` canonical units. Powers of ten only shift digits and lose nothing. */
type Scale = { canonical: string; tenTo: number; times: number; over: number }

const scale = (canonical: string, tenTo = 0, times = 1, over = 1): Scale => ({ canonical, tenTo, times, over })

/** A unit with its 万 and 亿: 人, 万人, 亿人. */
const withTenThousands = (unit: string): [string, Scale][] => [
  [unit, scale(unit)],
  [`万${unit}`, scale(unit, 4)],
  [`亿${unit}`, scale(unit, 8)],
]

const MONEY: readonly [string, Scale][] = [
  ...withTenThousands('元'),
  ['千元', scale('元', 3)],
  ['百万元', scale('元', 6)],
  ['万亿元', scale('元', 12)],
  ...withTenThousands('美元'),
]

// 15 亩 are one 公顷, so a 亩 is 2000/3 ㎡.
const AREA: readonly [string, Scale][] = [
  ['㎡', scale('㎡')],
  ['平方米', scale('㎡')],
  ['万平方米', scale('㎡', 4)],
  ['公顷', scale('㎡', 4)],
  ['平方公里', scale('㎡', 6)],
  ['亩', scale('㎡', 0, 2000, 3)],
  ['万亩', scale('㎡', 4, 2000, 3)],
]

const RATIO: readonly [string, Scale][] = [
  ['ratio', scale('ratio')],
  ['%', scale('ratio', -2)],
  ['个百分点', scale('ratio', -2)],
  ['百分点', scale('ratio', -2)],
  ['‰', scale('ratio', -3)],
]

const ENERGY: readonly [string, Scale][] = [
  ['kWh', scale('kWh')],
  ['千瓦时', scale('kWh')],
  ['万千瓦时', scale('kWh', 4)],
  ['亿千瓦时', scale('kWh', 8)],
  ...withTenThousands('吨标准煤'),
]

const WEIGHT: readonly [string, Scale][] = [
  ...withTenThousands('吨'),
  ['公斤', scale('吨', -3)],
  ['斤', scale('吨', -3, 1, 2)],
  ['万斤', scale('吨', 1, 1, 2)],
  ['亿斤', scale('吨', 5, 1, 2)],
]

const LENGTH_AND_VOLUME: readonly [string, Scale][] = [
  ['米', scale('米')],
  ['公里', scale('米', 3)],
  ...withTenThousands('立方米'),
]

/** An index of 100 is 100; what it is 100 of belongs to the series' concept, not to the unit. */
const INDEX: readonly [string, Scale][] = ['1', '指数', '上年=100', '上年同期=100', '上年同月=100'].map((unit) => [
  unit,
  scale('1'),
])

const COUNTED = ['人', '人次', '户', '家', '个', '件', '宗', '处', '份', '支', '位', '台', '辆', '套', '天', '项']

const UNITS: ReadonlyMap<string, Scale> = new Map([
  ...MONEY,
  ...AREA,
  ...RATIO,
  ...ENERGY,
  ...WEIGHT,
  ...LENGTH_AND_VOLUME,
  ...INDEX,
  ...COUNTED.flatMap(withTenThousands),
])

/** The decimal digits moved, the nearest double of the result: 784.28 by 8 is 78428000000, with no artefact. */
const shiftDigits = (value: number, tenTo: number): number => {
  if (tenTo === 0 || !Number.isFinite(value)) return value
  const [mantissa, exponent] = value.toExponential().split('e')
  return Number(`${mantissa}e${Number(exponent) + tenTo}`)
}

/** The unit a shown unit is kept in (亿元 → 元, 亩 → ㎡, % → ratio); null for one we do not know. */
export const canonicalUnitOf = (unit: string): string | null => UNITS.get(unit)?.canonical ?? null

/** A value in a shown unit → canonical, unrounded. Null for a unit we do not know. */
export const toCanonical = (value: number, unit: string): number | null => {
  const known = UNITS.get(unit)
  return known ? (shiftDigits(value, known.tenTo) * known.times) / known.over : null
}

/** A canonical value → the shown unit, unrounded: rounding is showNumber's. Null for a unit we do not know. */
export const fromCanonical = (value: number, unit: string): number | null => {
  const known = UNITS.get(unit)
  return known ? shiftDigits((value * known.over) / known.times, -known.tenTo) : null
}

/** Whether two units measure the same thing and may be converted: 亩 and 公顷, not 元 and 美元. */
export const isSameMeasure = (a: string, b: string): boolean => {
  const canonical = canonicalUnitOf(a)
  return canonical !== null && canonical === canonicalUnitOf(b)
}

/** Every unit known, for choices and messages, in a fixed order. */
export const knownUnits = (): readonly string[] => [...UNITS.keys()]
