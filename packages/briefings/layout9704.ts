import type { Grade } from '@yundiao/kernel'

/** A number of the standard with how it was read: B secondary, C unverified, D ours. */
export type Graded<T> = { value: T; grade: Grade; note?: string }

const b = <T>(value: T, note?: string): Graded<T> => ({ value, grade: 'B', ...(note === undefined ? {} : { note }) })
const c = <T>(value: T, note?: string): Graded<T> => ({ value, grade: 'C', ...(note === undefined ? {} : { note }) })
const d = <T>(value: T, note?: string): Graded<T> => ({ value, grade: 'D', ...(note === undefined ? {} : { note }) })

/**
 * GB/T 9704-2012 党政机关公文格式 (in force 2012-07-01) as far as a briefing uses it. A briefing is none of the fifteen
 * statutory kinds: it takes grid and fonts, and no 发文机关标志, 发文字号 or 版记. Millimetres and points as named.
 * Right and bottom margins follow from the type area of 156 × 225 mm; pitches from 22 lines and 28 characters on it.
 */
export const LAYOUT_9704 = {
  standard: 'GB/T 9704-2012',
  page: { widthMm: b(210), heightMm: b(297) },
  margins: {
    topMm: b(37, '天头，允差 1 mm'),
    leftMm: b(28, '订口，允差 1 mm'),
    rightMm: b(26, '由版心 156 mm 推出'),
    bottomMm: b(35, '由版心 225 mm 推出'),
  },
  grid: {
    linesPerPage: b(22),
    charactersPerLine: b(28),
    linePitchPt: b(28.99, '225 mm ÷ 22'),
    characterPitchPt: b(15.79, '156 mm ÷ 28'),
  },
  sizesPt: { title: b(22, '二号'), body: b(16, '三号'), pageNumber: c(14, '四号'), table: d(10.5, '五号'), foot: d(9) },
  fonts: {
    title: b('方正小标宋简体'),
    body: b('仿宋_GB2312'),
    headings: [c('黑体'), c('楷体_GB2312'), c('仿宋_GB2312'), c('仿宋_GB2312')],
    pageNumber: c('宋体'),
    latin: d('Times New Roman', '标准未规定数字字体'),
  },
  indentCharacters: b(2),
  pageNumber: {
    dash: b('—'),
    belowTypeAreaMm: c(7),
    sideIndentCharacters: c(1, '单页居右空一字，双页居左空一字'),
  },
} as const

/** A booklet's page, which no standard rules: 四号 on 32 closer lines. Ours. */
export const BOOKLET_LAYOUT = {
  margins: { topMm: d(24), leftMm: d(24), rightMm: d(20), bottomMm: d(24) },
  grid: { linesPerPage: d(32), charactersPerLine: d(32), linePitchPt: d(22), characterPitchPt: d(14.7) },
  sizesPt: { body: d(14) },
} as const
