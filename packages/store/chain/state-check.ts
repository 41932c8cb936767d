import { type HashAlg, isHashAlg } from './hash.ts'
import { leafHash, merkleRoot } from './merkle.ts'

/** A row version as the tables hold it: the event that wrote it, its place in that event, its leaf, its canonical text. */
export type RowVersion = { eventSeq: number; leafNo: number; leaf: Buffer; canonical: string }

/** What an event says of the rows it wrote; null where it wrote none. `body` is the event's canonical text. */
export type EventRows = { seq: number; alg: string; body: string }

/** A row the tables hold otherwise than its event says. `row` names it as far as it can be named. */
export type StateMismatch = { stream: string; seq: number; leafNo: number | null; row: string | null; why: string }

type Proof = { root: string; rows: number }

const proofOf = (body: string): Proof | null => {
  const { root, rows } = JSON.parse(body) as { root?: unknown; rows?: unknown }
  return typeof root === 'string' && typeof rows === 'number' ? { root, rows } : null
}

/** A row by its table and what names it there: a figure by region, period and vintage, all else by id and version. */
const nameOfRow = (canonical: string): string => {
  const row = JSON.parse(canonical) as Record<string, unknown>
  const words =
    row.id === undefined ? [row.series, row.region, row.period, `@${row.vintage}`] : [row.id, `v${row.version}`]
  return [row.table, ...words].join(' ')
}

type Batch = { stream: string; seq: number; alg: HashAlg }

const mismatch = (
  { stream, seq }: { stream: string; seq: number },
  version: RowVersion | null,
  why: string,
): StateMismatch => ({
  stream,
  seq,
  leafNo: version?.leafNo ?? null,
  row: version ? nameOfRow(version.canonical) : null,
  why,
})

const alteredRows = (batch: Batch, versions: readonly RowVersion[]): StateMismatch[] =>
  versions
    .filter(({ canonical, leaf }) => !leafHash(batch.alg, Buffer.from(canonical, 'utf8')).equals(leaf))
    .map((version) => mismatch(batch, version, '内容与记录不符：绕过系统改动过'))

const lostRows = (batch: Batch, versions: readonly RowVersion[], rows: number): StateMismatch[] => {
  const held = new Set(versions.map((version) => version.leafNo))
  return Array.from({ length: rows }, (_, leafNo) => leafNo)
    .filter((leafNo) => !held.has(leafNo))
    .map((leafNo) => ({ ...mismatch(batch, null, '该行已不在表中：绕过系统删除过'), leafNo }))
}

const extraRows = (batch: Batch, versions: readonly RowVersion[], rows: number): StateMismatch[] => {
  const seen = new Set<number>()
  const isExtra = ({ leafNo }: RowVersion): boolean => {
    const isTwice = seen.has(leafNo)
    seen.add(leafNo)
    return isTwice || leafNo < 0 || leafNo >= rows
  }
  return versions.filter(isExtra).map((version) => mismatch(batch, version, '记录里没有这一行：绕过系统添加过'))
}

const rootMismatch = (batch: Batch, versions: readonly RowVersion[], proof: Proof): StateMismatch[] => {
  const leaves = [...versions].sort((a, b) => a.leafNo - b.leafNo).map((version) => version.leaf)
  if (merkleRoot(leaves, batch.alg).toString('hex') === proof.root) return []
  const [only, second] = versions
  if (only && !second) return [mismatch(batch, only, '内容与记录不符：绕过系统改动过')]
  return [mismatch(batch, null, `这一批 ${proof.rows} 行里有行连同其校验值被改动，请对照备份逐行核对`)]
}

/** Holds the rows of one event against what it says. Only when each row fits its own leaf is the root asked. */
const checkBatch = (batch: Batch, body: string, versions: readonly RowVersion[]): StateMismatch[] => {
  const proof = proofOf(body)
  const rows = proof?.rows ?? 0
  const found = [
    ...alteredRows(batch, versions),
    ...lostRows(batch, versions, rows),
    ...extraRows(batch, versions, rows),
  ]
  return found.length > 0 || !proof || rows === 0 ? found : rootMismatch(batch, versions, proof)
}

const take = async <T>(source: AsyncIterator<T>): Promise<T | null> => {
  const { done, value } = await source.next()
  return done ? null : value
}

/**
 * Holds the tables against the events of one stream. Events come by number; row versions, live and replaced, by the
 * number of their event. Answers each row that was changed, removed or added past the write door.
 * Does not weigh columns outside the canonical text, nor events themselves: verify the chain first.
 */
export async function* checkState(
  stream: string,
  events: AsyncIterable<EventRows>,
  rows: AsyncIterable<RowVersion>,
): AsyncGenerator<StateMismatch> {
  const source = rows[Symbol.asyncIterator]()
  let next = await take(source)
  for await (const { seq, alg, body } of events) {
    if (!isHashAlg(alg)) throw new RangeError(`event ${stream} ${seq} is hashed with ${alg}`)
    const versions: RowVersion[] = []
    for (; next && next.eventSeq <= seq; next = await take(source)) {
      if (next.eventSeq === seq) versions.push(next)
      else yield mismatch({ stream, seq: next.eventSeq }, next, '没有写入这一行的操作记录：绕过系统添加过')
    }
    yield* checkBatch({ stream, seq, alg }, body, versions)
  }
  for (; next; next = await take(source))
    yield mismatch({ stream, seq: next.eventSeq }, next, '没有写入这一行的操作记录：绕过系统添加过')
}
