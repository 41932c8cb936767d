import type { BreakKind } from '@yundiao/figures'
import type { LocalDate } from '@yundiao/kernel'
import type { Fig } from '@yundiao/ui'
import type { TargetRow } from './figures.ts'

type Refused = { kind: 'refused'; reason: string; why: string }
type Time = { period: string; periodWords: string; starts: LocalDate; ends: LocalDate }

export type OutlookChoice = {
  region: string
  regionName: string
  series: string
  label: string
  isDemo: boolean
  releases: number
  places: number
  fits: boolean
}

export type OutlookPoint = Time & { value: number | null; fig: Fig }
export type OutlookSingle = { period: string; periodWords: string; shown: string; formula: string }

export type OutlookTarget = {
  known: TargetRow[]
  used: { shown: string; value: number; supposed: boolean; year: number } | null
  gap: string | null
  required: { kind: 'value'; shown: string; basis: string } | Refused
}

export type OutlookChosen = {
  region: string
  regionName: string
  series: string
  label: string
  unitShown: string
  isDemo: boolean
  points: OutlookPoint[]
  composed: (Time & { value: number | null; shown: string | null })[]
  breaks: string[]
  /** Where the chart draws a break. */
  parted: { from: string; kind: BreakKind }[]
  ability: { kind: 'regular'; words: string } | Refused
  instead: OutlookChoice | null
  singles: { rows: OutlookSingle[]; why: string | null }
  target: OutlookTarget
}

export type OutlookView = {
  indicator: { code: string; name: string }
  regions: { code: string; name: string }[]
  choices: OutlookChoice[]
  chosen: OutlookChosen | null
}

export type OutlookComing = Time & {
  mean: number
  low80: number
  high80: number
  low95: number
  high95: number
  naive: number
}

export type OutlookAccuracy = {
  method: string
  words: string
  chosen: boolean
  mae: number
  rmse: number
  ratio: number | null
  coverage80: number
  origins: number
}

export type OutlookForecast = {
  kind: 'forecast'
  words: string
  unitError: string
  points: OutlookComing[]
  accuracy: OutlookAccuracy[]
  stretch: number
}

export type OutlookAdjusted = {
  kind: 'adjusted'
  words: string
  verdict: string
  notes: string[]
  points: (Time & { raw: number | null; adjusted: number | null; trend: number; seasonal: number })[]
  isMultiplied: boolean
  factors: { year: number; values: (number | null)[] }[]
  measures: { name: string; words: string; value: number | null; passes: boolean | null }[]
}

export type OutlookLikelihood = { kind: 'assessed'; probability: number; words: string; assumption: string }

export type OutlookEstimate = {
  forecast: OutlookForecast | Refused
  adjustment: OutlookAdjusted | Refused
  likelihood: OutlookLikelihood | Refused | null
}

export type BackTestSummary = {
  label: string
  forecasts: number
  coverage80: number
  ratio: number
  brier: number
  naiveBrier: number
}

export type BackTestView = {
  madeOn: string
  inputs: string
  series: number
  from: number
  to: number
  total: BackTestSummary
  rises: { said: number; cameTrue: number }
  usualStretch: number
  sets: BackTestSummary[]
  bySeries: BackTestSummary[]
  byStep: BackTestSummary[]
  byMethod: BackTestSummary[]
  reliability: { from: number; to: number; said: number; count: number; cameTrue: number; words: string }[]
  halves: {
    label: string
    tunedOn: string
    stretch: number
    tunedForecasts: number
    tunedCoverage80: number
    heldForecasts: number
    heldCoverage80: number
    heldBrier: number
    heldNaiveBrier: number
  }[]
}
