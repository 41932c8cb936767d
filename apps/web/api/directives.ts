import { queryOptions } from '@tanstack/react-query'
import { at, read, write } from './request.ts'
import type {
  ClosureKind,
  DocumentView,
  Evidence,
  ItemFilter,
  ItemPage,
  ItemView,
  NewDocument,
  NewItem,
} from './types.ts'

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

export const readItems = (filter: ItemFilter, after: string | undefined, on: Day) =>
  read<ItemPage>('/api/items', { ...filter, after, on })

export const itemQuery = (id: string, on: Day) =>
  queryOptions({ queryKey: ['item', id, on], queryFn: () => read<ItemView>(`/api/items/${at(id)}`, { on }) })

export const addItem = (body: NewItem) => write<{ id: string }>('POST', '/api/items', body)

export type ItemChange = {
  version: number
  title?: string
  leadUnit?: string | null
  assistUnits?: string[]
  deadline?: string | null
  measure?: string | null
  closureKind?: ClosureKind | null
}

export const changeItem = (id: string, body: ItemChange) => write<unknown>('PATCH', `/api/items/${at(id)}`, body)
export const linkItem = (id: string, body: { ledger: string; entry: string } | { figure: string }) =>
  write<unknown>('POST', `/api/items/${at(id)}/links`, body)

export const closeItem = (
  id: string,
  body: { version: number; kind: ClosureKind; evidence: Evidence; feedback?: string },
) => write<unknown>('POST', `/api/items/${at(id)}/close`, body)

export type NewProgress = {
  asOf: string
  text: string
  percent: number | null
  problems: string | null
  nextSteps: string | null
}

export const addProgress = (id: string, body: NewProgress) =>
  write<unknown>('POST', `/api/items/${at(id)}/progress`, body)
