import { queryOptions } from '@tanstack/react-query'
import { read, withQuery } from './request.ts'
import type { CityBoundaries, ComparedIndicator, ComparisonScope, CountyRanking, RegionComparison } from './types.ts'

export type ComparisonAsk = {
  indicator: string | undefined
  period: string
  scope: ComparisonScope
  kind: string | undefined
  on: string | undefined
}

export const comparisonQuery = (ask: ComparisonAsk) =>
  queryOptions({
    queryKey: ['comparison', ask],
    queryFn: () => read<RegionComparison>('/api/analysis/comparison', ask),
    placeholderData: (before: RegionComparison | undefined) => (before?.scope === ask.scope ? before : undefined),
  })

export const comparisonFile = (ask: ComparisonAsk): string => withQuery('/api/analysis/comparison/export', ask)

type SheetAsk = Pick<ComparisonAsk, 'period' | 'kind' | 'on'>

export const countyRankingQuery = (ask: SheetAsk) =>
  queryOptions({
    queryKey: ['county-ranking', ask],
    queryFn: () => read<CountyRanking>('/api/analysis/county-ranking', ask),
  })

export const countyRankingFile = (ask: SheetAsk): string => withQuery('/api/analysis/county-ranking/export', ask)

export const comparedIndicatorsQuery = (ask: Pick<ComparisonAsk, 'period' | 'scope' | 'on'>) =>
  queryOptions({
    queryKey: ['compared-indicators', ask],
    queryFn: () => read<ComparedIndicator[]>('/api/analysis/comparison/indicators', ask),
  })

export const cityBoundariesQuery = queryOptions({
  queryKey: ['city-boundaries'],
  queryFn: () => read<CityBoundaries>('/api/geo/cities'),
  staleTime: Number.POSITIVE_INFINITY,
})
