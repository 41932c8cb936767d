import { choice, day, defineLedger, duty, type EntryOf, integer, longText, maybe, number, text } from '@yundiao/ledgers'
import { SOURCE_CLASSES } from '@yundiao/scorecards'
import { NATIONAL_TOPICS } from './national.ts'
import { SICHUAN_TOPICS } from './sichuan.ts'

/**
 * 营商环境指标得分表: one row per place, year and indicator, with who assessed it and on what evidence. Assessing may not
 * burden firms (《优化营商环境条例》第八条): a score from questionnaires says how many were asked.
 */
export const scores = defineLedger({
  id: 'business-environment.score',
  title: '营商环境指标得分表',
  owner: duty('business-environment'),
  key: 'name',
  keyWith: ['year', 'indicator'],
  fields: {
    name: text('评价对象', { searchable: true, synonyms: ['参评地区', '被评价地区'] }),
    year: integer('年度', { min: 2000, max: 2100 }),
    indicator: choice('指标', [...NATIONAL_TOPICS, ...SICHUAN_TOPICS], { searchable: true, synonyms: ['一级指标'] }),
    score: maybe(number('得分', { min: 0, max: 100, synonyms: ['前沿距离得分'] })),
    source: maybe(choice('来源', SOURCE_CLASSES)),
    assessor: maybe(text('评估单位')),
    assessedOn: maybe(day('评估日期')),
    asked: maybe(integer('问卷企业数', { min: 0 })),
    evidence: maybe(longText('说明', { under: ['佐证'], maxLength: 1000, synonyms: ['佐证材料'] })),
    evidenceFile: maybe(
      longText('文件名、地址或编号', { under: ['佐证'], maxLength: 1000, synonyms: ['佐证文件', '文件地址或编号'] }),
    ),
    remark: maybe(longText('备注')),
  },
  states: ['待填报', '已报送', '已核实', '退回修改'],
  attachments: 'evidenceFile',
  filters: [
    { label: '缺得分', when: [{ field: 'score', op: 'missing', missing: true }] },
    {
      label: '缺佐证',
      when: [
        { field: 'evidence', op: 'missing', missing: true },
        { field: 'evidenceFile', op: 'missing', missing: true },
      ],
    },
  ],
  source: '一级指标依《中国营商环境报告2020》和2023年度四川省营商环境评价；得分由评估方给出，两端值未公布',
})

/** The values of one score, 0 to 100. */
export type Score = EntryOf<typeof scores>
