import { duty } from './definition.ts'
import * as f from './fields.ts'

/** A small ledger with one field of every kind, for the tests of this package. */
export const parcels = f.defineLedger({
  id: 'land.parcel',
  title: '闲置土地台账',
  owner: duty('natural-resources'),
  key: 'name',
  fields: {
    name: f.text('宗地名称', { searchable: true, sensitivity: 'public' }),
    parcelNo: f.maybe(f.text('电子监管号', { unique: true })),
    holderCode: f.maybe(f.text('信用代码', { check: 'uscc', sensitivity: 'firm' })),
    note: f.maybe(f.longText('说明', { searchable: true, sensitivity: 'firm', maxLength: 150 })),
    use: f.maybe(f.choice('用途', ['工业', '商业', '住宅'])),
    count: f.maybe(f.integer('宗数', { min: 0 })),
    score: f.maybe(f.number('得分')),
    share: f.maybe(f.ratio('动工面积占比')),
    price: f.maybe(f.money('应缴', { under: ['价款'] })),
    paid: f.maybe(f.money('已缴', { under: ['价款'], shownIn: '亿元' })),
    site: f.maybe(f.area('面积')),
    startDueOn: f.maybe(f.day('约定动工日')),
    mortgaged: f.maybe(f.yes('抵押查封')),
    project: f.maybe(f.link('项目', 'projects.project')),
    keeper: f.maybe(f.unit('责任单位')),
    contact: f.maybe(f.person('联系人')),
    built: f.maybe(f.area('已建面积', { shownIn: '公顷', alsoShownIn: '亩' })),
    outline: f.maybe(f.geometry('范围')),
    origin: f.maybe(f.text('来源编号', { apart: true })),
    contactPhone: f.maybe(f.phone('联系电话', { unique: true })),
  },
  states: ['涉嫌', '调查中', '已认定', '已销号'],
  moves: { 涉嫌: ['调查中', '已销号'], 调查中: ['已认定', '已销号'], 已认定: ['已销号'] },
})
