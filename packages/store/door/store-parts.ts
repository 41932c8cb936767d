import type { Polygon } from '@yundiao/kernel'
import type { Pool } from 'pg'
import type { HashAlg } from '../chain/hash.ts'
import type { Reference } from './reference.ts'
import type { CacheHeads } from './with-caller.ts'

/** What the inside of the store shares. `now` is the one clock. */
export type StoreParts = {
  app: Pool
  owner: Pool
  home: string
  alg: HashAlg
  now: () => Date
  /** The reference of a city, read again when the heads of its streams have moved. */
  reference: (city: string, heads: CacheHeads) => Promise<Reference>
  seal: {
    close: (ledger: string, field: string, text: string) => string
    open: (ledger: string, field: string, sealed: string) => string
    hmac: (ledger: string, text: string) => string
  }
  /** The area of a city, that boundaries must lie in; null where it is not known. */
  areaOf: (city: string) => readonly Polygon[] | null
}
