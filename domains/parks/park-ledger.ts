import {
  area,
  choice,
  defineLedger,
  duty,
  type EntryOf,
  integer,
  longText,
  maybe,
  money,
  number,
  ratio,
  text,
} from '@yundiao/ledgers'

const sum = { min: 0 } as const

/**
 * 园区亩均效益汇总表: one row per park and year, sums a park committee has from the approved provincial survey of
 * development zones or from departments. These are in principle not published: the columns are internal. They are taken
 * as given and not rebuilt from rows of firms.
 */
export const parkTotals = defineLedger({
  id: 'parks.park',
  title: '园区亩均效益汇总表',
  owner: duty('industry'),
  key: 'name',
  keyWith: ['year'],
  fields: {
    name: text('园区名称', { searchable: true, synonyms: ['园区'] }),
    year: integer('年度', { min: 2000, max: 2100 }),
    level: maybe(choice('级别', ['国家级', '省级', '市级及以下'])),
    builtArea: maybe(area('建成区', { ...sum, under: ['面积'], shownIn: '公顷', alsoShownIn: '亩' })),
    land: maybe(area('企业用地', { ...sum, under: ['面积'] })),
    firms: maybe(integer('规上工业企业(户)', sum)),
    revenue: maybe(money('营业收入', { ...sum, shownIn: '亿元' })),
    tax: maybe(money('税收', { shownIn: '亿元' })),
    employees: maybe(number('平均从业人员(人)', sum)),
    energy: maybe(number('综合能耗(吨标准煤)', sum)),
    research: maybe(money('研发经费', sum)),
    fixedInvestment: maybe(money('工业固定资产投资', { ...sum, shownIn: '亿元' })),
    workshopLet: maybe(ratio('标准厂房使用率', { min: 0, max: 1 })),
    source: maybe(choice('来源', ['统计汇总', '部门业务'])),
    survey: maybe(text('报表制度', { synonyms: ['表号', '批准文号'] })),
    remark: maybe(longText('备注')),
  },
  states: ['待填报', '已报送', '已核实', '退回修改'],
  filters: [{ label: '未核实', when: [{ field: 'state', op: 'in', values: ['待填报', '已报送', '退回修改'] }] }],
  source: '园区数取自经批准的开发区统计调查或部门业务数，原则上不对外公布；列依亩均评价五项指标',
})

/** The values of one park and year: 元, ㎡, 人, 吨标准煤, ratio. */
export type ParkTotals = EntryOf<typeof parkTotals>
