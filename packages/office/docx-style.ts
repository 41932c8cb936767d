import { BOOKLET_LAYOUT, LAYOUT_9704 } from '@yundiao/briefings'
import type { IRunOptions, IStylesOptions } from 'docx'
import { AlignmentType, LineRuleType } from 'docx'

const TWIPS_PER_POINT = 20
const TWIPS_PER_MM = 1440 / 25.4

/** Millimetres as twips, rounded. */
export const mm = (value: number): number => Math.round(value * TWIPS_PER_MM)
/** Points as twips, rounded down: 22 lines rounded up would not fit the type area. */
export const points = (value: number): number => Math.floor(value * TWIPS_PER_POINT)

const { fonts, sizesPt, page } = LAYOUT_9704
/** A table across the page takes more of it than running text may. */
const LANDSCAPE_SIDE_MM = 16
const LANDSCAPE_TOP_MM = 22

/** A page as it is laid: its size, margins and the width of its type area, in twips. */
export type PageLaid = {
  size: { width: number; height: number }
  margin: { top: number; left: number; right: number; bottom: number }
  areaTwips: number
}

type Margins = Readonly<Record<'topMm' | 'leftMm' | 'rightMm' | 'bottomMm', { value: number }>>

const marginOf = ({ topMm, leftMm, rightMm, bottomMm }: Margins): PageLaid['margin'] => ({
  top: mm(topMm.value),
  left: mm(leftMm.value),
  right: mm(rightMm.value),
  bottom: mm(bottomMm.value),
})
const standing = marginOf(LAYOUT_9704.margins)

const laid = (width: number, height: number, margin: PageLaid['margin']): PageLaid => ({
  size: { width, height },
  margin,
  areaTwips: width - margin.left - margin.right,
})

/** The page of the standard, the same sheet turned a quarter for wide tables, and that of a booklet. */
export const PAGES: Readonly<Record<'portrait' | 'landscape' | 'booklet', PageLaid>> = {
  booklet: laid(mm(page.widthMm.value), mm(page.heightMm.value), marginOf(BOOKLET_LAYOUT.margins)),
  portrait: laid(mm(page.widthMm.value), mm(page.heightMm.value), standing),
  landscape: laid(mm(page.heightMm.value), mm(page.widthMm.value), {
    top: mm(LANDSCAPE_TOP_MM),
    left: mm(LANDSCAPE_SIDE_MM),
    right: mm(LANDSCAPE_SIDE_MM),
    bottom: standing.bottom,
  }),
}

type Sized = Readonly<{
  sizesPt: { body: { value: number } }
  grid: { linePitchPt: { value: number }; characterPitchPt: { value: number } }
}>

/** How body text stands: size, line, and the pitch of its characters. */
const bodyOf = (layout: Sized) => {
  const [size, pitch] = [layout.sizesPt.body.value, layout.grid.characterPitchPt.value]
  return {
    size,
    // Exact, so that a fallback font of other height keeps the page.
    line: { line: points(layout.grid.linePitchPt.value), lineRule: LineRuleType.EXACT },
    // Character pitch against the size, in twips; rounded away from zero so that the last character still fits.
    spacing: Math.floor((pitch - size) * TWIPS_PER_POINT),
    twoCharacters: LAYOUT_9704.indentCharacters.value * points(pitch),
  }
}
type Body = ReturnType<typeof bodyOf>

const STANDARD = bodyOf(LAYOUT_9704)

/** One line of the grid: 22 a page of the standard, 32 of a booklet. */
export const GRID_LINES = { standard: STANDARD.line, booklet: bodyOf(BOOKLET_LAYOUT).line }

/** The character style of digits declared free. It looks like the text around it. */
export const FREE_STYLE = 'DeclaredFree'
export const FREE_STYLE_NAME = '日期序号'

/** Paragraph styles whose words are the template's: digits in them are not weighed. */
export const HEAD_STYLE_NAMES: ReadonlySet<string> = new Set(['标题（二号小标宋）', '汇报单位', '表题'])

/** A run's font: Chinese in `font`, digits and Latin in the Latin face. Half-points as Word counts. */
export const face = (font: string, sizePt: number): Pick<IRunOptions, 'font' | 'size'> => ({
  font: { ascii: fonts.latin.value, hAnsi: fonts.latin.value, cs: fonts.latin.value, eastAsia: font },
  size: sizePt * 2,
})

export const FOUR_CHARACTERS = 2 * STANDARD.twoCharacters

const heading = (font: string, { size, line, spacing, twoCharacters }: Body) => ({
  run: { ...face(font, size), bold: false, color: '000000', characterSpacing: spacing },
  paragraph: { spacing: { ...line, before: 0, after: 0 }, indent: { firstLine: twoCharacters }, keepNext: true },
})

const [first, second, third, fourth] = fonts.headings

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** Small print that does not keep to the page's grid; the library cannot say so, hence the XML. */
const offGrid = (id: string, name: string, linePt: number, beforePt: number, strong = ''): string =>
  `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/>` +
  '<w:pPr><w:snapToGrid w:val="0"/>' +
  `<w:spacing w:before="${points(beforePt)}" w:line="${points(linePt)}" w:lineRule="exact"/></w:pPr>` +
  `<w:rPr><w:rFonts w:ascii="${fonts.latin.value}" w:hAnsi="${fonts.latin.value}" w:eastAsia="${fonts.body.value}"/>` +
  `${strong}<w:sz w:val="${sizesPt.table.value * 2}"/></w:rPr></w:style>`

/** Styles of table cells and notes, given to the library as XML. */
export const OFF_GRID_STYLES = `<w:styles xmlns:w="${W}">${offGrid('PaperCell', '表内文字', 16, 0)}${offGrid('PaperCellStrong', '表内小题', 16, 0, '<w:b/>')}${offGrid('PaperNote', '注', 18, 4)}</w:styles>`

/** Styles of a paper: grid, faces and sizes of GB/T 9704; the file names the fonts and embeds none. */
const stylesOf = (body: Body): IStylesOptions => ({
  default: {
    document: { run: face(fonts.body.value, body.size), paragraph: { spacing: body.line } },
    heading1: heading(first.value, body),
    heading2: heading(second.value, body),
    heading3: heading(third.value, body),
    heading4: heading(fourth.value, body),
  },
  paragraphStyles: [
    {
      id: 'PaperTitle',
      name: '标题（二号小标宋）',
      run: face(fonts.title.value, sizesPt.title.value),
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { line: points(34), lineRule: LineRuleType.EXACT, after: body.line.line },
      },
    },
    {
      id: 'PaperSubtitle',
      name: '汇报单位',
      run: { ...face(fonts.headings[1].value, body.size), characterSpacing: body.spacing },
      paragraph: { spacing: { ...body.line, after: body.line.line }, alignment: AlignmentType.CENTER },
    },
    {
      id: 'PaperBody',
      name: '正文（仿宋）',
      run: { ...face(fonts.body.value, body.size), characterSpacing: body.spacing },
      // Not justified: LibreOffice then loses punctuation that hangs behind a content control.
      paragraph: { spacing: body.line, indent: { firstLine: body.twoCharacters }, alignment: AlignmentType.LEFT },
    },
    {
      id: 'PaperCaption',
      name: '表题',
      run: face(fonts.headings[0].value, sizesPt.pageNumber.value),
      paragraph: { spacing: body.line, alignment: AlignmentType.CENTER, keepNext: true },
    },
  ],
  characterStyles: [{ id: FREE_STYLE, name: FREE_STYLE_NAME, run: {} }],
})

/** Styles of a paper and of a booklet. */
export const PAPER_STYLES = { standard: stylesOf(STANDARD), booklet: stylesOf(bodyOf(BOOKLET_LAYOUT)) }
