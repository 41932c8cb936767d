import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { Problem } from '@yundiao/kernel'
import { createKeyFile, keyFolder, readKeyFile } from './key-files.ts'

const FILE = 'checkpoint-ed25519.pem'

/** `publicKey` is the SPKI in base64, as exports and archives carry it. */
export type CheckpointKey = { keyId: string; privateKey: KeyObject; publicKey: string }

const spkiOf = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' })

/** The first 16 hexadecimal digits of the SHA-256 of the SPKI. */
export const keyIdOf = (publicKey: KeyObject): string =>
  createHash('sha256').update(spkiOf(publicKey)).digest('hex').slice(0, 16)

/** Reads a public key as it is published: SPKI in base64, or PEM. Throws Problem input.invalid. */
export const readPublicKey = (text: string): KeyObject => {
  try {
    const key = text.includes('-----')
      ? createPublicKey(text)
      : createPublicKey({ key: Buffer.from(text.trim(), 'base64'), format: 'der', type: 'spki' })
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Said below in words of ours.
  }
  throw new Problem('input.invalid', '公钥写法不识别。应为 Ed25519 公钥的 base64（SPKI）或 PEM，请核对后重试。')
}

const makePem = (): string =>
  generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey

const parse = (home: string, pem: Buffer): CheckpointKey => {
  try {
    const privateKey = createPrivateKey(pem)
    const publicKey = createPublicKey(privateKey)
    if (privateKey.asymmetricKeyType !== 'ed25519') throw new TypeError(`类型为 ${privateKey.asymmetricKeyType}`)
    return { keyId: keyIdOf(publicKey), privateKey, publicKey: spkiOf(publicKey).toString('base64') }
  } catch (error) {
    throw new Problem(
      'key.unavailable',
      `检查点签名密钥 ${keyFolder(home)}/${FILE} 已损坏：${(error as Error).message}。请从密钥的离线备份恢复该文件。`,
      { path: keyFolder(home) },
    )
  }
}

/** The Ed25519 key that signs checkpoints, made on first use. Throws Problem key.unavailable. */
export const checkpointKey = (home: string): CheckpointKey => {
  const found = readKeyFile(home, FILE)
  if (found) return parse(home, found)
  createKeyFile(home, FILE, makePem())
  return parse(home, readKeyFile(home, FILE) ?? Buffer.alloc(0))
}
