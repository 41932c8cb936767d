import { digest, type HashAlg } from './hash.ts'

const LEAF = Buffer.from([0])
const NODE = Buffer.from([1])

/** A leaf as RFC 6962 §2.1 has it: the hash of 0x00 and the bytes, so that no leaf can pass for an inner node. */
export const leafHash = (alg: HashAlg, bytes: Uint8Array): Buffer => digest(alg, LEAF, bytes)

/** The largest power of two below `count`. */
const leftSize = (count: number): number => 2 ** Math.ceil(Math.log2(count) - 1)

/** The root over leaves in their order (RFC 6962 §2.1); of one leaf, the leaf itself. Throws RangeError for none. */
export const merkleRoot = (leaves: readonly Buffer[], alg: HashAlg): Buffer => {
  const [only] = leaves
  if (!only) throw new RangeError('a Merkle tree has at least one leaf')
  if (leaves.length === 1) return only
  const half = leftSize(leaves.length)
  return digest(alg, NODE, merkleRoot(leaves.slice(0, half), alg), merkleRoot(leaves.slice(half), alg))
}
