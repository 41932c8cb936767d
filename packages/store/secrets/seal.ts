import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { Problem } from '@yundiao/kernel'
import type { PurposeKey } from './purpose-key.ts'

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * Text → `v1:<keyId>:<base64url of IV, ciphertext, tag>`, AES-256-GCM with a random IV. `aad` is where the text stands
 * (ledger and field): a sealed value moved elsewhere does not open.
 */
export const sealText = (key: PurposeKey, text: string, aad: string): string => {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, key.sealing, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(aad, 'utf8'))
  const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `v1:${key.keyId}:${sealed.toString('base64url')}`
}

const SEALED = /^v1:([0-9a-f]{16}):([A-Za-z0-9_-]+)$/

const partsOf = (key: PurposeKey, sealed: string): Buffer => {
  const [, keyId, text = ''] = SEALED.exec(sealed) ?? []
  if (!keyId) throw new Problem('key.unavailable', '加密内容的格式不识别，可能已被改动。请核对操作记录。')
  if (keyId !== key.keyId)
    throw new Problem(
      'key.unavailable',
      `该内容由密钥 ${keyId} 加密，现有密钥是 ${key.keyId}。请从密钥的离线备份恢复原密钥。`,
      { purpose: key.name, keyId },
    )
  return Buffer.from(text, 'base64url')
}

/** Opens what `sealText` gave. Throws Problem key.unavailable: another key, another place, or changed bytes. */
export const openText = (key: PurposeKey, sealed: string, aad: string): string => {
  const bytes = partsOf(key, sealed)
  const end = Math.max(IV_BYTES, bytes.length - TAG_BYTES)
  try {
    const iv = bytes.subarray(0, IV_BYTES)
    const decipher = createDecipheriv(CIPHER, key.sealing, iv, { authTagLength: TAG_BYTES })
    decipher.setAAD(Buffer.from(aad, 'utf8')).setAuthTag(bytes.subarray(end))
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, end)), decipher.final()]).toString('utf8')
  } catch {
    throw new Problem('key.unavailable', '加密内容校验不通过：已被改动，或被移到了别的字段。请核对操作记录。', {
      purpose: key.name,
    })
  }
}

/** What equal texts share and nobody without the key can work out; full-width and outer spaces do not matter. */
export const lookupHmac = (key: PurposeKey, text: string): string =>
  createHmac('sha256', key.lookup).update(text.normalize('NFKC').trim(), 'utf8').digest('hex')
