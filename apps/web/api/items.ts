import { queryOptions } from '@tanstack/react-query'
import { at, read, withQuery, write } from './request.ts'
import type {
  ClosureKind,
  Evidence,
  ItemFilter,
  ItemImport,
  ItemPage,
  ItemView,
  NewItem,
  ProgressSheet,
} from './types.ts'

type Day = string | undefined

export const readItems = (filter: ItemFilter, after: string | undefined, on: Day, limit?: number) =>
  read<ItemPage>('/api/items', { ...filter, after, on, limit })

export const itemsHref = (filter: ItemFilter, on: Day): string => withQuery('/api/items/export', { ...filter, on })

export const itemQuery = (id: string, on: Day) =>
  queryOptions({ queryKey: ['item', id, on], queryFn: () => read<ItemView>(`/api/items/${at(id)}`, { on }) })

/** The day that words typed into 完成时限 come to. */
export const deadlineQuery = (words: string) =>
  queryOptions({
    queryKey: ['deadline', words],
    queryFn: () => read<{ read: boolean; deadline: string | null }>('/api/items/deadline', { words }),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const addItem = (body: NewItem) => write<{ id: string }>('POST', '/api/items', body)

export type ItemChange = {
  version: number
  title?: string
  leadUnit?: string | null
  assistUnits?: string[]
  deadline?: string | null
  measure?: string | null
  closureKind?: ClosureKind | null
  leadLeader?: string | null
  steps?: string | null
  nodes?: { by: string; words: string }[]
  remark?: string | null
  feedback?: string | null
  sourceTitle?: string | null
  sourceNumber?: string | null
  sourceOn?: string | null
  quote?: string | null
}

export const changeItem = (id: string, body: ItemChange) => write<unknown>('PATCH', `/api/items/${at(id)}`, body)
export const linkItem = (id: string, body: { ledger: string; entry: string } | { figure: string }) =>
  write<unknown>('POST', `/api/items/${at(id)}/links`, body)

export type Closing = { version: number; kind: ClosureKind; evidence: Evidence; feedback?: string }
export const closeItem = (id: string, body: Closing) => write<unknown>('POST', `/api/items/${at(id)}/close`, body)

/** An act on an item by its name, as the item's life has them. */
export type LifeAct = 'extend' | 'pause' | 'resume' | 'reassign' | 'check' | 'reopen' | 'return' | 'unlink' | 'ask'
export const actOnItem = (id: string, act: LifeAct, body: Record<string, unknown>) =>
  write<unknown>('POST', `/api/items/${at(id)}/${act}`, body)

const formOf = (fields: Record<string, string | File>): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

export const attachFile = (id: string, file: File) =>
  write<{ id: string }>('POST', `/api/items/${at(id)}/files`, formOf({ file }))
export const fileHref = (id: string, file: string): string => `/api/items/${at(id)}/files/${at(file)}`

export type NewProgress = {
  asOf: string
  text: string
  percent: number | null
  problems: string | null
  nextSteps: string | null
  file?: string | null
  signedOffline?: boolean
  unit?: string | null
  onBehalfOf?: string | null
}

export const addProgress = (id: string, body: NewProgress) =>
  write<unknown>('POST', `/api/items/${at(id)}/progress`, body)

export type ImportChoice = { take: string[]; leave: string[]; keep: string[] }
export const importItems = (file: File, choice: ImportChoice, dryRun: boolean): Promise<ItemImport> =>
  write<ItemImport>(
    'POST',
    withQuery('/api/items/import', { dryRun: dryRun ? 1 : undefined }),
    formOf({
      file,
      take: JSON.stringify(choice.take),
      leave: JSON.stringify(choice.leave),
      keep: JSON.stringify(choice.keep),
    }),
  )

export type SheetPlace = { asOf: string | undefined; unit: string | undefined }
const SHEET = '/api/items/progress-sheet'

export const progressSheetQuery = (place: SheetPlace) =>
  queryOptions({ queryKey: ['progress-sheet', place], queryFn: () => read<ProgressSheet>(SHEET, place) })
export const progressSheetHref = (place: SheetPlace): string => withQuery(`${SHEET}/xlsx`, place)
export type FilledNote = {
  item: string
  note: number | null
  text: string
  percent: number | null
  problems: string | null
  nextSteps: string | null
}
export type FilledSheet = {
  asOf: string
  unit?: string
  onBehalfOf?: string | null
  file?: string | null
  signedOffline?: boolean
  rows: FilledNote[]
}
export const keepProgressSheet = (body: FilledSheet) => write<{ kept: number }>('POST', SHEET, body)
export const readProgressFile = (place: SheetPlace, file: File) =>
  write<{ rows: Omit<FilledNote, 'note'>[]; notes: string[] }>('POST', progressSheetHref(place), formOf({ file }))
export const attachSheetFile = (unit: string | undefined, file: File) =>
  write<{ id: string }>('POST', withQuery(`${SHEET}/files`, { unit }), formOf({ file }))
