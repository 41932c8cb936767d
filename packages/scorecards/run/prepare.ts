import { denominate } from '../missing/denominate.ts'
import { type Presence, presenceOf, screenUnits } from '../missing/screen-units.ts'
import type { Column } from '../numeric/column.ts'
import type { Indicator, Inputs, Scheme } from '../scheme/scheme.ts'
import { refuse, some } from './refuse.ts'
import type { Refusal } from './result.ts'

/** Inputs checked, per denominator, and without the units screened out. */
export type Prepared = {
  kind: 'prepared'
  units: readonly string[]
  columns: Readonly<Record<string, Column>>
  groups: Readonly<Record<string, readonly string[]>>
  screened: readonly Presence[]
}

const twice = (units: readonly string[]): string[] => {
  const seen = new Set<string>()
  return units.filter((unit) => seen.size === seen.add(unit).size)
}

const wrongLength = (inputs: Inputs): string[] =>
  [inputs.values, inputs.denominators ?? {}, inputs.groups ?? {}].flatMap((table) =>
    Object.entries(table)
      .filter(([, column]) => column.length !== inputs.units.length)
      .map(([code]) => code),
  )

/** Squares of larger numbers, summed, leave what a number can hold. */
const LARGEST = 1e150

const wildIn = (column: Column): boolean =>
  column.some((value) => value !== null && !(value >= -LARGEST && value <= LARGEST))

const infinite = (inputs: Inputs): string[] =>
  [inputs.values, inputs.denominators ?? {}].flatMap((table) =>
    Object.entries(table)
      .filter(([, column]) => wildIn(column))
      .map(([code]) => code),
  )

/** Kinds of group a scheme leans on that the inputs do not have. */
const ungrouped = (scheme: Scheme, leaves: readonly Indicator[], inputs: Inputs): string[] => {
  const named = leaves.flatMap(({ benchmark }) =>
    typeof benchmark === 'object' && benchmark.by !== undefined ? [benchmark.by] : [],
  )
  const kinds = scheme.missingBy === undefined ? named : [...named, scheme.missingBy]
  return [...new Set(kinds)].filter((kind) => !inputs.groups?.[kind])
}

const faultOf = (scheme: Scheme, leaves: readonly Indicator[], inputs: Inputs): Refusal | null => {
  if (inputs.units.length === 0) return refuse('inputs', '没有评价对象，请至少列出一个')
  const double = twice(inputs.units)
  if (double.length > 0) return refuse('inputs', `评价对象重复：${some(double)}，请去掉重复的行`, double)
  const absent = leaves.filter(({ code }) => !inputs.values[code]).map(({ code }) => code)
  if (absent.length > 0) return refuse('inputs', `没有这些指标的数：${some(absent)}，请补上一列`, absent)
  const unnamed = leaves.flatMap(({ denominator: by }) => (by === undefined || inputs.denominators?.[by] ? [] : [by]))
  if (unnamed.length > 0) return refuse('inputs', `没有作分母的数：${some(unnamed)}，请补上一列`, unnamed)
  const loose = ungrouped(scheme, leaves, inputs)
  if (loose.length > 0) return refuse('inputs', `没有这种分组：${some(loose)}，请补上每个对象属于哪一组`, loose)
  const long = wrongLength(inputs)
  if (long.length > 0)
    return refuse('inputs', `这些列的个数与评价对象（${inputs.units.length} 个）不同：${some(long)}`, long)
  const wild = infinite(inputs)
  const stray = (inputs.bonuses ?? []).filter(
    ({ unit, points }) => !inputs.units.includes(unit) || !Number.isFinite(points),
  )
  if (stray.length > 0) {
    const units = stray.map(({ unit }) => unit)
    return refuse('inputs', `加减分有误：${some(units)}，对象应在名单内、分值应为数`, units)
  }
  if (wild.length > 0) return refuse('inputs', `这些列有不是数或大得离谱的值：${some(wild)}，没有数的请写 null`, wild)
  return null
}

/** Values of the indicators per denominator, units with too little data left aside. */
export const prepare = (scheme: Scheme, leaves: readonly Indicator[], inputs: Inputs): Prepared | Refusal => {
  const fault = faultOf(scheme, leaves, inputs)
  if (fault) return fault
  const whole = leaves.map(({ code, denominator }): Column => {
    const values = inputs.values[code] ?? []
    return denominator === undefined ? values : denominate(values, inputs.denominators?.[denominator] ?? [])
  })
  const screened = scheme.screen ? screenUnits(presenceOf(inputs.units, whole), scheme.screen) : []
  const gone = new Set(screened.map(({ unit }) => unit))
  if (gone.size === inputs.units.length) return refuse('inputs', '没有一个评价对象的数够用，请放宽筛选或补报')
  const kept = <T>(column: readonly T[]): T[] => column.filter((_, i) => !gone.has(inputs.units[i] ?? ''))
  return {
    kind: 'prepared',
    units: kept(inputs.units),
    columns: Object.fromEntries(leaves.map(({ code }, j) => [code, kept(whole[j] ?? [])])),
    groups: Object.fromEntries(Object.entries(inputs.groups ?? {}).map(([kind, groups]) => [kind, kept(groups)])),
    screened,
  }
}
