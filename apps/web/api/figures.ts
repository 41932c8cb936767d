import { queryOptions } from '@tanstack/react-query'
import type { Compare, Fig, PassportView } from '@yundiao/ui'
import { at, read, withQuery, write } from './request.ts'
import type {
  AnalysisPeriod,
  Board,
  IndicatorRow,
  IndicatorView,
  NewBreak,
  NewFigure,
  PeriodRow,
  PeriodSheet,
} from './types.ts'

type Day = string | undefined

export const periodsQuery = (on: Day) =>
  queryOptions({ queryKey: ['periods', on], queryFn: () => read<PeriodRow[]>('/api/periods', { on }) })

export const analysisPeriodsQuery = (on: Day) =>
  queryOptions({
    queryKey: ['analysis-periods', on],
    queryFn: () => read<AnalysisPeriod[]>('/api/analysis/periods', { on }),
  })

export const boardQuery = (period: string | undefined, on: Day) =>
  queryOptions({ queryKey: ['board', period, on], queryFn: () => read<Board>('/api/board', { period, on }) })

export const indicatorQuery = (code: string, on: Day) =>
  queryOptions({
    queryKey: ['indicator', code, on],
    queryFn: () => read<IndicatorView>(`/api/indicators/${at(code)}`, { on }),
  })

export type PeriodSheetAsk = { code: string; region: string | undefined; kind: string | undefined; on: Day }

export const periodSheetQuery = ({ code, ...ask }: PeriodSheetAsk) =>
  queryOptions({
    queryKey: ['period-sheet', code, ask],
    queryFn: () => read<PeriodSheet>(`/api/indicators/${at(code)}/periods`, ask),
    placeholderData: (before: PeriodSheet | undefined) => (before?.indicator === code ? before : undefined),
  })

export const periodSheetFile = ({ code, ...ask }: PeriodSheetAsk): string =>
  withQuery(`/api/indicators/${at(code)}/periods/export`, ask)

export const indicatorsQuery = queryOptions({
  queryKey: ['indicators'],
  queryFn: () => read<IndicatorRow[]>('/api/indicators'),
})

export const passport = (ref: string, on: Day) => read<PassportView>('/api/figure', { ref, on })

export const passportQuery = (ref: string, on: Day) =>
  queryOptions({ queryKey: ['passport', ref, on], queryFn: () => passport(ref, on) })

export const reportFigure = (body: NewFigure) => write<Fig>('POST', '/api/figures', body)
export const releaseFigures = (refs: readonly string[]) =>
  write<{ released: number }>('POST', '/api/figures/release', { refs })

export const declareBreak = ({ indicator, ...body }: NewBreak & { indicator: string }) =>
  write<{ id: string }>('POST', `/api/indicators/${indicator}/breaks`, body)
export const withdrawBreak = ({ id, ...body }: { id: string; version: number; reason: string }) =>
  write<{ id: string }>('POST', `/api/series-breaks/${id}/withdraw`, body)

export const whatIf = (body: { target: number; share: number; growth: number }) =>
  write<Compare>('POST', '/api/what-if', body)
