import { digest, type HashAlg } from './hash.ts'
import { canonicalJson } from './jcs.ts'
import { leafHash, merkleRoot } from './merkle.ts'

/** The last event of a stream; `hash` in lower-case hexadecimal. */
export type StreamHead = { stream: string; seq: number; hash: string }

/** Byte order of UTF-8, as `collate "C"` of PostgreSQL has it. */
export const compareStreams = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

export const sortHeads = (heads: Iterable<StreamHead>): StreamHead[] =>
  [...heads].map(({ stream, seq, hash }) => ({ stream, seq, hash })).sort((a, b) => compareStreams(a.stream, b.stream))

/** One hash over all streams: the Merkle root of their heads, sorted. Of no streams, the hash of nothing (RFC 6962). */
export const headsRoot = (alg: HashAlg, heads: Iterable<StreamHead>): string => {
  const leaves = sortHeads(heads).map((head) => leafHash(alg, Buffer.from(canonicalJson(head))))
  return (leaves.length === 0 ? digest(alg) : merkleRoot(leaves, alg)).toString('hex')
}
