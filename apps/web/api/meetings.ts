import { queryOptions } from '@tanstack/react-query'
import { at, read, write } from './request.ts'
import type { MeetingPhase, MeetingRow, MeetingView, NewMeeting } from './types.ts'

type Day = string | undefined

export const meetingsQuery = (on: Day) =>
  queryOptions({ queryKey: ['meetings', on], queryFn: () => read<MeetingRow[]>('/api/meetings', { on }) })

export const meetingQuery = (id: string, on: Day) =>
  queryOptions({ queryKey: ['meeting', id, on], queryFn: () => read<MeetingView>(`/api/meetings/${at(id)}`, { on }) })

export const addMeeting = (body: NewMeeting) => write<{ id: string }>('POST', '/api/meetings', body)

export const changePhase = (id: string, body: { version: number; phase: MeetingPhase }) =>
  write<MeetingRow>('PATCH', `/api/meetings/${at(id)}`, body)

export const addAgenda = (
  meeting: string,
  body: { title: string; reportingUnit: string | null; minutes: number | null },
) => write<unknown>('POST', `/api/meetings/${at(meeting)}/agenda`, body)
