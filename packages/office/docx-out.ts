import { type Block, headingNumbers, type Paper, type Run } from '@yundiao/briefings'
import {
  AlignmentType,
  Document,
  DocumentGridType,
  HeadingLevel,
  Packer,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from 'docx'
import { type BindingTags, bindingTags } from './binding-tags.ts'
import { FOOTER_FROM_EDGE_MM, paperFooter } from './docx-footer.ts'
import { runsChildren } from './docx-run.ts'
import {
  FOUR_CHARACTERS,
  FREE_STYLE,
  GRID_LINES,
  mm,
  OFF_GRID_STYLES,
  PAGES,
  PAPER_STYLES,
  type PageLaid,
} from './docx-style.ts'
import { docxTable } from './docx-table.ts'

const HEADINGS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const

const bodyParagraph = (runs: readonly Run[], tags: BindingTags, keepNext = false): Paragraph =>
  new Paragraph({ style: 'PaperBody', ...(keepNext ? { keepNext } : {}), children: runsChildren(runs, tags) })

/** 右空四字: the name and the day under a paper. They stay together, and with the text before, not with what follows. */
const closingParagraph = (runs: readonly Run[], tags: BindingTags, keepNext: boolean): Paragraph =>
  new Paragraph({
    style: 'PaperBody',
    alignment: AlignmentType.RIGHT,
    indent: { right: FOUR_CHARACTERS },
    keepNext,
    children: runsChildren(runs, tags),
  })

const closes = (block: Block | undefined): boolean => block?.kind === 'paragraph' && block.closes === true

type Placed = { number: string; next: Block | undefined; tags: BindingTags; page: PageLaid }

const docxBlock = (block: Block, { number, next, tags, page }: Placed): (Paragraph | Table)[] => {
  switch (block.kind) {
    case 'heading': {
      const children = [new TextRun({ text: number, style: FREE_STYLE }), ...runsChildren(block.runs, tags)]
      return [
        new Paragraph({
          heading: HEADINGS[block.level],
          ...(block.startsPage ? { pageBreakBefore: true } : {}),
          children,
        }),
      ]
    }
    case 'paragraph':
      return [(block.closes ? closingParagraph : bodyParagraph)(block.runs, tags, closes(next))]
    case 'list':
      return block.items.map((runs) => bodyParagraph(runs, tags))
    case 'note':
      return [new Paragraph({ style: 'PaperNote', children: [new TextRun('注：'), ...runsChildren(block.runs, tags)] })]
    case 'table':
      return docxTable(block, tags, page.areaTwips)
  }
}

const titleBlocks = (paper: Paper): Paragraph[] => [
  new Paragraph({ style: 'PaperTitle', text: paper.title }),
  ...(paper.subtitle === undefined ? [] : [new Paragraph({ style: 'PaperSubtitle', text: paper.subtitle })]),
]

const properties = (paper: Paper, tags: BindingTags, id: string | undefined): { name: string; value: string }[] => [
  ...(id === undefined ? [] : [{ name: 'yundiao.paper', value: id }]),
  { name: 'yundiao.kind', value: paper.kind },
  { name: 'yundiao.city', value: paper.city.code },
  { name: 'yundiao.as-known-on', value: paper.asKnownOn },
  { name: 'yundiao.checkpoint', value: paper.checkpoint ?? '' },
  ...tags.properties(),
]

/** The library turns width and height of a landscape page itself. */
const pageSetup = ({ size, margin }: PageLaid, line: number) => {
  const isAcross = size.width > size.height
  return {
    page: {
      size: isAcross
        ? { width: size.height, height: size.width, orientation: PageOrientation.LANDSCAPE }
        : { width: size.width, height: size.height },
      margin: { ...margin, footer: mm(FOOTER_FROM_EDGE_MM) },
    },
    grid: { type: DocumentGridType.LINES, linePitch: line },
  }
}

/**
 * A paper as the bytes of a Word file on the grid of GB/T 9704. Each bound number is a content control that keeps its
 * reference and first text through editing; kind, day and checkpoint are document properties. `printedAt` is printed
 * as it is given; `id` is what the paper is kept under, by which an edited copy is known when it comes back.
 */
export const docxBytes = async (
  paper: Paper,
  { printedAt, id }: { printedAt: string; id?: string },
): Promise<Uint8Array> => {
  const tags = bindingTags()
  const numbers = headingNumbers(paper.blocks)
  const kind = paper.booklet ? 'booklet' : 'standard'
  const page = PAGES[paper.booklet ? 'booklet' : (paper.page ?? 'portrait')]
  const body = paper.blocks.flatMap((block, i) =>
    docxBlock(block, { number: numbers[i] ?? '', next: paper.blocks[i + 1], tags, page }),
  )
  const document = new Document({
    title: paper.title,
    creator: paper.foot.preparedBy ?? '',
    styles: PAPER_STYLES[kind],
    externalStyles: OFF_GRID_STYLES,
    evenAndOddHeaderAndFooters: true,
    customProperties: properties(paper, tags, id),
    sections: [
      {
        properties: pageSetup(page, GRID_LINES[kind].line),
        footers: { default: paperFooter(paper, printedAt, 'odd'), even: paperFooter(paper, printedAt, 'even') },
        children: [...titleBlocks(paper), ...body],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
