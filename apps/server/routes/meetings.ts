import { createRoute, z } from '@hono/zod-openapi'
import { isProblem, type LocalDate } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { addAgendaPoint, changeAgendaPoint, orderAgenda } from '../acts/keep-agenda.ts'
import { addMeeting, changeMeeting } from '../acts/keep-meeting.ts'
import { takeNote } from '../acts/take-note.ts'
import { body, json, onQuery, router } from '../http/router.ts'
import { readingDay, signedIn } from '../http/session.ts'
import { boardPeriod } from '../views/board-period.ts'
import type { Board } from '../views/board-schema.ts'
import { AUTHORITIES } from '../views/directive-words.ts'
import { compareSchema } from '../views/figure-schema.ts'
import { meetingRow, readMeeting, readMeetingRecord, readMeetings } from '../views/meeting.ts'
import { MATERIALS, meetingRowSchema, meetingSchema, PHASES } from '../views/meeting-schema.ts'
import { readSlides } from '../views/meeting-slides.ts'
import { slidesSchema } from '../views/slides-schema.ts'
import { supposeTarget } from '../views/suppose-target.ts'
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
const fields = {
  title: words(200).min(1),
  heldOn: words(20),
  kind: words(60).min(1),
  authority: z.enum(AUTHORITIES),
  previous: maybe(60),
  startsAt: maybe(5),
  place: maybe(200),
  chair: maybe(100),
}
const version = z.number().int().min(1)
const made = json(z.object({ id: z.string() }), 'What was added')
const ok = json(z.object({ ok: z.literal(true) }), 'Done')

const add = createRoute({
  method: 'post',
  path: '/meetings',
  request: { body: body(z.strictObject(fields)) },
  responses: { 200: json(meetingRowSchema, 'The meeting as kept') },
})
const one = createRoute({
  method: 'get',
  path: '/meetings/{id}',
  request: { params, query: onQuery },
  responses: { 200: json(meetingSchema, 'The page of a meeting') },
})
const change = createRoute({
  method: 'patch',
  path: '/meetings/{id}',
  request: {
    params,
    body: body(z.strictObject({ version, phase: z.enum(PHASES).optional(), ...z.object(fields).partial().shape })),
  },
  responses: { 200: json(meetingRowSchema, 'The meeting as it now stands') },
})
const point = {
  reportingUnit: maybe(100).optional(),
  minutes: z.number().int().min(1).max(600).nullable().optional(),
  indicators: z.array(words(60)).max(40).optional(),
  decision: maybe(300).optional(),
}
const addPoint = createRoute({
  method: 'post',
  path: '/meetings/{id}/agenda',
  request: { params, body: body(z.strictObject({ title: words(300).min(1), ...point })) },
  responses: { 200: made },
})
const order = createRoute({
  method: 'post',
  path: '/meetings/{id}/agenda/order',
  request: {
    params,
    body: body(z.strictObject({ points: z.array(z.object({ id: words(60), version })).max(200) })),
  },
  responses: { 200: ok },
})
const changePoint = createRoute({
  method: 'patch',
  path: '/agenda/{id}',
  request: {
    params,
    body: body(
      z.strictObject({
        version,
        title: words(300).min(1).optional(),
        ...point,
        materials: z.enum(MATERIALS).nullable().optional(),
        paper: maybe(60).optional(),
        dropped: z.literal(true).optional(),
      }),
    ),
  },
  responses: { 200: ok },
})
const note = createRoute({
  method: 'post',
  path: '/meetings/{id}/notes',
  request: {
    params,
    body: body(
      z.strictObject({
        speaker: words(60),
        words: words(500),
        unit: maybe(200).optional(),
        day: maybe(40).optional(),
      }),
    ),
  },
  responses: { 200: json(z.object({ clause: z.string() }), 'The requirement it is, 待核') },
})
const suppose = createRoute({
  method: 'get',
  path: '/meetings/{id}/suppose',
  request: {
    params,
    query: onQuery.extend({
      indicator: words(60).default('gdp'),
      target: z.coerce.number(),
      shareFrom: z.coerce.number().optional(),
      shareTo: z.coerce.number().optional(),
    }),
  },
  responses: {
    200: json(
      z.object({ answer: compareSchema, isShareSupposed: z.boolean() }),
      'Growth the rest of the year would need (测算); nothing is stored',
    ),
  },
})

const slides = createRoute({
  method: 'get',
  path: '/meetings/{id}/slides',
  request: { params, query: onQuery },
  responses: { 200: json(slidesSchema, 'What the meeting shows on the wall, at most nine rows a slide') },
})

const app = router()
for (const path of ['/meetings/*', '/agenda/*']) app.use(path, signedIn)

const done = { ok: true as const }

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
  .openapi(change, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const { id } = context.req.valid('param')
    await changeMeeting(store, caller, id, context.req.valid('json'))
    return context.json(meetingRow(await readMeetingRecord(store, caller, id, caller.today)), 200)
  })
  .openapi(addPoint, async (context) => {
    const { id } = context.req.valid('param')
    const { store } = context.get('services')
    return context.json({ id: await addAgendaPoint(store, context.get('caller'), id, context.req.valid('json')) }, 200)
  })
  .openapi(order, async (context) => {
    const { id } = context.req.valid('param')
    await orderAgenda(context.get('services').store, context.get('caller'), id, context.req.valid('json').points)
    return context.json(done, 200)
  })
  .openapi(changePoint, async (context) => {
    const { id } = context.req.valid('param')
    await changeAgendaPoint(context.get('services').store, context.get('caller'), id, context.req.valid('json'))
    return context.json(done, 200)
  })
  .openapi(note, async (context) => {
    const { id } = context.req.valid('param')
    const clause = await takeNote(context.get('services').store, context.get('caller'), id, context.req.valid('json'))
    return context.json({ clause }, 200)
  })
  .openapi(suppose, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const { indicator: code, target, shareFrom, shareTo, on: asked } = context.req.valid('query')
    const on = readingDay(asked, caller.today)
    const meeting = await readMeetingRecord(store, caller, context.req.valid('param').id, on)
    const period = await boardPeriod(store, caller, on, meeting.period ?? undefined)
    const share = shareFrom !== undefined && shareTo !== undefined ? { from: shareFrom, to: shareTo } : null
    return context.json(await supposeTarget(store, caller, { code, period, target, share, on }), 200)
  })
  .openapi(slides, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const on = readingDay(context.req.valid('query').on, caller.today)
    const meeting = await readMeetingRecord(store, caller, context.req.valid('param').id, on)
    const board = await boardOrNone(store, caller, { period: meeting.period ?? undefined, on })
    return context.json(await readSlides(store, caller, meeting, { on, board }), 200)
  })
