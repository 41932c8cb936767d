import { createRoute, z } from '@hono/zod-openapi'
import { Problem, type Role } from '@yundiao/kernel'
import type { Context } from 'hono'
import type { Env } from '../http/environment.ts'
import { rateLimit } from '../http/rate-limit.ts'
import { body, json, router } from '../http/router.ts'
import { signedIn } from '../http/session.ts'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../load/demo-accounts.ts'
import { meView, ROLE_LABELS, roleSchema } from '../views/me.ts'

const attempts = rateLimit(10, 15 * 60_000, () => performance.now(), '登录')

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

const cityName = async (context: Context<Env>): Promise<string> => {
  const { store, config } = context.get('services')
  const { day } = await store.businessDay(config.city)
  const [city] = await store.records(await store.wholeCity(config.city, day), 'region', {
    where: { code: config.city },
  })
  return city?.name ?? config.city
}

const withCookies = (from: Response): Record<string, string[]> => ({ 'set-cookie': from.headers.getSetCookie() })

const app = router()
app.use('/me', signedIn)

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
    const key = username.toLowerCase()
    attempts.take(key)
    const services = context.get('services')
    const answer = await services.signIn.signIn(username, password, context.req.raw.headers)
    if (!answer.ok) throw new Problem('sign-in.failed', '用户名或口令不对，请重新输入；连续输错会暂停登录')
    attempts.reset(key)
    const { user } = (await answer.clone().json()) as { user: { id: string } }
    const { store, config } = services
    const { day, pinned } = await store.businessDay(config.city)
    const caller = await store.loadCaller(config.city, user.id, day, context.get('requestId'))
    return context.json(
      await meView.read(services, caller, pinned),
      200,
      withCookies(answer) as unknown as Record<string, string>,
    )
  })
  .openapi(signOut, async (context) => {
    const answer = await context.get('services').signIn.signOut(context.req.raw.headers)
    return context.json({ ok: true as const }, 200, withCookies(answer) as unknown as Record<string, string>)
  })
  .openapi(me, async (context) =>
    context.json(await meView.read(context.get('services'), context.get('caller'), context.get('pinned')), 200),
  )
