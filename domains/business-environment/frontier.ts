import { defineRule } from '@yundiao/rules'

/**
 * 前沿距离得分: (worst − value) ÷ (worst − frontier) × 100, both ends frozen for five years; the mean of items is the
 * topic's, the simple mean of topics the whole. The total tax rate goes by another form, which is not at hand. That scores
 * are held within 0 and 100 is not in the source. Source: Doing Business 2016, distance to frontier. Doing Business was
 * stopped on 2021-09-16.
 */
export const frontier = defineRule({
  id: 'business-environment.frontier',
  title: '前沿距离得分',
  inWords: ({ range: [least, most], frozenYears, exception }) =>
    `（最差值 − 实际值）÷（最差值 − 前沿值）× ${most}，得分在 ${least} 至 ${most} 之间；两端取值 ${frozenYears} 年不变；各项平均为一级指标得分，一级指标平均为总分；“${exception}”另有算法`,
  versions: [
    {
      from: '2015-01-01',
      to: '2021-09-16',
      value: { range: [0, 100], frozenYears: 5, ofItems: 'mean', ofTopics: 'mean', exception: '总税率' },
      cite: {
        document: 'World Bank, Doing Business 2016: distance to frontier and ease of doing business ranking',
        url: 'https://paperzz.com/doc/9210431/distance-to-frontier-and-ease-of-doing-business-ranking',
      },
      grade: 'B',
    },
  ],
})
