import type { Archive } from './open-archive.ts'
import { readXml } from './parse-xml.ts'

/** The custom properties of a Word file by name; empty where it has none. */
export const docxProperties = async (archive: Archive): Promise<ReadonlyMap<string, string>> => {
  const part = 'docProps/custom.xml'
  const found = new Map<string, string>()
  if (!archive.names.has(part)) return found
  let name: string | null = null
  await readXml(archive.read(part), part, {
    open: (element, attributes) => {
      if (element === 'property') name = attributes.name ?? null
    },
    text: (text) => {
      if (name !== null) found.set(name, (found.get(name) ?? '') + text)
    },
    close: (element) => {
      if (element === 'property') name = null
    },
  })
  return found
}

/** Names of a Word file's styles by id. Editors renumber ids and keep names. */
export const docxStyleNames = async (archive: Archive): Promise<ReadonlyMap<string, string>> => {
  const part = 'word/styles.xml'
  const names = new Map<string, string>()
  if (!archive.names.has(part)) return names
  let id = ''
  await readXml(archive.read(part), part, {
    open: (element, attributes) => {
      if (element === 'w:style') id = attributes['w:styleId'] ?? ''
      if (element === 'w:name' && !names.has(id)) names.set(id, attributes['w:val'] ?? '')
    },
  })
  return names
}
