import { queryOptions } from '@tanstack/react-query'
import type { EditHow } from '@yundiao/ui'
import { at, read, write } from './request.ts'
import type { Approval, DocumentView, Notice } from './types.ts'

type Day = string | undefined
export type Step = { id: string; version: number }
export type LineCell = { clause: string; version: number; field: string; text: string }
export type Decision = {
  version: number
  decision: '审定' | '退回'
  approver: string
  approvedOn: string
  signedOffline: boolean
  note: string | null
}

export const documentQuery = (id: string, on: Day) =>
  queryOptions({
    queryKey: ['document', id, on],
    queryFn: () => read<DocumentView>(`/api/documents/${at(id)}`, { on }),
  })
export const approvalQuery = (id: string) =>
  queryOptions({
    queryKey: ['approval', id],
    queryFn: () => read<Approval>(`/api/documents/${at(id)}/approval`),
  })
export const noticesQuery = (document?: string) =>
  queryOptions({
    queryKey: ['notices', document],
    queryFn: () => read<Notice[]>('/api/notices', { document }),
  })

const act =
  <Body, Answer = unknown>(what: string) =>
  (id: string, body: Body) =>
    write<Answer>('POST', `/api/documents/${at(id)}/${what}`, body)

export const editCells = act<{ how: EditHow; cells: readonly LineCell[] }, { versions: Record<string, number> }>('edit')
export const settleClauses = act<{ clauses: readonly Step[] }, { items: string[] }>('settle')
export const mergeClauses = act<{ clauses: readonly Step[]; into: string | null }, { item: string }>('merge')
export const declineClauses = act<{ clauses: readonly Step[]; reason: string }>('decline')
export const submitDocument = act<Record<string, never>, { id: string }>('submit')
export const makeTable = act<{ format: 'xlsx' | 'docx' }, { paper: string }>('table')
export const handOver = act<
  { feedbackOn: string | null },
  { notices: number; items: number; unclear: Approval['unclear'] }
>('handover')

export const splitClause = (id: string, body: { version: number; at: number }) =>
  write<{ clause: string }>('POST', `/api/clauses/${at(id)}/split`, body)
export const undoClause = (id: string, body: { version: number }) =>
  write<unknown>('POST', `/api/clauses/${at(id)}/undo`, body)
export const decide = (submission: string, body: Decision) =>
  write<unknown>('POST', `/api/submissions/${at(submission)}/decide`, body)
export const nameMinutes = (
  id: string,
  body: { version: number; minutesNumber: string | null; minutesOn: string | null },
) => write<unknown>('PATCH', `/api/documents/${at(id)}`, body)

export const changeNotice = (id: string, body: { version: number; officialNumber?: string | null; received?: true }) =>
  write<unknown>('PATCH', `/api/notices/${at(id)}`, body)
export const attachScan = (id: string, version: number, file: File) => {
  const form = new FormData()
  form.set('file', file)
  return write<unknown>('POST', `/api/notices/${at(id)}/scan?version=${version}`, form)
}
export const noticeHref = (id: string, what: 'file' | 'scan'): string => `/api/notices/${at(id)}/${what}`
