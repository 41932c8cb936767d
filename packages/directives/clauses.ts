import { type ClauseKind, isImperative, isStatement, kindOf } from './clause-kinds.ts'
import { isFrame, type Marker, type Mode, markerOf, modalOf, ordinalLength } from './discourse.ts'
import { subjectUnits, unitList } from './owners.ts'
import { type Fragment, fragmentsOf, type Span, trimSpan } from './sentences.ts'

/** A clause of a requirement. `start` keeps a named subject (区应急局要…); `from` is where what is asked begins. */
export type Piece = Span & {
  from: number
  kind: ClauseKind | 'duty' | 'assist'
  asked: boolean
  ordinal: boolean
  /** A unit is named as the one who acts. */
  owned: boolean
  closedBy: Fragment['closedBy']
}

/** A sentence that asks: its clauses in segments parted by ；. */
export type Request = Span & { segments: Piece[][]; mode: Mode }

/** What reading carries from sentence to sentence. */
export type Reading = { mode: Mode; speakers: readonly string[] }

type Cut = { fragment: Fragment; span: Span; ordinal: boolean; marker: Marker | null }

const trimmed = (text: string, start: number, end: number): Span | null => trimSpan(text, { start, end })

/** Takes ordinals and discourse markers off the front of a clause; a span of null means nothing was left. */
const open = (
  text: string,
  fragment: Fragment,
  speakers: readonly string[],
): Cut | { fragment: Fragment; span: null; marker: Marker | null } => {
  let start = fragment.start
  let ordinal = false
  const skip = (): void => {
    const length = ordinalLength(text.slice(start, fragment.end))
    if (length > 0 && start + length < fragment.end) {
      start += length
      ordinal = true
    }
  }
  skip()
  const marker = markerOf(text.slice(start, fragment.end), speakers)
  if (marker) start += marker.length
  if (marker) skip()
  const span = trimmed(text, start, fragment.end)
  return span ? { fragment, span, ordinal, marker } : { fragment, span: null, marker }
}

const DUTY_ONLY =
  /^(?:由.{2,60}(?:牵头|负责|主办)(?:落实|推进|办理|实施|，)?|（?(?:责任|牵头|配合|主办|承办|协办)(?:单位|部门)：.*)$/u
const DUTY_SAID = /^(?:具体)?(?:牵头|负责|主办)(?:落实|推进|办理)?$/u

const LABEL = /^（?(?:责任|牵头|配合|主办|承办|协办)(?:单位|部门)：|^（[^（）]{2,80}?(?:牵头|负责)/u

/** Whether a sentence only says who is responsible for what was said before: 责任单位：市水务局, （市水务局负责）. */
export const isLabel = (sentence: string): boolean => LABEL.test(sentence)

const labelOf = (text: string, { start, end }: Span): Piece | null => {
  const sentence = text.slice(start, end)
  if (!isLabel(sentence)) return null
  const from = sentence.startsWith('（') ? start + 1 : start
  return { start: from, end, from, kind: 'duty', asked: false, ordinal: false, owned: true, closedBy: '' }
}

/** 由市政府督查室约谈: the clause gives the task to a unit. */
const isGivenTo = (text: string, { start, end }: Span): boolean =>
  text[start] === '由' && unitList(text, start + 1, end).units.length > 0

/** The piece a clause makes: subject and 要 apart from what is asked. */
const pieceOf = (text: string, { fragment, span, ordinal }: Cut): Piece => {
  const clause = text.slice(span.start, span.end)
  const modal = modalOf(clause)
  const subject = subjectUnits(text, span)
  const after = modal ? span.start + modal.at + modal.length : subject ? subject.end : span.start
  const rest = trimmed(text, after, span.end) ?? span
  const body = text.slice(rest.start, rest.end)
  const isObligatory = modal !== null && /[须得禁]|应/.test(clause.slice(modal.at, modal.at + modal.length))
  const from = isObligatory ? span.start : rest.start
  const owned = subject !== null || isGivenTo(text, span)
  const prefix = modal ? clause.slice(0, modal.at) : ''
  const start = subject || isObligatory || prefix.length > 1 ? span.start : rest.start
  const base = { start, end: span.end, from, asked: modal !== null, ordinal, owned, closedBy: fragment.closedBy }
  if (DUTY_ONLY.test(clause) || (owned && DUTY_SAID.test(body)))
    return { ...base, start: span.start, from: span.start, kind: 'duty', owned: true }
  if (subject && subject.lead.length === 0) return { ...base, start: span.start, kind: 'assist' }
  return { ...base, kind: kindOf(body, modal !== null) }
}

const isPlea = (text: string, piece: Piece, reading: Reading): boolean => {
  if (piece.asked || piece.kind === 'duty') return true
  if (piece.kind === 'background') return false
  const body = text.slice(piece.from, piece.end)
  if (reading.mode === 'resolves') return piece.owned || !isStatement(body)
  return reading.mode === 'asks' && piece.kind === 'action' && (isImperative(body) || piece.owned || piece.ordinal)
}

/** First clause that belongs to the request: the first plea, with the adverbials and slogans that lead up to it. */
const firstOf = (text: string, pieces: readonly Piece[], reading: Reading): number => {
  const plea = pieces.findIndex((piece) => isPlea(text, piece, reading))
  if (plea < 0) return -1
  let first = plea
  const isCarried = reading.mode !== 'assesses' && pieces[plea]?.asked === false
  while (first > 0) {
    const before = pieces[first - 1]
    if (!before || before.closedBy === '；' || before.kind === 'background') break
    if (before.kind === 'action' && !isCarried) break
    first -= 1
  }
  return first
}

const segmentsOf = (pieces: readonly Piece[]): Piece[][] => {
  const segments: Piece[][] = [[]]
  for (const piece of pieces) {
    segments.at(-1)?.push(piece)
    if (piece.closedBy === '；') segments.push([])
  }
  return segments.filter((segment) => segment.length > 0)
}

/**
 * Reads one sentence: what it asks, or null when it reports, assesses or frames; and the reading to carry on with.
 * A clause the reader cannot place inside a request counts as asked; outside one it counts as background.
 */
export const readSentence = (
  text: string,
  sentence: Span,
  reading: Reading,
): { request: Request | null; reading: Reading } => {
  let mode = reading.mode
  const label = labelOf(text, sentence)
  if (label) return { request: { ...sentence, segments: [[label]], mode }, reading }
  const pieces: Piece[] = []
  for (const fragment of fragmentsOf(text, sentence)) {
    const cut = open(text, fragment, reading.speakers)
    if (cut.marker) {
      mode = cut.marker.mode
      pieces.length = 0
    }
    if (cut.span) pieces.push(pieceOf(text, cut))
  }
  const next = { ...reading, mode }
  if (mode === 'facts' && !pieces.some((piece) => piece.asked)) return { request: null, reading: next }
  const isFraming = isFrame(text.slice(sentence.start, sentence.end)) && !pieces.some((piece) => piece.asked)
  const first = isFraming ? -1 : firstOf(text, pieces, next)
  if (first < 0) return { request: null, reading: next }
  const asked = pieces.slice(first)
  const carried: Reading = mode === 'assesses' && asked.some((piece) => piece.asked) ? { ...next, mode: 'asks' } : next
  return { request: { ...sentence, segments: segmentsOf(asked), mode }, reading: carried }
}
