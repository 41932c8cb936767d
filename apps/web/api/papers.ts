import { queryOptions } from '@tanstack/react-query'
import { at, read, write } from './request.ts'
import type { PaperRow, RuleRow } from './types.ts'

type Day = string | undefined

export const papersQuery = (on: Day) =>
  queryOptions({ queryKey: ['papers', on], queryFn: () => read<PaperRow[]>('/api/papers', { on }) })

export const makePaper = (body: { kind: 'quarter-review'; meeting: string; on: string }) =>
  write<PaperRow>('POST', '/api/papers', body)

export const paperHref = (id: string): string => `/api/papers/${at(id)}/file`

export const rulesQuery = (on: Day) =>
  queryOptions({ queryKey: ['rules', on], queryFn: () => read<RuleRow[]>('/api/rules', { on }) })
