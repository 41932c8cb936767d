import { isBindingTag, propertyOfBookmark } from './binding-tags.ts'
import { docxStyleNames } from './docx-parts.ts'
import { FREE_STYLE_NAME, HEAD_STYLE_NAMES } from './docx-style.ts'
import type { Archive } from './open-archive.ts'
import { parseXml } from './parse-xml.ts'

/** A content control of ours (or any: then `tag` is '') that is open. `serial` tells two with one tag apart. */
export type OpenControl = { serial: number; tag: string; alias: string }

/** A stretch of a paragraph: in a bookmark of ours (its property name), in a content control of ours, declared free. */
export type TextPiece = { text: string; bookmark: string | null; control: OpenControl | null; isFree: boolean }

/** A paragraph or table cell with its place in a reader's words; `isHead` for titles, captions and table heads. */
export type DocxParagraph = { where: string; isHead: boolean; pieces: TextPiece[] }

/** Text moved away and text for older programs is not what a reader sees. */
const UNSEEN: ReadonlySet<string> = new Set(['w:moveFrom', 'mc:Fallback', 'w:del'])

type Reading = {
  styles: ReadonlyMap<string, string>
  paragraphs: DocxParagraph[]
  current: DocxParagraph | null
  tables: number
  row: number
  column: number
  depth: number
  isHeadRow: boolean
  controls: OpenControl[]
  bookmarks: { property: string; id: string }[]
  serial: number
  bodyParagraphs: number
  isFree: boolean
  inText: boolean
  inProperties: boolean
  unseen: number
}

const begin = (styles: ReadonlyMap<string, string>): Reading => ({
  styles,
  paragraphs: [],
  current: null,
  tables: 0,
  row: 0,
  column: 0,
  depth: 0,
  isHeadRow: false,
  controls: [],
  bookmarks: [],
  serial: 0,
  bodyParagraphs: 0,
  isFree: false,
  inText: false,
  inProperties: false,
  unseen: 0,
})

const add = (reading: Reading, text: string): void => {
  if (!reading.current || reading.unseen > 0) return
  const bookmark = reading.bookmarks.at(-1)?.property ?? null
  const control = reading.controls.findLast(({ tag }) => tag !== '') ?? null
  reading.current.pieces.push({ text, bookmark, control, isFree: reading.isFree })
}

type Attributes = Readonly<Record<string, string>>
type Step = (reading: Reading, attributes: Attributes) => void

const OPEN: Readonly<Record<string, Step>> = {
  'w:tbl': (reading) => {
    reading.depth += 1
    if (reading.depth === 1) Object.assign(reading, { tables: reading.tables + 1, row: 0 })
  },
  'w:tr': (reading) => {
    if (reading.depth === 1) Object.assign(reading, { row: reading.row + 1, column: 0, isHeadRow: false })
  },
  'w:tblHeader': (reading) => {
    if (!reading.isHeadRow) Object.assign(reading, { isHeadRow: true, row: reading.row - 1 })
  },
  'w:tc': (reading) => {
    if (reading.depth === 1) reading.column += 1
  },
  'w:p': (reading) => {
    reading.current = { where: '', isHead: reading.isHeadRow && reading.depth > 0, pieces: [] }
  },
  'w:pStyle': (reading, { 'w:val': style }) => {
    if (reading.current && HEAD_STYLE_NAMES.has(reading.styles.get(style ?? '') ?? '')) reading.current.isHead = true
  },
  'w:r': (reading) => {
    reading.isFree = false
  },
  'w:rStyle': (reading, { 'w:val': style }) => {
    if (reading.styles.get(style ?? '') === FREE_STYLE_NAME) reading.isFree = true
  },
  'w:sdt': (reading) => {
    reading.serial += 1
    reading.controls.push({ serial: reading.serial, tag: '', alias: '' })
  },
  'w:sdtPr': (reading) => {
    reading.inProperties = true
  },
  'w:alias': (reading, { 'w:val': alias }) => {
    const control = reading.controls.at(-1)
    if (control) control.alias = alias ?? ''
  },
  'w:tag': (reading, { 'w:val': tag }) => {
    const control = reading.controls.at(-1)
    if (control && isBindingTag(tag ?? '')) control.tag = tag ?? ''
  },
  'w:bookmarkStart': (reading, { 'w:name': name, 'w:id': id }) => {
    const property = propertyOfBookmark(name ?? '')
    if (property) reading.bookmarks.push({ property, id: id ?? '' })
  },
  'w:bookmarkEnd': (reading, { 'w:id': id }) => {
    reading.bookmarks = reading.bookmarks.filter((open) => open.id !== id)
  },
  'w:t': (reading) => {
    reading.inText = true
  },
  'w:tab': (reading) => {
    if (!reading.inProperties) add(reading, ' ')
  },
  'w:br': (reading) => add(reading, '\n'),
}

const place = (reading: Reading, paragraph: DocxParagraph): string => {
  if (reading.depth > 0) return `表${reading.tables}第${reading.row}行第${reading.column}列`
  if (paragraph.isHead || paragraph.pieces.every(({ text }) => text.trim() === '')) return '题'
  reading.bodyParagraphs += 1
  return `第${reading.bodyParagraphs}段`
}

const CLOSE: Readonly<Record<string, (reading: Reading) => void>> = {
  'w:tbl': (reading) => {
    reading.depth -= 1
  },
  'w:p': (reading) => {
    if (reading.current) reading.paragraphs.push({ ...reading.current, where: place(reading, reading.current) })
    reading.current = null
  },
  'w:sdt': (reading) => {
    reading.controls.pop()
  },
  'w:sdtPr': (reading) => {
    reading.inProperties = false
  },
  'w:t': (reading) => {
    reading.inText = false
  },
}

/** The paragraphs of a Word file's body as a reader sees them: insertions in, deletions out, places in words. */
export const docxParagraphs = async (archive: Archive): Promise<readonly DocxParagraph[]> => {
  const reading = begin(await docxStyleNames(archive))
  const part = 'word/document.xml'
  for await (const _ of parseXml(archive.read(part), part, {
    open: (name, attributes) => {
      if (UNSEEN.has(name)) reading.unseen += 1
      OPEN[name]?.(reading, attributes)
    },
    close: (name) => {
      if (UNSEEN.has(name)) reading.unseen -= 1
      CLOSE[name]?.(reading)
    },
    text: (text) => {
      if (reading.inText) add(reading, text)
    },
  }));
  return reading.paragraphs
}
