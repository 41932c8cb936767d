import { createRoute, z } from '@hono/zod-openapi'
import { Problem } from '@yundiao/kernel'
import { type Caller, mayDo, type Store } from '@yundiao/store'
import { json, onQuery, router } from '../http/router.ts'
import { signedIn } from '../http/session.ts'
import { eventSchema, eventView, verificationSchema, verificationView } from '../views/events.ts'

const PAGE = 100

const list = createRoute({
  method: 'get',
  path: '/events',
  request: {
    query: onQuery.extend({
      stream: z.string().optional(),
      actor: z.string().optional(),
      after: z.string().optional(),
    }),
  },
  responses: {
    200: json(z.object({ rows: z.array(eventSchema), next: z.string().nullable() }), 'Events, newest first'),
  },
})

const verify = createRoute({
  method: 'post',
  path: '/events/verify',
  responses: { 200: json(verificationSchema, 'Whether the chain, its signatures and the tables agree') },
})

const position = z.tuple([z.iso.datetime(), z.string(), z.int()])

const writePosition = (row: { at: string; stream: string; seq: number }): string =>
  Buffer.from(JSON.stringify([row.at, row.stream, row.seq])).toString('base64url')

const readPosition = (after: string) => {
  try {
    const [at, stream, seq] = position.parse(JSON.parse(Buffer.from(after, 'base64url').toString('utf8')))
    return { at, stream, seq }
  } catch {
    throw new Problem('input.invalid', '翻页位置无效，请回到第一页', {})
  }
}

/** The account a typed name means: user name, name, or the one whose name holds it. Null where none does. */
const actorOf = async (store: Store, caller: Caller, typed: string): Promise<string | null> => {
  if (typed === '系统' || typed === 'system') return 'system'
  const accounts = await store.records(caller, 'account')
  const exact = accounts.find(({ id, username, name }) => id === typed || username === typed || name === typed)
  if (exact) return exact.id
  const holding = accounts.filter(({ name }) => name.includes(typed))
  if (holding.length > 1)
    throw new Problem('input.invalid', `有 ${holding.length} 个经办人的名字含“${typed}”，请写全`, { field: 'actor' })
  return holding[0]?.id ?? null
}

const requireAudit = (caller: Caller): void => {
  if (!mayDo(caller)['audit.read']) throw new Problem('right.missing', '当前账号不能查看操作记录，请由审计或管理员查看')
}

const app = router()
app.use('/events', signedIn)
app.use('/events/*', signedIn)

export const eventRoutes = app
  .openapi(list, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    requireAudit(caller)
    const { stream, actor, after } = context.req.valid('query')
    const typed = actor?.trim()
    const who = typed ? await actorOf(store, caller, typed) : undefined
    if (who === null) return context.json({ rows: [], next: null }, 200)
    const rows = await store.events(caller, {
      limit: PAGE + 1,
      ...(stream ? { stream } : {}),
      ...(who ? { actor: who } : {}),
      ...(after ? { before: readPosition(after) } : {}),
    })
    const last = rows.length > PAGE ? rows[PAGE - 1] : undefined
    return context.json({ rows: rows.slice(0, PAGE).map(eventView), next: last ? writePosition(last) : null }, 200)
  })
  .openapi(verify, async (context) => {
    requireAudit(context.get('caller'))
    const { store, config } = context.get('services')
    return context.json(verificationView(await store.verify(config.city)), 200)
  })
