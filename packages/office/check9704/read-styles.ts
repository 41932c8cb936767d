import type { Archive } from '../open-archive.ts'
import { readXml } from '../parse-xml.ts'

/** Properties as the file says them; what it leaves out is not there. */
export type SaidRun = { eastAsia?: string; theme?: string; halfPoints?: number }
export type SaidParagraph = {
  style?: string
  jc?: string
  firstLine?: number
  firstLineChars?: number
  left?: number
  line?: number
  lineRule?: string
}

type Style = { name: string; type: string; basedOn: string | null; run: SaidRun; paragraph: SaidParagraph }

export type Styles = {
  byId: ReadonlyMap<string, Style>
  defaults: { run: SaidRun; paragraph: SaidParagraph }
  /** Id of the style of paragraphs that name none. */
  normal: string | null
  /** East Asian faces of the theme, by `minor` and `major`. */
  theme: Readonly<Record<string, string>>
}

type Attributes = Readonly<Record<string, string>>

const number = (text: string | undefined): number | undefined => {
  const value = Number.parseFloat(text ?? '')
  return Number.isFinite(value) ? value : undefined
}

const given = <T>(name: string, value: T | undefined): Record<string, T> =>
  value === undefined ? {} : { [name]: value }

/** Takes up an element of `w:rPr`. */
export const takeRun = (run: SaidRun, name: string, attributes: Attributes): void => {
  if (name === 'w:rFonts') {
    const { 'w:eastAsia': eastAsia, 'w:eastAsiaTheme': theme } = attributes
    Object.assign(run, given('eastAsia', eastAsia), given('theme', theme))
  }
  if (name === 'w:sz') Object.assign(run, given('halfPoints', number(attributes['w:val'])))
}

/** Takes up an element of `w:pPr`. */
export const takeParagraph = (said: SaidParagraph, name: string, attributes: Attributes): void => {
  if (name === 'w:jc') Object.assign(said, given('jc', attributes['w:val']))
  if (name === 'w:ind')
    Object.assign(
      said,
      given('firstLine', number(attributes['w:firstLine'])),
      given('firstLineChars', number(attributes['w:firstLineChars'])),
      given('left', number(attributes['w:left'] ?? attributes['w:start'])),
    )
  if (name === 'w:spacing')
    Object.assign(said, given('line', number(attributes['w:line'])), given('lineRule', attributes['w:lineRule']))
}

const readTheme = async (archive: Archive): Promise<Styles['theme']> => {
  const part = 'word/theme/theme1.xml'
  const faces: Record<string, string> = {}
  if (!archive.names.has(part)) return faces
  let which = ''
  await readXml(archive.read(part), part, {
    open: (name, { typeface = '', script }) => {
      if (name === 'a:majorFont' || name === 'a:minorFont') which = name === 'a:majorFont' ? 'major' : 'minor'
      if (which !== '' && typeface !== '' && (name === 'a:ea' || script === 'Hans')) faces[which] ??= typeface
    },
    close: (name) => {
      if (name === 'a:majorFont' || name === 'a:minorFont') which = ''
    },
  })
  return faces
}

type Reading = { styles: Omit<Styles, 'theme'> & { byId: Map<string, Style> }; style: Style | null; inRun: boolean }

const openStyle = (reading: Reading, attributes: Attributes): void => {
  const id = attributes['w:styleId'] ?? ''
  const style: Style = { name: '', type: attributes['w:type'] ?? '', basedOn: null, run: {}, paragraph: {} }
  reading.styles.byId.set(id, style)
  reading.style = style
  if (style.type === 'paragraph' && attributes['w:default'] === '1') reading.styles.normal = id
}

const openElement = (reading: Reading, name: string, attributes: Attributes): void => {
  if (name === 'w:style') openStyle(reading, attributes)
  const { style, styles } = reading
  if (name === 'w:name' && style) style.name = attributes['w:val'] ?? ''
  if (name === 'w:basedOn' && style) style.basedOn = attributes['w:val'] ?? null
  if (name === 'w:rPr') reading.inRun = true
  const said = style ?? styles.defaults
  if (reading.inRun) takeRun(said.run, name, attributes)
  else takeParagraph(said.paragraph, name, attributes)
}

/** The styles of a Word file, its defaults and the faces of its theme. */
export const readStyles = async (archive: Archive): Promise<Styles> => {
  const part = 'word/styles.xml'
  const styles: Reading['styles'] = { byId: new Map(), defaults: { run: {}, paragraph: {} }, normal: null }
  const reading: Reading = { styles, style: null, inRun: false }
  if (archive.names.has(part))
    await readXml(archive.read(part), part, {
      open: (name, attributes) => openElement(reading, name, attributes),
      close: (name) => {
        if (name === 'w:rPr') reading.inRun = false
        if (name === 'w:style') reading.style = null
      },
    })
  return { ...styles, theme: await readTheme(archive) }
}

/** A style and those it is based on, the outermost first; a circle is followed once. */
const chainOf = (styles: Styles, id: string | null): Style[] => {
  const chain: Style[] = []
  let next = id
  while (next !== null) {
    const style = styles.byId.get(next)
    if (!style || chain.includes(style)) break
    chain.unshift(style)
    next = style.basedOn
  }
  return chain
}

export const styleName = (styles: Styles, id: string | undefined): string =>
  styles.byId.get(id ?? styles.normal ?? '')?.name ?? ''

/** What is said of a paragraph in all: defaults, its style's chain, itself. */
export const wholeParagraph = (styles: Styles, own: SaidParagraph): SaidParagraph =>
  Object.assign(
    {},
    styles.defaults.paragraph,
    ...chainOf(styles, own.style ?? styles.normal).map(({ paragraph }) => paragraph),
    own,
  )

/** What is said of a run in all; `character` is the style of the run itself. */
export const wholeRun = (
  styles: Styles,
  own: SaidRun,
  { paragraph, character }: { paragraph: string | undefined; character: string | undefined },
): SaidRun =>
  Object.assign(
    {},
    styles.defaults.run,
    ...chainOf(styles, paragraph ?? styles.normal).map(({ run }) => run),
    ...chainOf(styles, character ?? null).map(({ run }) => run),
    own,
  )
