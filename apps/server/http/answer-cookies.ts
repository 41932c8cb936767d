import type { Context } from 'hono'
import type { Env } from './environment.ts'

/** Whether the browser speaks HTTPS to the proxy before us; believed only where the configuration says there is one. */
const isHttps = (context: Context<Env>): boolean =>
  context.get('services').config.behindProxy &&
  context.req.header('x-forwarded-proto')?.split(',')[0]?.trim().toLowerCase() === 'https'

/** Cookies of the sign-in library for our own answer, for HTTPS alone where it is spoken. */
export const answerCookies = (context: Context<Env>, from: Response): Record<string, string> => {
  const flag = isHttps(context) ? '; Secure' : ''
  const cookies = from.headers.getSetCookie().map((cookie) => (/;\s*secure/i.test(cookie) ? cookie : cookie + flag))
  // Hono takes several values of one header, which the type of a described answer does not tell.
  return { 'set-cookie': cookies } as unknown as Record<string, string>
}
