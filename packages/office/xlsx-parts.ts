import { Problem } from '@yundiao/kernel'
import { isDayFormat } from './excel-day.ts'
import type { Archive } from './open-archive.ts'
import { readXml, type XmlHandlers } from './parse-xml.ts'

/** Where a sheet lies in the container. */
export type SheetPart = { name: string; isHidden: boolean; part: string }
export type CellFormatOf = { isDay: boolean; pattern: string | null }
export type Workbook = {
  sheets: readonly SheetPart[]
  is1904: boolean
  formats: readonly CellFormatOf[]
  strings: readonly string[]
}

const MOST_STRINGS = 2_000_000
const MOST_STRING_CHARACTERS = 32 * 2 ** 20
/** Excel's own limit of a cell. */
const LONGEST_TEXT = 32_767

/** The name of an element without its prefix: some producers write `x:row`. */
export const local = (name: string): string => name.slice(name.indexOf(':') + 1)

const readPart = async (archive: Archive, part: string, handlers: XmlHandlers): Promise<void> => {
  if (archive.names.has(part)) await readXml(archive.read(part), part, handlers)
}

const readRelations = async (archive: Archive): Promise<ReadonlyMap<string, string>> => {
  const targets = new Map<string, string>()
  await readPart(archive, 'xl/_rels/workbook.xml.rels', {
    open: (name, { Id, Target }) => {
      if (local(name) !== 'Relationship' || !Id || !Target) return
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
    },
  })
  return targets
}

const readSheets = async (archive: Archive): Promise<Pick<Workbook, 'sheets' | 'is1904'>> => {
  const targets = await readRelations(archive)
  const sheets: SheetPart[] = []
  let is1904 = false
  await readPart(archive, 'xl/workbook.xml', {
    open: (name, attributes) => {
      if (local(name) === 'workbookPr') is1904 = /^(?:1|true)$/u.test(attributes.date1904 ?? '')
      if (local(name) !== 'sheet') return
      const part = targets.get(attributes['r:id'] ?? '') ?? ''
      const isHidden = (attributes.state ?? 'visible') !== 'visible'
      if (archive.names.has(part)) sheets.push({ name: attributes.name ?? '', isHidden, part })
    },
  })
  return { sheets, is1904 }
}

const readFormats = async (archive: Archive): Promise<readonly CellFormatOf[]> => {
  const patterns = new Map<number, string>()
  const formats: CellFormatOf[] = []
  let inCellFormats = false
  await readPart(archive, 'xl/styles.xml', {
    open: (name, attributes) => {
      const element = local(name)
      if (element === 'numFmt') patterns.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (element === 'cellXfs') inCellFormats = true
      if (element !== 'xf' || !inCellFormats) return
      const id = Number(attributes.numFmtId ?? 0)
      const pattern = patterns.get(id) ?? null
      formats.push({ isDay: isDayFormat(id, pattern), pattern: pattern ?? BUILT_IN_PATTERNS[id] ?? null })
    },
    close: (name) => {
      if (local(name) === 'cellXfs') inCellFormats = false
    },
  })
  return formats
}

const BUILT_IN_PATTERNS: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
}

/** `_x000D_` and the like, as Excel writes characters XML cannot hold. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text

const tooMany = (): Problem =>
  new Problem('input.too-large', '文件里的文字总量超出上限，已停止读取。请拆成几个文件再导入。', {
    part: 'sharedStrings',
  })

const readStrings = async (archive: Archive): Promise<readonly string[]> => {
  const strings: string[] = []
  let text = ''
  let characters = 0
  let inText = false
  let inPhonetic = false
  await readPart(archive, 'xl/sharedStrings.xml', {
    open: (name) => {
      const element = local(name)
      if (element === 'si') text = ''
      if (element === 'rPh') inPhonetic = true
      inText = element === 't' && !inPhonetic
    },
    text: (piece) => {
      if (inText) text += piece
      if (text.length > LONGEST_TEXT) throw tooMany()
    },
    close: (name) => {
      const element = local(name)
      inText = false
      if (element === 'rPh') inPhonetic = false
      if (element !== 'si') return
      characters += text.length
      strings.push(unescapeText(text))
      if (strings.length > MOST_STRINGS || characters > MOST_STRING_CHARACTERS) throw tooMany()
    },
  })
  return strings
}

/** What must be known before any sheet of a workbook can be read. A Problem where there is no readable sheet. */
export const readWorkbook = async (archive: Archive): Promise<Workbook> => {
  const { sheets, is1904 } = await readSheets(archive)
  if (sheets.length === 0)
    throw new Problem('input.format', '文件里没有工作表（可能是 .xlsb 或其他格式）。请另存为 .xlsx 再导入。', {
      expected: '.xlsx',
    })
  return { sheets, is1904, formats: await readFormats(archive), strings: await readStrings(archive) }
}
