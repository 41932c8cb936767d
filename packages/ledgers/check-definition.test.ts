import { describe, expect, it } from 'vitest'
import { checkDefinition } from './check-definition.ts'
import { duty, type Field, type LedgerDefinition } from './definition.ts'
import { area, choice, geometry, link, maybe, phone, text } from './fields.ts'
import { parcels } from './sample.fixture.ts'

const base: LedgerDefinition = {
  id: 'a.b',
  title: '甲',
  owner: duty('x'),
  key: 'name',
  fields: { name: text('名称') },
  states: ['在办'],
}
const withField = (name: string, field: Field): LedgerDefinition => ({
  ...base,
  fields: { ...base.fields, [name]: field },
})
const many = (count: number): LedgerDefinition => ({
  ...base,
  fields: {
    ...base.fields,
    ...Object.fromEntries(Array.from({ length: count - 1 }, (_, i) => [`f${i}`, text(`列${i}`)])),
  },
})

describe('checkDefinition', () => {
  it.each([
    ['a plain one', base],
    ['every kind', parcels],
    ['200 fields', many(200)],
    ['a hyphen in the domain', { ...base, id: 'business-environment.issue' }],
    [
      'months and questions of its own fields',
      {
        ...base,
        monthly: ['name'],
        filters: [{ label: '在办的', when: [{ field: 'state', op: 'is', value: '在办' }] }],
      } satisfies LedgerDefinition,
    ],
    ['the same label under two heads', withField('plan', { ...text('名称'), under: ['计划'] })],
  ])('passes %s', (_, definition) => expect(checkDefinition(definition)).toEqual([]))

  it.each<[string, LedgerDefinition, RegExp]>([
    ['a month of no field', { ...base, monthly: ['nothing'] }, /每月填报的字段“nothing”/],
    ['a question without a condition', { ...base, filters: [{ label: '空', when: [] }] }, /常用筛选“空”应有/],
    [
      'a question of no field',
      { ...base, filters: [{ label: '问', when: [{ field: 'nothing', op: 'missing', missing: true }] }] },
      /常用筛选“问”所用的字段/,
    ],
    ['names of files in no field', { ...base, attachments: 'nothing' }, /附件名所记的字段“nothing”/],
    ['names of files in a short text', { ...base, attachments: 'name' }, /附件名所记的字段“name”/],
    ['an id without a domain', { ...base, id: 'b' }, /领域\.台账/],
    ['SQL in the id', { ...base, id: 'a.b; drop table x' }, /领域\.台账/],
    ['a hyphen in the ledger: two ids would share a table', { ...base, id: 'a.b-c' }, /不带连字符/],
    ['a ledger called was', { ...base, id: 'a.was' }, /历史表/],
    ['a key that is no field', { ...base, key: 'nothing' }, /称谓字段/],
    ['a sealed key', withField('name', text('名称', { sensitivity: 'personal' })), /称谓字段/],
    ['no states', { ...base, states: [] }, /没有状态/],
    ['a state twice', { ...base, states: ['甲', '甲'] }, /重复/],
    ['a move to no state', { ...base, moves: { 在办: ['办结'] } }, /办结/],
    ['201 fields', many(201), /201/],
    ['a label twice', withField('other', text('名称')), /列名同为/],
    ['a reserved name', withField('region', text('县区')), /系统保留/],
    ['a reserved name in camel case', withField('knownFrom', text('起')), /系统保留/],
    ['a system column', withField('xmin', text('起')), /系统保留/],
    ['SQL in a field name', withField('a"; drop', text('起')), /字段名/],
    ['a required field apart from the sheet', withField('from', text('来源', { apart: true })), /不能必填/],
    ['a sealed boundary', withField('site', maybe(geometry('范围', { sensitivity: 'personal' }))), /不能加密/],
    ['a second unit of another kind', withField('site', area('面积', { alsoShownIn: '万元' })), /计量单位/],
    ['a choice without words', withField('use', { ...choice('用途', []) }), /选项/],
    ['a link to nothing', withField('to', link('项目', '')), /关联/],
    ['a searchable phone', withField('tel', phone('电话', { searchable: true })), /不能检索/],
    [
      'two fields of one column',
      { ...base, fields: { ...base.fields, aB: text('甲'), x_b: text('乙'), xB: text('丙') } },
      /同名/,
    ],
    [
      'the hash of a sealed field',
      { ...base, fields: { ...base.fields, tel: phone('电'), telHmac: text('乙') } },
      /同名/,
    ],
    ['required and hidden', withField('other', text('乙', { hidden: true })), /既必填又隐藏/],
  ])('refuses %s', (_, definition, message) =>
    expect(
      checkDefinition(definition)
        .map((fault) => fault.message)
        .join(),
    ).toMatch(message),
  )

  it('asks a clerk for x_ names, beside the shipped fields', () => {
    const widened = { ...base, fields: { ...base.fields, x_note_2: maybe(text('说明')), note: maybe(text('备注')) } }
    expect(checkDefinition(widened, ['name']).map((fault) => fault.field)).toEqual(['note'])
    expect(checkDefinition(widened, []).map((fault) => fault.field)).toEqual(['name', 'note'])
  })
})
