import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { PoolClient } from 'pg'
import type { StoreParts } from '../door/store-parts.ts'
import { knownPublicKeys, signingKey } from '../secrets/known-keys.ts'
import type { StoredEvent } from './event.ts'
import { type ExportParts, eventFileLines } from './export-file.ts'
import type { ExportEnd } from './export-format.ts'
import { isHashAlg } from './hash.ts'
import { makeStoreCheckpoint } from './make-checkpoint.ts'
import { readCheckpoints, readStream, readStreams } from './read-chain.ts'
import { inSnapshot } from './snapshot.ts'
import { writeEventFile } from './write-event-file.ts'

/** What was exported. `code` is the 校验码 of its newest checkpoint, `publicKey` what verifies its signature. */
export type Exported = {
  events: number
  streams: number
  checkpoints: number
  rootHash: string
  code: string
  publicKey: string
}

async function* allEvents(client: PoolClient, city: string): AsyncGenerator<StoredEvent> {
  for (const stream of await readStreams(client, city))
    for await (const { alg, ...event } of readStream(client, city, stream)) {
      if (!isHashAlg(alg)) throw new RangeError(`event ${stream} ${event.seq} is hashed with ${alg}`)
      yield { ...event, alg }
    }
}

const writeTo = async (target: Writable, parts: ExportParts): Promise<ExportEnd> => {
  const lines = eventFileLines(parts)
  for (;;) {
    const { done, value } = await lines.next()
    if (done) return value
    if (!target.write(value)) await once(target, 'drain')
  }
}

/**
 * Exports every event of a city with all checkpoints, a fresh one last, from one snapshot; memory does not grow with the
 * chain. To a path: whole or not at all. To a stream: not ended, that is the caller's.
 * Throws Problem chain.broken, and what the disk throws.
 */
export const exportEvents = async (parts: StoreParts, city: string, target: string | Writable): Promise<Exported> => {
  const { code } = await makeStoreCheckpoint(parts, city)
  const { publicKey } = signingKey(parts.home)
  const earlierKeys = [...knownPublicKeys(parts.home).values()].filter((key) => key !== publicKey)
  const facts = { city, alg: parts.alg, exportedAt: parts.now().toISOString(), publicKey, earlierKeys }
  const { events, checkpoints, heads, rootHash } = await inSnapshot(parts.owner, async (client) => {
    const sources = { facts, checkpoints: readCheckpoints(client, city), events: allEvents(client, city) }
    return typeof target === 'string' ? writeEventFile(target, sources) : writeTo(target, sources)
  })
  return { events, streams: heads.length, checkpoints, rootHash, code, publicKey }
}
