import { LAYOUT_9704 } from '@yundiao/briefings'
import type { LaidDocument, LaidSection } from './layout-types.ts'
import { type Finding, graded, isBody } from './text-parts.ts'

const TWIPS_PER_MM = 1440 / 25.4
const ALLOWED_MM = 1
/** Half a point each way: 28.99 pt is written 28.95, 29 or 579 twips. */
const ALLOWED_PITCH = 10

const { page, margins, grid } = LAYOUT_9704

const inMm = (twips: number): number => Math.round((twips / TWIPS_PER_MM) * 10) / 10
const isNear = (twips: number, mm: number): boolean => Math.abs(twips / TWIPS_PER_MM - mm) <= ALLOWED_MM + 0.05

/** Whether a line pitch in twips gives 22 lines a page. */
export const isGridPitch = (twips: number): boolean => Math.abs(twips - grid.linePitchPt.value * 20) <= ALLOWED_PITCH

const isAcross = ({ width, height }: LaidSection): boolean => width > height

const sizeFindings = (section: LaidSection, where: string): Finding[] => {
  const [short, long] = [Math.min(section.width, section.height), Math.max(section.width, section.height)]
  if (isNear(short, page.widthMm.value) && isNear(long, page.heightMm.value)) return []
  const found = `${inMm(section.width)}×${inMm(section.height)} mm`
  return [{ code: 'page.size', where, expected: graded('A4（210×297 mm）', page.widthMm.grade), found }]
}

const SIDES = [
  ['top', '上边距', margins.topMm],
  ['left', '左边距', margins.leftMm],
  ['right', '右边距', margins.rightMm],
  ['bottom', '下边距', margins.bottomMm],
] as const

/** A page that lies across carries a wide table, for which the standard gives no margins. */
const marginFindings = (section: LaidSection, where: string): Finding[] =>
  isAcross(section)
    ? []
    : SIDES.flatMap(([side, name, rule]) =>
        isNear(section.margins[side], rule.value)
          ? []
          : [
              {
                code: 'page.margins',
                where: `${where}${name}`,
                expected: graded(
                  `${rule.value}±1 mm`,
                  'note' in rule && rule.note.includes('推出') ? '推算' : rule.grade,
                ),
                found: `${inMm(section.margins[side])} mm`,
              },
            ],
      )

const gridFindings = (section: LaidSection, where: string, document: LaidDocument): Finding[] => {
  const { gridPitch } = section
  const expected = graded('每页 22 行（行距 28.99 磅）', '推算')
  if (gridPitch !== null)
    return isGridPitch(gridPitch)
      ? []
      : [{ code: 'page.grid', where, expected, found: `网格行距 ${gridPitch / 20} 磅` }]
  const body = document.paragraphs.filter((paragraph) => isBody(paragraph, document))
  const keepsPitch = body.every(({ isExact, line }) => isExact && line !== null && isGridPitch(line))
  return keepsPitch ? [] : [{ code: 'page.grid', where, expected, found: '没有设文档网格，正文也不是固定行距' }]
}

/** 用纸、版心、网格. */
export const pageFindings = (document: LaidDocument): Finding[] =>
  document.sections.flatMap((section, i) => {
    const where = document.sections.length > 1 ? `第${i + 1}节` : '页面'
    return [
      ...sizeFindings(section, where),
      ...marginFindings(section, where),
      ...gridFindings(section, where, document),
    ]
  })

/** Tables stay within the type area of the widest page there is. */
export const tableFindings = ({ tables, sections }: LaidDocument): Finding[] => {
  const area = Math.max(...sections.map(({ width, margins: { left, right } }) => width - left - right))
  if (!Number.isFinite(area)) return []
  return tables
    .filter(({ widthTwips }) => widthTwips > area + TWIPS_PER_MM)
    .map(({ where, widthTwips }) => ({
      code: 'table.width',
      where,
      expected: graded(`不超出版心（${inMm(area)} mm）`, 'B'),
      found: `${inMm(widthTwips)} mm`,
    }))
}
