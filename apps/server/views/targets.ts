import { economyCatalogue } from '@yundiao/domains/economy'
import type { Indicator, TargetFact } from '@yundiao/figures'
import type { LocalDate, RegionTree } from '@yundiao/kernel'
import type { Caller, RecordOf, Store } from '@yundiao/store'
import { shownOf, unitShownOf } from './fig.ts'
import type { TargetRow } from './figure-schema.ts'

/** Marks a target that was looked for and not found, and whatever else a source does not say. */
const UNKNOWN = '待明确'

const factOf = (row: RecordOf<'target'>): TargetFact =>
  ({ ...row, knownOn: row.knownFrom, year: row.year ?? 0 }) as unknown as TargetFact

/** Targets in the caller's sight, as known on a day, the earliest stated first. */
export const readTargets = async (
  store: Store,
  caller: Caller,
  on: LocalDate,
  where: { year?: number; indicator?: string },
): Promise<TargetFact[]> => (await store.records(caller, 'target', { where, on })).map(factOf)

/** Targets everybody signed in may read: the store's own rule decides. */
export const readOpenTargets = (store: Store, caller: Caller, on: LocalDate): Promise<TargetFact[]> =>
  readTargets(store, { ...caller, scopes: ['p'] }, on, {})

const SUFFIX: Readonly<Record<string, string>> = { '≈': '左右', '≥': '以上', '≤': '以内' }
const IN_WORDS: Readonly<Record<string, string>> = { '>gdp': '高于经济增速', sync: '与经济增长同步' }

const suffixOf = (target: TargetFact): string => (target.operator === null ? '' : (SUFFIX[target.operator] ?? ''))

/** A target in a few words, with number and unit as its document prints them: 6.5%左右. */
export const targetInWords = (target: TargetFact): string => {
  if (target.operator === null) return UNKNOWN
  if (target.printed === null) return IN_WORDS[target.operator] ?? target.clause ?? UNKNOWN
  const unit = target.printedUnit?.includes('=100') ? '' : (target.printedUnit ?? '')
  return `${target.printed}${unit}${suffixOf(target)}`
}

/** A target as a cell of the board under its unit: 6.5左右; null where none is known. */
export const targetCell = (target: TargetFact, indicator: Indicator): string | null => {
  if (target.operator === null) return null
  const shown = shownOf(target, unitShownOf(indicator, target.measure))
  return shown === null ? targetInWords(target) : `${shown}${suffixOf(target)}`
}

const targetRow = (target: TargetFact, tree: RegionTree): TargetRow | null => {
  const indicator = economyCatalogue.get(target.indicator)
  if (!indicator) return null
  return {
    region: target.region,
    regionName: tree.get(target.region)?.shortName ?? target.owner,
    year: target.year,
    indicator: target.indicator,
    label: indicator.shortName,
    operator: target.operator ?? UNKNOWN,
    shown: target.operator === null ? null : target.printed,
    text: target.operator === null ? UNKNOWN : (target.clause ?? targetInWords(target)),
    source: target.document,
    knownOn: target.knownOn ?? '',
    layer: target.layer ?? UNKNOWN,
  }
}

/** Rows in the order of the regions, then of the catalogue. */
export const targetRows = (targets: readonly TargetFact[], tree: RegionTree): TargetRow[] => {
  const regions = new Map(tree.all.map((region, index) => [region.code, index]))
  const indicators = new Map(economyCatalogue.all.map((indicator, index) => [indicator.code, index]))
  const place = (row: TargetRow): number => regions.get(row.region) ?? regions.size
  return targets
    .flatMap((target) => targetRow(target, tree) ?? [])
    .sort(
      (a, b) =>
        b.year - a.year ||
        place(a) - place(b) ||
        (indicators.get(a.indicator) ?? 0) - (indicators.get(b.indicator) ?? 0),
    )
}
