import { type LocalDate, Problem, parseLocalDate } from '@yundiao/kernel'
import { createMiddleware } from 'hono/factory'
import type { Env } from './environment.ts'

const COOKIE = /better-auth\.session_token=/

/** Finds who asks and loads their rights for this request's business day. Refuses who is not signed in. */
export const signedIn = createMiddleware<Env>(async (context, next) => {
  const { store, signIn, config } = context.get('services')
  const headers = context.req.raw.headers
  const user = await signIn.userOf(headers)
  if (user === null) {
    if (COOKIE.test(headers.get('cookie') ?? ''))
      throw new Problem('sign-in.expired', '登录已过期，请重新登录；页面上未提交的内容还在')
    throw new Problem('sign-in.required', '请先登录')
  }
  const { day, pinned } = await store.businessDay(config.city)
  context.set('caller', await store.loadCaller(config.city, user, day, context.get('requestId')))
  context.set('pinned', pinned)
  await next()
})

/** The day a page is read at: `on`, or the business day; a later day than that is refused. */
export const readingDay = (on: string | undefined, today: LocalDate): LocalDate => {
  if (on === undefined || on === '') return today
  const day = parseLocalDate(on)
  if (!day) throw new Problem('day.invalid', `日期 ${on} 不存在，应写作 2022-04-26`, { on })
  if (day > today) throw new Problem('day.invalid', `${on} 晚于当前业务日期 ${today}，请选更早的日期`, { on })
  return day
}
