import { createRoute, z } from '@hono/zod-openapi'
import { Problem } from '@yundiao/kernel'
import { type Caller, mayDo } from '@yundiao/store'
import { addCharge, endCharge } from '../acts/keep-charge.ts'
import { addPost, changePost, readPost, succeed } from '../acts/keep-post.ts'
import { moveItems, readLeft } from '../acts/move-items.ts'
import { body, json, onQuery, router } from '../http/router.ts'
import { readingDay, signedIn } from '../http/session.ts'
import { unitWords } from '../views/item-row.ts'
import { readNames } from '../views/names.ts'
import { CHARGE_KINDS, leftItemSchema, postSchema, readPosts } from '../views/posts.ts'

const idParam = z.object({ id: z.string() })
const done = json(z.object({ id: z.string() }), 'The record')
const day = z.string().max(10)
const title = z.string().trim().min(2, '请填职务').max(60)
const holder = z.string().trim().min(1).max(30).nullable()
const rank = z.int().min(1).max(999).nullable()
const note = z.string().trim().max(200).nullable()
const version = z.int()

const list = createRoute({
  method: 'get',
  path: '/posts',
  request: { query: onQuery },
  responses: { 200: json(z.array(postSchema), 'Posts of leaders and what they are in charge of') },
})
const add = createRoute({
  method: 'post',
  path: '/posts',
  request: { body: body(z.strictObject({ title, holder, rank, from: day.nullable(), note })) },
  responses: { 200: done },
})
const change = createRoute({
  method: 'patch',
  path: '/posts/{id}',
  request: {
    params: idParam,
    body: body(
      z.strictObject({
        version,
        title: title.optional(),
        holder: holder.optional(),
        rank: rank.optional(),
        from: day.nullable().optional(),
        to: day.nullable().optional(),
        note: note.optional(),
      }),
    ),
  },
  responses: { 200: done },
})
const succession = createRoute({
  method: 'post',
  path: '/posts/{id}/successor',
  request: {
    params: idParam,
    body: body(
      z.strictObject({
        version,
        holder: z.string().trim().min(1, '请填继任者').max(30),
        from: day,
        takeCharges: z.boolean(),
      }),
    ),
  },
  responses: { 200: done },
})
const left = createRoute({
  method: 'get',
  path: '/posts/{id}/left-items',
  request: { params: idParam },
  responses: { 200: json(z.array(leftItemSchema), 'Open items that name the post after it ended') },
})
const move = createRoute({
  method: 'post',
  path: '/posts/{id}/left-items',
  request: {
    params: idParam,
    body: body(
      z.strictObject({
        to: z.string(),
        items: z
          .array(z.strictObject({ id: z.string(), version }))
          .min(1, '请先选择事项')
          .max(500),
      }),
    ),
  },
  responses: { 200: json(z.object({ moved: z.number().int() }), 'Items that went over') },
})
const addOne = createRoute({
  method: 'post',
  path: '/charges',
  request: {
    body: body(
      z.strictObject({
        post: z.string(),
        kind: z.enum(CHARGE_KINDS),
        subject: z.string().trim().min(1, '请选分管的对象').max(200),
        from: day.nullable(),
      }),
    ),
  },
  responses: { 200: done },
})
const endOne = createRoute({
  method: 'patch',
  path: '/charges/{id}',
  request: { params: idParam, body: body(z.strictObject({ version, to: day })) },
  responses: { 200: done },
})

const require = (caller: Caller): void => {
  if (mayDo(caller)['post.write'] !== true)
    throw new Problem('right.missing', '当前账号不能维护岗位分工，请由管理员或经济运行办办理')
}

const app = router()
for (const path of ['/posts', '/posts/*', '/charges', '/charges/*']) app.use(path, signedIn)

export const postRoutes = app
  .openapi(list, async (context) => {
    const caller = context.get('caller')
    const on = readingDay(context.req.valid('query').on, caller.today)
    return context.json(await readPosts(context.get('services').store, caller, on), 200)
  })
  .openapi(add, async (context) => {
    const caller = context.get('caller')
    require(caller)
    return context.json({ id: await addPost(context.get('services').store, caller, context.req.valid('json')) }, 200)
  })
  .openapi(change, async (context) => {
    const caller = context.get('caller')
    require(caller)
    const { id } = context.req.valid('param')
    await changePost(context.get('services').store, caller, id, context.req.valid('json'))
    return context.json({ id }, 200)
  })
  .openapi(succession, async (context) => {
    const caller = context.get('caller')
    require(caller)
    const { id } = context.req.valid('param')
    const next = await succeed(context.get('services').store, caller, id, context.req.valid('json'))
    return context.json({ id: next }, 200)
  })
  .openapi(left, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const names = await readNames(store, caller)
    const items = await readLeft(store, caller, await readPost(store, caller, context.req.valid('param').id))
    const rows = items.map(({ id, version: held, number, title: words, leadUnit, deadline, demo }) => {
      return { id, version: held, number, title: words, leadUnit: unitWords(leadUnit, names), deadline, demo }
    })
    return context.json(rows, 200)
  })
  .openapi(move, async (context) => {
    if (mayDo(context.get('caller'))['item.create'] !== true)
      throw new Problem('right.missing', '移交督办事项请由经济运行办或督查督办办理')
    const { id } = context.req.valid('param')
    const moved = await moveItems(context.get('services').store, context.get('caller'), id, context.req.valid('json'))
    return context.json({ moved }, 200)
  })
  .openapi(addOne, async (context) => {
    const caller = context.get('caller')
    require(caller)
    return context.json({ id: await addCharge(context.get('services').store, caller, context.req.valid('json')) }, 200)
  })
  .openapi(endOne, async (context) => {
    const caller = context.get('caller')
    require(caller)
    const { id } = context.req.valid('param')
    await endCharge(context.get('services').store, caller, id, context.req.valid('json'))
    return context.json({ id }, 200)
  })
