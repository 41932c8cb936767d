import { Problem } from '@yundiao/kernel'
import type { PoolClient } from 'pg'
import type { StoreParts } from '../door/store-parts.ts'
import { signingKey, verifyingKeys } from '../secrets/known-keys.ts'
import { type Checkpoint, checkpointCode, checkpointFault, makeCheckpoint } from './checkpoint.ts'
import type { StreamHead } from './heads.ts'
import { firstFallen, readCheckpoints, readHeadRows, readStreams } from './read-chain.ts'

/** `code` is the 校验码 that papers print. */
export type MadeCheckpoint = { code: string; seq: number; hash: string; at: string }

const broken = (stream: string, seq: number, why: string): Problem =>
  new Problem(
    'chain.broken',
    `操作记录校验不通过，未签发检查点：${stream} 第 ${seq} 条，${why}。请立即停用并核对备份`,
    {
      stream,
      seq,
    },
  )

const newestCheckpoint = async (client: PoolClient, parts: StoreParts, city: string): Promise<Checkpoint | null> => {
  const found: Checkpoint[] = []
  for await (const checkpoint of readCheckpoints(client, city, 2)) found.push(checkpoint)
  const [newest, before] = found.reverse()
  if (!newest) return null
  const key = verifyingKeys(parts.home).get(newest.keyId)
  const why = key ? checkpointFault(newest, before ?? null, key) : `检查点由未知的密钥（${newest.keyId}）签名`
  if (why) throw broken('checkpoint', newest.seq, why)
  return newest
}

const LAST = `select stream, seq, encode(hash, 'hex') as hash from unnest($2::text[]) s(stream)
  cross join lateral (select seq, hash from event e where e.city = $1 and e.stream = s.stream order by seq desc limit 1) l`

/** Heads that are what the events end in; a cut or added tail is never signed as good. */
const soundHeads = async (client: PoolClient, city: string, newest: Checkpoint | null): Promise<StreamHead[]> => {
  const fallen = await firstFallen(client, city, newest?.heads ?? [])
  if (fallen) throw broken(fallen.stream, fallen.seq, '上一个检查点记下的这一条已不在或被改写')
  const heads = await readHeadRows(client, city)
  const { rows } = await client.query<StreamHead>(LAST, [city, await readStreams(client, city)])
  const ends = new Map(rows.map((row) => [row.stream, row]))
  for (const { stream, seq, hash } of heads) {
    const end = ends.get(stream)
    if (end?.seq !== seq || end.hash !== hash) throw broken(stream, seq, '末条登记与实有记录不符')
    ends.delete(stream)
  }
  const [extra] = ends.values()
  if (extra) throw broken(extra.stream, extra.seq, '有记录而没有末条登记')
  return heads
}

const sameHeads = (a: readonly StreamHead[], b: readonly StreamHead[]): boolean =>
  a.length === b.length && a.every((head, i) => head.stream === b[i]?.stream && head.seq === b[i]?.seq)

const insert = async (client: PoolClient, made: Checkpoint): Promise<void> => {
  await client.query(
    `insert into checkpoint (city, seq, at, heads, prev, hash, signature, key_id) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      made.city,
      made.seq,
      made.at,
      JSON.stringify(made.heads),
      Buffer.from(made.prev, 'hex'),
      Buffer.from(made.hash, 'hex'),
      Buffer.from(made.signature, 'base64'),
      made.keyId,
    ],
  )
}

const isAsExpected = (newest: Checkpoint | null, heads: readonly StreamHead[], keyId: string): newest is Checkpoint =>
  newest !== null && newest.keyId === keyId && sameHeads(newest.heads, heads)

/**
 * Signs where every stream of a city stands, after making sure that what was signed last still stands and that the
 * heads are those of the events. Where nothing moved, the newest checkpoint is the answer.
 * Throws Problem chain.broken, key.unavailable.
 */
export const makeStoreCheckpoint = async (parts: StoreParts, city: string): Promise<MadeCheckpoint> => {
  const key = signingKey(parts.home)
  const client = await parts.owner.connect()
  try {
    await client.query('begin isolation level repeatable read')
    // Before the snapshot is taken, so that of two processes the second sees what the first has signed.
    await client.query('lock table checkpoint in share row exclusive mode')
    const newest = await newestCheckpoint(client, parts, city)
    const heads = await soundHeads(client, city, newest)
    const isNew = !isAsExpected(newest, heads, key.keyId)
    const made = isNew ? makeCheckpoint({ city, at: parts.now().toISOString(), heads }, newest, key) : newest
    if (isNew) await insert(client, made)
    await client.query('commit')
    return { code: checkpointCode(made), seq: made.seq, hash: made.hash, at: made.at }
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}
