import { readFileSync } from 'node:fs'
import { parseCsv } from '@yundiao/figures'
import type { Region } from '@yundiao/kernel'
import { checkDefinition, planLedger } from '@yundiao/ledgers'
import { describe, expect, it } from 'vitest'
import { projects } from './ledger.ts'
import { type ProjectRecord, projectRows } from './rows.ts'

const region = (code: string, name: string, shortName: string, kind: Region['kind'], order = 1): Region => ({
  code,
  name,
  shortName,
  kind,
  parent: '510700',
  order,
})
const places = {
  city: '510700',
  regions: [
    region('510700', '绵阳市', '绵阳', 'city'),
    region('510781', '江油市', '江油', 'county'),
    region('510723', '盐亭县', '盐亭', 'county'),
    region('my-jingkai', '绵阳经济技术开发区', '经开区', 'zone'),
  ],
  otherNames: { 绵阳经开区: 'my-jingkai' },
}
const blank: ProjectRecord = {
  project: '甲项目',
  county_or_zone: '',
  category: '',
  invest_total_yi: '',
  plan_year_yi: '',
  stage: '',
  as_of: '',
  fact: '',
  source: '',
  source_date: '',
}
const one = (record: Partial<ProjectRecord>) => {
  const { drafts } = projectRows([{ ...blank, ...record }], places)
  const [draft] = drafts
  if (!draft) throw new Error('rejected')
  return draft
}

const realRecords = (): ProjectRecord[] => {
  const csv = parseCsv(
    readFileSync(new URL('../../cities/mianyang/data/ledgers/projects.csv', import.meta.url), 'utf8'),
  )
  if (csv.kind !== 'csv') throw new Error(csv.message)
  return csv.rows.map(
    ({ cells }) => Object.fromEntries(csv.header.map((head, at) => [head, cells[at] ?? ''])) as ProjectRecord,
  )
}

describe('projects', () => {
  it('is a definition a table can be made of', () => {
    expect(checkDefinition(projects)).toEqual([])
    expect(planLedger(null, projects)).toMatchObject({ kind: 'ok' })
  })
  it('starts a project without a stage as 待明确', () => expect(projects.states[0]).toBe('待明确'))
})

describe('projectRows', () => {
  it.each([
    ['no county: the city, 待归属', { county_or_zone: '' }, { region: '510700' }],
    ['a county', { county_or_zone: '江油市' }, { region: '510781' }],
    ['a zone by another name', { county_or_zone: '绵阳经开区' }, { region: 'my-jingkai' }],
    ['a stage', { stage: '在建' }, { state: '在建' }],
    [
      'a stage with words behind it',
      { stage: '在建(完成40%)' },
      { state: '在建', values: { progressText: '在建(完成40%)' } },
    ],
    ['a stage in full-width brackets', { stage: '在建（进度超七成）' }, { state: '在建' }],
    [
      'words that are no stage',
      { stage: '整套启动试运行并网' },
      { state: '待明确', values: { progressText: '整套启动试运行并网' } },
    ],
    [
      'being on a list is no stage',
      { stage: '骏马项目', as_of: '2022' },
      { state: '待明确', values: { lists: '骏马项目\n名单时间：2022', progressText: null } },
    ],
    ['no stage', { stage: '' }, { state: '待明确' }],
    ['the class as lists word it', { category: '民生社会事业' }, { values: { category: '民生工程及社会事业' } }],
    [
      'a class of another list, kept as it is',
      { category: '能源' },
      { values: { category: null, facts: '来源所列类别：能源' } },
    ],
    ['亿元 to 元', { invest_total_yi: '9.5' }, { values: { totalInvestment: 950_000_000 } }],
    ['a full day', { source_date: '2022-06-17' }, { knownFrom: '2022-06-17' }],
    ['a month: its last day', { source_date: '2022-02' }, { knownFrom: '2022-02-28' }],
    ['a year: its last day', { source_date: '2022' }, { knownFrom: '2022-12-31' }],
    ['no date', { source_date: '' }, { knownFrom: null }],
    ['words are no date', { source_date: '2022(季度名单)' }, { knownFrom: null }],
  ])('%s', (_, record, draft) => expect(one(record)).toMatchObject(draft))

  it('names the line and column of what it cannot take', () => {
    const { drafts, rejects } = projectRows(
      [
        blank,
        { ...blank, county_or_zone: '成都市' },
        { ...blank, invest_total_yi: '约16' },
        { ...blank, project: ' ' },
      ],
      places,
    )
    expect(drafts.map((draft) => draft.row)).toEqual([2])
    expect(rejects.map(({ row, column, value, code }) => [row, column, value, code])).toEqual([
      [3, 'county_or_zone', '成都市', 'region.unknown'],
      [4, 'invest_total_yi', '约16', 'value.not-a-number'],
      [5, 'project', ' ', 'input.invalid'],
    ])
  })
})

describe('the real rows of Mianyang', () => {
  const records = realRecords()
  const { drafts, rejects, suspected } = projectRows(records, places)
  it('are all taken, each with its source', () => {
    expect(rejects).toEqual([])
    expect(drafts).toHaveLength(26)
    drafts.forEach((draft, at) => {
      expect(draft.values).toMatchObject({ source: records[at]?.source, sourceDate: records[at]?.source_date })
    })
  })
  it('have a county or a stage only where the source gives one', () => {
    expect(drafts.filter((draft) => draft.region !== '510700').map((draft) => [draft.row, draft.region])).toEqual([
      [24, 'my-jingkai'],
      [25, '510781'],
      [26, '510723'],
      [27, 'my-jingkai'],
    ])
    expect(drafts.filter((draft) => draft.state !== '待明确').map((draft) => [draft.row, draft.state])).toEqual([
      [24, '在建'],
      [26, '在建'],
      [27, '在建'],
    ])
    expect(drafts.flatMap((draft) => draft.values.totalInvestment ?? [])).toEqual([1_600_000_000, 950_000_000])
  })
  it('nine are known on the day of the meeting', () =>
    expect(drafts.filter((draft) => draft.knownFrom !== null && draft.knownFrom <= '2022-04-26')).toHaveLength(9))
  it('lists what may be one project, and merges none', () => {
    const same = suspected.filter((pair) => pair.kind === 'same').map((pair) => pair.rows)
    expect(same).toEqual([
      [2, 11],
      [4, 10],
      [7, 22],
    ])
    expect(new Set(drafts.map((draft) => draft.row)).size).toBe(26)
  })
})
