import { Problem } from '@yundiao/kernel'
import { bookmarkOfProperty } from './binding-tags.ts'
import { type ChangedFigure, figuresInDocx, openDocx } from './docx-in.ts'
import type { Archive } from './open-archive.ts'
import { zipEntries } from './zip-entries.ts'

const BODY = 'word/document.xml'

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const partBytes = async (archive: Archive, name: string): Promise<Buffer> => {
  const pieces: Uint8Array[] = []
  for await (const piece of archive.read(name)) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** From the end of a bookmark's start tag to its end tag; null where it is gone or spans more than a paragraph. */
const stretchOf = (xml: string, bookmark: string): { from: number; to: number } | null => {
  const start = new RegExp(`<w:bookmarkStart [^>]*w:name="${bookmark}"[^>]*>`, 'u').exec(xml)
  const id = /w:id="([^"]+)"/u.exec(start?.[0] ?? '')?.[1]
  if (!start || id === undefined) return null
  const from = start.index + start[0].length
  const length = new RegExp(`<w:bookmarkEnd [^>]*w:id="${id}"[^>]*>`, 'u').exec(xml.slice(from))?.index
  if (length === undefined || xml.slice(from, from + length).includes('</w:p>')) return null
  return { from, to: from + length }
}

/** The stretch with its first run of text as given and the others empty: every element stays, editors nest them oddly. */
const rewritten = (stretch: string, text: string): string => {
  let isFirst = true
  return stretch.replaceAll(/<w:t(?: [^>]*)?>[^<]*<\/w:t>/gu, () => {
    const words = isFirst ? escapeXml(text) : ''
    isFirst = false
    return `<w:t xml:space="preserve">${words}</w:t>`
  })
}

const cannotRestore = ({ where, was, now }: ChangedFigure): Problem =>
  new Problem('input.invalid', `${where}的“${now}”不能自动恢复为“${was}”。请在 Word 里改回后重新收回改稿`, { where })

const restoreIn = (xml: string, change: ChangedFigure): string => {
  const bookmark = bookmarkOfProperty(change.name)
  const stretch = bookmark === null ? null : stretchOf(xml, bookmark)
  if (!stretch) throw cannotRestore(change)
  const { from, to } = stretch
  return `${xml.slice(0, from)}${rewritten(xml.slice(from, to), change.was)}${xml.slice(to)}`
}

/**
 * An edited copy with some of its changed numbers as first printed; all else is kept as it came. Throws Problem
 * input.invalid with the place where a number cannot be put back.
 */
export const restoreFigures = async (bytes: Uint8Array, changes: readonly ChangedFigure[]): Promise<Uint8Array> => {
  if (changes.length === 0) return bytes
  const archive = await openDocx(bytes)
  const entries: { name: string; data: Uint8Array }[] = []
  for (const name of archive.names) {
    const data = await partBytes(archive, name)
    entries.push({ name, data: name === BODY ? Buffer.from(changes.reduce(restoreIn, data.toString('utf8'))) : data })
  }
  const restored = zipEntries(entries)
  const left = new Set((await figuresInDocx(restored)).changed.map(({ name }) => name))
  const stuck = changes.find(({ name }) => left.has(name))
  if (stuck) throw cannotRestore(stuck)
  return restored
}
