import { digest, type HashAlg } from './hash.ts'
import { canonicalJson } from './jcs.ts'

/** What an event says. `at` is an instant `…Z` with milliseconds; `body` is RFC 8785 text, stored exactly as hashed. */
export type EventBody = {
  city: string
  stream: string
  seq: number
  at: string
  actor: string
  kind: string
  subject: string | null
  body: string
}

export type StoredEvent = EventBody & { prev: Buffer; hash: Buffer; alg: HashAlg }

/** What the first event of every stream is chained to. */
export const GENESIS: Readonly<Buffer> = Buffer.alloc(32)

/**
 * The event as one canonical object (RFC 8785). The body is canonical already and its key sorts where it stands here,
 * so it is set in as it is: a third of the work of parsing and writing it again.
 */
export const eventText = (event: EventBody): string => {
  const { actor, at, body, city, kind, seq, stream, subject } = event
  const head = `{"actor":${canonicalJson(actor)},"at":${canonicalJson(at)},"body":${body},"city":${canonicalJson(city)}`
  const place = `"kind":${canonicalJson(kind)},"seq":${canonicalJson(seq)},"stream":${canonicalJson(stream)}`
  return `${head},${place},"subject":${canonicalJson(subject)},"v":1}`
}

/** alg(prev ‖ 0x0A ‖ text of the event). `body` must be canonical text; nothing checks that here. */
export const eventHash = (event: EventBody, prev: Uint8Array, alg: HashAlg): Buffer =>
  digest(alg, prev, '\n', eventText(event))
