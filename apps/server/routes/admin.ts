import { createRoute, z } from '@hono/zod-openapi'
import { Problem, parseLocalDate } from '@yundiao/kernel'
import type { Context } from 'hono'
import type { Env } from '../http/environment.ts'
import { body, json, onQuery, router } from '../http/router.ts'
import { readingDay, signedIn } from '../http/session.ts'
import { dutySchema, dutyViews, regionSchema, regionViews, unitSchema, unitViews } from '../views/admin.ts'
import { readNames } from '../views/names.ts'
import { demonstrationRoutes } from './demonstration.ts'
import { eventRoutes } from './events.ts'
import { nameListRoutes } from './name-lists.ts'
import { postRoutes } from './posts.ts'
import { userRoutes } from './users.ts'

const listed = <T extends z.ZodType>(path: string, schema: T, words: string) =>
  createRoute({ method: 'get', path, request: { query: onQuery }, responses: { 200: json(z.array(schema), words) } })

const regions = listed('/regions', regionSchema, 'Regions in the city’s own order')
const units = listed('/units', unitSchema, 'Units with their duties')
const duties = listed('/duties', dutySchema, 'Duties and who is likely to carry them')

const settingsSchema = z
  .object({
    businessDay: z.string(),
    pinned: z.boolean(),
    city: z.object({ code: z.string(), name: z.string() }),
  })
  .openapi('Settings')
const settings = createRoute({
  method: 'get',
  path: '/settings',
  request: { query: onQuery },
  responses: { 200: json(settingsSchema, 'The business day and the city') },
})
const pinDay = createRoute({
  method: 'put',
  path: '/settings/business-day',
  request: { body: body(z.strictObject({ day: z.string().nullable() })) },
  responses: { 200: json(settingsSchema, 'Pinned to the day, or running with the calendar') },
})

const DAY_SETTING = 'business-day'

const readSettings = async (context: Context<Env>): Promise<z.infer<typeof settingsSchema>> => {
  const { store, config } = context.get('services')
  const { day, pinned } = await store.businessDay(config.city)
  const [city] = await store.records(context.get('caller'), 'region', { where: { code: config.city } })
  return { businessDay: day, pinned, city: { code: config.city, name: city?.name ?? config.city } }
}

const pin = async (context: Context<Env>, day: string | null): Promise<void> => {
  const { store, config } = context.get('services')
  const caller = context.get('caller')
  if (!config.demo) throw new Problem('state.illegal', '正式使用时业务日期就是当天，不能更改；只有演示可以固定日期', {})
  if (day !== null && !parseLocalDate(day))
    throw new Problem('day.invalid', `日期 ${day} 不存在，应写作 2022-04-26`, { day })
  const held = await store.record(caller, 'setting', DAY_SETTING)
  await store.commit(caller, [
    held
      ? { do: 'change', table: 'setting', id: DAY_SETTING, version: held.version, set: { value: day } }
      : { do: 'add', table: 'setting', rows: [{ id: DAY_SETTING, values: { value: day } }] },
  ])
}

const app = router()
for (const path of ['/regions', '/units', '/duties', '/settings', '/settings/*']) app.use(path, signedIn)

/** Names and places are read as they stand: the pack does not date them, so `on` is checked and not used. */
const checkDay = (context: Context<Env>, on: string | undefined): void => {
  readingDay(on, context.get('caller').today)
}

export const adminRoutes = app
  .openapi(regions, async (context) => {
    checkDay(context, context.req.valid('query').on)
    return context.json(regionViews(await context.get('services').store.records(context.get('caller'), 'region')), 200)
  })
  .openapi(units, async (context) => {
    checkDay(context, context.req.valid('query').on)
    const { store } = context.get('services')
    const caller = context.get('caller')
    const [rows, held, names] = await Promise.all([
      store.records(caller, 'unit'),
      store.records(caller, 'duty'),
      readNames(store, caller),
    ])
    return context.json(unitViews(rows, held, names), 200)
  })
  .openapi(duties, async (context) => {
    checkDay(context, context.req.valid('query').on)
    const { store } = context.get('services')
    const caller = context.get('caller')
    return context.json(dutyViews(await store.records(caller, 'duty'), await readNames(store, caller)), 200)
  })
  .openapi(settings, async (context) => {
    checkDay(context, context.req.valid('query').on)
    return context.json(await readSettings(context), 200)
  })
  .openapi(pinDay, async (context) => {
    await pin(context, context.req.valid('json').day)
    return context.json(await readSettings(context), 200)
  })
  .route('/', userRoutes)
  .route('/', nameListRoutes)
  .route('/', eventRoutes)
  .route('/', demonstrationRoutes)
  .route('/', postRoutes)
