import { eventHash, GENESIS } from '../chain/event.ts'
import { isHashAlg } from '../chain/hash.ts'
import type { StreamHead } from '../chain/heads.ts'
import { canonicalJson } from '../chain/jcs.ts'
import type { TableEvent } from '../chain/read-chain.ts'
import type { EventRows } from '../chain/state-check.ts'
import type { Findings } from './findings.ts'

/** Most rows the write door puts in one event. A body that claims more was not written by it, and is not believed. */
const MOST_ROWS = 1000

type Body = { readonly [key: string]: unknown }

/** An event's body as an object; empty where it is none. */
export const bodyOf = (text: string): Body => {
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Body) : {}
  } catch {
    return {}
  }
}

const chainFault = (event: TableEvent, prev: Buffer): string | null => {
  if (!isHashAlg(event.alg)) return `哈希算法 ${event.alg} 不识别`
  if (!event.prev.equals(prev)) return '与前一条不相接：前一条被改动、替换或删除'
  return eventHash(event, prev, event.alg).equals(event.hash) ? null : '内容与哈希不符：本条被改动'
}

const scopesFault = (event: TableEvent, body: Body): string | null =>
  canonicalJson(event.scopes) === canonicalJson(body.scopes ?? null) &&
  canonicalJson(event.needs) === canonicalJson(body.needs ?? null)
    ? null
    : '可见范围与内容不符：被改动'

const orderFault = (event: TableEvent, seq: number): string | null =>
  event.seq === seq ? null : `缺少第 ${seq} 至 ${event.seq - 1} 条`

/** The rows an event vouches for, as far as its body can be one of ours. */
const rowsOf = ({ seq, alg, body: text }: TableEvent, body: Body): EventRows => {
  const isOurs = isHashAlg(alg) && (body.rows === undefined || Number(body.rows) <= MOST_ROWS)
  return isOurs ? { seq, alg, body: Object.keys(body).length > 0 ? text : '{}' } : { seq, alg: 'sha256', body: '{}' }
}

/**
 * Holds the events of one stream to their chain while passing on what they say of rows. After a fault the chain is
 * taken up again behind it, so that one altered event does not hide what the others vouch for.
 */
export async function* checkChain(
  findings: Findings,
  events: AsyncIterable<TableEvent>,
  reached: (head: StreamHead) => void,
): AsyncGenerator<EventRows> {
  let prev: Buffer = Buffer.from(GENESIS)
  let seq = 1
  let last: TableEvent | null = null
  for await (const event of events) {
    const body = bodyOf(event.body)
    const why = orderFault(event, seq) ?? chainFault(event, prev) ?? scopesFault(event, body)
    if (why) findings.bad(event.stream, why.startsWith('缺少') ? seq : event.seq, why)
    findings.events += 1
    prev = event.hash
    seq = event.seq + 1
    last = event
    yield rowsOf(event, body)
  }
  if (last) reached({ stream: last.stream, seq: last.seq, hash: last.hash.toString('hex') })
}
