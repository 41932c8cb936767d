import { queryOptions } from '@tanstack/react-query'
import type { Compare, PassportView } from '@yundiao/ui'
import { at, read, write } from './request.ts'
import type { Board, IndicatorView, PeriodRow } from './types.ts'

type Day = string | undefined

export const periodsQuery = (on: Day) =>
  queryOptions({ queryKey: ['periods', on], queryFn: () => read<PeriodRow[]>('/api/periods', { on }) })

export const boardQuery = (period: string | undefined, on: Day) =>
  queryOptions({ queryKey: ['board', period, on], queryFn: () => read<Board>('/api/board', { period, on }) })

export const indicatorQuery = (code: string, on: Day) =>
  queryOptions({
    queryKey: ['indicator', code, on],
    queryFn: () => read<IndicatorView>(`/api/indicators/${at(code)}`, { on }),
  })

export const passport = (ref: string, on: Day) => read<PassportView>('/api/figure', { ref, on })

export const whatIf = (body: { target: number; share: number; growth: number }) =>
  write<Compare>('POST', '/api/what-if', body)
