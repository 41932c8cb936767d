import { queryOptions } from '@tanstack/react-query'
import { read, write } from './request.ts'
import type { Me, Open } from './types.ts'

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: () => read<Me>('/api/me'), staleTime: 60_000 })
export const openQuery = queryOptions({ queryKey: ['open'], queryFn: () => read<Open>('/api/open'), staleTime: 60_000 })
/** Signs in, then reads who that is: the answer to the sign-in itself only sets the cookie. */
export const signIn = async (body: { username: string; password: string }): Promise<Me> => {
  await write<unknown>('POST', '/api/sign-in', body)
  return read<Me>('/api/me')
}
export const changePassword = (body: { current: string; next: string }) =>
  write<unknown>('POST', '/api/me/password', body)
export const signOut = () => write<void>('POST', '/api/sign-out')
