import { openDocx } from '../docx-in.ts'
import type { Archive } from '../open-archive.ts'
import { readXml } from '../parse-xml.ts'
import type { LaidDocument, LaidFooter } from './layout-types.ts'
import { type ReadPart, readPart } from './read-paragraphs.ts'
import { readStyles, type Styles } from './read-styles.ts'

const DOCUMENT = 'word/document.xml'

const readRelations = async (archive: Archive): Promise<ReadonlyMap<string, string>> => {
  const part = 'word/_rels/document.xml.rels'
  const targets = new Map<string, string>()
  if (!archive.names.has(part)) return targets
  await readXml(archive.read(part), part, {
    open: (_, { Id, Target }) => {
      if (Id && Target) targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `word/${Target}`)
    },
  })
  return targets
}

const readTwoSided = async (archive: Archive): Promise<boolean> => {
  const part = 'word/settings.xml'
  let isTwoSided = false
  if (archive.names.has(part))
    await readXml(archive.read(part), part, {
      open: (name, attributes) => {
        if (name === 'w:evenAndOddHeaders') isTwoSided = !/^(?:0|false|off)$/u.test(attributes['w:val'] ?? '')
      },
    })
  return isTwoSided
}

const readFooters = async (archive: Archive, { footers }: ReadPart, styles: Styles): Promise<LaidFooter[]> => {
  const targets = await readRelations(archive)
  const found: LaidFooter[] = []
  for (const { side, relation } of footers) {
    const part = targets.get(relation)
    if (part && archive.names.has(part))
      found.push({ side, paragraphs: (await readPart(archive, part, styles)).paragraphs })
  }
  return found
}

/** How a Word file is laid out: paragraphs, tables, pages and footers, with what their styles come to. Problems of `openDocx`. */
export const readLayout = async (bytes: Uint8Array): Promise<LaidDocument> => {
  const archive = await openDocx(bytes)
  const styles = await readStyles(archive)
  const body = await readPart(archive, DOCUMENT, styles)
  const { paragraphs, tables, sections } = body
  return {
    paragraphs,
    tables,
    sections,
    footers: await readFooters(archive, body, styles),
    isTwoSided: await readTwoSided(archive),
  }
}
