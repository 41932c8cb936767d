import type { Compare, Fig } from '@yundiao/ui'
import type { Boundaries } from './ledgers.ts'
import type { Place } from './session.ts'

export type ComparisonScope = 'cities' | 'counties'
export type ComparedPlace = { code: string; name: string; kind: string }

/** A place in a ranking: published, or ours among those that are out. */
export type RegionRank = {
  place: number
  fig: Fig | null
  among: number | null
  of: number | null
  computed: Compare | null
  words: string
}

export type RegionHole = '未公布' | '未报送' | null
export type RegionEnd = 'first' | 'last' | null

export type ComparedRegion = {
  region: ComparedPlace
  own: boolean
  comparable: boolean
  level: Fig | null
  growth: Fig | null
  hole: RegionHole
  rankLevel: RegionRank | null
  rankGrowth: RegionRank | null
  moveLevel: Compare
  moveGrowth: Compare
  vsMean: Compare
  vsLastYear: Compare
  vsBefore: Compare
  twoYear: Fig | Compare
  single: Fig | Compare | null
  smallBase: string | null
  end: RegionEnd
}

export type ComparedKind = { key: string; label: string; regions: number }

export type RegionComparison = {
  scope: ComparisonScope
  indicator: {
    code: string
    name: string
    label: string
    levelUnit: string
    levelApplies: boolean
    lowIsBetter: boolean
    note: string | null
  }
  period: string
  periodWords: string
  lastYearWords: string
  beforeWords: string
  singleApplies: boolean
  asKnownOn: string
  kind: string
  kinds: ComparedKind[]
  meanWords: string
  mean: ComparedRegion
  above: ComparedRegion[]
  groups: { key: string; title: string; whole: boolean; held: number; rows: ComparedRegion[] }[]
  inner: string[]
  notes: string[]
}

export type ComparedIndicator = { code: string; label: string; indent: number; held: number }

export type CountyCells = Pick<
  ComparedRegion,
  'level' | 'rankLevel' | 'growth' | 'rankGrowth' | 'vsMean' | 'hole' | 'smallBase' | 'end'
> & { move: Compare }

export type CountyLine = { region: ComparedPlace; cells: CountyCells[]; below: Compare; belowOf: number }

export type CountyRanking = {
  period: string
  periodWords: string
  asKnownOn: string
  city: Place
  kind: string
  kinds: ComparedKind[]
  indicators: { code: string; name: string; label: string; levelUnit: string }[]
  groups: { key: 'mean' | 'counties' | 'zones'; title: string; whole: boolean; rows: CountyLine[] }[]
  inner: string[]
  notes: string[]
}

export type CityBoundaries = { cities: Boundaries['counties']; source: string }
