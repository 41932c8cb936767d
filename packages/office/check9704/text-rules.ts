import { type Graded, LAYOUT_9704 } from '@yundiao/briefings'
import type { LaidDocument, LaidParagraph } from './layout-types.ts'
import { isGridPitch } from './page-rules.ts'
import { chineseFaces, type Finding, graded, headingOf, isBody, titleOf } from './text-parts.ts'

const { sizesPt, fonts, indentCharacters } = LAYOUT_9704

const EXCERPT = 10
const placed = ({ where, text }: LaidParagraph): string => {
  const words = text.trim()
  return `${where}“${words.slice(0, EXCERPT)}${words.length > EXCERPT ? '…' : ''}”`
}

type FontRule = { name: string; form: RegExp; grade: string }
const FONTS: Readonly<Record<'小标宋' | '仿宋' | '黑体' | '楷体', RegExp>> = {
  小标宋: /小标宋|XiaoBiaoSong|XBSJW/iu,
  仿宋: /仿宋|FangSong/iu,
  黑体: /黑体|SimHei|Hei$/iu,
  楷体: /楷体|KaiTi/iu,
}
const fontRule = (name: keyof typeof FONTS, { grade }: Graded<string>): FontRule => ({ name, form: FONTS[name], grade })

const HEADING_FONTS: readonly FontRule[] = [
  fontRule('黑体', fonts.headings[0]),
  fontRule('楷体', fonts.headings[1]),
  fontRule('仿宋', fonts.headings[2]),
  fontRule('仿宋', fonts.headings[3]),
]

type FaceRule = { part: 'title' | 'heading' | 'body'; font: FontRule; size: Graded<number>; sizeName: string }

const faceFindings = (paragraph: LaidParagraph, { part, font, size, sizeName }: FaceRule): Finding[] =>
  chineseFaces(paragraph).flatMap(({ eastAsia, sizePt }): Finding[] => [
    ...(font.form.test(eastAsia ?? '')
      ? []
      : [
          {
            code: `${part}.font`,
            where: placed(paragraph),
            expected: graded(font.name, font.grade),
            found: eastAsia ?? '未指定中文字体',
          },
        ]),
    ...(sizePt === size.value
      ? []
      : [
          {
            code: `${part}.size`,
            where: placed(paragraph),
            expected: graded(`${sizeName}（${size.value} 磅）`, size.grade),
            found: sizePt === null ? '未指定字号' : `${sizePt} 磅`,
          },
        ]),
  ])

/** 标题: 二号小标宋, centred, no full stop. */
export const titleFindings = (document: LaidDocument): Finding[] => {
  const title = titleOf(document)
  if (!title) return [{ code: 'title.missing', where: '全文', expected: graded('有标题', 'B'), found: '没有文字' }]
  const font = fontRule('小标宋', fonts.title)
  return [
    ...faceFindings(title, { part: 'title', font, size: sizesPt.title, sizeName: '二号' }),
    ...(title.jc === 'center'
      ? []
      : [{ code: 'title.align', where: placed(title), expected: graded('居中', 'B'), found: '未居中' }]),
    ...(/[。．.]$/u.test(title.text.trim())
      ? [{ code: 'title.stop', where: placed(title), expected: graded('末尾不用句号', 'D'), found: '末尾有句号' }]
      : []),
  ]
}

const headings = (document: LaidDocument) => {
  const title = titleOf(document)
  return document.paragraphs.flatMap((paragraph) => {
    const numbered = paragraph === title || paragraph.beforeTable ? null : headingOf(paragraph)
    return numbered ? [{ paragraph, numbered }] : []
  })
}

const NUMBER_FORMS = '一、　（一）　1.　（1）'

/** 层次序数: each level counts on from one, under a level above it where the text has one. */
const orderFindings = (document: LaidDocument): Finding[] => {
  const counts = [0, 0, 0, 0]
  const found: Finding[] = []
  const all = headings(document)
  const used = new Set(all.map(({ numbered }) => numbered.level))
  for (const { paragraph, numbered } of all) {
    const at = numbered.level - 1
    const expected = (counts[at] ?? 0) + 1
    const isOrphan = at > 0 && used.has(1) && counts[0] === 0
    if (numbered.count !== expected || isOrphan)
      found.push({
        code: 'heading.order',
        where: placed(paragraph),
        expected: graded(`层次依次为${NUMBER_FORMS}，同级连续编号`, 'C'),
        found: isOrphan ? '上面没有“一、”一级' : `应为第 ${expected} 个，写的是第 ${numbered.count} 个`,
      })
    counts[at] = numbered.count
    counts.fill(0, at + 1)
  }
  return found
}

/** 层次标题: faces by level, form and order of their numbers. */
export const headingFindings = (document: LaidDocument): Finding[] => [
  ...headings(document).flatMap(({ paragraph, numbered }) => {
    const font = HEADING_FONTS[numbered.level - 1] ?? fontRule('仿宋', fonts.body)
    return [
      ...faceFindings(paragraph, { part: 'heading', font, size: sizesPt.body, sizeName: '三号' }),
      ...(numbered.isRightForm
        ? []
        : [
            {
              code: 'heading.form',
              where: placed(paragraph),
              expected: graded(`序数写作${NUMBER_FORMS}`, 'C'),
              found: paragraph.text.trim().slice(0, 4),
            },
          ]),
    ]
  }),
  ...orderFindings(document),
]

/** Two characters at the pitch of the grid or of the type; a twentieth of a point each way. */
const isTwoCharacters = ({ firstLine, firstLineChars, text }: LaidParagraph): boolean =>
  firstLineChars === indentCharacters.value * 100 ||
  (firstLineChars === 0 && firstLine >= 600 && firstLine <= 660) ||
  (firstLine === 0 && firstLineChars === 0 && /^　　[^　]/u.test(text))

const indentFinding = (paragraph: LaidParagraph): Finding[] => {
  if (isTwoCharacters(paragraph)) return []
  const { firstLine, firstLineChars } = paragraph
  const found = firstLineChars > 0 ? `${firstLineChars / 100} 字` : firstLine > 0 ? `${firstLine / 20} 磅` : '不缩进'
  return [
    { code: 'body.indent', where: placed(paragraph), expected: graded('首行左空二字', indentCharacters.grade), found },
  ]
}

const lineFinding = (paragraph: LaidParagraph, hasGrid: boolean): Finding[] => {
  const { line, isExact } = paragraph
  const expected = graded('行距 28.99 磅（每页 22 行）', '推算')
  if (isExact && line !== null)
    return isGridPitch(line)
      ? []
      : [{ code: 'body.line-pitch', where: placed(paragraph), expected, found: `固定 ${line / 20} 磅` }]
  const isSingle = line === null || line === 240
  if (hasGrid && isSingle) return []
  // Without a grid the page's own finding says it; here only what a paragraph sets for itself.
  return isSingle
    ? []
    : [{ code: 'body.line-pitch', where: placed(paragraph), expected, found: `${line / 240} 倍行距` }]
}

/** 正文: 三号仿宋, first line two characters in, 22 lines a page. */
export const bodyFindings = (document: LaidDocument): Finding[] => {
  const hasGrid = document.sections.some(({ gridPitch }) => gridPitch !== null)
  const font = fontRule('仿宋', fonts.body)
  return document.paragraphs
    .filter((paragraph) => isBody(paragraph, document))
    .flatMap((paragraph) => [
      ...faceFindings(paragraph, { part: 'body', font, size: sizesPt.body, sizeName: '三号' }),
      ...indentFinding(paragraph),
      ...lineFinding(paragraph, hasGrid),
    ])
}
