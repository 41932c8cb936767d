import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '@yundiao/kernel'
import { defaultHome } from '@yundiao/store'
import { z } from 'zod'

const shape = z.object({
  home: z.string(),
  host: z.string(),
  port: z.int().min(0).max(65535),
  city: z.string().regex(/^\d{6}$/, '应为六位行政区划代码，例如 510700'),
  demo: z.boolean(),
  /** A proxy of ours speaks HTTPS before us: what it says of the scheme is believed. */
  behindProxy: z.boolean(),
  databaseUrl: z.string().optional(),
  databaseOwnerUrl: z.string().optional(),
  logLevel: z.enum(['silent', 'error', 'warn', 'info', 'debug']),
})
export type Config = z.infer<typeof shape>

type Flags = { port?: number; data?: string; demo?: boolean; city?: string }
type Env = Readonly<Record<string, string | undefined>>

const LOOPBACK: readonly string[] = ['127.0.0.1', 'localhost', '::1']

const fromFile = (home: string): Record<string, unknown> => {
  const path = join(home, 'config.json')
  if (!existsSync(path)) return {}
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
  } catch {
    throw new Problem('config.invalid', `配置文件 ${path} 不是合法的 JSON，请改正或删去`, { path })
  }
}

const defined = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

const YES_NO: Readonly<Record<string, boolean>> = { '1': true, true: true, '0': false, false: false }

/** `1`, `0`, `true`, `false`; any other word goes on as it is and is refused with its name. */
const yesNo = (text: string | undefined): boolean | string | undefined =>
  text === undefined || text === '' ? undefined : (YES_NO[text] ?? text)

/**
 * The one configuration: file `config.json` of the home, then environment, then flags. Demonstration accounts have known
 * passwords, so a demonstration is refused on a public address and on a served database.
 */
export const readConfig = (flags: Flags, env: Env): Config => {
  const home = flags.data ?? defaultHome(env, process.getuid?.() === 0)
  const parsed = shape.safeParse({
    host: '127.0.0.1',
    port: 7210,
    city: '510700',
    demo: false,
    behindProxy: false,
    logLevel: 'warn',
    ...fromFile(home),
    ...defined({
      home,
      host: env.YUNDIAO_HOST,
      port: flags.port ?? (env.PORT === undefined ? undefined : Number(env.PORT)),
      databaseUrl: env.DATABASE_URL,
      databaseOwnerUrl: env.DATABASE_OWNER_URL,
      logLevel: env.YUNDIAO_LOG,
      demo: flags.demo,
      city: flags.city,
      behindProxy: yesNo(env.YUNDIAO_BEHIND_PROXY),
    }),
  })
  if (!parsed.success)
    throw new Problem(
      'config.invalid',
      `配置有误：${parsed.error.issues.map((one) => `${one.path.join('.')} ${one.message}`).join('；')}`,
    )
  const config = parsed.data
  if (config.demo && (config.databaseUrl || !LOOPBACK.includes(config.host)))
    throw new Problem(
      'config.invalid',
      '演示账号口令公开，只能用内嵌数据库并监听本机地址；请去掉 --demo，或改用 127.0.0.1',
    )
  return config
}

/** The configuration for the start-up message: no password appears. */
export const redacted = (config: Config): Record<string, unknown> => ({
  ...config,
  databaseUrl: config.databaseUrl ? '（已设置）' : undefined,
  databaseOwnerUrl: config.databaseOwnerUrl ? '（已设置）' : undefined,
})
