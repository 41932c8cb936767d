import { choice, defineLedger, duty, type EntryOf, longText, maybe, person, text, unit } from '@yundiao/ledgers'

/**
 * 企业台账: one row per enterprise, what is public about it with every source. It holds no value of the statistical
 * returns (一套表): revenue and output of a single firm have no column here.
 * States: how far it is on the way into “四上” (users.md T8). 待明确 comes first: being on a list of honours says nothing
 * about that, and being listed is a fact of the enterprise and not a state.
 */
export const enterprises = defineLedger({
  id: 'enterprises.enterprise',
  title: '企业台账',
  owner: duty('industry'),
  key: 'name',
  fields: {
    name: text('企业名称', { searchable: true, sensitivity: 'public', synonyms: ['企业', '单位名称'] }),
    creditCode: maybe(text('统一社会信用代码', { unique: true, check: 'uscc', maxLength: 40, synonyms: ['信用代码'] })),
    town: maybe(text('乡镇', { synonyms: ['乡镇(街道)'] })),
    sector: maybe(choice('专业', ['工业', '建筑', '批发', '零售', '住宿', '餐饮', '服务', '房地产'])),
    industryCode: maybe(text('代码', { under: ['行业'], maxLength: 10 })),
    industryName: maybe(text('名称', { under: ['行业'], synonyms: ['行业'] })),
    openedOn: maybe(text('投产(开业)年月', { maxLength: 20, synonyms: ['投产年月', '开业时间'] })),
    lists: maybe(longText('称号和名单', { sensitivity: 'public', searchable: true, maxLength: 2000 })),
    facts: maybe(longText('公开信息', { sensitivity: 'public', maxLength: 4000 })),
    asOf: maybe(text('信息截至', { sensitivity: 'public', maxLength: 200 })),
    requests: maybe(longText('问题及诉求', { synonyms: ['诉求', '企业诉求'] })),
    leader: maybe(person('领导', { under: ['包联'], sensitivity: 'internal' })),
    leadUnit: maybe(unit('单位', { under: ['包联'] })),
    specialist: maybe(person('专员', { under: ['包联'] })),
    source: maybe(longText('出处', { sensitivity: 'public', maxLength: 4000, synonyms: ['来源'] })),
    sourceDate: maybe(text('出处日期', { sensitivity: 'public', maxLength: 200, synonyms: ['来源日期'] })),
    remark: maybe(longText('备注')),
  },
  states: [
    '待明确',
    '准四上',
    '达标应入',
    '已申报',
    '县审',
    '市审',
    '省审',
    '国家局审',
    '已入库',
    '退回',
    '退库预警',
    '已退库',
  ],
  source: '状态依准四上培育和入库申报的通行环节；列依升规入统培育库通行样式，未见本市原表',
})

/** The values of one enterprise. */
export type Enterprise = EntryOf<typeof enterprises>
