import { createRoute, z } from '@hono/zod-openapi'
import { isProblem, Problem, type Role } from '@yundiao/kernel'
import type { Caller } from '@yundiao/store'
import type { Context } from 'hono'
import { noteAccess, warnRefused } from '../acts/note-access.ts'
import { answerCookies } from '../http/answer-cookies.ts'
import type { Env, Services } from '../http/environment.ts'
import { rateLimit } from '../http/rate-limit.ts'
import { body, json, router } from '../http/router.ts'
import { signedIn } from '../http/session.ts'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../load/demo-accounts.ts'
import { passwordShape } from '../start/credentials.ts'
import { meView, ROLE_LABELS, roleSchema } from '../views/me.ts'

const QUARTER_HOUR_MS = 15 * 60_000
const attempts = rateLimit(10, QUARTER_HOUR_MS, () => performance.now(), '登录')
const passwordAttempts = rateLimit(10, QUARTER_HOUR_MS, () => performance.now(), '修改口令')

const account = z.object({
  username: z.string(),
  password: z.string(),
  name: z.string(),
  role: roleSchema,
  roleLabel: z.string(),
})
const open = createRoute({
  method: 'get',
  path: '/open',
  responses: {
    200: json(
      z.object({
        city: z.object({ code: z.string(), name: z.string() }),
        demo: z.boolean(),
        accounts: z.array(account),
        businessDay: z.string(),
        pinned: z.boolean(),
      }),
      'What may be known before signing in',
    ),
  },
})

const signIn = createRoute({
  method: 'post',
  path: '/sign-in',
  request: { body: body(z.object({ username: z.string().min(1).max(40), password: z.string().min(1).max(200) })) },
  responses: { 200: json(meView.schema, 'Signed in; the cookie is set') },
})
const signOut = createRoute({
  method: 'post',
  path: '/sign-out',
  responses: { 200: json(z.object({ ok: z.literal(true) }), 'Signed out') },
})
const me = createRoute({ method: 'get', path: '/me', responses: { 200: json(meView.schema, 'Who is signed in') } })
const changePassword = createRoute({
  method: 'post',
  path: '/me/password',
  request: { body: body(z.strictObject({ current: z.string().min(1).max(200), next: passwordShape })) },
  responses: { 200: json(z.object({ ok: z.literal(true) }), 'Changed; every other session of this user has ended') },
})

const cityName = async (context: Context<Env>): Promise<string> => {
  const { store, config } = context.get('services')
  const { day } = await store.businessDay(config.city)
  const [city] = await store.records(await store.wholeCity(config.city, day), 'region', {
    where: { code: config.city },
  })
  return city?.name ?? config.city
}

const callerOf = async ({ store, config }: Services, user: string, requestId: string) => {
  const { day, pinned } = await store.businessDay(config.city)
  return { caller: await store.loadCaller(config.city, user, day, requestId), pinned }
}

type Entering = { services: Services; requestId: string; username: string }

const refused = async ({ services, requestId, username }: Entering, why: 'password' | 'account'): Promise<void> => {
  warnRefused(services, requestId, username, why)
  await noteAccess(services, { kind: 'sign-in.refused', username, why })
}

const takeAttempt = ({ services, requestId, username }: Entering): void => {
  try {
    attempts.take(username.toLowerCase())
  } catch (error) {
    warnRefused(services, requestId, username, 'too-many')
    throw error
  }
}

/** Who has signed in; one whose account is gone or disabled is refused here, though the password was right. */
const enter = async (entering: Entering, answer: Response): Promise<{ caller: Caller; pinned: boolean }> => {
  const { services, requestId } = entering
  if (!answer.ok) {
    await refused(entering, 'password')
    throw new Problem('sign-in.failed', '用户名或口令不对，请重新输入；连续输错会暂停登录')
  }
  const { user } = (await answer.clone().json()) as { user: { id: string } }
  try {
    return await callerOf(services, user.id, requestId)
  } catch (error) {
    if (isProblem(error)) await refused(entering, 'account')
    throw error
  }
}

/** Who signs out, where that can still be told. */
const leaving = async (services: Services, headers: Headers, requestId: string): Promise<Caller | null> => {
  const user = await services.signIn.userOf(headers)
  if (user === null) return null
  try {
    return (await callerOf(services, user, requestId)).caller
  } catch (error) {
    if (isProblem(error)) return null
    throw error
  }
}

const setOwnPassword = async (context: Context<Env>, current: string, next: string): Promise<void> => {
  const { store, signIn } = context.get('services')
  const caller = context.get('caller')
  passwordAttempts.take(caller.id)
  if (!(await signIn.isPassword(caller.id, current)))
    throw new Problem('input.invalid', '当前口令不对，请重新输入；口令没有改动', { field: 'current' })
  if (next === current) throw new Problem('input.invalid', '新口令与当前口令相同，请换一个', { field: 'next' })
  passwordAttempts.reset(caller.id)
  // On record before it takes place: a password nobody is known to have set cannot come about.
  const { id, username } = caller
  await store.commit(caller, [
    { do: 'note', stream: 'user', kind: 'password.changed', subject: id, body: { username } },
  ])
  await signIn.setPassword(id, next, context.req.raw.headers)
}

const app = router()
app.use('/me', signedIn)
app.use('/me/password', signedIn)

export const sessionRoutes = app
  .openapi(open, async (context) => {
    const { store, config } = context.get('services')
    const { day, pinned } = await store.businessDay(config.city)
    const accounts = config.demo
      ? DEMO_ACCOUNTS.map((one) => ({
          username: one.username,
          password: DEMO_PASSWORD,
          name: one.name,
          role: one.role as Role,
          roleLabel: ROLE_LABELS[one.role],
        }))
      : []
    return context.json(
      {
        city: { code: config.city, name: await cityName(context) },
        demo: config.demo,
        accounts,
        businessDay: day,
        pinned,
      },
      200,
    )
  })
  .openapi(signIn, async (context) => {
    const { username, password } = context.req.valid('json')
    const services = context.get('services')
    const entering = { services, requestId: context.get('requestId'), username }
    takeAttempt(entering)
    const answer = await services.signIn.signIn(username, password, context.req.raw.headers)
    const { caller, pinned } = await enter(entering, answer)
    attempts.reset(username.toLowerCase())
    await noteAccess(services, { kind: 'signed-in', caller })
    return context.json(await meView.read(services, caller, pinned), 200, answerCookies(context, answer))
  })
  .openapi(signOut, async (context) => {
    const services = context.get('services')
    const { headers } = context.req.raw
    const caller = await leaving(services, headers, context.get('requestId'))
    const answer = await services.signIn.signOut(headers)
    if (caller) await noteAccess(services, { kind: 'signed-out', caller })
    return context.json({ ok: true as const }, 200, answerCookies(context, answer))
  })
  .openapi(changePassword, async (context) => {
    const { current, next } = context.req.valid('json')
    await setOwnPassword(context, current, next)
    return context.json({ ok: true as const }, 200)
  })
  .openapi(me, async (context) =>
    context.json(await meView.read(context.get('services'), context.get('caller'), context.get('pinned')), 200),
  )
