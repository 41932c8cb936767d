import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { Problem } from '@yundiao/kernel'
import { type Home, layHome } from './home.ts'
import type { ServiceUser } from './service-user.ts'

/** Hands a folder just made to PostgreSQL's user. */
export const giveTo = (user: ServiceUser, folder: string): void => {
  if (user.as) chownSync(folder, user.as.uid, user.as.gid)
}

/**
 * Makes the home and its socket folder. Started by root, the home stays root's and PostgreSQL's user may only pass
 * through it to the folders that are its own; keys and run.json beside them stay out of its reach.
 */
export const makeHome = (folder: string): Home => {
  try {
    makeParents(path.dirname(path.resolve(folder)))
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return layHome(realpathSync(folder))
  } catch (error) {
    throw new Problem(
      'database.unavailable',
      `不能建立数据目录 ${folder}：${(error as Error).message}。请检查权限和磁盘空间，或用 YUNDIAO_DATA 另指一个目录。`,
      { path: folder },
    )
  }
}

/** Folders on the way that root makes are open to pass, whatever root's umask. */
const makeParents = (folder: string): void => {
  if (existsSync(folder)) return
  makeParents(path.dirname(folder))
  mkdirSync(folder, { recursive: true })
  if (process.getuid?.() === 0) chmodSync(folder, 0o755)
}

const mayEnter = (user: ServiceUser, folder: string): boolean =>
  spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', folder], { ...user.as, cwd: '/', env: {} }).status === 0

export const openHome = (home: Home, user: ServiceUser): void => {
  chmodSync(home.root, user.as ? 0o711 : 0o700)
  if (user.as && !mayEnter(user, home.root)) {
    throw new Problem(
      'database.unavailable',
      `PostgreSQL 的运行用户（uid ${user.uid}）进不了数据目录 ${home.root}：上级目录不对其他用户开放。请用 YUNDIAO_DATA 指到 /var/lib 等处，或对上级目录执行 chmod o+x。`,
      { path: home.root },
    )
  }
  makeSocketDir(home, user)
}

const makeSocketDir = (home: Home, user: ServiceUser): void => {
  try {
    mkdirSync(home.socketDir, { mode: 0o700 })
    giveTo(user, home.socketDir)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  // Under /tmp anyone may have made it first.
  const found = lstatSync(home.socketDir)
  if (found.isDirectory() && found.uid === user.uid && (found.mode & 0o077) === 0) return
  throw new Problem(
    'database.unavailable',
    `套接字目录 ${home.socketDir} 不属于 PostgreSQL 的运行用户（uid ${user.uid}）或对他人开放。请删除它后重试。`,
    { path: home.socketDir },
  )
}
