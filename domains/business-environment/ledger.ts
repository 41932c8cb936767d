import { choice, day, defineLedger, duty, type EntryOf, longText, maybe, text, unit } from '@yundiao/ledgers'
import { NATIONAL_TOPICS } from './national.ts'
import { SICHUAN_TOPICS } from './sichuan.ts'

/** Where problems come from. */
export const ISSUE_SOURCES = ['12345热线', '明察暗访', '上级反馈', '企业反映', '评价反馈', '自查'] as const

/** Articles of 《优化营商环境条例》 (国务院令第722号) that problems are most often about. */
export const ARTICLES = [
  '第十九条（企业登记）',
  '第二十五条（收费目录清单）',
  '第三十二条（不得拖欠账款）',
  '第三十七条（一网通办）',
  '第四十三条（不得强制中介）',
  '第五十四条（双随机、一公开）',
  '第五十九条（不得一刀切停产停业）',
  '第六十二条（听取意见不少于30日）',
] as const

/**
 * 营商环境问题清单: one row per problem, from its source to its closing, as offices keep it by the day. A person decides
 * that a problem is closed; the row must then say on what that rests. A source's words are kept apart from what the unit
 * answers.
 */
export const issues = defineLedger({
  id: 'business-environment.issue',
  title: '营商环境问题清单',
  owner: duty('business-environment'),
  writers: ['department'],
  key: 'problem',
  fields: {
    problem: text('问题', { searchable: true, synonyms: ['问题描述', '存在问题'] }),
    detail: maybe(longText('具体情况', { searchable: true, maxLength: 1000 })),
    source: maybe(choice('渠道', ISSUE_SOURCES, { under: ['来源'], synonyms: ['问题来源'] })),
    sourceNumber: maybe(text('编号或文号', { under: ['来源'], maxLength: 60, synonyms: ['工单号'] })),
    foundOn: maybe(day('日期', { under: ['来源'], synonyms: ['发现日期', '受理日期'] })),
    indicator: maybe(choice('对应指标', [...NATIONAL_TOPICS, ...SICHUAN_TOPICS], { synonyms: ['指标'] })),
    article: maybe(choice('对应条例条款', ARTICLES)),
    responsible: maybe(unit('牵头单位', { under: ['责任'], synonyms: ['责任单位'] })),
    assisting: maybe(unit('配合单位', { under: ['责任'] })),
    measure: maybe(longText('措施', { under: ['整改'], maxLength: 1000, synonyms: ['整改措施'] })),
    dueOn: maybe(day('完成时限', { under: ['整改'], synonyms: ['整改时限'] })),
    progress: maybe(longText('进展情况', { under: ['整改'], maxLength: 1000, synonyms: ['整改情况'] })),
    finishedOn: maybe(day('完成日期', { under: ['整改'], synonyms: ['整改完成日期'] })),
    evidence: maybe(longText('说明', { under: ['佐证'], maxLength: 1000, synonyms: ['佐证材料', '佐证'] })),
    evidenceFile: maybe(
      longText('文件名、地址或编号', { under: ['佐证'], maxLength: 1000, synonyms: ['佐证文件', '文件地址或编号'] }),
    ),
    checkedBy: maybe(unit('单位', { under: ['核查'] })),
    closedOn: maybe(day('销号日期', { under: ['核查'] })),
    remark: maybe(longText('备注')),
  },
  states: ['待整改', '整改中', '待核', '已销号'],
  moves: { 待整改: ['整改中'], 整改中: ['待核', '待整改'], 待核: ['已销号', '整改中'], 已销号: ['整改中'] },
  attachments: 'evidenceFile',
  filters: [
    { label: '未销号', when: [{ field: 'state', op: 'in', values: ['待整改', '整改中', '待核'] }] },
    { label: '待核', when: [{ field: 'state', op: 'is', value: '待核' }] },
    {
      label: '销号缺佐证',
      when: [
        { field: 'state', op: 'is', value: '已销号' },
        { field: 'evidence', op: 'missing', missing: true },
      ],
    },
    { label: '时限待明确', when: [{ field: 'dueOn', op: 'missing', missing: true }] },
    { label: '牵头单位待明确', when: [{ field: 'responsible', op: 'missing', missing: true }] },
  ],
  source: '列依各地营商环境问题整改销号清单通行样式，未见本市原表；条款依《优化营商环境条例》（国务院令第722号）',
})

/** The values of one problem. */
export type Issue = EntryOf<typeof issues>
