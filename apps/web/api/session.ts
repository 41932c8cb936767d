import { queryOptions } from '@tanstack/react-query'
import { read, write } from './request.ts'
import type { Me, Open } from './types.ts'

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: () => read<Me>('/api/me'), staleTime: 60_000 })
export const openQuery = queryOptions({ queryKey: ['open'], queryFn: () => read<Open>('/api/open'), staleTime: 60_000 })
export const signIn = (body: { username: string; password: string }) => write<Me>('POST', '/api/sign-in', body)
export const signOut = () => write<void>('POST', '/api/sign-out')
