import type { FigureRef } from './types.ts'

/**
 * Formulas of derived figures, by id. The version rises with any change of what is computed; a passport names both.
 * `words` is what 出处 prints.
 */
export const FORMULAS = {
  'growth.difference': { version: 1, title: '增速之差', words: '甲增速 − 乙增速，单位为个百分点' },
  'level.growth': { version: 1, title: '按绝对额推算的增速', words: '本期绝对额 ÷ 上年同期绝对额 − 1（现价）' },
  'target.share': { version: 1, title: '占年度目标', words: '完成数 ÷ 年度目标' },
  'target.difference': { version: 1, title: '较目标', words: '完成增速 − 目标增速，单位为个百分点' },
  'rank.among': {
    version: 1,
    title: '位次（测算）',
    words: '本组有数的地区从优到次排（越高越好的从高到低），并列同位、下一位跳号',
  },
  'growth.two-year': { version: 1, title: '两年平均增速', words: '√[(1＋上年增速)×(1＋本年增速)] − 1' },
  'level.single': { version: 1, title: '单季（单月）数', words: '本期累计 − 上期累计（同一年、同一口径）' },
  'level.sum': { version: 1, title: '由单期合成', words: '相邻各单期数相加（同一年、同一口径，中间不缺）' },
  'growth.single': {
    version: 1,
    title: '当期增速',
    words: '(本期累计增速 × 上年同期累计 − 上期累计增速 × 上年上期累计) ÷ 上年当期；只用于现价增速',
  },
  'price.implied': { version: 1, title: '价格变动', words: '(1＋现价增速) ÷ (1＋不变价增速) − 1' },
  'growth.deflated': {
    version: 1,
    title: '扣除价格因素的增速',
    words: '(1＋现价增速) ÷ (1＋居民消费价格涨幅) − 1；价格指数与该指标的范围不尽相同，是近似数',
  },
  'target.pace': { version: 1, title: '较序时', words: '完成数 ÷ 年度目标 − 已过月数 ÷ 12，单位为个百分点' },
  'count.below-mean': { version: 1, title: '低于全市平均指标数', words: '增速低于全市的指标个数，不能比较的不计' },
  'rank.move': { version: 1, title: '位次升降', words: '上期位次 − 本期位次，正数为前移' },
  'part.pull': {
    version: 1,
    title: '拉动',
    words: '(本期总量 − 基期总量) ÷ 各项基期总量之和；基期总量 = 本期总量 ÷ (1 ＋ 增速)，权重为现价，故为测算',
  },
  'part.pull-of-share': { version: 1, title: '拉动', words: '公布的贡献率 × 公布的总体增速' },
  'part.gap': {
    version: 1,
    title: '对增速差距的影响',
    words: '速度影响 ＋ 结构影响：两侧平均比重 × 增速之差，加上（两侧平均增速 − 总体平均增速）× 比重之差',
  },
  'part.against': { version: 1, title: '相对给定增速的影响', words: '基期比重 × (本项增速 − 给定增速)' },
  'part.value': {
    version: 1,
    title: '增减额的量、结构、价格',
    words: '物量 = 上年总量 × (1 ＋ 不变价增速)，价格 = 本期现价 ÷ 物量；量、结构、价格三项之和为现价增减额',
  },
  'part.contribution': {
    version: 1,
    title: '贡献率',
    words:
      '本项增减额 ÷ 各项增减额之和；增减额 = 本期总量 − 基期总量，基期总量 = 本期总量 ÷ (1 ＋ 增速)，权重为现价，故为测算',
  },
  'part.share': { version: 1, title: '占比、贡献率', words: '本项影响 ÷ 合计影响，各项之和（含未分摊）为 100%' },
  'target.required': {
    version: 1,
    title: '后期需增长',
    words: '(目标增速 − 上年同期占全年比重 × 本期增速) ÷ (1 − 上年同期占全年比重)',
  },
} as const

export type FormulaId = keyof typeof FORMULAS

/** A value computed on read: a ratio (differences of growth too), or places for ranks. Always marked 测算. */
export type Derived = {
  kind: 'derived'
  value: number
  formula: FormulaId
  version: number
  inputs: readonly FigureRef[]
  mark: '测算'
}

/** Why a computed value is not given. */
export type RefusalReason =
  | 'concept-differs'
  | 'base-revised'
  | 'growth-published-only'
  | 'target-missing'
  | 'target-in-words'
  | 'period-differs'
  | 'origin-differs'
  | 'measure-differs'
  | 'input-missing'
  | 'not-applicable'
  | 'share-out-of-range'
export type Refusal = { kind: 'refused'; reason: RefusalReason; message: string }
export type Outcome = Derived | Refusal

export const refuse = (reason: RefusalReason, message: string): Refusal => ({ kind: 'refused', reason, message })

/** A derived value with the version of its formula in force and the references it was formed from. */
export const derived = (formula: FormulaId, value: number, inputs: readonly FigureRef[]): Derived => ({
  kind: 'derived',
  value,
  formula,
  version: FORMULAS[formula].version,
  inputs,
  mark: '测算',
})
