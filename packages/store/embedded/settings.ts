import { chmodSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Home } from './home.ts'

/** Login roles the socket admits; the operating system vouches for who knocks (peer). */
const LOGINS = ['yd', 'yd_owner', 'yd_login'] as const

/** Sizes measured for one office. fsync, full_page_writes and synchronous_commit stay on; only tests may lose data. */
const postgresSettings = (home: Home, fast: boolean): Record<string, string> => ({
  listen_addresses: '',
  unix_socket_directories: home.socketDir,
  unix_socket_permissions: '0700',
  hba_file: path.join(home.etc, 'pg_hba.conf'),
  ident_file: path.join(home.etc, 'pg_ident.conf'),
  max_connections: '60',
  shared_buffers: '256MB',
  work_mem: '16MB',
  maintenance_work_mem: '256MB',
  effective_cache_size: '2GB',
  max_wal_size: '2GB',
  wal_compression: 'pglz',
  // A city's tables lie in memory, where a page costs as much as some thirty rows, not a hundred.
  random_page_cost: '0.3',
  seq_page_cost: '0.3',
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
  datestyle: 'ISO, YMD',
  lc_messages: 'C',
  // A DETAIL line quotes the row; rows may hold what a log must not.
  log_error_verbosity: 'terse',
  log_line_prefix: '%m [%p] ',
  fsync: fast ? 'off' : 'on',
})

const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`

const place = (file: string, lines: readonly string[]): void => {
  const draft = `${file}.tmp`
  writeFileSync(draft, `${lines.join('\n')}\n`, { mode: 0o644 })
  chmodSync(draft, 0o644)
  renameSync(draft, file)
}

/** Writes the configuration afresh, so that an upgrade of the program brings its settings along. */
export const writeSettings = (home: Home, clientName: string, fast: boolean): string => {
  mkdirSync(home.etc, { recursive: true })
  chmodSync(home.etc, 0o755)
  const main = path.join(home.etc, 'postgresql.conf')
  place(
    main,
    Object.entries(postgresSettings(home, fast)).map(([name, value]) => `${name} = ${quoted(value)}`),
  )
  place(path.join(home.etc, 'pg_hba.conf'), ['local all all peer map=yd'])
  place(
    path.join(home.etc, 'pg_ident.conf'),
    LOGINS.map((role) => `yd "${clientName.replaceAll('"', '""')}" ${role}`),
  )
  return main
}
