import { createHash } from 'node:crypto'
import type { Checkpoint } from './checkpoint.ts'
import type { StoredEvent } from './event.ts'
import {
  checkpointLine,
  type ExportEnd,
  type ExportFacts,
  endLine,
  eventLine,
  headerLine,
  LONGEST_LINE,
} from './export-format.ts'
import { compareStreams, headsRoot, type StreamHead } from './heads.ts'

type Source<T> = Iterable<T> | AsyncIterable<T>

/**
 * What an export is made of, all read in one snapshot of the database: a checkpoint younger than the events would
 * make the file look cut. Events come by stream (`collate "C"`) and number, each stream from its first.
 */
export type ExportParts = { facts: ExportFacts; checkpoints: Source<Checkpoint>; events: Source<StoredEvent> }

const refuseDisorder = (event: StoredEvent, last: StreamHead | undefined, { alg, city }: ExportFacts): void => {
  const where = `${event.stream} ${event.seq}`
  if (event.alg !== alg) throw new RangeError(`event ${where} is hashed with ${event.alg}, not ${alg}`)
  if (event.city !== city) throw new RangeError(`event ${where} is of ${event.city}, not ${city}`)
  if (last && compareStreams(last.stream, event.stream) > 0) throw new RangeError(`event ${where} is out of order`)
}

/** The lines of an export, each with its line feed; the value returned says what was written. */
export async function* eventFileLines({ facts, checkpoints, events }: ExportParts): AsyncGenerator<string, ExportEnd> {
  const preamble = createHash(facts.alg)
  const told = (line: string): string => {
    preamble.update(line)
    return line
  }
  const end = { events: 0, checkpoints: 0 }
  const heads: StreamHead[] = []
  yield told(headerLine(facts))
  for await (const checkpoint of checkpoints) {
    end.checkpoints += 1
    yield told(checkpointLine(checkpoint))
  }
  for await (const event of events) {
    const last = heads.at(-1)
    refuseDisorder(event, last, facts)
    const line = eventLine(event)
    if (line.length * 3 > LONGEST_LINE && Buffer.byteLength(line) > LONGEST_LINE)
      throw new RangeError(`event ${event.stream} ${event.seq} is longer than ${LONGEST_LINE} bytes`)
    end.events += 1
    const head = { stream: event.stream, seq: event.seq, hash: event.hash.toString('hex') }
    if (last?.stream === event.stream) heads.pop()
    heads.push(head)
    yield line
  }
  const written = { ...end, heads, rootHash: headsRoot(facts.alg, heads), preamble: preamble.digest('hex') }
  yield endLine(written)
  return written
}
