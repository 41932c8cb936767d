import { choice, day, defineLedger, duty, type EntryOf, longText, maybe, text, unit } from '@yundiao/ledgers'

/**
 * 需协调事项台账: a problem raised from an entry of any ledger, from an item, or by itself → level → answer. `source` is
 * what people read about where it came from; the three fields apart hold the ids behind those words.
 * States: local practice. A level or a unit that nobody named is 待明确, not guessed.
 */
export const matters = defineLedger({
  id: 'coordination.matter',
  title: '需协调事项台账',
  owner: duty('government-supervision'),
  // Whoever is asked answers in the row itself; who wrote what stands in its history.
  writers: ['supervision', 'department'],
  key: 'matter',
  fields: {
    matter: text('事项', { searchable: true, synonyms: ['需协调事项', '需协调解决的事项', '事项名称'] }),
    detail: maybe(longText('具体情况', { searchable: true, maxLength: 1000, synonyms: ['情况说明', '内容'] })),
    source: maybe(text('来源', { searchable: true })),
    sourceLedger: maybe(text('来源台账编号', { apart: true, maxLength: 60 })),
    sourceEntry: maybe(text('来源记录编号', { apart: true, maxLength: 60 })),
    sourceItem: maybe(text('来源督办事项编号', { apart: true, maxLength: 60 })),
    raisedBy: maybe(unit('提出单位')),
    level: maybe(choice('层级', ['县级', '市级', '省级'])),
    responsible: maybe(unit('责任单位', { synonyms: ['牵头单位', '协调单位'] })),
    raisedOn: maybe(day('提出日期')),
    answer: maybe(longText('答复', { searchable: true, maxLength: 1000, synonyms: ['答复意见', '办理意见'] })),
    answeredOn: maybe(day('答复日期')),
    remark: maybe(longText('备注')),
  },
  states: ['待答复', '已答复', '已解决', '退回补充'],
  moves: {
    待答复: ['已答复', '退回补充'],
    已答复: ['已解决', '待答复'],
    退回补充: ['待答复'],
  },
  filters: [
    { label: '责任单位待明确', when: [{ field: 'responsible', op: 'missing', missing: true }] },
    { label: '省级层面', when: [{ field: 'level', op: 'is', value: '省级' }] },
  ],
  source: '列依各地调度会需协调事项清单通行样式',
})

/** The values of one matter. */
export type Matter = EntryOf<typeof matters>
