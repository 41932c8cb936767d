import { FINDING_FORMULAS } from '@yundiao/analysis'

/** How numbers of findings, answers and papers made of them are worked out, by formula. */
export const FORMULA_WORDS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(FINDING_FORMULAS).map(([id, { words }]) => [id, words])),
  'dispatch.change': '在调度企业自报产值：本期 − 上年同期，相加；不是统计数',
  'evaluation.count': '本次评价名单中的个数',
  'projects.behind': '完成投资（调度）− 年度计划 × 时间进度，各项目相加',
}

/** How a number of a sentence was worked out, in words; the bare name of a formula the list lacks. */
export const formulaWords = (id: string): string => FORMULA_WORDS[id] ?? id
