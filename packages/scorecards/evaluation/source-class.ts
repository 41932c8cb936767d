/**
 * Where a value of one unit may come from. Returns of a single respondent to the statistical system (一套表、联网直报) are
 * none of these: 统计法 Art. 25 (2009; Art. 28 of 2024) and 统计法实施条例 Art. 30 keep them for statistics only, so
 * that they can be no ground for a grade, a price or a refusal.
 */
export const SOURCE_CLASSES = ['税务', '电力', '自然资源', '企业自报', '部门业务', '统计汇总'] as const

/** One of SOURCE_CLASSES. 统计汇总 is an aggregate a bureau gives out: it stands for a park or county, not for one firm. */
export type SourceClass = (typeof SOURCE_CLASSES)[number]

/** Words people use for firm-level returns of the statistical system; each is refused wherever a source is named. */
export const REFUSED_SOURCES = ['统计联网直报', '联网直报', '一套表'] as const

/** Where the refusal comes from. */
export const REFUSED_CITE = {
  document: '中华人民共和国统计法、统计法实施条例（国务院令第681号）',
  article: '统计法（2009年修订）第二十五条；实施条例第三十条',
} as const

/** Whether a source's words name firm-level statistical returns. */
export const isRefusedSource = (words: string): boolean => REFUSED_SOURCES.some((refused) => words.includes(refused))

/** Whether words are a source class that may feed a unit of this kind; an aggregate says nothing of one firm. */
export const isSourceClass = (words: string, subject?: string): words is SourceClass =>
  (SOURCE_CLASSES as readonly string[]).includes(words) && !(subject === '企业' && words === '统计汇总')
