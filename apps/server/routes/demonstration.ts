import { createRoute, z } from '@hono/zod-openapi'
import { Problem } from '@yundiao/kernel'
import { type Caller, mayDo } from '@yundiao/store'
import type { Context } from 'hono'
import { labelled, removeDemonstration } from '../acts/remove-demonstration.ts'
import type { Env } from '../http/environment.ts'
import { body, json, onQuery, router } from '../http/router.ts'
import { readingDay, signedIn } from '../http/session.ts'
import { demonstrationRemovedOn, loadDemonstration } from '../load/load-demonstration.ts'

/** Typed by the person, so that no slip of the hand clears it. */
const CONFIRMATION = '清除演示数据'

const count = z.object({ name: z.string(), label: z.string(), count: z.number().int() })

const demonstrationSchema = z
  .object({
    rows: z.array(count),
    figures: z.number().int(),
    removedOn: z.string().nullable(),
    confirmation: z.string(),
    /** Whether it may be loaded again here: in a demonstration alone. */
    mayLoad: z.boolean(),
  })
  .openapi('Demonstration')
const removalSchema = z
  .object({ rows: z.array(count), figures: z.number().int(), changedBack: z.number().int() })
  .openapi('DemonstrationRemoval')

const look = createRoute({
  method: 'get',
  path: '/demonstration',
  request: { query: onQuery },
  responses: { 200: json(demonstrationSchema, 'What is marked 演示, by table') },
})
const remove = createRoute({
  method: 'delete',
  path: '/demonstration',
  request: { body: body(z.strictObject({ confirm: z.string() })) },
  responses: { 200: json(removalSchema, 'What went, and what was set back') },
})
const load = createRoute({
  method: 'post',
  path: '/demonstration',
  responses: { 200: json(demonstrationSchema, 'Loaded again, under ids of its own') },
})

const requireKeeper = (caller: Caller): void => {
  if (mayDo(caller)['demonstration.keep'] !== true)
    throw new Problem('right.missing', '当前账号不能管理演示数据，请由管理员办理')
}

const viewOf = async (context: Context<Env>): Promise<z.infer<typeof demonstrationSchema>> => {
  const { store, config } = context.get('services')
  const { city, today } = context.get('caller')
  const { rows, figures } = await store.demonstration(await store.wholeCity(city, today))
  return {
    rows: await labelled(store, city, today, rows),
    figures,
    removedOn: await demonstrationRemovedOn(store),
    confirmation: CONFIRMATION,
    mayLoad: config.demo,
  }
}

const app = router()
app.use('/demonstration', signedIn)

export const demonstrationRoutes = app
  .openapi(look, async (context) => {
    const caller = context.get('caller')
    readingDay(context.req.valid('query').on, caller.today)
    requireKeeper(caller)
    return context.json(await viewOf(context), 200)
  })
  .openapi(remove, async (context) => {
    const { id, name, city, today } = context.get('caller')
    requireKeeper(context.get('caller'))
    if (context.req.valid('json').confirm.trim() !== CONFIRMATION)
      throw new Problem('input.invalid', `请原样输入“${CONFIRMATION}”再清除，本次未清除任何内容`, { field: 'confirm' })
    const { store } = context.get('services')
    return context.json(await removeDemonstration(store, { city, today, by: { id, name } }), 200)
  })
  .openapi(load, async (context) => {
    const { store, config } = context.get('services')
    const caller = context.get('caller')
    requireKeeper(caller)
    if (!config.demo) throw new Problem('state.illegal', '正式使用时不装入演示数据；要试用请另起一个演示实例', {})
    await loadDemonstration(store, caller.today, { again: true })
    return context.json(await viewOf(context), 200)
  })
