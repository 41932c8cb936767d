import type { Finding, FindingKind } from '@yundiao/analysis'
import { SUMS } from '@yundiao/domains/economy'
import type { Against, DragSubject } from './drag-schema.ts'

/** A question 归因 answers: whose, of what, held against what; `region` null is the whole city. */
export type FindingDrag = { ask: DragSubject; indicator: string; by: Against | null; region: string | null }

/** What the dispatch and the project ledger tell of, by indicator. */
const BY_LEDGER: Readonly<Record<string, Pick<FindingDrag, 'ask' | 'indicator'>>> = {
  iva: { ask: 'enterprises', indicator: 'output' },
  ind_va: { ask: 'enterprises', indicator: 'output' },
  ind_out: { ask: 'enterprises', indicator: 'output' },
  out_ind: { ask: 'enterprises', indicator: 'output' },
  elec_ind: { ask: 'enterprises', indicator: 'power' },
  fai: { ask: 'projects', indicator: 'investment' },
}

/** Indicators with amounts of the counties, so that what each pulls can be reckoned. */
const BY_COUNTY: readonly string[] = ['gdp', 'retail', 'budget']

const AGAINST: Readonly<Partial<Record<FindingKind, Against>>> = {
  'below-target': 'target',
  'below-province': 'province',
  'below-last-year': 'last-year-growth',
  'counties-behind': 'city-mean',
  'part-drags': 'last-year',
}

/**
 * The question of 归因 that goes on from a finding: the parts of a published sum, else counties with amounts, else the
 * enterprises or projects of a ledger; of a county its own enterprises or projects. Null where 归因 has no answer.
 */
const dragOf = (
  { kind, indicator, region, mark }: Pick<Finding, 'kind' | 'indicator' | 'region' | 'mark'>,
  city: string,
): FindingDrag | null => {
  const ledger = BY_LEDGER[indicator]
  if (region !== city) {
    const own = ledger ?? (indicator === 'gdp' ? BY_LEDGER.iva : undefined)
    return own ? { ...own, by: null, region } : null
  }
  if (ledger) return { ...ledger, by: null, region: null }
  const by = AGAINST[kind] ?? 'last-period'
  const isSum = SUMS.some(({ total }) => total === indicator) && mark === null && kind !== 'counties-behind'
  if (isSum) return { ask: 'parts', indicator, by, region: null }
  return BY_COUNTY.includes(indicator) ? { ask: 'counties', indicator, by, region: null } : null
}

/** The same for a reader who sees `own` only: they cannot share the city out over its counties. */
export const dragFor = (
  finding: Parameters<typeof dragOf>[0],
  city: string,
  own: string | null,
): FindingDrag | null => {
  const drag = dragOf(finding, city)
  return own !== null && drag?.ask === 'counties' ? null : drag
}
