import { createHash } from 'node:crypto'
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eventHash, type StoredEvent, verifyEventFile, writeEventFile } from '@yundiao/store'
import type { Claim } from './measure.ts'
import { isSmall } from './size.ts'

const EVENTS = isSmall ? 50_000 : 1_000_000
const MOST_SECONDS = isSmall ? 0.6 : 12
const STREAMS = 50
const FACTS = { city: '510700', alg: 'sha256', exportedAt: '2026-04-26T00:00:00.000Z', publicKey: null } as const

/** Events of about 500 bytes, `count` over fifty streams, in the order of an export. */
function* manyEvents(count: number): Generator<StoredEvent> {
  for (let s = 0; s < STREAMS; s += 1) {
    const stream = `ledger/${String(s).padStart(2, '0')}`
    let prev: Buffer = Buffer.alloc(32)
    for (let seq = 1; seq <= Math.ceil((count - s) / STREAMS); seq += 1) {
      const subject = `0190f8c0-1111-7222-8333-${String(seq).padStart(12, '0')}`
      const body = `{"after":{"invested":${seq * 100},"note":"现场核实，形象进度与填报一致","stage":"在建"},"before":{"invested":0,"note":null,"stage":"前期"},"root":"${'a'.repeat(64)}","rows":1,"version":${seq}}`
      const facts = {
        city: FACTS.city,
        stream,
        seq,
        at: FACTS.exportedAt,
        actor: subject,
        kind: 'entry.changed',
        subject,
        body,
      }
      const hash = eventHash(facts, prev, 'sha256')
      yield { ...facts, prev, hash, alg: 'sha256' }
      prev = hash
    }
  }
}

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const started = process.hrtime.bigint()
  await work()
  return Number(process.hrtime.bigint() - started) / 1e9
}

/** What no verifier can go below: reading the bytes and hashing them in one stretch. */
const readAndHash = async (file: string): Promise<void> => {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file, { highWaterMark: 2 ** 20 })) hash.update(piece)
  hash.digest()
}

/** Verifies a file of a million events, and says the time beside the lower limit of the same run. */
export const verifyEventsClaims = async (): Promise<Claim[]> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yd-bench-'))
  const file = path.join(folder, 'events.ndjson')
  try {
    const wrote = await seconds(() =>
      writeEventFile(file, { facts: FACTS, checkpoints: [], events: manyEvents(EVENTS) }),
    )
    const limit = await seconds(() => readAndHash(file))
    let ok = false
    const took = await seconds(async () => {
      ok = (await verifyEventFile(file)).ok
    })
    const size = `${(statSync(file).size / 1e6).toFixed(0)} MB`
    return [
      {
        what: `events verify: ${EVENTS} events, ${size}`,
        bar: `≤ ${MOST_SECONDS} s`,
        got: `${took.toFixed(2)} s${ok ? '' : ', not ok'}`,
        ok: ok && took <= MOST_SECONDS,
        note: `read and hash alone ${limit.toFixed(2)} s, ratio ${(took / limit).toFixed(1)}; chained and written in ${wrote.toFixed(2)} s`,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
