import { choice, defineLedger, duty, type EntryOf, link, longText, maybe, money, number, text } from '@yundiao/ledgers'
import { INDUSTRIES } from './industries.ts'

const own = { sensitivity: 'firm', min: 0 } as const

/**
 * 重点工业企业调度表: what an enterprise itself tells the dispatch of its output and power, one row each, filled in anew for
 * every cumulative period. These are 调度 values: they are no returns of the statistical system (一套表), are not to be
 * copied from them, and make no official figure. The numbers of a single enterprise are `firm`: whoever is not cleared
 * for them gets regions by industries with the revealing cells hidden.
 */
export const dispatch = defineLedger({
  id: 'enterprises.dispatch',
  title: '重点工业企业调度表（企业自报）',
  owner: duty('industry'),
  key: 'name',
  fields: {
    name: text('企业名称', { searchable: true, synonyms: ['企业', '单位名称'] }),
    enterprise: maybe(link('企业台账记录', 'enterprises.enterprise', { apart: true })),
    industry: maybe(choice('行业大类', INDUSTRIES, { searchable: true, synonyms: ['行业', '行业名称'] })),
    period: maybe(text('期别', { maxLength: 20, synonyms: ['报告期'] })),
    output: maybe(money('本期', { ...own, under: ['产值(自报)'], synonyms: ['本期产值', '累计产值'] })),
    outputBefore: maybe(money('上年同期', { ...own, under: ['产值(自报)'], synonyms: ['上年同期产值'] })),
    power: maybe(number('本期(千瓦时)', { ...own, under: ['用电量'], synonyms: ['本期用电量'] })),
    powerBefore: maybe(number('上年同期(千瓦时)', { ...own, under: ['用电量'], synonyms: ['上年同期用电量'] })),
    cause: maybe(longText('增减原因', { sensitivity: 'firm', searchable: true, maxLength: 500, synonyms: ['原因'] })),
    remark: maybe(longText('备注')),
  },
  states: ['在调度', '停产', '已调出'],
  monthly: ['period', 'output', 'outputBefore', 'power', 'powerBefore', 'cause'],
  filters: [
    { label: '本期未报', when: [{ field: 'output', op: 'missing', missing: true }] },
    { label: '行业待明确', when: [{ field: 'industry', op: 'missing', missing: true }] },
  ],
  source: '企业向经信部门自报的调度数，非统计联网直报（一套表）数；列依各地重点企业调度通行样式，未见本市原表',
})

/** The values of one enterprise's dispatch row: output in 元, power in kWh. */
export type Dispatch = EntryOf<typeof dispatch>
