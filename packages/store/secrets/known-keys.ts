import type { KeyObject } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { type CheckpointKey, checkpointKey, keyIdOf, readPublicKey } from './checkpoint-key.ts'
import { createKeyFile, keyFolder, readKeyFile } from './key-files.ts'

const FILE = /^checkpoint-([0-9a-f]{16})\.pub$/

const fileOf = (keyId: string): string => `checkpoint-${keyId}.pub`

/** Keeps a public key (SPKI in base64) in the folder of keys, so that what it signed is verified after it is replaced. */
export const keepPublicKey = (home: string, publicKey: string): void => {
  const name = fileOf(keyIdOf(readPublicKey(publicKey)))
  if (readKeyFile(home, name) === null) createKeyFile(home, name, publicKey)
}

/** The key that signs this home's checkpoints, its public half kept beside it. */
export const signingKey = (home: string): CheckpointKey => {
  const key = checkpointKey(home)
  keepPublicKey(home, key.publicKey)
  return key
}

/** Public keys (SPKI in base64) whose signatures this home takes, by key id: its own, and those of homes restored into it. */
export const knownPublicKeys = (home: string): Map<string, string> => {
  const folder = keyFolder(home)
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => FILE.test(name)) : []
  const texts = names.sort().map((name) => readKeyFile(home, name)?.toString('utf8').trim() ?? '')
  return new Map(texts.map((text) => [keyIdOf(readPublicKey(text)), text]))
}

/** The same, ready to verify with. */
export const verifyingKeys = (home: string): Map<string, KeyObject> =>
  new Map([...knownPublicKeys(home)].map(([keyId, text]) => [keyId, readPublicKey(text)]))
