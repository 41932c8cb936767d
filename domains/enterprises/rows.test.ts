import { readFileSync } from 'node:fs'
import { parseCsv } from '@yundiao/figures'
import type { Region } from '@yundiao/kernel'
import { checkDefinition, planLedger } from '@yundiao/ledgers'
import { describe, expect, it } from 'vitest'
import { enterprises } from './ledger.ts'
import { type EnterpriseRecord, enterpriseRows } from './rows.ts'

const region = (code: string, name: string, shortName: string, kind: Region['kind']): Region => ({
  code,
  name,
  shortName,
  kind,
  parent: '510700',
  order: 1,
})
const places = {
  city: '510700',
  regions: [
    region('510700', '绵阳市', '绵阳', 'city'),
    region('510705', '安州区', '安州', 'county'),
    region('my-jingkai', '绵阳经济技术开发区', '经开区', 'zone'),
    region('my-gaoxin', '绵阳高新技术产业开发区', '高新区', 'zone'),
  ],
  otherNames: { 绵阳经开区: 'my-jingkai', 绵阳高新区: 'my-gaoxin' },
}
const blank: EnterpriseRecord = {
  enterprise: '甲公司',
  tag: '',
  county_or_zone: '',
  as_of: '',
  fact: '',
  source: '',
  source_date: '',
}
const rowsOf = (...records: Partial<EnterpriseRecord>[]) =>
  enterpriseRows(
    records.map((record) => ({ ...blank, ...record })),
    places,
  )

const realRecords = (): EnterpriseRecord[] => {
  const csv = parseCsv(
    readFileSync(new URL('../../cities/mianyang/data/ledgers/enterprises.csv', import.meta.url), 'utf8'),
  )
  if (csv.kind !== 'csv') throw new Error(csv.message)
  return csv.rows.map(
    ({ cells }) => Object.fromEntries(csv.header.map((head, at) => [head, cells[at] ?? ''])) as EnterpriseRecord,
  )
}

describe('enterprises', () => {
  it('is a definition a table can be made of', () => {
    expect(checkDefinition(enterprises)).toEqual([])
    expect(planLedger(null, enterprises)).toMatchObject({ kind: 'ok' })
  })
})

describe('enterpriseRows', () => {
  it('merges the lines of one enterprise, and loses no list, fact or source', () => {
    const { drafts } = rowsOf(
      { tag: '小巨人', as_of: '2021', fact: '全国第一', source: 'https://a', source_date: '2022-02' },
      {
        enterprise: ' 甲 公司',
        tag: '瞪羚企业',
        as_of: '2022',
        fact: '订单增加',
        source: 'https://b',
        source_date: '2022-03-01',
      },
      { enterprise: '乙公司' },
    )
    expect(drafts.map(({ rows }) => rows)).toEqual([[2, 3], [4]])
    expect(drafts[0]).toMatchObject({
      knownFrom: '2022-03-01',
      values: {
        name: '甲公司',
        lists: '小巨人（2021）\n瞪羚企业（2022）',
        facts: '2021：全国第一\n2022：订单增加',
        source: 'https://a\nhttps://b',
        sourceDate: '2022-02；2022-03-01',
      },
    })
  })
  it.each([
    ['no place: the city, 待归属', [''], '510700', null],
    ['a zone by another name', ['绵阳经开区'], 'my-jingkai', null],
    ['a place one line gives', ['', '安州区'], '510705', null],
    ['two places: neither', ['绵阳经开区', '安州区'], '510700', '来源所列地区：绵阳经开区\n来源所列地区：安州区'],
  ])('%s', (_, named, code, facts) =>
    expect(rowsOf(...named.map((county_or_zone) => ({ county_or_zone }))).drafts).toMatchObject([
      { region: code, values: { facts } },
    ]),
  )
  it.each([
    ['one source without a date: none', ['2022-02', ''], null],
    ['the later of two', ['2022-02', '2021'], '2022-02-28'],
  ])('%s', (_, days, knownFrom) =>
    expect(rowsOf(...days.map((source_date) => ({ source_date }))).drafts[0]?.knownFrom).toBe(knownFrom),
  )
  it('names what it cannot take', () => {
    const { drafts, rejects } = rowsOf({ county_or_zone: '成都市' }, { enterprise: ' ' })
    expect(drafts).toEqual([])
    expect(rejects.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'county_or_zone', 'region.unknown'],
      [3, 'enterprise', 'input.invalid'],
    ])
  })
})

describe('the real rows of Mianyang', () => {
  const records = realRecords()
  const { drafts, counts, rejects } = enterpriseRows(records, places)
  it('are all there: entries, and two that are counts', () => {
    expect(rejects).toEqual([])
    expect(counts.map(({ row, words }) => [row, words])).toEqual([
      [10, '国家级专精特新“小巨人”：23家(新增16家),全省第2（2022）'],
      [11, '省级“专精特新”中小企业：256家,全省第2（2022）'],
    ])
    const taken = [...drafts.flatMap(({ rows }) => rows), ...counts.map(({ row }) => row)].sort((a, b) => a - b)
    expect(taken).toEqual(records.map((_, index) => index + 2))
  })
  it('keep every list, fact, date and source of their lines', () => {
    for (const { rows, values } of drafts)
      for (const row of rows) {
        const record = records[row - 2]
        expect(values.lists).toContain(record?.tag)
        expect(values.facts ?? '').toContain(record?.fact ?? '')
        expect(values.asOf).toContain(record?.as_of)
        expect(values.source).toContain(record?.source)
        expect(values.sourceDate).toContain(record?.source_date)
      }
  })
  it('have a place only where the source gives one, and no state', () => {
    for (const { rows, region: code } of drafts)
      expect(code === '510700').toBe(rows.every((row) => records[row - 2]?.county_or_zone === ''))
    expect(new Set(drafts.map(({ state }) => state))).toEqual(new Set(['待明确']))
  })
  it('nine are known on the day of the meeting', () =>
    expect(drafts.filter(({ knownFrom }) => knownFrom !== null && knownFrom <= '2022-04-26')).toHaveLength(9))
})
