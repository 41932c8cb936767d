import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type Query, read, withQuery } from './request.ts'
import type { BackTestView, OutlookEstimate, OutlookView } from './types.ts'

/** What the page asks: a series, up to which period, and what a person supposes. */
export type OutlookAsk = {
  indicator: string
  region?: string | undefined
  series?: string | undefined
  period?: string | undefined
  target?: number | null | undefined
  shareFrom?: number | null | undefined
  shareTo?: number | null | undefined
  on?: string | undefined
}

const asQuery = (ask: OutlookAsk): Query => ({ ...ask })

export const outlookQuery = (ask: OutlookAsk) =>
  queryOptions({
    queryKey: ['outlook', ask],
    queryFn: () => read<OutlookView>('/api/analysis/outlook', asQuery(ask)),
    placeholderData: keepPreviousData,
  })

/** A second or two of work: it stops when the page is left or the person says so. */
export const outlookEstimateQuery = (ask: OutlookAsk) =>
  queryOptions({
    queryKey: ['outlook-estimate', ask],
    queryFn: ({ signal }) => read<OutlookEstimate>('/api/analysis/outlook/estimate', asQuery(ask), signal),
    staleTime: 5 * 60_000,
    retry: false,
    refetchOnWindowFocus: false,
  })

export const outlookHref = (ask: OutlookAsk): string => withQuery('/api/analysis/outlook/file', asQuery(ask))

export const backTestQuery = queryOptions({
  queryKey: ['back-test'],
  queryFn: () => read<BackTestView>('/api/analysis/backtest'),
  staleTime: Number.POSITIVE_INFINITY,
})
