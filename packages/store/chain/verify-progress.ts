import type { KeyObject } from 'node:crypto'
import type { EventChecker, Fault } from './check-events.ts'
import type { Checkpoint } from './checkpoint.ts'
import type { ExpectedHeads } from './expected-heads.ts'
import type { ExportFacts } from './export-format.ts'

/** `root`: a rootHash of an export, a whole checkpoint hash, or a paper's 校验码. `publicKey`: base64 SPKI or PEM. */
export type VerifyOptions = { root?: string; publicKey?: string }

/** How far the verification of a file has come. */
export type Progress = {
  line: number
  facts: ExportFacts | null
  publicKey: KeyObject | null
  /** Every key of the header, by key id. */
  keys: ReadonlyMap<string, KeyObject>
  last: Checkpoint | null
  hashes: string[]
  expected: ExpectedHeads
  events: EventChecker | null
  eventCount: number
  rootHash: string | null
  addPreamble: (bytes: Buffer) => void
  preamble: () => string
}

export const fault = (line: number, why: string): Fault => ({ line, stream: null, seq: null, why })

export const parseLine = <T>(bytes: Buffer, schema: { safeParse: (value: unknown) => { data?: T } }): T | null => {
  try {
    return schema.safeParse(JSON.parse(bytes.toString('utf8'))).data ?? null
  } catch {
    return null
  }
}

/** Whether the line is, byte for byte, what we would have written. */
export const isWrittenAs = (bytes: Buffer, line: string): boolean => Buffer.from(line).subarray(0, -1).equals(bytes)

export const begin = (): Progress => ({
  line: 0,
  facts: null,
  publicKey: null,
  keys: new Map(),
  last: null,
  hashes: [],
  expected: new Map(),
  events: null,
  eventCount: 0,
  rootHash: null,
  addPreamble: () => undefined,
  preamble: () => '',
})
