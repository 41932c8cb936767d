import { createRoute, z } from '@hono/zod-openapi'
import { economyCatalogue } from '@yundiao/domains/economy'
import { addDays, Problem, parseLocalDate } from '@yundiao/kernel'
import { type Caller, mayDo, type Store } from '@yundiao/store'
import { refuseBlocked } from '../acts/refuse-blocked.ts'
import { body, json, onQuery, router } from '../http/router.ts'
import { readingDay, signedIn } from '../http/session.ts'

const done = json(z.object({ id: z.string() }), 'The record')
const idParam = z.object({ id: z.string() })

const blockedSchema = z
  .object({ id: z.string(), name: z.string(), kind: z.string(), note: z.string().nullable() })
  .openapi('BlockedName')
const listBlocked = createRoute({
  method: 'get',
  path: '/blocked-names',
  request: { query: onQuery },
  responses: { 200: json(z.array(blockedSchema), 'Names that no door lets in') },
})
const addBlocked = createRoute({
  method: 'post',
  path: '/blocked-names',
  request: {
    body: body(
      z.strictObject({
        name: z.string().trim().max(100),
        kind: z.string().trim().min(1, '请选类别').max(20),
        note: z.string().trim().max(200).nullable(),
      }),
    ),
  },
  responses: { 200: done },
})
const liftBlocked = createRoute({
  method: 'delete',
  path: '/blocked-names/{id}',
  request: { params: idParam },
  responses: { 200: done },
})

const earlySchema = z
  .object({
    id: z.string(),
    indicator: z.string(),
    account: z.object({ id: z.string(), name: z.string() }),
    reason: z.string(),
    until: z.string().nullable(),
  })
  .openapi('EarlyReader')
const listEarly = createRoute({
  method: 'get',
  path: '/early-readers',
  request: { query: onQuery },
  responses: { 200: json(z.array(earlySchema), 'Who reads an indicator before its release') },
})
const addEarly = createRoute({
  method: 'post',
  path: '/early-readers',
  request: {
    body: body(
      z.strictObject({
        indicator: z.string().min(1),
        username: z.string().min(1),
        reason: z.string().trim().min(2, '请写明事由').max(200),
        until: z.string().nullable(),
      }),
    ),
  },
  responses: { 200: done },
})
const liftEarly = createRoute({
  method: 'delete',
  path: '/early-readers/{id}',
  request: { params: idParam },
  responses: { 200: done },
})

const require = (held: boolean, what: string): void => {
  if (!held) throw new Problem('right.missing', `当前账号没有“${what}”的权限，请由有权限的岗位办理`, { what })
}

/** The list itself is a secret: who keeps it and who audits it. */
const readsBlocked = (caller: Caller): boolean => mayDo(caller)['blocked.write'] === true || caller.role === 'auditor'
const keepsEarly = (caller: Caller): boolean => caller.role === 'statistics'
const readsEarly = (caller: Caller): boolean => keepsEarly(caller) || mayDo(caller)['audit.read'] === true

const firstId = (outcome: Awaited<ReturnType<Store['commit']>>[number] | undefined): string =>
  outcome?.do === 'add' ? (outcome.ids[0] ?? '') : ''

const held = <T>(record: T | null, what: string): T => {
  if (record === null) throw new Problem('not-found', `没有这条${what}，请刷新后再试`)
  return record
}

const accountNamed = async (store: Store, caller: Caller, username: string) => {
  const [account] = await store.records(caller, 'account', { where: { username } })
  if (!account) throw new Problem('not-found', `没有用户 ${username}，请核对用户名`, { field: 'username' })
  return account
}

const untilDay = (until: string | null): string | null => {
  if (until !== null && !parseLocalDate(until))
    throw new Problem('day.invalid', `日期 ${until} 不存在，应写作 2022-04-26`, { field: 'until' })
  return until
}

const app = router()
for (const path of ['/blocked-names', '/blocked-names/*', '/early-readers', '/early-readers/*']) app.use(path, signedIn)

export const nameListRoutes = app
  .openapi(listBlocked, async (context) => {
    const caller = context.get('caller')
    readingDay(context.req.valid('query').on, caller.today)
    require(readsBlocked(caller), '查看禁录名单')
    const rows = await context.get('services').store.records(caller, 'blockedName')
    const open = rows.filter((row) => row.lifted !== true)
    return context.json(
      open.map(({ id, name, kind, note }) => ({ id, name, kind, note })),
      200,
    )
  })
  .openapi(addBlocked, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const { name, kind, note } = context.req.valid('json')
    require(mayDo(caller)['blocked.write'] === true, '维护禁录名单')
    if ([...name.replaceAll(/\s/gu, '')].length < 2)
      throw new Problem('input.invalid', '禁录名称至少两个字，否则会误拦正常内容', { field: 'name' })
    if ((await store.blockedTexts(caller, [name])).size > 0)
      throw new Problem('duplicate', '禁录名单里已有这个名称，或已有它包含的名称', { field: 'name' })
    const [made] = await store.commit(caller, [
      { do: 'add', table: 'blockedName', rows: [{ values: { name, kind, note } }] },
    ])
    return context.json({ id: firstId(made) }, 200)
  })
  .openapi(liftBlocked, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const { id } = context.req.valid('param')
    require(mayDo(caller)['blocked.write'] === true, '维护禁录名单')
    const { version } = held(await store.record(caller, 'blockedName', id), '禁录名称')
    await store.commit(caller, [{ do: 'change', table: 'blockedName', id, version, set: { lifted: true } }])
    return context.json({ id }, 200)
  })
  .openapi(listEarly, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const on = readingDay(context.req.valid('query').on, caller.today)
    require(readsEarly(caller), '查看限定阅知名单')
    const [rows, accounts] = await Promise.all([store.records(caller, 'earlyReader'), store.records(caller, 'account')])
    const names = new Map(accounts.map((account) => [account.id, account.name]))
    return context.json(
      rows
        .filter((row) => row.until === null || row.until >= on)
        .map(({ id, indicator, account, reason, until }) => ({
          id,
          indicator,
          account: { id: account, name: names.get(account) ?? account },
          reason,
          until,
        })),
      200,
    )
  })
  .openapi(addEarly, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const { indicator, username, reason, until } = context.req.valid('json')
    require(keepsEarly(caller), '维护限定阅知名单')
    await refuseBlocked(store, caller, { 事由: reason })
    if (!economyCatalogue.get(indicator))
      throw new Problem('indicator.unknown', `没有指标 ${indicator}，请从列表里选`, { field: 'indicator' })
    const account = await accountNamed(store, caller, username)
    const values = { indicator, account: account.id, reason, until: untilDay(until) }
    const [made] = await store.commit(caller, [{ do: 'add', table: 'earlyReader', rows: [{ values }] }])
    return context.json({ id: firstId(made) }, 200)
  })
  .openapi(liftEarly, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const { id } = context.req.valid('param')
    require(keepsEarly(caller), '维护限定阅知名单')
    const { version } = held(await store.record(caller, 'earlyReader', id), '限定阅知')
    const until = addDays(caller.today, -1)
    await store.commit(caller, [{ do: 'change', table: 'earlyReader', id, version, set: { until } }])
    return context.json({ id }, 200)
  })
