import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { at, read, withQuery, write } from './request.ts'
import type {
  Appeals,
  Assessing,
  CheapestPlan,
  EvaluationList,
  EvaluationRun,
  EvaluationView,
  Method,
  Replay,
  SideBySide,
  UnitCard,
  WhatIf,
} from './types.ts'

type Day = string | undefined
/** Weights at the root by indicator, summing to 1. */
export type Weights = Readonly<Record<string, number>>

const path = (id: string, ...rest: string[]): string => ['/api/evaluations', at(id), ...rest].join('/')

export const evaluationsQuery = (on: Day) =>
  queryOptions({ queryKey: ['evaluations', on], queryFn: () => read<EvaluationList>('/api/evaluations', { on }) })

export const evaluationQuery = (id: string, on: Day) =>
  queryOptions({ queryKey: ['evaluation', id, on], queryFn: () => read<EvaluationView>(path(id), { on }) })

/** The method of a scheme's version, or of a run with its changed weights. */
export const methodQuery = (scheme: string, version: string | undefined) =>
  queryOptions({
    queryKey: ['evaluation-method', scheme, version],
    queryFn: () => read<Method>(`/api/evaluation-schemes/${at(scheme)}`, { version }),
  })

/** `against`: another unit's code, or `last-year`. */
export const unitCardQuery = (id: string, unit: string, against: string | undefined, on: Day) =>
  queryOptions({
    queryKey: ['evaluation-unit', id, unit, against, on],
    queryFn: () => read<UnitCard>(path(id, 'units', at(unit)), { against, on }),
    // Stays while another is set against it; another unit's card never stands in for this one.
    placeholderData: (previous: UnitCard | undefined, query) =>
      query?.queryKey[1] === id && query.queryKey[2] === unit ? previous : undefined,
  })

export type Lever = { code: string; least: number; most: number }
export type Goal = { grade: string } | { score: number }

export const cheapestChanges = ({ id, unit, ...body }: { id: string; unit: string; goal: Goal; levers: Lever[] }) =>
  write<CheapestPlan>('POST', path(id, 'units', at(unit), 'cheapest'), body)

/** What other weights would do to whom; nothing is kept. */
export const whatIfQuery = (id: string, weights: Weights) =>
  queryOptions({
    queryKey: ['evaluation-what-if', id, weights],
    queryFn: () => write<WhatIf>('POST', path(id, 'what-if'), { weights }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })

/** Schemes on the inputs of a run: `schemes` are ids of versions or of runs. */
export const sideBySideQuery = (id: string, schemes: readonly string[]) =>
  queryOptions({
    queryKey: ['evaluation-side-by-side', id, schemes],
    queryFn: () => read<SideBySide>(path(id, 'side-by-side'), { schemes: schemes.join(',') }),
    placeholderData: keepPreviousData,
  })

export const appealsQuery = (id: string, on: Day) =>
  queryOptions({ queryKey: ['evaluation-appeals', id, on], queryFn: () => read<Appeals>(path(id, 'appeals'), { on }) })

/** The run computed again from what it kept. */
export const replayQuery = (id: string) =>
  queryOptions({ queryKey: ['evaluation-replay', id], queryFn: () => read<Replay>(path(id, 'replay')), staleTime: 0 })

export const runEvaluation = (body: { scheme: string; version: string; year: number; title: string; track?: string }) =>
  write<EvaluationRun>('POST', '/api/evaluations', body)

/** Changed weights kept as a new 试算. */
export const keepWeights = ({ id, ...body }: { id: string; title: string; weights: Weights }) =>
  write<EvaluationRun>('POST', path(id, 'change'), body)

export const publishEvaluation = ({ id, ...body }: { id: string; version: number; from: string; days?: number }) =>
  write<EvaluationRun>('POST', path(id, 'publish'), body)

export const withdrawEvaluation = ({ id, ...body }: { id: string; version: number; reason: string }) =>
  write<EvaluationRun>('POST', path(id, 'withdraw'), body)

export const removeEvaluation = ({ id, ...body }: { id: string; version: number }) =>
  write<{ id: string }>('POST', path(id, 'remove'), body)

export const settleEvaluation = ({ id, ...body }: { id: string; version: number; approver: string }) =>
  write<EvaluationRun>('POST', path(id, 'settle'), body)

export const makeGradeNotice = (id: string) => write<{ id: string }>('POST', path(id, 'notice'))

/** The notice as a Word file, for whoever keeps no papers. */
export const gradeNoticeHref = (id: string): string => path(id, 'notice')

export const evaluationHref = (id: string, on: Day): string => withQuery(path(id, 'file'), { on })

/** One kept file, to the byte. */
export const keptFileHref = (id: string, what: string): string => path(id, 'kept', at(what))

export const startAssessing = ({ id, ...body }: { id: string; draws: number; seed: number }) =>
  write<Assessing>('POST', path(id, 'assurance'), body)

export const assessingQuery = (id: string) =>
  queryOptions({
    queryKey: ['evaluation-assessing', id],
    queryFn: () => read<Assessing>(path(id, 'assurance')),
    refetchInterval: ({ state }) => (state.data?.kind === 'running' ? 700 : false),
  })

export const cancelAssessing = (id: string) => write<Assessing>('DELETE', path(id, 'assurance'))

export type Filing = { unit: string; indicator: string; asked: number | null; reason: string; file: File | null }

export const fileAppeal = ({ id, file, asked, ...rest }: Filing & { id: string }) => {
  const form = new FormData()
  for (const [key, value] of Object.entries(rest)) form.set(key, value)
  if (asked !== null) form.set('asked', String(asked))
  if (file) form.set('file', file)
  return write<{ id: string }>('POST', path(id, 'appeals'), form)
}

export const evidenceHref = (id: string, appeal: string): string => path(id, 'appeals', at(appeal), 'file')

export type Deciding = { version: number; upheld: boolean; decision: string; decidedBy: string; value?: number }

/** An appeal upheld makes a corrected run; its id comes back. */
export const decideAppeal = ({ id, appeal, ...body }: Deciding & { id: string; appeal: string }) =>
  write<{ run: string | null }>('POST', path(id, 'appeals', at(appeal), 'decide'), body)
