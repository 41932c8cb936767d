import type { PoolClient } from 'pg'
import { eventHash } from '../chain/event.ts'
import type { HashAlg } from '../chain/hash.ts'
import { canonicalJson } from '../chain/jcs.ts'
import { leafHash, merkleRoot } from '../chain/merkle.ts'
import type { EventDraft, Row } from './changes.ts'
import type { Head } from './with-caller.ts'

const GENESIS = Buffer.alloc(32)

const SELECT = `select stream, seq, hash from stream_head where city = $1 and stream = any($2) order by stream for update`

/** Locks the heads of streams in sorted order, creating those that are new. */
export const lockHeads = async (
  client: PoolClient,
  city: string,
  streams: readonly string[],
): Promise<Map<string, Head>> => {
  const sorted = [...new Set(streams)].sort()
  await client.query(
    `insert into stream_head (city, stream, seq, hash) select $1, s, 0, $3 from unnest($2::text[]) s on conflict do nothing`,
    [city, sorted, GENESIS],
  )
  const { rows } = await client.query<Head & { stream: string }>(SELECT, [city, sorted])
  return new Map(rows.map(({ stream, seq, hash }) => [stream, { seq, hash }]))
}

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`

export type Appended = { events: Row[]; heads: Row[] }

/**
 * Chains event drafts onto locked heads: fills each covered row's event number, leaf number and leaf, puts the Merkle
 * root into the body, hashes, and gives the rows to insert. `heads` is moved on in place.
 */
export const chainEvents = (
  city: string,
  actor: string,
  at: string,
  alg: HashAlg,
  heads: Map<string, Head>,
  drafts: readonly EventDraft[],
): Appended => {
  const events: Row[] = []
  const moved = new Set<string>()
  for (const draft of drafts) {
    const head = heads.get(draft.stream)
    if (!head) throw new Error(`stream ${draft.stream} was not locked`)
    const seq = head.seq + 1
    const leaves = draft.rows.map(({ row, canonical }, index) => {
      const leaf = leafHash(alg, Buffer.from(canonical, 'utf8'))
      Object.assign(row, { event_seq: seq, leaf_no: index, leaf: hex(leaf) })
      return leaf
    })
    const proof = leaves.length > 0 ? { root: merkleRoot(leaves, alg).toString('hex'), rows: leaves.length } : {}
    const follows = draft.follows === undefined ? {} : { follows: heads.get(draft.follows)?.seq ?? 0 }
    // Who may read the event is a column beside it: told in the body too, it cannot be changed unseen.
    const held = draft.needs === undefined || draft.needs.length === 0 ? {} : { needs: [...draft.needs] }
    const body = canonicalJson({ ...draft.body, ...proof, ...follows, ...held, scopes: [...draft.scopes] })
    const { stream, kind, subject } = draft
    const hash = eventHash({ city, stream, seq, at, actor, kind, subject, body }, head.hash, alg)
    events.push({
      city,
      stream,
      seq,
      at,
      actor,
      kind,
      subject,
      body,
      prev: hex(head.hash),
      hash: hex(hash),
      alg,
      scopes: [...draft.scopes],
      needs: held.needs ?? null,
    })
    heads.set(stream, { seq, hash })
    moved.add(stream)
  }
  return {
    events,
    heads: [...moved].sort().map((stream) => {
      const head = heads.get(stream)
      return { city, stream, seq: head?.seq ?? 0, hash: hex(head?.hash ?? GENESIS) }
    }),
  }
}
