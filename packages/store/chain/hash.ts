import { createHash } from 'node:crypto'

/** What a chain may be hashed with: SHA-256, or SM3 (GB/T 32905) where a city's rules ask for it. */
export const HASH_ALGS = ['sha256', 'sm3'] as const
export type HashAlg = (typeof HASH_ALGS)[number]

export const isHashAlg = (name: unknown): name is HashAlg => HASH_ALGS.some((alg) => alg === name)

/** 32 bytes over the parts one after another; text counts as UTF-8. Throws when this OpenSSL was built without SM3. */
export const digest = (alg: HashAlg, ...parts: readonly (Uint8Array | string)[]): Buffer => {
  const hash = createHash(alg)
  for (const part of parts) hash.update(part)
  return hash.digest()
}
