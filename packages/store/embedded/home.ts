import { createHash } from 'node:crypto'
import path from 'node:path'

/** Where the embedded database and its files lie. */
export type Home = {
  root: string
  data: string
  /** Configuration files. Kept outside `data`, so that whoever starts the database need not write in its user's folder. */
  etc: string
  /** Folder of the unix socket; short, because a socket's path holds 107 bytes at most. */
  socketDir: string
  log: string
  runFile: string
}

const LONGEST_SOCKET_DIR = 90

/** `YUNDIAO_DATA`, else /var/lib/yundiao as root, else the XDG data folder. */
export const defaultHome = (env: Readonly<Record<string, string | undefined>>, isRoot: boolean): string => {
  if (env.YUNDIAO_DATA) return path.resolve(env.YUNDIAO_DATA)
  if (isRoot) return '/var/lib/yundiao'
  return path.join(env.XDG_DATA_HOME || path.join(env.HOME ?? '/', '.local/share'), 'yundiao')
}

const socketDirOf = (root: string): string => {
  const inside = path.join(root, 's')
  if (Buffer.byteLength(inside) < LONGEST_SOCKET_DIR) return inside
  return `/tmp/yd-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`
}

export const layHome = (root: string): Home => ({
  root,
  data: path.join(root, 'data'),
  etc: path.join(root, 'etc'),
  socketDir: socketDirOf(root),
  log: path.join(root, 'postgres.log'),
  runFile: path.join(root, 'run.json'),
})
