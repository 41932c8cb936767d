import type { LedgerRef } from './finding.ts'
import type { FindingFormula } from './finding-formulas.ts'

/** What one group (an industry) of one region came to: canonical, the change against last year or the plan. */
export type LedgerCell = { region: string; group: string; change: number }

/**
 * Sums of a ledger by region and group, as they may be shown to the reader: cells that would give one respondent away are
 * left out by whoever sums. `region` of a total over all regions is the city's.
 */
export type LedgerWeights = {
  /** Indicators whose findings they may answer for. */
  indicators: readonly string[]
  period: string
  /** Whether the rows are demonstration ones: they speak beside demonstration figures, others beside real ones. */
  isDemo: boolean
  /** Whose sums: 在调度的重点工业企业中. */
  among: string
  /** What they are of: 产值（企业自报）较上年同期. */
  what: string
  words: { less: string; most: string }
  unit: '元' | 'kWh'
  formula: FindingFormula
  ledger: LedgerRef
  cells: readonly LedgerCell[]
}
