import { describe, expect, it } from 'vitest'
import type { Field, LedgerDefinition } from './definition.ts'
import { day, maybe, number, text } from './fields.ts'
import { type LedgerUse, planLedger } from './plan.ts'
import { parcels } from './sample.fixture.ts'

const definition: LedgerDefinition = parcels
const change = (name: string, to: Partial<Field>): LedgerDefinition => ({
  ...definition,
  fields: { ...definition.fields, [name]: { ...(definition.fields[name] ?? text(name)), ...to } },
})
const without = (name: string): LedgerDefinition => ({
  ...definition,
  fields: Object.fromEntries(Object.entries(definition.fields).filter(([key]) => key !== name)),
})
const unused: LedgerUse = { rows: 3, states: ['涉嫌'], choices: { use: ['工业'] }, lacking: [], repeated: [] }

describe('planLedger', () => {
  it('makes a table, its history, row security and no right to delete', () => {
    const plan = planLedger(null, definition)
    if (plan.kind !== 'ok') throw new Error('not planned')
    const sql = plan.statements.join(';\n')
    expect(plan.statements[0]).toMatch(
      /^create table l_land_parcel \(city text not null, id uuid not null, version int/,
    )
    expect(sql).toContain('"price" int8')
    expect(sql).toContain('"contact_hmac" text')
    expect(sql).toMatch(/create table l_land_parcel_was .*known_to date not null, primary key \(city, id, version\)/)
    expect(sql).toContain(
      'create unique index l_land_parcel_parcel_no_uq on l_land_parcel (city, "parcel_no") where "parcel_no" is not null',
    )
    expect(sql).toContain('(city, "contact_phone_hmac") where')
    expect(sql).toContain('create index on l_land_parcel (city, "price", region) where "price" is not null')
    expect(sql).toContain('create index on l_land_parcel (city, "start_due_on", region) where')
    expect(sql).toContain('grant select, insert on l_land_parcel_was to yd_app')
    expect(sql).not.toMatch(/delete|numeric/)
    const policies = plan.statements.filter((statement) => statement.startsWith('create policy'))
    expect(policies).toHaveLength(5)
    for (const policy of policies)
      expect(policy).toContain(
        "city = (select current_setting('yd.city', true)) and region = any((select string_to_array(current_setting('yd.regions', true), ','))::text[])",
      )
  })
  it.each<[string, LedgerDefinition, string[]]>([
    ['the same', definition, []],
    ['another label', change('name', { label: '宗地' }), []],
    ['hidden', change('use', { hidden: true }), []],
    ['one more choice', change('use', { choices: ['工业', '商业', '住宅', '仓储'] }), []],
    ['one more state', { ...definition, states: [...definition.states, '退回'] }, []],
    ['a wider text', change('parcelNo', { kind: 'long-text' }), []],
    ['no longer unique', change('parcelNo', { unique: false }), ['drop index l_land_parcel_parcel_no_uq']],
    [
      'one more field',
      change('x_note', maybe(number('指数'))),
      [
        'alter table l_land_parcel add column "x_note" float8',
        'alter table l_land_parcel_was add column "x_note" float8',
      ],
    ],
    [
      'one more day, with its index',
      change('x_day', maybe(day('验收日期'))),
      [
        'alter table l_land_parcel add column "x_day" date',
        'alter table l_land_parcel_was add column "x_day" date',
        'create index on l_land_parcel (city, "x_day", region) where "x_day" is not null',
      ],
    ],
  ])('takes %s', (_, next, statements) =>
    expect(planLedger(definition, next)).toEqual({ kind: 'ok', statements, regram: false }),
  )
  it('asks for new grams when other fields are searched', () =>
    expect(planLedger(definition, change('parcelNo', { searchable: true }))).toMatchObject({
      kind: 'ok',
      regram: true,
    }))

  it.each<[string, LedgerDefinition, RegExp]>([
    ['a field gone', without('use'), /删去字段“用途”.*隐藏/],
    ['another kind', change('price', { kind: 'text' }), /类型由 money 改为 text.*新增/],
    ['sealed now', change('note', { sensitivity: 'personal', searchable: false }), /加密方式/],
    ['required now', change('use', { required: true }), /改为必填.*补齐/],
    ['unique now', change('holderCode', { unique: true }), /不得重复.*去重/],
    ['a choice gone', change('use', { choices: ['商业', '住宅'] }), /选项“工业”/],
    ['a state gone', { ...definition, states: ['调查中', '已认定', '已销号'], moves: {} }, /状态“涉嫌”/],
    ['another id', { ...definition, id: 'land.plot' }, /编号不能改/],
    ['another ledger linked', change('project', { ledger: 'land.other' }), /关联另一本台账/],
  ])('refuses %s', (_, next, why) => {
    const plan = planLedger(definition, next)
    expect(plan.kind === 'destructive' ? plan.why.join() : plan.kind).toMatch(why)
  })
  it('takes what is known not to be in use, and only that', () => {
    const fewer = change('use', { choices: ['工业', '商业'], required: true })
    expect(planLedger(definition, fewer, unused).kind).toBe('ok')
    expect(planLedger(definition, fewer, { ...unused, lacking: ['use'] }).kind).toBe('destructive')
    expect(planLedger(definition, change('use', { choices: ['商业'] }), unused).kind).toBe('destructive')
  })
  it('makes no SQL of a definition with faults', () =>
    expect(planLedger(null, { ...definition, id: 'x"; drop table event' }).kind).toBe('invalid'))
})
