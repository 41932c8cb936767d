/** A stretch of text, `[start, end)` in UTF-16 units. */
export type Span = { start: number; end: number }

/** A clause and the mark that closes it: ， ； ： or the end of the sentence (empty). */
export type Fragment = Span & { closedBy: '，' | '；' | '：' | '' }

const OPENERS: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '《': '》', '（': '）', '【': '】' }
const CLOSERS = new Set(Object.values(OPENERS))
const LONGEST_QUOTE = 80

/** Units inside a matched pair of quotes or brackets, where a comma does not part clauses; long quotations stay open. */
const shield = (text: string, { start, end }: Span): Uint8Array => {
  const inside = new Uint8Array(end - start)
  const open: { at: number; closer: string }[] = []
  for (let i = start; i < end; i += 1) {
    const unit = text[i] ?? ''
    const closer = OPENERS[unit]
    if (closer) open.push({ at: i, closer })
    else if (CLOSERS.has(unit)) {
      const last = open.pop()
      if (!last || last.closer !== unit || i - last.at > LONGEST_QUOTE) continue
      if (!text.slice(last.at, i).includes('。')) inside.fill(1, last.at - start, i - start + 1)
    }
  }
  return inside
}

const EDGE = /[\s，。；：、！？!?,.;:·…—-]/u
const QUOTES: readonly (readonly [string, string])[] = Object.entries(OPENERS)

const isEdge = (text: string, at: number, span: Span): boolean => {
  const unit = text[at] ?? ''
  if (EDGE.test(unit)) return true
  if (!OPENERS[unit] && !CLOSERS.has(unit)) return false
  const inner = text.slice(Math.max(span.start, at - LONGEST_QUOTE), Math.min(span.end, at + LONGEST_QUOTE))
  return QUOTES.some(
    ([opener, closer]) => (unit === opener && !inner.includes(closer)) || (unit === closer && !inner.includes(opener)),
  )
}

/** The span without spaces, separators or unpaired quotes at its ends; null when nothing is left. */
export const trimSpan = (text: string, { start, end }: Span): Span | null => {
  const span = { start, end }
  while (span.start < span.end && isEdge(text, span.start, span)) span.start += 1
  while (span.end > span.start && isEdge(text, span.end - 1, span)) span.end -= 1
  return span.start < span.end ? span : null
}

/** Cuts at the units `isCut` names; the pieces are trimmed, empty ones are dropped. */
const cut = (text: string, span: Span, isCut: (unit: string, at: number) => boolean): (Span & { by: string })[] => {
  const pieces: (Span & { by: string })[] = []
  let from = span.start
  for (let i = span.start; i <= span.end; i += 1) {
    const unit = i < span.end ? (text[i] ?? '') : ''
    if (i < span.end && !isCut(unit, i)) continue
    const piece = trimSpan(text, { start: from, end: i })
    if (piece) pieces.push({ ...piece, by: unit })
    from = i + 1
  }
  return pieces
}

/** Lines of the text that hold anything. */
export const paragraphsOf = (text: string): Span[] =>
  cut(text, { start: 0, end: text.length }, (unit) => unit === '\n').map(({ start, end }) => ({ start, end }))

/** Sentences of a paragraph of readable text; a full stop inside a short quotation does not end one. */
export const sentencesOf = (text: string, paragraph: Span): Span[] => {
  const inside = shield(text, paragraph)
  return cut(text, paragraph, (unit, at) => '。！？'.includes(unit) && inside[at - paragraph.start] === 0).map(
    ({ start, end }) => ({ start, end }),
  )
}

const asMark = (unit: string): Fragment['closedBy'] => (unit === '，' || unit === '；' || unit === '：' ? unit : '')

/** Clauses of a sentence of readable text, parted at ，；： outside quotes and brackets. */
export const fragmentsOf = (text: string, sentence: Span): Fragment[] => {
  const inside = shield(text, sentence)
  return cut(text, sentence, (unit, at) => '，；：'.includes(unit) && inside[at - sentence.start] === 0).map(
    ({ start, end, by }) => ({ start, end, closedBy: asMark(by) }),
  )
}
