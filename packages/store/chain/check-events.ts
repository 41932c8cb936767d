import { hash } from 'node:crypto'
import { z } from 'zod'
import type { ExpectedHeads } from './expected-heads.ts'
import { HASH_FROM, HASH_TO, TEXT_FROM } from './export-format.ts'
import type { HashAlg } from './hash.ts'
import { compareStreams, type StreamHead } from './heads.ts'

/** Where a file first fails, and how; stream and number are null where the line is of no event. */
export type Fault = { line: number; stream: string | null; seq: number | null; why: string }

export type EventChecker = {
  /** Takes the next line of an event; says what is wrong with it, or null. */
  take: (bytes: Buffer, line: number) => Fault | null
  heads: () => readonly StreamHead[]
}

const PREV_BYTES = 32
const TEXT_AT = PREV_BYTES + 1
const PREFIX = Buffer.from('{"hash":"')
const SEQ_KEY = Buffer.from(',"seq":')
const CITY_KEY = Buffer.from(',"city":')
const QUOTE_COMMA = Buffer.from('",')
const BRACE = 0x7b

const lineSchema = z.object({ city: z.string(), stream: z.string(), seq: z.int().positive() })
type Named = z.infer<typeof lineSchema>

const startsAsEvent = (bytes: Buffer): boolean =>
  bytes.length > TEXT_FROM &&
  PREFIX.compare(bytes, 0, HASH_FROM) === 0 &&
  QUOTE_COMMA.compare(bytes, HASH_TO, TEXT_FROM + 1) === 0

const nameOf = (bytes: Buffer): Named | null => {
  try {
    return lineSchema.safeParse(JSON.parse(bytes.toString('utf8'))).data ?? null
  } catch {
    return null
  }
}

/** Previous hash, line feed and text in one stretch of memory, as they are hashed. Grows with the longest line. */
const hasher = (alg: HashAlg) => {
  let memory = Buffer.alloc(64 * 1024)
  memory[PREV_BYTES] = 0x0a
  return {
    restart: (): void => void memory.fill(0, 0, PREV_BYTES),
    hash: (bytes: Buffer): string => {
      const end = TEXT_AT + bytes.length - TEXT_FROM
      if (end > memory.length) memory = Buffer.concat([memory], end * 2)
      bytes.copy(memory, TEXT_AT, TEXT_FROM)
      memory[TEXT_AT] = BRACE
      return hash(alg, memory.subarray(0, end))
    },
    moveOn: (found: string): void => void memory.write(found, 0, 'hex'),
  }
}

/**
 * Whether the line says it is event `seq` of `stream` in `city`, by bytes alone. In canonical text an unescaped
 * `,"seq":` stands in no string, and after the body only once; of `,"city":` the last before it is the event's own.
 */
const saysItIs = (bytes: Buffer, city: Buffer, tail: Buffer): boolean => {
  const seqAt = bytes.lastIndexOf(SEQ_KEY)
  if (seqAt < 0 || tail.compare(bytes, seqAt, Math.min(bytes.length, seqAt + tail.length)) !== 0) return false
  const cityAt = bytes.lastIndexOf(CITY_KEY, seqAt)
  return cityAt >= 0 && city.compare(bytes, cityAt, Math.min(bytes.length, cityAt + city.length)) === 0
}

const orderFault = (named: Named, last: StreamHead | undefined, city: string): string | null => {
  if (named.city !== city) return '属于另一个城市'
  if (!last || compareStreams(named.stream, last.stream) > 0)
    return named.seq === 1 ? null : `这一类记录从第 ${named.seq} 条起，缺少第 1 至 ${named.seq - 1} 条`
  if (named.stream !== last.stream) return '次序不对：这一类记录应在前面'
  if (named.seq <= last.seq) return `次序不对或重复：前一条已是第 ${last.seq} 条`
  return named.seq === last.seq + 1 ? null : `缺少第 ${last.seq + 1} 至 ${named.seq - 1} 条`
}

/** Checks lines of events one after another: form, order, chain, and what checkpoints vouch for. */
export const checkEvents = (city: string, alg: HashAlg, expected: ExpectedHeads): EventChecker => {
  const heads: StreamHead[] = []
  const chain = hasher(alg)
  const cityBytes = Buffer.from(`,"city":${JSON.stringify(city)},"kind":`)
  const tailFor = (stream: string, seq: number): Buffer =>
    Buffer.from(`,"seq":${seq},"stream":${JSON.stringify(stream)},"subject":`)

  /** What the line must be for all to be well: the next of its stream, or the first of the next stream. */
  const placeOf = (bytes: Buffer): { stream: string; seq: number } | string => {
    const last = heads.at(-1)
    if (last && saysItIs(bytes, cityBytes, tailFor(last.stream, last.seq + 1)))
      return { stream: last.stream, seq: last.seq + 1 }
    const named = nameOf(bytes)
    if (!named) return '内容已被改动，不成一条记录'
    const fault = orderFault(named, last, city)
    if (fault) return fault
    return saysItIs(bytes, cityBytes, tailFor(named.stream, named.seq)) ? named : '内容已被改动，写法不是规范形式'
  }

  const take = (bytes: Buffer, line: number): Fault | null => {
    const last = heads.at(-1)
    const place = startsAsEvent(bytes) ? placeOf(bytes) : '内容已被改动，不成一条记录'
    if (typeof place === 'string') {
      const named = nameOf(bytes)
      const seq = named?.seq ?? (last ? last.seq + 1 : null)
      return { line, stream: named?.stream ?? last?.stream ?? null, seq, why: place }
    }
    const { stream, seq } = place
    if (stream !== last?.stream) chain.restart()
    const found = chain.hash(bytes)
    if (found !== bytes.toString('latin1', HASH_FROM, HASH_TO))
      return { line, stream, seq, why: '内容与哈希不符：本条被改动，或前一条被改动、替换' }
    const vouched = expected.get(stream)?.get(seq)
    if (vouched !== undefined && vouched !== found)
      return { line, stream, seq, why: '与检查点所记的哈希不符：整段记录被重写' }
    chain.moveOn(found)
    if (stream === last?.stream) heads.pop()
    heads.push({ stream, seq, hash: found })
    return null
  }
  return { take, heads: () => heads }
}
