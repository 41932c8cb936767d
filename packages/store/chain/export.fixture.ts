import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { type CheckpointKey, keyIdOf } from '../secrets/checkpoint-key.ts'
import { type Checkpoint, makeCheckpoint } from './checkpoint.ts'
import { type EventBody, eventHash, GENESIS, type StoredEvent } from './event.ts'
import { eventFileLines } from './export-file.ts'
import type { HashAlg } from './hash.ts'
import type { StreamHead } from './heads.ts'
import { canonicalJson } from './jcs.ts'

export const AT = '2022-04-26T01:00:00.000Z'
const CITY = '510700'

export const newKey = (): CheckpointKey => {
  const { privateKey } = generateKeyPairSync('ed25519')
  const publicKey = createPublicKey(privateKey)
  const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  return { keyId: keyIdOf(publicKey), privateKey, publicKey: spki }
}

/** Which stream each event goes to, and its body; a body of null makes a checkpoint at that point. */
export type Step = { stream: string; body: unknown }

export type Made = { events: StoredEvent[]; checkpoints: Checkpoint[]; alg: HashAlg; key: CheckpointKey }

const chain = (facts: EventBody, prev: Buffer, alg: HashAlg): StoredEvent => ({
  ...facts,
  prev,
  hash: eventHash(facts, prev, alg),
  alg,
})

/** Runs the steps as the write door would: each event onto its stream's head. */
export const makeChain = (steps: readonly Step[], key: CheckpointKey, alg: HashAlg = 'sha256'): Made => {
  const events: StoredEvent[] = []
  const checkpoints: Checkpoint[] = []
  const last = new Map<string, StoredEvent>()
  const heads = (): StreamHead[] =>
    [...last.values()].map(({ stream, seq, hash }) => ({ stream, seq, hash: hash.toString('hex') }))
  for (const { stream, body } of steps) {
    if (body === null) {
      checkpoints.push(makeCheckpoint({ city: CITY, at: AT, heads: heads() }, checkpoints.at(-1) ?? null, key))
      continue
    }
    const before = last.get(stream)
    const seq = (before?.seq ?? 0) + 1
    const facts = { city: CITY, stream, seq, at: AT, actor: '甲', kind: 'item.added', subject: `${stream}-${seq}` }
    const event = chain({ ...facts, body: canonicalJson(body) }, before?.hash ?? Buffer.from(GENESIS), alg)
    last.set(stream, event)
    events.push(event)
  }
  events.sort((a, b) => Buffer.compare(Buffer.from(a.stream), Buffer.from(b.stream)) || a.seq - b.seq)
  return { events, checkpoints, alg, key }
}

/** The lines of an export without their line feeds. */
export const linesOf = async ({ events, checkpoints, alg, key }: Made): Promise<string[]> => {
  const facts = { city: CITY, alg, exportedAt: AT, publicKey: key.publicKey }
  const lines: string[] = []
  for await (const line of eventFileLines({ facts, checkpoints, events })) lines.push(line.slice(0, -1))
  return lines
}

export const fileOf = (lines: readonly string[]): Buffer => Buffer.from(lines.map((line) => `${line}\n`).join(''))

/** Bytes as a stream of pieces of `size`. */
export async function* inPieces(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}
