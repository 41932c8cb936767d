import type { Cite } from '@yundiao/kernel'
import { defineRule, type ExpressionRule } from '@yundiao/rules'

const DISPATCH_REPORT: Cite = {
  document: '四川省700个重点项目2022年一季度推进情况报道',
  url: 'https://www.10100.com/article/117760830',
}

// The report of the first quarter of 2022 is the only source found, so the rules are not said to hold before that year.
const FROM = '2022-01-01'
const MONTHS = { label: '已过月数', type: 'number' } as const

/** Part of the year gone by, 0–1: months gone by of twelve. Grade B: as the province's dispatch reckons it. */
export const timeProgress: ExpressionRule = defineRule({
  id: 'economy.time-progress',
  title: '时间进度（序时）',
  inputs: { months: MONTHS },
  versions: [
    {
      from: FROM,
      expression: { '/': [{ var: 'months' }, 12] },
      cite: DISPATCH_REPORT,
      grade: 'B',
      vectors: [
        { title: '一季度为25%', given: { months: 3 }, expect: 0.25 },
        { title: '全年为100%', given: { months: 12 }, expect: 1 },
        { title: '月数不知则不知', given: { months: null }, expect: null },
      ],
    },
  ],
})

/**
 * How an amount stands against its yearly plan: 超序时, 达序时 or 欠序时, by the part of the plan done against the part of
 * the year gone by. Does not weigh the season. Grade B: the report calls 31.6 % done by March 6.6 points ahead.
 */
export const aheadOfTime: ExpressionRule = defineRule({
  id: 'economy.ahead-of-time',
  title: '绝对额目标的进度评价',
  inputs: { done: { label: '完成年度目标的比重', type: 'number', shownIn: '%' }, months: MONTHS },
  versions: [
    {
      from: FROM,
      expression: {
        if: [
          { '>': [{ var: 'done' }, { '/': [{ var: 'months' }, 12] }] },
          '超序时',
          { '<': [{ var: 'done' }, { '/': [{ var: 'months' }, 12] }] },
          '欠序时',
          '达序时',
        ],
      },
      cite: DISPATCH_REPORT,
      grade: 'B',
      vectors: [
        { title: '一季度完成31.6%，超时间进度6.6个百分点', given: { done: 0.316, months: 3 }, expect: '超序时' },
        { title: '一季度完成25%', given: { done: 0.25, months: 3 }, expect: '达序时' },
        { title: '一季度完成24.9%', given: { done: 0.249, months: 3 }, expect: '欠序时' },
        { title: '完成数不知则不评', given: { done: null, months: 3 }, expect: null },
      ],
    },
  ],
})

/** How a growth stands against a growth target: rate against rate, never completion against time. Grade B. */
export const growthAgainstTarget: ExpressionRule = defineRule({
  id: 'economy.growth-against-target',
  title: '增速目标的进度评价',
  inputs: {
    growth: { label: '累计增速', type: 'number', shownIn: '%' },
    target: { label: '目标增速', type: 'number', shownIn: '%' },
  },
  versions: [
    {
      from: FROM,
      expression: {
        if: [
          { '>': [{ var: 'growth' }, { var: 'target' }] },
          '超序时',
          { '<': [{ var: 'growth' }, { var: 'target' }] },
          '欠序时',
          '达序时',
        ],
      },
      cite: DISPATCH_REPORT,
      grade: 'B',
      vectors: [
        { title: '高于目标', given: { growth: 0.081, target: 0.08 }, expect: '超序时' },
        { title: '等于目标', given: { growth: 0.08, target: 0.08 }, expect: '达序时' },
        { title: '低于目标', given: { growth: 0.079, target: 0.08 }, expect: '欠序时' },
        { title: '目标待明确则不评', given: { growth: 0.066, target: null }, expect: null },
      ],
    },
  ],
})

/**
 * Whether a region's growth stands on a small base: last year's amount under a quarter of the median of the regions it is
 * ranked with. Says nothing where an amount is not known. Grade D: sheets note 基数小 by custom, no source says from where.
 */
export const smallBase: ExpressionRule = defineRule({
  id: 'economy.small-base',
  title: '基数小',
  inputs: {
    base: { label: '上年同期数', type: 'number' },
    median: { label: '同组上年同期数的中位数', type: 'number' },
  },
  versions: [
    {
      from: FROM,
      expression: { '<': [{ var: 'base' }, { '/': [{ var: 'median' }, 4] }] },
      cite: { document: '排位表惯例，未找到规定，请办公室核定' },
      grade: 'D',
      vectors: [
        { title: '不足四分之一', given: { base: 24.9, median: 100 }, expect: true },
        { title: '恰为四分之一', given: { base: 25, median: 100 }, expect: false },
        { title: '上年同期数不知则不判', given: { base: null, median: 100 }, expect: null },
      ],
    },
  ],
})

/**
 * The rules sheets T1 and T2 judge by. Citations are secondary (B) where there is one: the sources do not give the
 * provincial notice itself.
 */
export const economyRules: readonly ExpressionRule[] = [timeProgress, aheadOfTime, growthAgainstTarget, smallBase]
