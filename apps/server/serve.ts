import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pino from 'pino'
import { createApp } from './http/app.ts'
import { listenAt } from './http/listen-at.ts'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './load/demo-accounts.ts'
import { loadCity } from './load/load-city.ts'
import { loadDemo } from './load/load-demo.ts'
import { loadDemonstration } from './load/load-demonstration.ts'
import { accountsLack } from './start/accounts-lack.ts'
import { buildWeb } from './start/build-web.ts'
import { type Config, redacted } from './start/config.ts'
import { hourlyCheckpoints } from './start/hourly-checkpoints.ts'
import { openStore } from './start/open-store.ts'
import { openSignIn } from './start/sign-in.ts'
import { openAssessor } from './workers/assessor.ts'
import { openEstimator } from './workers/estimator.ts'

export type Serving = { url: string; stop: () => Promise<void>; ended: Promise<void> }

const WEB = join(import.meta.dirname, '../web/dist')

/** What the person at the terminal needs: where to go, and how to sign in to a demonstration. */
export const greeting = (config: Config, url: string): string =>
  [
    `运调已启动：${url}`,
    `数据目录：${config.home}`,
    ...(config.demo
      ? [
          '',
          `演示账号（口令均为 ${DEMO_PASSWORD}）：`,
          ...DEMO_ACCOUNTS.map((one) => `  ${one.username.padEnd(10)} ${one.name}`),
        ]
      : []),
    '',
    '按 Ctrl-C 停止。',
  ].join('\n')

const realDay = (now: Date) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(now) as `${number}-${number}-${number}`

/** Starts the whole product: store, loaders, sign-in, HTTP. `stop` ends all of it in order and may be called twice. */
export const serve = async (config: Config, say: (message: string) => void): Promise<Serving> => {
  mkdirSync(config.home, { recursive: true })
  const log = pino({ level: config.logLevel }, pino.destination(2))
  log.info({ config: redacted(config) }, 'start')
  await buildWeb(say)
  const open = await openStore(config, say)
  const { store } = open
  try {
    const today = realDay(new Date())
    await loadCity(store, today)
    const origin = `http://${config.host}:${config.port}`
    const signIn = await openSignIn(open.connections.auth, config.home, origin)
    if (config.demo) {
      await loadDemo(store, signIn, today)
      await loadDemonstration(store, (await store.businessDay(config.city)).day)
    } else for (const line of await accountsLack(store, config, today)) say(line)
    const checkpoints = hourlyCheckpoints(store, config.city, log)
    const estimator = openEstimator()
    const assessor = openAssessor()
    const app = createApp({ store, signIn, config, log, estimator, assessor }, WEB)
    const { port, url, close } = await listenAt(app.fetch, config.host, config.port)
    open.embedded?.announce({ port, url })
    let stopping: Promise<void> | null = null
    const stopAll = async (): Promise<void> => {
      checkpoints.stop()
      await assessor.close()
      await estimator.close()
      await close()
      await open.close()
    }
    const stop = (): Promise<void> => {
      stopping ??= stopAll()
      return stopping
    }
    return { url, stop, ended: open.embedded?.ended ?? new Promise(() => undefined) }
  } catch (error) {
    await open.close()
    throw error
  }
}
