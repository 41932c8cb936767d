import { z } from 'zod'
import type { Checkpoint } from './checkpoint.ts'
import { type EventBody, eventText } from './event.ts'
import { HASH_ALGS, type HashAlg } from './hash.ts'
import type { StreamHead } from './heads.ts'
import { canonicalJson } from './jcs.ts'

/**
 * An export of events is text of lines, each canonical JSON (RFC 8785) and ended by a line feed:
 * a header; checkpoints in their order; events, streams in byte order and each from its first; an end.
 * A line of an event is `{"hash":"<64 hex>",` and the event's text without its first brace, so that a verifier puts the
 * brace over the comma at byte 74 and hashes the bytes as they stand.
 */
const FORMAT = 'yundiao-events'

/** Longest line written or read: more is no event of ours, and is not held in memory. */
export const LONGEST_LINE = 16 * 2 ** 20

/** Where the hash starts and ends in a line of an event, and where its text begins. */
export const HASH_FROM = 9
export const HASH_TO = 73
export const TEXT_FROM = 74

/**
 * `publicKey` signed the last checkpoint. `earlierKeys` are those of homes whose records were restored into this one:
 * what they signed is vouched for by the last checkpoint, to which it is chained.
 */
export type ExportFacts = {
  city: string
  alg: HashAlg
  exportedAt: string
  publicKey: string | null
  earlierKeys?: readonly string[] | undefined
}
export type ExportEnd = {
  events: number
  checkpoints: number
  heads: readonly StreamHead[]
  rootHash: string
  preamble: string
}

const hex = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().nonnegative()
const headSchema = z.strictObject({ stream: z.string(), seq: z.int().positive(), hash: hex })

export const headerSchema = z.strictObject({
  format: z.literal(FORMAT),
  v: z.literal(1),
  city: z.string(),
  alg: z.enum(HASH_ALGS),
  exportedAt: z.string(),
  publicKey: z.string().nullable(),
  earlierKeys: z.array(z.string()).min(1).optional(),
})

export const checkpointSchema = z.strictObject({
  checkpoint: z.strictObject({
    city: z.string(),
    seq: z.int().positive(),
    at: z.string(),
    heads: z.array(headSchema),
    prev: hex,
    hash: hex,
    signature: z.string(),
    keyId: z.string(),
  }),
})

export const endSchema = z.strictObject({
  end: z.literal(true),
  events: count,
  streams: count,
  checkpoints: count,
  heads: z.array(headSchema),
  rootHash: hex,
  preamble: hex,
})

export const headerLine = ({ city, alg, exportedAt, publicKey, earlierKeys = [] }: ExportFacts): string => {
  const earlier = earlierKeys.length > 0 ? { earlierKeys } : {}
  return `${canonicalJson({ format: FORMAT, v: 1, city, alg, exportedAt, publicKey, ...earlier })}\n`
}

export const checkpointLine = ({ city, seq, at, heads, prev, hash, signature, keyId }: Checkpoint): string =>
  `${canonicalJson({ checkpoint: { city, seq, at, heads, prev, hash, signature, keyId } })}\n`

export const eventLine = (event: EventBody & { hash: Buffer }): string =>
  `{"hash":"${event.hash.toString('hex')}",${eventText(event).slice(1)}\n`

/** `preamble` is the hash of the header and the checkpoints, which no chain of events covers. */
export const endLine = ({ events, checkpoints, heads, rootHash, preamble }: ExportEnd): string =>
  `${canonicalJson({ end: true, events, streams: heads.length, checkpoints, heads, rootHash, preamble })}\n`
