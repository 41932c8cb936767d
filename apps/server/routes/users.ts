import { createRoute, z } from '@hono/zod-openapi'
import { Problem, ROLES } from '@yundiao/kernel'
import { type Caller, mayDo, type Store } from '@yundiao/store'
import { body, json, onQuery, router } from '../http/router.ts'
import { readingDay, signedIn } from '../http/session.ts'
import { addAccount, requirePlace } from '../start/add-account.ts'
import { userSchema, userView } from '../views/admin.ts'
import { readNames } from '../views/names.ts'

const list = createRoute({
  method: 'get',
  path: '/users',
  request: { query: onQuery },
  responses: { 200: json(z.array(userSchema), 'Accounts') },
})
const add = createRoute({
  method: 'post',
  path: '/users',
  request: {
    body: body(
      z.strictObject({
        username: z
          .string()
          .regex(/^[\p{Script=Han}A-Za-z0-9._-]{2,40}$/u, '用户名应为 2 至 40 个汉字、字母、数字或 . _ -，不含空格'),
        name: z.string().trim().min(1, '请填写姓名或岗位').max(40),
        password: z.string().min(10, '口令至少 10 个字符').max(200),
        role: z.enum(ROLES, { error: '没有这个角色，请从列表里选' }),
        unit: z.string().nullable(),
        region: z.string().nullable(),
      }),
    ),
  },
  responses: { 200: json(userSchema, 'The new account') },
})
const change = createRoute({
  method: 'patch',
  path: '/users/{id}',
  request: {
    params: z.object({ id: z.string() }),
    body: body(
      z.strictObject({
        version: z.int().optional(),
        disabled: z.boolean().optional(),
        role: z.enum(ROLES).optional(),
        unit: z.string().nullable().optional(),
        region: z.string().nullable().optional(),
        name: z.string().trim().min(1).max(40).optional(),
      }),
    ),
  },
  responses: { 200: json(userSchema, 'The account as changed') },
})

const require = (caller: Caller, action: string, what: string): void => {
  if (!mayDo(caller)[action]) throw new Problem('right.missing', `当前账号不能${what}，请由管理员办理`)
}

const accountOf = async (store: Store, caller: Caller, id: string) => {
  const account = await store.record(caller, 'account', id)
  if (!account) throw new Problem('not-found', '没有这个用户，请从列表里选', { id })
  return account
}

const app = router()
app.use('/users', signedIn)
app.use('/users/*', signedIn)

export const userRoutes = app
  .openapi(list, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    readingDay(context.req.valid('query').on, caller.today)
    require(caller, 'audit.read', '查看用户')
    const [accounts, names] = await Promise.all([store.records(caller, 'account'), readNames(store, caller)])
    return context.json(
      accounts.map((account) => userView(account, names)),
      200,
    )
  })
  .openapi(add, async (context) => {
    const { store, signIn } = context.get('services')
    const caller = context.get('caller')
    require(caller, 'user.write', '新增用户')
    const id = await addAccount(store, signIn, caller, context.req.valid('json'))
    return context.json(userView(await accountOf(store, caller, id), await readNames(store, caller)), 200)
  })
  .openapi(change, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    require(caller, 'user.write', '修改用户')
    const { id } = context.req.valid('param')
    const { version, ...set } = context.req.valid('json')
    const held = await accountOf(store, caller, id)
    if (id === caller.id && (set.disabled === true || (set.role !== undefined && set.role !== held.role)))
      throw new Problem('state.illegal', '不能停用自己或改自己的角色，请由另一位管理员办理', { id })
    await requirePlace(store, caller, {
      role: set.role ?? held.role,
      unit: set.unit === undefined ? held.unit : set.unit,
      region: set.region === undefined ? held.region : set.region,
    })
    await store.commit(caller, [{ do: 'change', table: 'account', id, version: version ?? held.version, set }])
    return context.json(userView(await accountOf(store, caller, id), await readNames(store, caller)), 200)
  })
