import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { read } from './request.ts'
import type { Drags } from './types.ts'

export type DragsAsk = {
  subject?: string | undefined
  indicator?: string | undefined
  against?: string | undefined
  period: string
  region?: string | undefined
  group?: string | undefined
  kind?: string | undefined
  on?: string | undefined
}

export const dragsQuery = (ask: DragsAsk) =>
  queryOptions({
    queryKey: ['drags', ask],
    queryFn: () => read<Drags>('/api/analysis/drags', ask),
    placeholderData: keepPreviousData,
  })

/** Where the same rows come as a sheet for papers. */
export const dragsExport = (ask: DragsAsk): string => {
  const query = new URLSearchParams(
    Object.entries(ask).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
  return `/api/analysis/drags/export?${query}`
}
