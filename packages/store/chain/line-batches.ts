import { LONGEST_LINE } from './export-format.ts'

const LINE_FEED = 10

/** Lines without their line feeds, as they came together; `rest` is what stands after the last line feed of all. */
export type LineBatch = { lines: readonly Buffer[]; rest: 'none' | 'cut' | 'too-long' }

const splitLines = (bytes: Buffer): { lines: Buffer[]; rest: Buffer } => {
  const lines: Buffer[] = []
  let from = 0
  for (let to = bytes.indexOf(LINE_FEED); to !== -1; to = bytes.indexOf(LINE_FEED, from)) {
    lines.push(bytes.subarray(from, to))
    from = to + 1
  }
  return { lines, rest: bytes.subarray(from) }
}

/** Cuts bytes into lines, a batch for each piece that came, so that waiting is once a piece and not once a line. */
export async function* lineBatches(source: AsyncIterable<Uint8Array>): AsyncGenerator<LineBatch> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const piece of source) {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
    const split = splitLines(rest.length === 0 ? bytes : Buffer.concat([rest, bytes]))
    rest = split.rest
    yield { lines: split.lines, rest: 'none' }
    if (rest.length > LONGEST_LINE) {
      yield { lines: [], rest: 'too-long' }
      return
    }
  }
  if (rest.length > 0) yield { lines: [], rest: 'cut' }
}
