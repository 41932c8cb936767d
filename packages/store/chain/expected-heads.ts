import type { Checkpoint } from './checkpoint.ts'
import { compareStreams, type StreamHead } from './heads.ts'

/** Hashes that checkpoints vouch for: by stream, then by number. */
export type ExpectedHeads = Map<string, Map<number, string>>

/** Adds what a checkpoint vouches for. Checkpoints in which a stream did not move repeat one entry. */
export const expectHeads = (expected: ExpectedHeads, checkpoint: Checkpoint): void => {
  for (const { stream, seq, hash } of checkpoint.heads) {
    const ofStream = expected.get(stream) ?? new Map<number, string>()
    ofStream.set(seq, hash)
    expected.set(stream, ofStream)
  }
}

/** The first stream, in order, that should have come further than it did. */
export const firstMissing = (expected: Iterable<StreamHead>, reached: ReadonlyMap<string, number>): StreamHead | null =>
  [...expected]
    .filter(({ stream, seq }) => (reached.get(stream) ?? 0) < seq)
    .sort((a, b) => compareStreams(a.stream, b.stream))[0] ?? null
