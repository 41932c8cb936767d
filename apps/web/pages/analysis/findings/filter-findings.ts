import type { FindingRow } from '../../../api/types.ts'

/** What the list is narrowed to; left out, everything. `region` is `city`, `counties` or one region. */
export type FindingFilter = {
  kind?: string | undefined
  region?: string | undefined
  unit?: string | undefined
  indicator?: string | undefined
}

/** A lead nobody has named. */
export const UNSET = 'unset'
const PLACES: Readonly<Record<string, FindingRow['scope']>> = { city: 'city', counties: 'county' }

const isIn = (finding: FindingRow, region: string): boolean =>
  Object.hasOwn(PLACES, region) ? finding.scope === PLACES[region] : finding.region === region

const TESTS: Readonly<Record<keyof FindingFilter, (finding: FindingRow, wanted: string) => boolean>> = {
  kind: (finding, kind) => finding.kind === kind,
  region: isIn,
  unit: (finding, unit) => (finding.leadUnit?.id ?? UNSET) === unit,
  indicator: (finding, indicator) => finding.indicator === indicator,
}

const FIELDS = ['kind', 'region', 'unit', 'indicator'] as const

/** Findings a filter leaves, in their order; `but` one of its fields. */
export const narrowed = (
  all: readonly FindingRow[],
  filter: FindingFilter,
  but?: keyof FindingFilter,
): readonly FindingRow[] =>
  all.filter((finding) =>
    FIELDS.every((field) => {
      const wanted = field === but ? undefined : filter[field]
      return !wanted || TESTS[field](finding, wanted)
    }),
  )

export type Choice = { key: string; label: string; count: number }

/** Choices of one field among findings, in the order they are met, each with how many it would leave. */
export const choicesOf = (
  all: readonly FindingRow[],
  of: (finding: FindingRow) => { key: string; label: string },
): Choice[] => {
  const found = new Map<string, Choice>()
  for (const finding of all) {
    const { key, label } = of(finding)
    const held = found.get(key)
    if (held) held.count += 1
    else found.set(key, { key, label, count: 1 })
  }
  return [...found.values()]
}
