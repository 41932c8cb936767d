import type { Grade, LocalDate } from '@yundiao/kernel'

/**
 * What a figure measures. `level` has a unit; growth and share are ratios (0.066 is 6.6 %); rank counts from 1. `pull`
 * (拉动) is points of the growth of the whole the indicator is a part of (0.034 is 3.4 个百分点), `contribution` (贡献率) its
 * share of the whole's change: as the bureau publishes them, at constant prices.
 */
export type Measure =
  | 'level'
  | 'growth-real'
  | 'growth-nominal'
  | 'growth-2y-average'
  | 'share'
  | 'rank'
  | 'index'
  | 'pull'
  | 'contribution'

/** What is published of a part's weight in the growth of its whole. */
export type PartMeasure = Extract<Measure, 'pull' | 'contribution'>

/** `ytd` from January to the period's end, `period` the period alone, `stock` at its end. */
export type Accumulation = 'ytd' | 'period' | 'stock'

/** Who stands behind a figure. Origins never mix in one sum or line without saying so. */
export type Origin = 'official' | 'department' | 'dispatch' | 'estimate' | 'computed'

/** The round of accounting a vintage comes from: 预计, 快报, 初步核算, 终核. Null where the source does not say. */
export type Round = 'estimate' | 'flash' | 'preliminary' | 'final'

/** Identity of a series. Sums and growth are formed only within one concept. Keys of `dims` are sorted. */
export type SeriesKey = {
  indicator: string
  measure: Measure
  accumulation: Accumulation
  origin: Origin
  concept: string
  dims: Readonly<Record<string, string>>
}

/** `fig:510700/gdp.level.ytd.official/510700/2022Q1@1`: the only way to point at a figure. */
export type FigureRef = `fig:${string}`

/** reported → approved → released. Released figures of open regions may be read by every signed-in person. */
export type ReleaseState = 'reported' | 'approved' | 'released'

/** Where a value came from; the store adds who, when and the release to make the whole passport (出处). */
export type PassportSource =
  | {
      kind: 'cell'
      /** SHA-256 of the source file, hexadecimal. */
      file: string
      sheet: string
      /** A1 notation; for CSV the row and column as A1 too. */
      cell: string
      /** The characters of the cell. */
      raw: string
      mapping: string
      source: { url: string; date: string; grade: Grade }
    }
  | { kind: 'form'; submission: string; approvals: readonly string[] }
  | { kind: 'formula'; formula: string; version: number; inputs: readonly FigureRef[] }
  | {
      kind: 'count'
      ledger: string
      definition: number
      rows: number
      filter: unknown
      heads: readonly { stream: string; seq: number }[]
    }
  | { kind: 'manual'; reason: string }

/** A figure on its way into the store. `value` null is published as missing (缺); no draft at all is not reported. */
export type FigureDraft = {
  series: SeriesKey
  /** Canonical unit of the series: 元, ratio, 人, kWh, 位, 1 (an index of 100 is 100). */
  unit: string
  region: string
  period: string
  value: number | null
  /** Digits and unit as printed by the source; papers print these. */
  printed: string | null
  printedUnit: string | null
  round: Round | null
  /** Free words of the source beside the figure. */
  note: string | null
  /** Only a dated back-fill says when the city knew; the store takes the business day for all else. */
  knownOn?: LocalDate
  releaseState: ReleaseState
  passport: PassportSource
}
