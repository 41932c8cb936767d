import { type KeyObject, sign, verify } from 'node:crypto'
import { type CheckpointKey, keyIdOf } from '../secrets/checkpoint-key.ts'
import { digest } from './hash.ts'
import { compareStreams, type StreamHead, sortHeads } from './heads.ts'
import { canonicalJson } from './jcs.ts'

/** Every stream's head at one instant, chained to the checkpoint before and signed with a key outside the database. */
export type Checkpoint = {
  city: string
  seq: number
  at: string
  heads: readonly StreamHead[]
  prev: string
  hash: string
  signature: string
  keyId: string
}

const NO_PREVIOUS = '0'.repeat(64)

type Unsigned = Omit<Checkpoint, 'hash' | 'signature'>

/** SHA-256 whatever the chain is hashed with: the signature's scheme (Ed25519) is of the same family. */
const hashOf = ({ city, seq, at, heads, prev, keyId }: Unsigned): Buffer =>
  digest('sha256', canonicalJson({ v: 1, city, seq, at, heads, prev, keyId }))

/** What is signed. The words in front keep the signature from serving for anything else. */
const signedBytes = (hash: Buffer): Buffer => Buffer.concat([Buffer.from('yundiao checkpoint v1\n'), hash])

/** The checkpoint after `previous` (null for the city's first). `at` is an instant `…Z` with milliseconds. */
export const makeCheckpoint = (
  { city, at, heads }: { city: string; at: string; heads: Iterable<StreamHead> },
  previous: Checkpoint | null,
  key: CheckpointKey,
): Checkpoint => {
  const seq = (previous?.seq ?? 0) + 1
  const prev = previous?.hash ?? NO_PREVIOUS
  const facts: Unsigned = { city, seq, at, heads: sortHeads(heads), prev, keyId: key.keyId }
  const hash = hashOf(facts)
  const signature = sign(null, signedBytes(hash), key.privateKey).toString('base64')
  return { ...facts, hash: hash.toString('hex'), signature }
}

/** A head that went back, changed or vanished since the checkpoint before; heads of both are sorted. */
const headUndone = (heads: readonly StreamHead[], previous: readonly StreamHead[]): StreamHead | undefined => {
  const now = new Map(heads.map((head) => [head.stream, head]))
  return previous.find((before) => {
    const after = now.get(before.stream)
    return !after || after.seq < before.seq || (after.seq === before.seq && after.hash !== before.hash)
  })
}

const linkFault = (checkpoint: Checkpoint, previous: Checkpoint | null): string | null => {
  if (checkpoint.seq !== (previous?.seq ?? 0) + 1)
    return `检查点应为第 ${(previous?.seq ?? 0) + 1} 号，却是第 ${checkpoint.seq} 号`
  if (checkpoint.prev !== (previous?.hash ?? NO_PREVIOUS)) return '检查点与前一个检查点不相接'
  if (previous && previous.city !== checkpoint.city) return '检查点属于另一个城市'
  const undone = previous && headUndone(checkpoint.heads, previous.heads)
  return undone ? `检查点里 ${undone.stream} 的末条与前一个检查点矛盾` : null
}

const isSigned = (checkpoint: Checkpoint, hash: Buffer, publicKey: KeyObject): boolean => {
  const signature = Buffer.from(checkpoint.signature, 'base64')
  // Base64 has several spellings of the same bytes; only one is ours.
  if (signature.toString('base64') !== checkpoint.signature) return false
  return verify(null, signedBytes(hash), publicKey, signature)
}

/**
 * What is wrong with a checkpoint, in words for people; null when nothing is. `previous` is the one before it, null for
 * the first. Does not weigh whether the heads are those of the events: the verification of a file does.
 */
export const checkpointFault = (
  checkpoint: Checkpoint,
  previous: Checkpoint | null,
  publicKey: KeyObject,
): string | null => {
  const hash = hashOf(checkpoint)
  if (hash.toString('hex') !== checkpoint.hash) return '检查点的内容与其哈希不符'
  const unsorted = checkpoint.heads.some(
    (head, i, all) => i > 0 && compareStreams(all[i - 1]?.stream ?? '', head.stream) >= 0,
  )
  if (unsorted) return '检查点里各类记录的次序不对'
  if (checkpoint.keyId !== keyIdOf(publicKey)) return `检查点由另一把密钥（${checkpoint.keyId}）签名`
  if (!isSigned(checkpoint, hash, publicKey)) return '检查点的签名不对'
  return linkFault(checkpoint, previous)
}

export const verifyCheckpoint = (checkpoint: Checkpoint, previous: Checkpoint | null, publicKey: KeyObject): boolean =>
  checkpointFault(checkpoint, previous, publicKey) === null

/** 校验码, printed on papers: the first 8 hexadecimal digits of the checkpoint's hash, in capitals. */
export const checkpointCode = (checkpoint: Pick<Checkpoint, 'hash'>): string =>
  checkpoint.hash.slice(0, 8).toUpperCase()
