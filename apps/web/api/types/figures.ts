import type { BreakKind } from '@yundiao/figures'
import type { Compare, Fig, Refusal } from '@yundiao/ui'
import type { Judged, Place } from './session.ts'

export type IndicatorRow = { code: string; name: string; label: string; indent: number; unitShown: string }

export type NewFigure = {
  indicator: string
  measure: string
  accumulation: string
  region: string
  period: string
  /** Digits as printed; null for 缺. */
  value: string | null
  unit: string
  reason: string
}

export type PeriodRow = { period: string; words: string }

/** A period of 研判: `only` where it has no actual figure, `own` where the city itself has some. */
export type AnalysisPeriod = PeriodRow & { only: 'estimate' | 'demo' | null; own: boolean }

export type BoardRow = {
  indicator: string
  label: string
  indent: number
  unitShown: string
  leadUnit: string | null
  leader: string | null
  target: { level: string | null; growth: string | null; source: string | null; layer?: string | null } | null
  level: Fig | null
  growth: Fig | null
  levelApplies: boolean
  shareOfTarget: Fig | Refusal | null
  vsTarget: Compare
  vsLastYear: Compare
  vsLastPeriod: Compare
  vsProvince: Compare
  vsNation: Compare
  provinceGrowth: Fig | null
  nationGrowth: Fig | null
  rankTotal: Fig | null
  rankGrowth: Fig | null
  rankMove: string | null
  required: Compare
  state: Judged
  missing: null | '缺' | '未报送'
  note: string | null
}

export type Board = {
  period: string
  periodWords: string
  asKnownOn: string
  city: Place
  laterCount: number
  rows: BoardRow[]
  /** Indicators the city follows beyond sheet T1. */
  supplement?: BoardRow[]
  notes: string[]
}

export type TargetRow = {
  region: string
  regionName: string
  year: number
  indicator: string
  label: string
  operator: string
  shown: string | null
  text: string
  source: string | null
  knownOn: string
  layer: string
}

export type SeriesPoint = {
  region: string
  period: string
  periodWords: string
  starts: string
  ends: string
  fig: Fig
  vintages: Fig[]
}

export type IndicatorSeries = {
  key: string
  measure: string
  measureLabel: string
  origin: string
  concept: string
  unitShown: string
  points: SeriesPoint[]
}

/** A break the statistics office declared: from `from` on nothing is set against what was before. */
export type DeclaredBreak = {
  id: string
  version: number
  region: string
  period: string
  periodWords: string
  from: string
  kind: BreakKind
  document: string
  url: string | null
  note: string | null
  declaredBy: string | null
  declaredOn: string
  why: string
}

export type NewBreak = Pick<DeclaredBreak, 'region' | 'period' | 'kind' | 'document' | 'url' | 'note'>

export type IndicatorView = {
  indicator: { code: string; name: string; unitShown: string; note: string | null; leadUnit: string | null }
  regions: { code: string; name: string; kind: string }[]
  series: IndicatorSeries[]
  breaks: { region: string; period: string; periodWords: string; why: string }[]
  declared: DeclaredBreak[]
  targets: TargetRow[]
}

export type PeriodLine = {
  period: string
  periodWords: string
  level: Fig | null
  growth: Fig | null
  aloneWords: string | null
  single: Fig | Compare | null
  singleGrowth: Fig | Compare | null
  twoYear: Fig | Compare
  nominal: Compare
  price: Compare
  pace: Compare
  pull: Fig | Compare | null
  contribution: Fig | Compare | null
  /** Ours, where the published 拉动 stands. */
  ours: Compare | null
}

/** Each release of an indicator and place with what is worked out of it. */
export type PeriodSheet = {
  indicator: string
  region: { code: string; name: string }
  regions: { code: string; name: string }[]
  kind: string
  kinds: { key: string; label: string; regions: number }[]
  levelUnit: string
  levelApplies: boolean
  singleApplies: boolean
  price: 'implied' | 'deflated' | null
  /** The whole it pulls on: GDP. Null where it is no part of one. */
  pullsOn: string | null
  rows: PeriodLine[]
  quarters: { period: string; periodWords: string; sum: Compare; growth: Compare }[]
  inner: string[]
  notes: string[]
}
