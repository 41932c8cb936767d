import type { LocalDate } from '@yundiao/kernel'
import { mianyang } from '@yundiao/mianyang'
import type { Caller, Connections, Store } from '@yundiao/store'
import pino, { type DestinationStream } from 'pino'
import { scratchStore } from '../../../packages/store/testing/scratch.ts'
import { createApp } from '../http/app.ts'
import { areaOf } from '../load/city-area.ts'
import { DEMO_PASSWORD } from '../load/demo-accounts.ts'
import { loadCity } from '../load/load-city.ts'
import { loadDemo } from '../load/load-demo.ts'
import { loadDemonstration } from '../load/load-demonstration.ts'
import type { Config } from '../start/config.ts'
import { openSignIn } from '../start/sign-in.ts'
import { openAssessor } from '../workers/assessor.ts'
import { openEstimator } from '../workers/estimator.ts'

const ORIGIN = 'http://127.0.0.1:7210'
/** Later than every day of the city pack: what it does not date became known on this day. */
const LOADED_ON: LocalDate = '2026-01-05'

export type Ask = Omit<RequestInit, 'headers'> & {
  /** User name of a demonstration account; left out: nobody is signed in. */
  as?: string
  /** A JSON body; the method is then POST unless said. */
  json?: unknown
  headers?: Record<string, string>
}

const initOf = ({ as: _as, json, headers, ...init }: Ask, cookie: string | null): RequestInit => {
  const method = init.method ?? (json === undefined ? 'GET' : 'POST')
  return {
    ...init,
    method,
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    headers: {
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...(method === 'GET' ? {} : { 'x-yundiao': '1' }),
      ...(cookie === null ? {} : { cookie }),
      ...headers,
    },
  }
}

type Filling = { store: Store; connections: Connections; home: string }

const fillCity = async ({ store, connections, home }: Filling): Promise<void> => {
  await loadCity(store, LOADED_ON)
  await loadDemo(store, await openSignIn(connections.auth, home, ORIGIN), LOADED_ON)
}

const LOADED = { name: 'city', fill: fillCity }
const DEMONSTRATED = {
  name: 'demonstration',
  fill: async (filling: Filling): Promise<void> => {
    await fillCity(filling)
    await loadDemonstration(filling.store, mianyang.demonstrationDay)
  },
}

/**
 * The real application on a real store, with the city pack and the demonstration accounts loaded. One a test file: it
 * starts a PostgreSQL of its own, on a copy of what the first of a run loaded. Each account signs in once. `log` takes what the application logs, at every level.
 */
export const scratchApp = async ({
  log,
  behindProxy = false,
  demonstration = false,
}: {
  log?: DestinationStream
  behindProxy?: boolean
  /** The rows of the demonstration too, as `serve --demo` has them. */
  demonstration?: boolean
} = {}) => {
  const content = demonstration ? DEMONSTRATED : LOADED
  const scratch = await scratchStore({ areaOf, content })
  const { store, connections, home } = scratch
  const city = mianyang.code
  const signIn = await openSignIn(connections.auth, home, ORIGIN)
  const place = { home, host: '127.0.0.1', port: 7210, city }
  const config: Config = { ...place, demo: true, behindProxy, logLevel: 'silent' }
  const logger = log ? pino({ level: 'trace' }, log) : pino({ level: process.env.YUNDIAO_LOG ?? 'silent' })
  const estimator = openEstimator()
  const assessor = openAssessor()
  const app = createApp({ store, signIn, config, log: logger, estimator, assessor }, home)
  const cookies = new Map<string, Promise<string>>()
  const cookieOf = async (username: string): Promise<string> => {
    const answer = await app.request(
      `${ORIGIN}/api/sign-in`,
      initOf({ json: { username, password: DEMO_PASSWORD } }, null),
    )
    if (!answer.ok) throw new Error(`${username} cannot sign in: ${await answer.text()}`)
    return answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
  }
  /** Asks the application, `/api/board?period=2022Q1`, as a demonstration account. */
  const request = async (path: string, ask: Ask = {}): Promise<Response> => {
    const { as } = ask
    if (as !== undefined && !cookies.has(as)) cookies.set(as, cookieOf(as))
    const cookie = as === undefined ? null : ((await cookies.get(as)) ?? null)
    return app.request(`${ORIGIN}${path}`, initOf(ask, cookie))
  }
  /** What the application answers an account, which must be an answer. */
  const read = async <T>(path: string, as = 'yunxing'): Promise<T> => {
    const answer = await request(path, { as })
    if (!answer.ok) throw new Error(`${path} as ${as}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as T
  }
  /** A refusal: its status and the words of its problem. */
  const refused = async (path: string, ask: Ask): Promise<{ status: number; code: string; detail: string }> => {
    const answer = await request(path, ask)
    const problem = (await answer.json()) as { code: string; detail: string }
    return { ...problem, status: answer.status }
  }
  /** The caller an account stands for, to look at the store behind the application. */
  const callerOf = async (username: string): Promise<Caller> => {
    const { day } = await store.businessDay(city)
    const [account] = await store.records(await store.wholeCity(city, day), 'account', { where: { username } })
    if (!account) throw new Error(`no account ${username}`)
    return store.loadCaller(city, account.id, day, 'test')
  }
  const end = async (): Promise<void> => {
    await assessor.close()
    await estimator.close()
    await scratch.end()
  }
  return { app, request, read, refused, callerOf, store, city, home, connections, embedded: scratch.embedded, end }
}

export type ScratchApp = Awaited<ReturnType<typeof scratchApp>>
