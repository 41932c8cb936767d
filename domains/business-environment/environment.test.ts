import type { LocalDate } from '@yundiao/kernel'
import { checkEvaluation, type EvaluationRow, readInputs, runScorecard, schemeFor } from '@yundiao/scorecards'
import { describe, expect, it } from 'vitest'
import type { ViewRow } from '../define.ts'
import { type Issue, issues, NATIONAL_TOPICS, national, openIssues, SICHUAN_TOPICS, sichuan } from './index.ts'

it.each([
  ['national', national],
  ['sichuan', sichuan],
])('%s may be run as it is written', (_, one) => expect(checkEvaluation(one)).toEqual([]))

const scoreRow = (region: string, indicator: string, score: number | null, source = '部门业务'): EvaluationRow => ({
  id: `${region}/${indicator}`,
  version: 3,
  region,
  values: { name: `地区${region}`, year: 2021, indicator, score, source },
})
const everyTopic = (region: string, scoreOf: (at: number) => number | null) =>
  NATIONAL_TOPICS.map((topic, at) => scoreRow(region, topic, scoreOf(at)))

const nationalOn = (rows: readonly EvaluationRow[]) => {
  const version = schemeFor(national, 2021)
  if (!version) throw new Error('no version')
  const read = readInputs(national, version, { rows })
  if (read.kind === 'refused') return read
  const done = runScorecard(version.scheme, read.inputs)
  return done.kind === 'refused' ? done : { ...done, read }
}
const totals = (rows: readonly EvaluationRow[]) => {
  const done = nationalOn(rows)
  if (done.kind === 'refused') throw new Error(done.message)
  return done.scores[done.root]
}

describe('国家2020年体系', () => {
  it('[business-environment.national] has 18 topics: 15 of the life cycle, 3 of the city', () => {
    const [version] = national.versions
    const below = (parent: string) => version?.scheme.indicators.filter((one) => one.parent === parent).length
    expect([NATIONAL_TOPICS.length, below('企业全生命周期'), below('城市高质量发展')]).toEqual([18, 15, 3])
  })
  it('second-level items are marked unverified and score nothing', () => {
    const [version] = national.versions
    expect(version?.unscored?.length).toBeGreaterThan(18)
    expect(version?.unscored?.every(({ grade, note }) => grade === 'C' && note.includes('未核实'))).toBe(true)
    const codes = new Set(version?.scheme.indicators.map(({ code }) => code))
    expect(version?.unscored?.filter(({ name }) => codes.has(name))).toEqual([])
  })
  it('[business-environment.national] the total is the simple mean of the 18', () => {
    const mean = NATIONAL_TOPICS.reduce((sum, _, at) => sum + (60 + at), 0) / 18
    expect(totals(everyTopic('a', (at) => 60 + at))?.[0]).toBeCloseTo(mean, 9)
  })
  it.each([
    [-5, 0],
    [0, 0],
    [100, 100],
    [103, 100],
  ])('[ys.clip] a score of %d counts as %d', (score, counted) =>
    expect(totals(everyTopic('a', () => score))?.[0]).toBeCloseTo(counted, 9),
  )
  it('a topic not assessed shares its weight out; a place with less than half of them is not scored', () => {
    expect(totals(everyTopic('a', (at) => (at === 2 ? null : 80)))?.[0]).toBeCloseTo(80, 9)
    const sparse = (n: number) => {
      const rows = [...everyTopic('a', () => 70), ...everyTopic('b', (at) => (at < n ? null : 80))]
      const done = nationalOn(rows)
      return done.kind === 'refused' ? done.message : done.screened.map(({ unit }) => unit)
    }
    expect([sparse(9), sparse(10)]).toEqual([[], ['b']])
  })
  it('each value knows the row it stands in, and an indicator told twice is refused', () => {
    const done = nationalOn(everyTopic('a', () => 70))
    if (done.kind === 'refused') throw new Error(done.message)
    expect(done.read.cells.find(({ code }) => code === '纳税')).toMatchObject({
      value: 70,
      row: { id: 'a/纳税', version: 3 },
      sourceClass: '部门业务',
    })
    expect(nationalOn([...everyTopic('a', () => 70), scoreRow('a', '纳税', 90)])).toMatchObject({
      kind: 'refused',
      places: ['地区a 纳税'],
    })
  })
  it('firm-level statistical returns are refused', () =>
    expect(nationalOn([scoreRow('a', '纳税', 80, '统计联网直报')])).toMatchObject({ kind: 'refused' }))
})

it('[business-environment.sichuan] four items, three grades without places and without a way to draw them', () => {
  const [version] = sichuan.versions
  expect(SICHUAN_TOPICS).toHaveLength(4)
  expect(version).toMatchObject({ announced: 'grades-only', namedGrades: ['优秀', '良好', '一般'] })
  expect(version?.scheme.grades).toBeUndefined()
  expect(schemeFor(sichuan, 2022)).toBeNull()
})

const issue = (
  id: string,
  state: (typeof issues.states)[number],
  change: Partial<Issue> = {},
): ViewRow<typeof issues> => ({
  id,
  region: '510703',
  unit: null,
  state,
  knownFrom: '2022-03-01',
  demo: false,
  values: {
    ...(Object.fromEntries(Object.keys(issues.fields).map((field) => [field, null])) as unknown as Issue),
    problem: id,
    ...change,
  },
})
const openOn = (on: LocalDate, rows: readonly ViewRow<typeof issues>[]) => openIssues.run({ issues: rows }, {}, on)

describe('问题清单', () => {
  it.each([
    ['the day before', '2022-04-25', 0],
    ['on the day', '2022-04-26', 0],
    ['the day after', '2022-04-27', 1],
  ] as const)('due on 26 April, %s: %s', (_, on, days) => {
    const { rows, counts } = openOn(on, [issue('甲', '整改中', { dueOn: '2022-04-26' })])
    expect([rows[0]?.overdueDays, counts.overdue]).toEqual([days, days > 0 ? 1 : 0])
  })
  it('without a due day nothing is overdue; closed ones are counted, those without evidence too', () => {
    const { counts, bySource, rows } = openOn('2022-04-26', [
      issue('甲', '待整改', { source: '12345热线' }),
      issue('乙', '已销号', { source: '12345热线', evidence: '回访单' }),
      issue('丙', '已销号', { source: '明察暗访', dueOn: '2022-01-01' }),
      issue('丁', '待核', { dueOn: '2022-04-20' }),
    ])
    expect(counts).toEqual({ all: 4, open: 2, overdue: 1, toCheck: 1, closed: 2, closedBare: 1 })
    expect(bySource).toEqual([
      { source: '12345热线', all: 2, closed: 1 },
      { source: '明察暗访', all: 1, closed: 1 },
      { source: '待明确', all: 1, closed: 0 },
    ])
    expect(rows.map(({ id }) => id)).toEqual(['丁', '甲'])
  })
  it('goes from 待整改 to 已销号 only by way of 待核, and may be opened again', () => {
    expect(issues.moves.整改中).not.toContain('已销号')
    expect(issues.moves.待核).toContain('已销号')
    expect(issues.moves.已销号).toEqual(['整改中'])
  })
})
