import { checkCode, LAYOUT_9704, type Paper } from '@yundiao/briefings'
import { dayInWords } from '@yundiao/kernel'
import { AlignmentType, Footer, LineRuleType, PageNumber, Paragraph, TextRun } from 'docx'
import { face, points } from './docx-style.ts'

const { pageNumber, fonts, sizesPt } = LAYOUT_9704
const NUMBER_LINE_PT = 20
const FOOT_LINE_PT = 12
const MM_PER_POINT = 25.4 / 72

/** Distance of the footer's lower edge from the paper's, so that the dash stands 7 mm under the type area. */
export const FOOTER_FROM_EDGE_MM =
  LAYOUT_9704.margins.bottomMm.value -
  pageNumber.belowTypeAreaMm.value -
  (NUMBER_LINE_PT / 2 + FOOT_LINE_PT) * MM_PER_POINT

/** What stands at the foot of every page: who prepared it, data as of, printed at, check code. */
const footLine = (paper: Paper, printedAt: string): string =>
  [
    `供稿：${paper.foot.preparedBy ?? '待明确'}`,
    `数据截至${dayInWords(paper.asKnownOn)}`,
    `打印时间${printedAt}`,
    `校验码${checkCode(paper.checkpoint)}`,
  ].join('　')

const dash = pageNumber.dash.value
const sideIndent = pageNumber.sideIndentCharacters.value * points(sizesPt.pageNumber.value)

const numberLine = (side: 'odd' | 'even'): Paragraph =>
  new Paragraph({
    alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
    indent: side === 'odd' ? { right: sideIndent } : { left: sideIndent },
    spacing: { line: points(NUMBER_LINE_PT), lineRule: LineRuleType.EXACT },
    children: [
      new TextRun({
        children: [`${dash} `, PageNumber.CURRENT, ` ${dash}`],
        font: fonts.pageNumber.value,
        size: sizesPt.pageNumber.value * 2,
      }),
    ],
  })

/** The footer of odd or even pages: page number between dashes on the outer side, the foot line below. */
export const paperFooter = (paper: Paper, printedAt: string, side: 'odd' | 'even'): Footer =>
  new Footer({
    children: [
      numberLine(side),
      new Paragraph({
        spacing: { line: points(FOOT_LINE_PT), lineRule: LineRuleType.EXACT },
        children: [new TextRun({ text: footLine(paper, printedAt), ...face(fonts.body.value, sizesPt.foot.value) })],
      }),
    ],
  })
