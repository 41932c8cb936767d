import { createRoute, z } from '@hono/zod-openapi'
import { isProblem, type LocalDate } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { addAgendaPoint, addMeeting, changePhase } from '../acts/keep-meeting.ts'
import { body, json, onQuery, router } from '../http/router.ts'
import { readingDay, signedIn } from '../http/session.ts'
import type { Board } from '../views/board-schema.ts'
import { AUTHORITIES } from '../views/directive-words.ts'
import { meetingRow, readMeeting, readMeetingRecord, readMeetings } from '../views/meeting.ts'
import { meetingRowSchema, meetingSchema, PHASES } from '../views/meeting-schema.ts'
import { boards } from './figures.ts'

const params = z.object({ id: z.string().max(60) })
const words = (most: number) => z.string().trim().max(most)
const maybe = (most: number) => words(most).nullable()

const list = createRoute({
  method: 'get',
  path: '/meetings',
  request: { query: onQuery },
  responses: { 200: json(z.array(meetingRowSchema), 'Meetings, the latest first') },
})
const add = createRoute({
  method: 'post',
  path: '/meetings',
  request: {
    body: body(
      z.strictObject({
        title: words(200).min(1),
        heldOn: words(20),
        kind: words(60).min(1),
        authority: z.enum(AUTHORITIES),
        previous: maybe(60),
        startsAt: maybe(5),
        place: maybe(200),
        chair: maybe(100),
      }),
    ),
  },
  responses: { 200: json(meetingRowSchema, 'The meeting as kept') },
})
const one = createRoute({
  method: 'get',
  path: '/meetings/{id}',
  request: { params, query: onQuery },
  responses: { 200: json(meetingSchema, 'The page of a meeting') },
})
const phase = createRoute({
  method: 'patch',
  path: '/meetings/{id}',
  request: { params, body: body(z.strictObject({ version: z.number().int().min(1), phase: z.enum(PHASES) })) },
  responses: { 200: json(meetingRowSchema, 'The meeting in its new phase') },
})
const agenda = createRoute({
  method: 'post',
  path: '/meetings/{id}/agenda',
  request: {
    params,
    body: body(
      z.strictObject({
        title: words(300).min(1),
        reportingUnit: maybe(100),
        minutes: z.number().int().min(1).max(600).nullable(),
      }),
    ),
  },
  responses: { 200: json(z.object({ id: z.string() }), 'The point added last') },
})

const app = router()
app.use('/meetings/*', signedIn)

/** The board of the meeting's period; none where nothing was known yet on the day. */
const boardOrNone = async (
  store: Store,
  caller: Caller,
  query: { period: string | undefined; on: LocalDate },
): Promise<Board | null> => {
  try {
    return await boards(store, caller, query)
  } catch (error) {
    if (isProblem(error) && error.code === 'not-found') return null
    throw error
  }
}

export const meetingRoutes = app
  .openapi(list, async (context) => {
    const caller = context.get('caller')
    const on = readingDay(context.req.valid('query').on, caller.today)
    return context.json(await readMeetings(context.get('services').store, caller, on), 200)
  })
  .openapi(add, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const id = await addMeeting(store, caller, context.req.valid('json'))
    return context.json(meetingRow(await readMeetingRecord(store, caller, id, caller.today)), 200)
  })
  .openapi(one, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const on = readingDay(context.req.valid('query').on, caller.today)
    const meeting = await readMeetingRecord(store, caller, context.req.valid('param').id, on)
    const board = await boardOrNone(store, caller, { period: meeting.period ?? undefined, on })
    return context.json(await readMeeting(store, caller, meeting, { on, board }), 200)
  })
  .openapi(phase, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const { id } = context.req.valid('param')
    await changePhase(store, caller, id, context.req.valid('json'))
    return context.json(meetingRow(await readMeetingRecord(store, caller, id, caller.today)), 200)
  })
  .openapi(agenda, async (context) => {
    const { id } = context.req.valid('param')
    const made = await addAgendaPoint(
      context.get('services').store,
      context.get('caller'),
      id,
      context.req.valid('json'),
    )
    return context.json({ id: made }, 200)
  })
