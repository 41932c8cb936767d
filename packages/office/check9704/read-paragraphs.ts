import type { Archive } from '../open-archive.ts'
import { readXml, type XmlHandlers } from '../parse-xml.ts'
import { type FacedText, type LaidParagraph, type LaidSection, type LaidTable, PAGE_MARK } from './layout-types.ts'
import {
  type SaidParagraph,
  type SaidRun,
  type Styles,
  styleName,
  takeParagraph,
  takeRun,
  wholeParagraph,
  wholeRun,
} from './read-styles.ts'

type Attributes = Readonly<Record<string, string>>

/** The parts of a page that hold text: body or footer. */
export type ReadPart = {
  paragraphs: LaidParagraph[]
  tables: LaidTable[]
  sections: LaidSection[]
  /** Relations of the footers, by side. */
  footers: { side: 'odd' | 'even'; relation: string }[]
}

type State = ReadPart & {
  styles: Styles
  depth: number
  tableCount: number
  tableWidth: number
  said: SaidParagraph | null
  faces: FacedText[]
  run: SaidRun
  runStyle: string | undefined
  inRunProperties: boolean
  inText: boolean
  isPageField: boolean
  bodyCount: number
  section: { width: number; height: number; margins: LaidSection['margins']; gridPitch: number | null } | null
}

const begin = (styles: Styles): State => ({
  paragraphs: [],
  tables: [],
  sections: [],
  footers: [],
  styles,
  depth: 0,
  tableCount: 0,
  tableWidth: 0,
  said: null,
  faces: [],
  run: {},
  runStyle: undefined,
  inRunProperties: false,
  inText: false,
  isPageField: false,
  bodyCount: 0,
  section: null,
})

const twips = (text: string | undefined): number => Math.round(Number.parseFloat(text ?? '0')) || 0

const faceOf = (state: State): { eastAsia: string | null; sizePt: number | null } => {
  const { styles, said, run, runStyle } = state
  const whole = wholeRun(styles, run, { paragraph: said?.style, character: runStyle })
  const themed = whole.theme ? styles.theme[whole.theme.startsWith('major') ? 'major' : 'minor'] : undefined
  return {
    eastAsia: whole.eastAsia ?? themed ?? null,
    sizePt: whole.halfPoints === undefined ? null : whole.halfPoints / 2,
  }
}

const addText = (state: State, text: string): void => {
  if (state.said) state.faces.push({ ...faceOf(state), text })
}

const isPage = (instruction: string): boolean => /^\s*PAGE\b/iu.test(instruction)

const openField = (state: State, name: string, attributes: Attributes): void => {
  if (name === 'w:fldSimple' && isPage(attributes['w:instr'] ?? '')) {
    addText(state, PAGE_MARK)
    state.isPageField = true
  }
  if (name === 'w:fldChar' && attributes['w:fldCharType'] === 'end') state.isPageField = false
}

const openSection = (state: State, name: string, attributes: Attributes): void => {
  if (name === 'w:sectPr')
    state.section = { width: 0, height: 0, margins: { top: 0, left: 0, right: 0, bottom: 0 }, gridPitch: null }
  const { section } = state
  if (!section) return
  if (name === 'w:pgSz') Object.assign(section, { width: twips(attributes['w:w']), height: twips(attributes['w:h']) })
  if (name === 'w:pgMar')
    section.margins = {
      top: twips(attributes['w:top']),
      left: twips(attributes['w:left'] ?? attributes['w:start']),
      right: twips(attributes['w:right'] ?? attributes['w:end']),
      bottom: twips(attributes['w:bottom']),
    }
  if (name === 'w:docGrid' && /lines|chars/iu.test(attributes['w:type'] ?? ''))
    section.gridPitch = twips(attributes['w:linePitch'])
  if (name === 'w:footerReference')
    state.footers.push({
      side: attributes['w:type'] === 'even' ? 'even' : 'odd',
      relation: attributes['r:id'] ?? '',
    })
}

const openBlock = (state: State, name: string, attributes: Attributes): void => {
  if (name === 'w:tbl') {
    state.depth += 1
    if (state.depth === 1) Object.assign(state, { tableCount: state.tableCount + 1, tableWidth: 0 })
  }
  if (name === 'w:gridCol' && state.depth === 1) state.tableWidth += twips(attributes['w:w'])
  if (name === 'w:p') Object.assign(state, { said: {}, faces: [] })
  if (name === 'w:pStyle' && state.said && attributes['w:val'] !== undefined) state.said.style = attributes['w:val']
  if (name === 'w:r') Object.assign(state, { run: {}, runStyle: undefined })
  if (name === 'w:rStyle') state.runStyle = attributes['w:val']
}

const open = (state: State, name: string, attributes: Attributes): void => {
  openBlock(state, name, attributes)
  openField(state, name, attributes)
  openSection(state, name, attributes)
  if (name === 'w:rPr') state.inRunProperties = true
  if (state.inRunProperties) takeRun(state.run, name, attributes)
  else if (state.said && !state.section) takeParagraph(state.said, name, attributes)
  state.inText = name === 'w:t' || name === 'w:instrText'
}

const placeOf = (state: State, text: string): string => {
  if (state.depth > 0) return `表${state.tableCount}`
  if (text.trim() !== '') state.bodyCount += 1
  return `第${state.bodyCount}段`
}

const endParagraph = (state: State): void => {
  const { said, faces, styles } = state
  if (!said) return
  const whole = wholeParagraph(styles, said)
  const text = faces.map((face) => face.text).join('')
  state.paragraphs.push({
    text,
    faces,
    styleName: styleName(styles, said.style),
    jc: whole.jc ?? 'left',
    firstLine: whole.firstLine ?? 0,
    firstLineChars: whole.firstLineChars ?? 0,
    left: whole.left ?? 0,
    line: whole.line ?? null,
    isExact: whole.lineRule === 'exact',
    where: placeOf(state, text),
    inTable: state.depth > 0,
    beforeTable: false,
  })
  state.said = null
}

/** What stands right before a table belongs to it: its caption and its line of unit. */
const markBeforeTable = (state: State): void => {
  let at = state.paragraphs.length - 1
  for (let left = 2; left > 0 && at >= 0; left -= 1, at -= 1) {
    const paragraph = state.paragraphs[at]
    if (!paragraph || paragraph.inTable || paragraph.firstLine > 0 || paragraph.firstLineChars > 0) return
    paragraph.beforeTable = true
  }
}

const close = (state: State, name: string): void => {
  if (name === 'w:rPr') state.inRunProperties = false
  if (name === 'w:t' || name === 'w:instrText') state.inText = false
  if (name === 'w:fldSimple') state.isPageField = false
  if (name === 'w:p') endParagraph(state)
  if (name === 'w:sectPr' && state.section) {
    state.sections.push(state.section)
    state.section = null
  }
  if (name !== 'w:tbl') return
  if (state.depth === 1) state.tables.push({ where: `表${state.tableCount}`, widthTwips: state.tableWidth })
  state.depth -= 1
}

const handlersOf = (state: State): XmlHandlers => {
  let element = ''
  return {
    open: (name, attributes) => {
      if (name === 'w:tbl' && state.depth === 0) markBeforeTable(state)
      element = name
      open(state, name, attributes)
    },
    close: (name) => close(state, name),
    text: (text) => {
      if (!state.inText) return
      if (element !== 'w:instrText') {
        if (!state.isPageField) addText(state, text)
      } else if (isPage(text)) {
        addText(state, PAGE_MARK)
        state.isPageField = true
      }
    },
  }
}

/** Paragraphs, tables and pages of one part, each with what all its styles come to. */
export const readPart = async (archive: Archive, part: string, styles: Styles): Promise<ReadPart> => {
  const state = begin(styles)
  await readXml(archive.read(part), part, handlersOf(state))
  return state
}
