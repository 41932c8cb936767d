import type { Catalogue, FoundFigure, SeriesBreak, TargetFact } from '@yundiao/figures'
import type { LocalDate, RegionTree } from '@yundiao/kernel'
import type { Breakdown, Parts } from './breakdowns.ts'
import type { LedgerWeights } from './ledger-input.ts'

/** An indicator that is the sum of others, as the domain lists them (地区生产总值 = 一产 + 二产 + 三产). */
export type SumOfParts = { total: string; parts: readonly string[] }

/** What findings are read from: whatever the reader may see, of as many periods as the store holds. */
export type FindingsInput = {
  catalogue: Catalogue
  figures: readonly FoundFigure[]
  targets: readonly TargetFact[]
  /** Regions in the city's own order; counties and zones are the children of `regions.self`. */
  tree: RegionTree
  regions: { self: string; province: string; nation: string }
  /** The cumulative period, canonical: `2022Q1`. */
  period: string
  sums: readonly SumOfParts[]
  /** Dimensions figures are published by (行业); left out, parts are named by their codes and weigh in nothing. */
  breakdowns?: readonly Breakdown[]
  /** What ledgers tell beside the figures of who weighs most; only what the reader may see of them. */
  ledgers?: readonly LedgerWeights[]
  /** Declared breaks: releases before one are no past of those after. */
  breaks?: readonly SeriesBreak[]
  on: LocalDate
}

/** The same with figures by industry as series of their own (breakdowns.ts). */
export type FlatInput = FindingsInput & { parts: Parts }
