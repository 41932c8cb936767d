import { FORMULAS } from '@yundiao/figures'

/** Formulas findings work numbers out by, by id: the board's own, and these. `words` is what 出处 prints. */
export const FINDING_FORMULAS = {
  ...FORMULAS,
  'target.assess': { version: 1, title: '较目标进度', words: '占年度目标 − 时间进度；有上限的，完成数 − 上限' },
  'growth.pull': {
    version: 2,
    title: '拉动',
    words:
      '本部分增减额 ÷ 各部分基数之和；增减额 = 绝对额 − 基数，基数 = 绝对额 ÷ (1 + 增速)，权重为现价；与归因所列相同',
  },
  'gap.weighed': {
    version: 1,
    title: '对总体的影响',
    words: '该部分占总体的比重 × (该部分增速 − 总体增速)，单位为个百分点',
  },
  'move.rarity': {
    version: 1,
    title: '变动是否少见',
    words: '历史各期变动中，偏离常态不小于本期的期数 ÷ 历史变动期数',
  },
  'level.expected': { version: 1, title: '较常年规律', words: '当期数 ÷ 按本数列历史水平和季节规律推得的数 − 1' },
  'level.repeated': { version: 1, title: '与前期相同', words: '本期数与上期数或上年同期数逐位相同' },
  'dispatch.fall': {
    version: 1,
    title: '重点企业调度增减',
    words: '调度表中同一地区、同一行业各企业本期与上年同期之差的合计；会透露单户的格不列，只含在调度的企业，不是统计数',
  },
  'projects.lag': {
    version: 1,
    title: '重点项目欠序时',
    words:
      '重点项目台账中同一地区、同一类别各项目完成投资与序时计划（年度计划 × 已过月数 ÷ 12）之差的合计；调度数，不是统计数',
  },
  'count.parts': { version: 1, title: '有数的个数', words: '本期有增速的个数，所列即其各自的数' },
  'level.single': { version: 1, title: '当期数', words: '本期累计 − 上期累计' },
} as const

/** The id of one of them. */
export type FindingFormula = keyof typeof FINDING_FORMULAS
