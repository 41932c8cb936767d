import { queryOptions } from '@tanstack/react-query'
import { at, read, withQuery, write } from './request.ts'
import type { ClosureKind, FindingsPage } from './types.ts'

type Day = string | undefined

export const findingsQuery = (period: string, on: Day) =>
  queryOptions({
    queryKey: ['findings', period, on],
    queryFn: () => read<FindingsPage>('/api/analysis/findings', { period, on }),
  })

export const findingsHref = (period: string, on: Day): string =>
  withQuery('/api/analysis/findings.xlsx', { period, on })

export type FindingItem = {
  period: string
  title: string
  leadUnit: string | null
  assistUnits: string[]
  deadline: string | null
  measure: string | null
  closureKind: ClosureKind | null
  leadLeader: string | null
}

export const makeFindingItem = (finding: string, body: FindingItem) =>
  write<{ id: string }>('POST', `/api/analysis/findings/${at(finding)}/item`, body)

/** 《询问提纲》 as a paper among 材料. */
export const makeInquiries = (body: { period: string; on: string | undefined }) =>
  write<{ id: string }>('POST', '/api/analysis/inquiries', body)
