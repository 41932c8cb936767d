import { LAYOUT_9704 } from '@yundiao/briefings'
import { type FacedText, type LaidDocument, type LaidFooter, type LaidParagraph, PAGE_MARK } from './layout-types.ts'
import { type Finding, graded } from './text-parts.ts'

const { sizesPt, fonts, pageNumber } = LAYOUT_9704

const SIDE_NAMES = { odd: '单页页码', even: '双页页码' } as const
const OUTER = { odd: ['right', 'end', 'outside'], even: ['left', 'start', 'outside'] } as const
const SONG = /宋体|SimSun|Song/iu

type Numbered = { side: LaidFooter['side']; paragraph: LaidParagraph }

const numbersOf = ({ footers }: LaidDocument): Numbered[] =>
  footers.flatMap(({ side, paragraphs }) =>
    paragraphs.filter(({ text }) => text.includes(PAGE_MARK)).map((paragraph) => ({ side, paragraph })),
  )

const formFinding = ({ side, paragraph }: Numbered): Finding[] => {
  const text = paragraph.text.trim()
  if (/^[—－–]\s*\uFFFC\s*[—－–]$/u.test(text)) return []
  const found = text.replaceAll(PAGE_MARK, '1')
  return [
    {
      code: 'page-number.form',
      where: SIDE_NAMES[side],
      expected: graded('数字左右各放一条一字线：— 1 —', pageNumber.dash.grade),
      found,
    },
  ]
}

const faceOfNumber = ({ paragraph }: Numbered): FacedText | undefined =>
  paragraph.faces.find(({ text }) => text.includes(PAGE_MARK))

const faceFindings = (numbered: Numbered): Finding[] => {
  const { eastAsia = null, sizePt = null } = faceOfNumber(numbered) ?? {}
  const where = SIDE_NAMES[numbered.side]
  return [
    ...(SONG.test(eastAsia ?? '')
      ? []
      : [
          {
            code: 'page-number.font',
            where,
            expected: graded('宋体', fonts.pageNumber.grade),
            found: eastAsia ?? '未指定中文字体',
          },
        ]),
    ...(sizePt === sizesPt.pageNumber.value
      ? []
      : [
          {
            code: 'page-number.size',
            where,
            expected: graded('四号（14 磅）', sizesPt.pageNumber.grade),
            found: sizePt === null ? '未指定字号' : `${sizePt} 磅`,
          },
        ]),
  ]
}

const SIDES_RULE = '单页居右、双页居左，各空一字'

const positionFindings = (document: LaidDocument, numbers: readonly Numbered[]): Finding[] => {
  const expected = graded(SIDES_RULE, pageNumber.sideIndentCharacters.grade)
  if (!document.isTwoSided || !numbers.some(({ side }) => side === 'even'))
    return [{ code: 'page-number.position', where: '页码', expected, found: '单双页相同' }]
  return numbers
    .filter(({ side, paragraph }) => !(OUTER[side] as readonly string[]).includes(paragraph.jc))
    .map(({ side, paragraph }) => ({
      code: 'page-number.position',
      where: SIDE_NAMES[side],
      expected,
      found: paragraph.jc === 'center' ? '居中' : paragraph.jc === 'left' ? '居左' : '居右',
    }))
}

/**
 * 页码: there, 四号宋体 between dashes, right on odd and left on even pages. Does not weigh its distance of 7 mm from the type
 * area, nor that blank pages and those after 版记 carry none.
 */
export const pageNumberFindings = (document: LaidDocument): Finding[] => {
  const numbers = numbersOf(document)
  if (numbers.length === 0)
    return [{ code: 'page-number.missing', where: '页脚', expected: graded('编排页码', 'B'), found: '没有页码' }]
  return [
    ...numbers.flatMap((one) => [...formFinding(one), ...faceFindings(one)]),
    ...positionFindings(document, numbers),
  ]
}
