import { createRoute, z } from '@hono/zod-openapi'
import { Problem, ROLES } from '@yundiao/kernel'
import { type Caller, mayDo, type Store } from '@yundiao/store'
import { body, json, onQuery, router } from '../http/router.ts'
import { readingDay, signedIn } from '../http/session.ts'
import { addAccount, requirePlace } from '../start/add-account.ts'
import { passwordShape, personNameShape, usernameShape } from '../start/credentials.ts'
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
        username: usernameShape,
        name: personNameShape,
        password: passwordShape,
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
        name: personNameShape.optional(),
      }),
    ),
  },
  responses: { 200: json(userSchema, 'The account as changed') },
})

const reset = createRoute({
  method: 'post',
  path: '/users/{id}/password',
  request: { params: z.object({ id: z.string() }), body: body(z.strictObject({ password: passwordShape })) },
  responses: { 200: json(z.object({ ok: z.literal(true) }), 'Set; that user is signed out everywhere') },
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
  .openapi(reset, async (context) => {
    const { store, signIn } = context.get('services')
    const caller = context.get('caller')
    require(caller, 'user.write', '重设口令')
    const { id, username } = await accountOf(store, caller, context.req.valid('param').id)
    if (id === caller.id) throw new Problem('state.illegal', '改自己的口令请用右上角菜单里的“修改口令”', { id })
    // The act is on record before it takes place: a password nobody is known to have set cannot come about.
    await store.commit(caller, [
      { do: 'note', stream: 'user', kind: 'password.reset', subject: id, body: { username } },
    ])
    await signIn.setPassword(id, context.req.valid('json').password)
    return context.json({ ok: true as const }, 200)
  })
