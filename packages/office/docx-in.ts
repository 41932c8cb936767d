import { freeNumerals, numeralsIn, type UnboundNumeral } from '@yundiao/briefings'
import { Problem } from '@yundiao/kernel'
import { type BoundText, readBindings } from './binding-tags.ts'
import { docxProperties } from './docx-parts.ts'
import { type DocxParagraph, docxParagraphs, type TextPiece } from './docx-text.ts'
import { type Archive, type ArchiveCaps, openArchive } from './open-archive.ts'
import { WORD } from './sniff-file.ts'

/** Limits of a Word file as it comes in. */
const DOCX_CAPS: ArchiveCaps = { fileBytes: 20 * 2 ** 20, entries: 1000, unpackedBytes: 60 * 2 ** 20 }

/**
 * A bound run whose text is no longer what was printed. `ref` is a figure, `calc:…`, `item:…` or `entry:…`; `name` is the run's own in
 * this file, by which it can be put back.
 */
export type ChangedFigure = { where: string; was: string; now: string; ref: string; name: string }

/**
 * What became of the numbers of a Word file. `numerals = bound + declaredFree + unbound.length`. `removed` are bound
 * runs of the original whose binding is gone (deleted, or typed over): their numbers, if any, are among the unbound.
 */
export type DocxFigures = {
  /** Null when the file is none of ours. */
  paper: { id: string | null; kind: string; city: string; asKnownOn: string; checkpoint: string | null } | null
  numerals: number
  bound: number
  declaredFree: number
  unbound: readonly UnboundNumeral[]
  changed: readonly ChangedFigure[]
  removed: readonly { was: string; ref: string }[]
}

/** Stands for what is bound or free when the rest of a paragraph is searched for numbers. */
const HOLE = '\uFFFC'

type Tally = {
  bound: number
  free: number
  unbound: UnboundNumeral[]
  changed: ChangedFigure[]
  seen: Set<string>
}

type Bindings = ReadonlyMap<string, BoundText>

/** One binding of a paragraph and all text inside it: `name` is the property where known, the control's own otherwise. */
type Span = { text: string; name: string | null; bound: BoundText | null; isFree: boolean }

const spanOf = ({ text, bookmark, control, isFree }: TextPiece, known: Bindings): Span => {
  const property = [bookmark, control?.tag ?? null].find((name) => name !== null && known.has(name)) ?? null
  if (property !== null) return { text, name: property, bound: known.get(property) ?? null, isFree: false }
  if (!control) return { text, name: null, bound: null, isFree }
  return { text, name: `control ${control.serial}`, bound: { key: control.tag, was: control.alias }, isFree: false }
}

const joinSpans = (pieces: readonly TextPiece[], known: Bindings): Span[] => {
  const joined: Span[] = []
  for (const span of pieces.map((piece) => spanOf(piece, known))) {
    const last = joined.at(-1)
    if (last && last.name === span.name && last.isFree === span.isFree) last.text += span.text
    else joined.push(span)
  }
  return joined
}

const tallyBound = (span: Span, where: string, tally: Tally): void => {
  tally.bound += numeralsIn(span.text).length
  if (span.name !== null) tally.seen.add(span.name)
  if (!span.bound || span.bound.was === span.text) return
  const { was, key: ref } = span.bound
  tally.changed.push({ where, was, now: span.text, ref, name: span.name ?? '' })
}

const tallyParagraph = (paragraph: DocxParagraph, known: Bindings, tally: Tally): void => {
  let rest = ''
  for (const span of joinSpans(paragraph.pieces, known)) {
    if (span.bound) tallyBound(span, paragraph.where, tally)
    else if (span.isFree) tally.free += numeralsIn(span.text).length
    rest += span.bound || span.isFree ? HOLE : span.text
  }
  const free = new Set(freeNumerals(rest).map(({ start }) => start))
  tally.free += free.size
  for (const { text, start } of numeralsIn(rest))
    if (!free.has(start)) tally.unbound.push({ where: paragraph.where, text })
}

const paperOf = (properties: ReadonlyMap<string, string>): DocxFigures['paper'] => {
  const kind = properties.get('yundiao.kind')
  if (kind === undefined) return null
  return {
    id: properties.get('yundiao.paper') || null,
    kind,
    city: properties.get('yundiao.city') ?? '',
    asKnownOn: properties.get('yundiao.as-known-on') ?? '',
    checkpoint: properties.get('yundiao.checkpoint') || null,
  }
}

/** Opens a Word file for reading; a Problem where it is none or cannot be read. */
export const openDocx = async (bytes: Uint8Array): Promise<Archive> => {
  const archive = await openArchive(bytes, WORD, DOCX_CAPS)
  if (!archive.names.has('word/document.xml'))
    throw new Problem('input.format', '文件不是 Word 文档（没有正文部件）。请另存为 .docx 再导入。', {
      expected: '.docx',
    })
  return archive
}

/**
 * Which numbers of a Word file are still bound to their figures, which were changed, and which nobody vouches for. Reads
 * the body only (not headers, footnotes or text boxes' older forms). A Problem where the file cannot be read.
 */
export const figuresInDocx = async (bytes: Uint8Array): Promise<DocxFigures> => {
  const archive = await openDocx(bytes)
  const properties = await docxProperties(archive)
  const known = readBindings(properties)
  const tally: Tally = { bound: 0, free: 0, unbound: [], changed: [], seen: new Set() }
  for (const paragraph of await docxParagraphs(archive)) if (!paragraph.isHead) tallyParagraph(paragraph, known, tally)
  const removed = [...known].filter(([name]) => !tally.seen.has(name)).map(([, { key, was }]) => ({ was, ref: key }))
  return {
    paper: paperOf(properties),
    numerals: tally.bound + tally.free + tally.unbound.length,
    bound: tally.bound,
    declaredFree: tally.free,
    unbound: tally.unbound,
    changed: tally.changed,
    removed,
  }
}
