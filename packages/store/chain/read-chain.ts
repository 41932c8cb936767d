import type { PoolClient } from 'pg'
import { z } from 'zod'
import type { Checkpoint } from './checkpoint.ts'
import type { StoredEvent } from './event.ts'
import { compareStreams, type StreamHead } from './heads.ts'
import { streamRows } from './snapshot.ts'

/** Bodies may hold whole documents, so few at a time. */
const EVENTS_AT_A_TIME = 200

export type TableEvent = Omit<StoredEvent, 'alg'> & { alg: string; scopes: string[]; needs: string[] | null }

const EVENT = 'city, stream, seq, at, actor, kind, subject, body, prev, hash, alg, scopes, needs'

// Jumps from one stream to the next: reading all events to find some fifty names would take long.
const STREAMS = `with recursive s(stream) as (
    (select stream from event where city = $1 order by stream limit 1)
    union all select (select e.stream from event e where e.city = $1 and e.stream > s.stream order by e.stream limit 1)
      from s where s.stream is not null)
  select stream from s where stream is not null
  union select stream from stream_head where city = $1 and seq > 0`

/** Names of the streams that have events or a head, in byte order. */
export const readStreams = async (client: PoolClient, city: string): Promise<string[]> => {
  const { rows } = await client.query<{ stream: string }>(STREAMS, [city])
  return rows.map((row) => row.stream).sort(compareStreams)
}

/** Events of one stream by number. */
export const readStream = (client: PoolClient, city: string, stream: string): AsyncGenerator<TableEvent> =>
  streamRows(client, {
    sql: `select ${EVENT} from event where city = $1 and stream = $2 order by seq`,
    params: [city, stream],
    rows: EVENTS_AT_A_TIME,
  })

/** Where the table of heads says streams stand. A stream that was locked and never written to stands at 0: left out. */
export const readHeadRows = async (client: PoolClient, city: string): Promise<StreamHead[]> => {
  const { rows } = await client.query<StreamHead>(
    `select stream, seq, encode(hash, 'hex') as hash from stream_head where city = $1 and seq > 0`,
    [city],
  )
  return rows.sort((a, b) => compareStreams(a.stream, b.stream))
}

const headsShape = z.array(z.strictObject({ stream: z.string(), seq: z.int().positive(), hash: z.string() }))

type CheckpointRow = {
  city: string
  seq: number
  at: string
  heads: string
  prev: Buffer
  hash: Buffer
  signature: Buffer
  key_id: string
}

/** Heads that cannot be read count as none: the checkpoint's hash then says that it was changed. */
const headsOf = (text: string): StreamHead[] => {
  try {
    return headsShape.safeParse(JSON.parse(text)).data ?? []
  } catch {
    return []
  }
}

const toCheckpoint = ({ city, seq, at, heads, prev, hash, signature, key_id }: CheckpointRow): Checkpoint => ({
  city,
  seq,
  at,
  heads: headsOf(heads),
  prev: prev.toString('hex'),
  hash: hash.toString('hex'),
  signature: signature.toString('base64'),
  keyId: key_id,
})

/** Checkpoints from the first, or the last `last` of them, in their order. */
export async function* readCheckpoints(client: PoolClient, city: string, last?: number): AsyncGenerator<Checkpoint> {
  const newest =
    last === undefined
      ? 'select * from checkpoint where city = $1'
      : `select * from checkpoint where city = $1 order by seq desc limit ${last}`
  const ask = { sql: `select * from (${newest}) c order by seq`, params: [city], rows: EVENTS_AT_A_TIME }
  for await (const row of streamRows<CheckpointRow>(client, ask)) yield toCheckpoint(row)
}

const STANDING = `select k.stream, k.seq from json_to_recordset($2) as k(stream text, seq int8, hash text)
  where not exists (select from event e where e.city = $1 and e.stream = k.stream and e.seq = k.seq and e.hash = decode(k.hash, 'hex'))`

/** Of heads once vouched for, the first (by stream) that no event bears out: it was cut off or rewritten. */
export const firstFallen = async (
  client: PoolClient,
  city: string,
  heads: readonly StreamHead[],
): Promise<{ stream: string; seq: number } | null> => {
  if (heads.length === 0) return null
  const { rows } = await client.query<{ stream: string; seq: number }>(STANDING, [city, JSON.stringify(heads)])
  return rows.sort((a, b) => compareStreams(a.stream, b.stream))[0] ?? null
}
