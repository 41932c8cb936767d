import { queryOptions } from '@tanstack/react-query'
import { at, read, withQuery, write } from './request.ts'
import type { Decision, PaperRow, PaperView, RuleRow } from './types.ts'

type Day = string | undefined

export const papersQuery = (on: Day) =>
  queryOptions({ queryKey: ['papers', on], queryFn: () => read<PaperRow[]>('/api/papers', { on }) })

export const paperQuery = (id: string, on: Day) =>
  queryOptions({ queryKey: ['paper', id, on], queryFn: () => read<PaperView>(`/api/papers/${at(id)}`, { on }) })

type Basis = { meeting: string; on: string }

/** The papers of a meeting, all or none. */
export const makePaperSet = (body: Basis) => write<PaperRow[]>('POST', '/api/papers/set', body)

export const sendPaper = ({ id, version }: { id: string; version: number }) =>
  write<unknown>('POST', `/api/papers/${at(id)}/send`, { version })

export const returnPaper = ({ id, file }: { id: string; file: File }) => {
  const form = new FormData()
  form.set('file', file)
  return write<{ id: string }>('POST', `/api/papers/${at(id)}/return`, form)
}

export type Settling = { version: number; revision: string | null; approver: string; decisions: Decision[] }

export const settlePaper = ({ id, ...body }: Settling & { id: string }) =>
  write<unknown>('POST', `/api/papers/${at(id)}/final`, body)

export const declineRevision = ({ id, ...body }: { id: string; revision: string; reason: string }) =>
  write<unknown>('POST', `/api/papers/${at(id)}/decline`, body)

/** The file of a paper: the one settled on, unless the draft or a copy that came back is asked for. */
export const paperHref = (id: string, of: { of?: 'draft'; revision?: string } = {}): string =>
  withQuery(`/api/papers/${at(id)}/file`, of)

export const rulesQuery = (on: Day) =>
  queryOptions({ queryKey: ['rules', on], queryFn: () => read<RuleRow[]>('/api/rules', { on }) })
