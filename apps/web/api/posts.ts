import { queryOptions } from '@tanstack/react-query'
import { at, read, write } from './request.ts'
import type { ChargeKind, Demonstration, LeftItem, PostRow } from './types.ts'

export const postsQuery = (on: string | undefined) =>
  queryOptions({ queryKey: ['posts', on], queryFn: () => read<PostRow[]>('/api/posts', { on }) })
export const leftItemsQuery = (post: string) =>
  queryOptions({
    queryKey: ['posts', post, 'left'],
    queryFn: () => read<LeftItem[]>(`/api/posts/${at(post)}/left-items`),
  })

export const addPost = (body: {
  title: string
  holder: string | null
  rank: number | null
  from: string | null
  note: string | null
}) => write<unknown>('POST', '/api/posts', body)
export const endPost = ({ id, ...body }: { id: string; version: number; to: string }) =>
  write<unknown>('PATCH', `/api/posts/${at(id)}`, body)
export const succeedPost = ({
  id,
  ...body
}: {
  id: string
  version: number
  holder: string
  from: string
  takeCharges: boolean
}) => write<unknown>('POST', `/api/posts/${at(id)}/successor`, body)
export const moveLeftItems = ({ id, ...body }: { id: string; to: string; items: { id: string; version: number }[] }) =>
  write<{ moved: number }>('POST', `/api/posts/${at(id)}/left-items`, body)
export const addCharge = (body: { post: string; kind: ChargeKind; subject: string; from: string | null }) =>
  write<unknown>('POST', '/api/charges', body)
export const endCharge = ({ id, ...body }: { id: string; version: number; to: string }) =>
  write<unknown>('PATCH', `/api/charges/${at(id)}`, body)

export const demonstrationQuery = queryOptions({
  queryKey: ['demonstration'],
  queryFn: () => read<Demonstration>('/api/demonstration'),
})
export const clearDemonstration = (confirm: string) =>
  write<{ changedBack: number }>('DELETE', '/api/demonstration', { confirm })
export const loadDemonstration = () => write<Demonstration>('POST', '/api/demonstration')
