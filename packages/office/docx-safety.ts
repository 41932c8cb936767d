import { Problem } from '@yundiao/kernel'
import type { Archive } from './open-archive.ts'
import { readXml } from './parse-xml.ts'

const CONTENT_TYPES = '[Content_Types].xml'
/** Parts that carry programs, other files or controls: word/embeddings/oleObject1.bin, word/activeX/… */
const EMBEDDED = /^word\/(?:embeddings|activeX|ctrlProps)\/|\.(?:bin|exe|dll)$/iu
/** Relations that bring in another file's words even when it lies inside the container. */
const BRINGS_IN = /\/(?:aFChunk|attachedTemplate|oleObject|package|subDocument|frame|control)$/u
/** Fields that fetch from elsewhere when they are updated. */
const FETCHES = /^\s*(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT)\b/iu

const external = (what: string, part: string): Problem =>
  new Problem(
    'input.external',
    `文件含${what}，不予收回。请在 WPS 或 Word 里取消该内容（超链接用“取消超链接”），另存后再交回。`,
    {
      part,
    },
  )

const checkRelations = async (archive: Archive, part: string): Promise<void> =>
  readXml(archive.read(part), part, {
    open: (_, attributes) => {
      if (attributes.TargetMode === 'External')
        throw external(/hyperlink$/u.test(attributes.Type ?? '') ? '外部链接' : '外部文件或远程模板', part)
      if (BRINGS_IN.test(attributes.Type ?? '')) throw external('嵌入对象或附加模板', part)
    },
  })

const checkTypes = async (archive: Archive): Promise<void> =>
  readXml(archive.read(CONTENT_TYPES), CONTENT_TYPES, {
    open: (_, { ContentType = '' }) => {
      if (/macroEnabled|vbaProject/iu.test(ContentType))
        throw new Problem('input.macro', '文件是启用宏的文档（.docm）。请另存为不带宏的 .docx 再交回。', {
          part: CONTENT_TYPES,
        })
    },
  })

const checkFields = async (archive: Archive, part: string): Promise<void> => {
  let isField = false
  let code = ''
  const refuse = (): void => {
    if (FETCHES.test(code)) throw external('自动引用外部内容的域', part)
    code = ''
  }
  await readXml(archive.read(part), part, {
    open: (name, attributes) => {
      if (name === 'w:instrText') isField = true
      if (name === 'w:fldSimple' && FETCHES.test(attributes['w:instr'] ?? ''))
        throw external('自动引用外部内容的域', part)
      if (name === 'w:fldChar') refuse()
    },
    text: (text) => {
      if (isField) code += text
    },
    close: (name) => {
      if (name === 'w:instrText') isField = false
    },
  })
  refuse()
}

/**
 * Refuses a Word file that does anything but hold text: macros, links and templates outside the file, embedded objects,
 * fields that fetch. Throws Problem input.macro, input.external with the part.
 */
export const refuseActive = async (archive: Archive): Promise<void> => {
  const names = [...archive.names]
  const embedded = names.find((name) => EMBEDDED.test(name))
  if (embedded) throw external('嵌入对象', embedded)
  if (archive.names.has(CONTENT_TYPES)) await checkTypes(archive)
  for (const name of names.filter((one) => one.endsWith('.rels'))) await checkRelations(archive, name)
  for (const name of names.filter((one) => /^word\/[^/]+\.xml$/u.test(one))) await checkFields(archive, name)
}
