/** A stretch of a text by UTF-16 offsets, end exclusive. */
export type Span = { id: string; start: number; end: number }

export type TextPiece = { text: string; start: number; id: string | null }

/**
 * Cuts a text into pieces at its spans, in order. The pieces joined are the text, character for character. A span
 * that overlaps an earlier one begins where that one ends; empty spans and spans outside the text are left out.
 */
export const splitSpans = (text: string, spans: readonly Span[]): TextPiece[] => {
  const ordered = [...spans].sort((a, b) => a.start - b.start || b.end - a.end)
  const pieces: TextPiece[] = []
  let at = 0
  for (const span of ordered) {
    const start = Math.max(span.start, at)
    const end = Math.min(span.end, text.length)
    if (end <= start) continue
    if (start > at) pieces.push({ text: text.slice(at, start), start: at, id: null })
    pieces.push({ text: text.slice(start, end), start, id: span.id })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), start: at, id: null })
  return pieces
}

/** The pieces of each line (paragraph), in order; a span that crosses a line end is cut there. */
export const splitLines = (text: string, spans: readonly Span[]): TextPiece[][] => {
  const lines: TextPiece[][] = [[]]
  for (const piece of splitSpans(text, spans)) {
    let offset = piece.start
    piece.text.split('\n').forEach((part, index) => {
      if (index > 0) lines.push([])
      if (part !== '') lines.at(-1)?.push({ text: part, start: offset, id: piece.id })
      offset += part.length + 1
    })
  }
  return lines
}
