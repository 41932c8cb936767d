import { queryOptions } from '@tanstack/react-query'
import { at, read, write } from './request.ts'
import type { DocumentView, NewDocument } from './types.ts'

type Day = string | undefined

export const addDocument = (body: NewDocument) => write<{ id: string }>('POST', '/api/documents', body)

export const documentQuery = (id: string, on: Day) =>
  queryOptions({
    queryKey: ['document', id, on],
    queryFn: () => read<DocumentView>(`/api/documents/${at(id)}`, { on }),
  })

export type AcceptClause = {
  version: number
  title?: string
  leadUnit?: string
  deadline?: string
  measure?: string
}

export const acceptClause = (id: string, body: AcceptClause) =>
  write<{ item: string }>('POST', `/api/clauses/${at(id)}/accept`, body)
export const declineClause = (id: string, body: { version: number; reason: string }) =>
  write<unknown>('POST', `/api/clauses/${at(id)}/decline`, body)
export const mergeClause = (id: string, body: { version: number; into: string }) =>
  write<unknown>('POST', `/api/clauses/${at(id)}/merge`, body)
export const undoClause = (id: string, body: { version: number }) =>
  write<unknown>('POST', `/api/clauses/${at(id)}/undo`, body)
