import { queryOptions } from '@tanstack/react-query'
import { at, read, write } from './request.ts'
import type { BlockedName, EventPage, NewUser, RegionRow, Settings, UnitRow, UserRow, Verification } from './types.ts'

export const regionsQuery = queryOptions({ queryKey: ['regions'], queryFn: () => read<RegionRow[]>('/api/regions') })
export const unitsQuery = queryOptions({ queryKey: ['units'], queryFn: () => read<UnitRow[]>('/api/units') })
export const usersQuery = queryOptions({ queryKey: ['users'], queryFn: () => read<UserRow[]>('/api/users') })
export const blockedQuery = queryOptions({
  queryKey: ['blocked'],
  queryFn: () => read<BlockedName[]>('/api/blocked-names'),
})
export const settingsQuery = queryOptions({ queryKey: ['settings'], queryFn: () => read<Settings>('/api/settings') })

export const addUser = (body: NewUser) => write<unknown>('POST', '/api/users', body)
export const changeUser = (id: string, body: { disabled?: boolean; role?: string }) =>
  write<unknown>('PATCH', `/api/users/${at(id)}`, body)
export const resetPassword = (id: string, password: string) =>
  write<unknown>('POST', `/api/users/${at(id)}/password`, { password })
export const addBlocked = (body: { name: string; kind: string; note: string | null }) =>
  write<unknown>('POST', '/api/blocked-names', body)
export const dropBlocked = (id: string) => write<unknown>('DELETE', `/api/blocked-names/${at(id)}`)
export const setBusinessDay = (day: string | null) => write<unknown>('PUT', '/api/settings/business-day', { day })
export const readEvents = (filter: { stream?: string; actor?: string }, after: string | undefined) =>
  read<EventPage>('/api/events', { ...filter, after })
export const verifyEvents = () => write<Verification>('POST', '/api/events/verify')
