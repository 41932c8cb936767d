import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { Problem } from '@yundiao/kernel'

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code

/** The folder of all keys: outside the database, its log and its backups; only this account may look in. */
export const keyFolder = (home: string): string => path.join(home, 'keys')

const makeFolder = (home: string): string => {
  const folder = keyFolder(home)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
    return folder
  } catch (error) {
    throw new Problem(
      'key.unavailable',
      `不能建立密钥目录 ${folder}：${(error as Error).message}。请检查数据目录的属主和磁盘空间。`,
      { path: folder },
    )
  }
}

/** Makes the names in a folder last through a power cut. Windows cannot, and does not need to. */
const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

const refuseOpenToOthers = (file: string, mode: number): void => {
  if (process.platform === 'win32' || (mode & 0o077) === 0) return
  throw new Problem('key.unavailable', `密钥文件 ${file} 对其他用户开放。请执行 chmod 600 后重试，并考虑更换密钥。`, {
    path: file,
  })
}

/** The bytes of a file in the folder of keys; null when there is none. Throws Problem key.unavailable. */
export const readKeyFile = (home: string, name: string): Buffer | null => {
  const file = path.join(keyFolder(home), name)
  let descriptor: number | undefined
  try {
    descriptor = openSync(file, 'r')
    refuseOpenToOthers(file, fstatSync(descriptor).mode)
    return readFileSync(descriptor)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    if (error instanceof Problem) throw error
    throw new Problem(
      'key.unavailable',
      `不能读取密钥文件 ${file}：${(error as Error).message}。请检查其属主和权限。`,
      {
        path: file,
      },
    )
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

/**
 * Writes a file that must not exist yet, whole or not at all. False when another was there first: of two processes
 * that make the same key, both go on with the one.
 */
export const createKeyFile = (home: string, name: string, bytes: Uint8Array | string): boolean => {
  const folder = makeFolder(home)
  const draft = path.join(folder, `.${name}.${randomBytes(6).toString('hex')}`)
  try {
    writeFileSync(draft, bytes, { flag: 'wx', mode: 0o600, flush: true })
    linkSync(draft, path.join(folder, name))
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw new Problem(
      'key.unavailable',
      `不能在 ${folder} 写入密钥：${(error as Error).message}。请检查磁盘空间和权限。`,
      {
        path: folder,
      },
    )
  } finally {
    rmSync(draft, { force: true })
    syncFolder(folder)
  }
}

const overwrite = (file: string): void => {
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, randomBytes(fstatSync(descriptor).size), 0, undefined, 0)
  fsyncSync(descriptor)
  closeSync(descriptor)
}

/** Overwrites and removes a file. On a disk that writes elsewhere each time the overwriting is no proof; removal is. */
export const destroyKeyFile = (home: string, name: string): void => {
  const folder = keyFolder(home)
  const file = path.join(folder, name)
  try {
    overwrite(file)
    rmSync(file)
    syncFolder(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw new Problem(
      'key.unavailable',
      `不能销毁密钥文件 ${file}：${(error as Error).message}。请检查权限后再次执行。`,
      {
        path: file,
      },
    )
  }
}
