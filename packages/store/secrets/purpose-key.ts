import { hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { Problem } from '@yundiao/kernel'
import { createKeyFile, destroyKeyFile, keyFolder, readKeyFile } from './key-files.ts'

const BYTES = 32

/** The key of one purpose: one half seals, the other looks up; neither can be worked out from the other. */
export type PurposeKey = { name: string; keyId: string; sealing: Buffer; lookup: Buffer }

/** What is left of a key that was destroyed, and what the certificate of destruction says. */
export type Destruction = { name: string; keyId: string; destroyedAt: string }

const keyFile = (name: string): string => `purpose-${name}.key`
const tombstone = (name: string): string => `purpose-${name}.destroyed`

const refuseName = (name: string): void => {
  if (/^[a-z0-9][a-z0-9._-]{0,120}$/.test(name)) return
  throw new RangeError(`a purpose is named by a-z, 0-9, full stop, hyphen and underscore: ${name}`)
}

const derive = (secret: Buffer, use: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `yundiao ${use} v1`, bytes))

const keyOf = (home: string, name: string, secret: Buffer): PurposeKey => {
  if (secret.length !== BYTES)
    throw new Problem(
      'key.unavailable',
      `密钥文件 ${keyFolder(home)}/${keyFile(name)} 已损坏（应为 ${BYTES} 字节，实为 ${secret.length}）。请从密钥的离线备份恢复。`,
      { purpose: name },
    )
  const keyId = derive(secret, 'id', 8).toString('hex')
  return { name, keyId, sealing: derive(secret, 'sealing', BYTES), lookup: derive(secret, 'lookup', BYTES) }
}

/** The destruction of a purpose's key, or null while it was not destroyed. */
export const destructionOf = (home: string, name: string): Destruction | null => {
  refuseName(name)
  const text = readKeyFile(home, tombstone(name))
  return text ? JSON.parse(text.toString('utf8')) : null
}

const refuseDestroyed = (home: string, name: string): void => {
  const destruction = destructionOf(home, name)
  if (!destruction) return
  throw new Problem(
    'key.destroyed',
    `用途“${name}”的密钥已于 ${destruction.destroyedAt} 销毁，其加密内容不能再查看，也不能再新增。`,
    { purpose: name, destroyedAt: destruction.destroyedAt },
  )
}

/**
 * The key of a purpose, made on first use. Throws Problem key.destroyed once it was destroyed, for ever;
 * key.unavailable when it cannot be read.
 */
export const purposeKey = (home: string, name: string): PurposeKey => {
  refuseDestroyed(home, name)
  const found = readKeyFile(home, keyFile(name))
  if (found) return keyOf(home, name, found)
  createKeyFile(home, keyFile(name), randomBytes(BYTES))
  refuseDestroyed(home, name)
  return keyOf(home, name, readKeyFile(home, keyFile(name)) ?? Buffer.alloc(0))
}

const writeTombstone = (home: string, name: string, destroyedAt: string): Destruction => {
  const secret = readKeyFile(home, keyFile(name))
  if (!secret) throw new Problem('not-found', `没有用途“${name}”的密钥，无需销毁。`, { purpose: name })
  const destruction: Destruction = { name, keyId: keyOf(home, name, secret).keyId, destroyedAt }
  createKeyFile(home, tombstone(name), JSON.stringify(destruction))
  return destructionOf(home, name) ?? destruction
}

/**
 * Destroys a purpose's key, and with it all that was sealed under it. The tombstone is written first: cut off in the
 * middle, the key counts as destroyed, and doing it again ends the work with the first day of destruction.
 * Throws Problem not-found when there never was such a key.
 */
export const destroyPurposeKey = (home: string, name: string, destroyedAt: string): Destruction => {
  const destruction = destructionOf(home, name) ?? writeTombstone(home, name, destroyedAt)
  destroyKeyFile(home, keyFile(name))
  return destruction
}

const TOMBSTONE = /^purpose-(.+)\.destroyed$/

/** Every destruction of a home, for its backups. */
export const allDestructions = (home: string): Destruction[] => {
  const folder = keyFolder(home)
  const names = existsSync(folder) ? readdirSync(folder).sort() : []
  return names.flatMap((file) => {
    const name = TOMBSTONE.exec(file)?.[1]
    const destruction = name === undefined ? null : destructionOf(home, name)
    return destruction ? [destruction] : []
  })
}

/** Takes over a destruction told by a backup: the purpose is destroyed here too, and a key of it that lies here goes. */
export const adoptDestruction = (home: string, destruction: Destruction): void => {
  const { name } = destruction
  refuseName(name)
  createKeyFile(home, tombstone(name), JSON.stringify(destruction))
  destroyKeyFile(home, keyFile(name))
}
