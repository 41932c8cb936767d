import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { at, read, write } from './request.ts'
import type {
  MeetingPhase,
  MeetingRow,
  MeetingView,
  NewMeeting,
  NewNote,
  PointChange,
  SlidesView,
  Supposition,
} from './types.ts'

type Day = string | undefined

export const meetingsQuery = (on: Day) =>
  queryOptions({ queryKey: ['meetings', on], queryFn: () => read<MeetingRow[]>('/api/meetings', { on }) })

export const meetingQuery = (id: string, on: Day) =>
  queryOptions({ queryKey: ['meeting', id, on], queryFn: () => read<MeetingView>(`/api/meetings/${at(id)}`, { on }) })

export const addMeeting = (body: NewMeeting) => write<{ id: string }>('POST', '/api/meetings', body)

/** Changes what is said of a meeting, its phase too; what is left out stays. */
export const changeMeeting = (id: string, body: { version: number; phase?: MeetingPhase } & Partial<NewMeeting>) =>
  write<MeetingRow>('PATCH', `/api/meetings/${at(id)}`, body)

export const addPoint = (meeting: string, body: PointChange & { title: string }) =>
  write<{ id: string }>('POST', `/api/meetings/${at(meeting)}/agenda`, body)

export const changePoint = (id: string, body: PointChange & { version: number }) =>
  write<unknown>('PATCH', `/api/agenda/${at(id)}`, body)

export const orderAgenda = (meeting: string, points: { id: string; version: number }[]) =>
  write<unknown>('POST', `/api/meetings/${at(meeting)}/agenda/order`, { points })

export const takeNote = (meeting: string, body: NewNote) =>
  write<{ clause: string }>('POST', `/api/meetings/${at(meeting)}/notes`, body)

type Supposed = { target: number; shareFrom: number | null; shareTo: number | null }

export const supposeQuery = (meeting: string, supposed: Supposed, on: Day) =>
  queryOptions({
    queryKey: ['suppose', meeting, supposed, on],
    queryFn: () => read<Supposition>(`/api/meetings/${at(meeting)}/suppose`, { ...supposed, on }),
    placeholderData: keepPreviousData,
  })

/** Slides are read once and stay: the room may lose its network. */
export const slidesQuery = (id: string, on: Day) =>
  queryOptions({
    queryKey: ['slides', id, on],
    queryFn: () => read<SlidesView>(`/api/meetings/${at(id)}/slides`, { on }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
