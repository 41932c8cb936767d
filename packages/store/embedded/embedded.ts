import type { Native } from './binaries.ts'
import { type Login, loginTo } from './probe.ts'

/** A running embedded database: ours (`started`) or that of the process serving this home (`attached`). */
export type Embedded = {
  kind: 'started' | 'attached'
  home: string
  socketDir: string
  /** The process that owns the database. */
  pid: number
  /** Where that process serves pages, once it has said so. */
  url: string | null
  /** The cluster's superuser, for making roles and databases only. */
  bootstrap: Login
  owner: Login
  app: Login
  /** Tells other commands where pages are served; only for `started`. */
  announce: (address: { port: number; url: string }) => void
  /** Stops what we started; an attached database is left alone. Harmless to repeat. */
  stop: () => Promise<void>
  /** Resolves when PostgreSQL has ended, whoever ended it; never for `attached`. */
  ended: Promise<void>
}

export type StartOptions = {
  home: string
  log: (message: string) => void
  /** Binaries other than those of the npm package. */
  native?: Native
}

/** One login per role, through the socket. */
export const logins = (socketDir: string): Pick<Embedded, 'bootstrap' | 'owner' | 'app'> => ({
  bootstrap: loginTo(socketDir, 'yd', 'postgres'),
  owner: loginTo(socketDir, 'yd_owner'),
  app: loginTo(socketDir, 'yd_login'),
})
