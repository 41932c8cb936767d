import { checkEvaluation, type EvaluationRow, readInputs } from '@yundiao/scorecards'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  anhuiAbove,
  anhuiBelow,
  huangyanAbove,
  huangyanBelow,
  jingdeAbove,
  jingdeBelow,
  parkLevel,
  parksDomain,
  sichuan,
} from './index.ts'
import { EXCLUSIONS } from './ledger.ts'
import { inputsOf, resultOf, rowOf, totalsOf, versionOf } from './sample.fixture.ts'

const ledgers = new Map(parksDomain.ledgers.map((ledger) => [ledger.id as string, ledger]))

it.each(parksDomain.evaluations.map((one) => [one.id, one] as const))('%s may be run as it is written', (_, one) =>
  expect(checkEvaluation(one)).toEqual([]),
)

it.each(parksDomain.evaluations.map((one) => [one.id, one] as const))('%s takes fields its ledger has', (_, one) => {
  const fields = Object.keys(ledgers.get(one.ledger)?.fields ?? {})
  const tested = (version: (typeof one.versions)[number]): string[] => [
    ...[...version.inputs, ...version.denominators].flatMap((column) =>
      column.from === null ? [] : [...column.from.add, ...(column.from.less ?? []), column.sourceField ?? one.name],
    ),
    ...(version.bonuses ?? []).map(({ field }) => field),
    ...Object.values(version.groups ?? {}).filter((field) => field !== 'region'),
    ...(JSON.stringify([version.scope, version.tracks ?? []]).match(/(?<="field":")\w+/g) ?? []),
  ]
  for (const field of [one.year, one.name, ...Object.values(one.marks ?? {}), ...one.versions.flatMap(tested)])
    expect(fields).toContain(field)
})

/** In the method's units: 30 and 150 per 亩, 2 per 吨标准煤, 5,000 per 吨, 20 per person, 2.5 %. */
const one = rowOf('甲', {
  landMu: 10,
  taxPaid: 300,
  valueAdded: 1500,
  energy: 750,
  emission: 0.3,
  employees: 75,
  research: 250,
  revenue: 10000,
})

describe('黄岩', () => {
  it('[parks.huangyan] 2022, uncapped: 103.675643', () =>
    expect(totalsOf(resultOf(huangyanAbove, 2022, [one]))[0]).toBeCloseTo(103.675643, 6))
  it('[parks.huangyan-small] 2022: 85.645737', () => {
    const small = rowOf('乙', { aboveScale: false, landMu: 2, taxPaid: 20, power: 1e6 })
    expect(totalsOf(resultOf(huangyanBelow, 2022, [small]))[0]).toBeCloseTo(85.645737, 6)
  })
  it('[parks.huangyan] 2021 has its own benchmarks, and 2020 has no method', () => {
    const by = (value: number, benchmark: number, weight: number) => (value / benchmark) * weight
    const expected =
      by(30, 26.01, 30) +
      by(150, 132.27, 20) +
      by(2, 2.54, 20) +
      by(5000, 4861.08, 10) +
      by(20, 17.45, 10) +
      by(0.025, 0.0305, 10)
    expect(totalsOf(resultOf(huangyanAbove, 2021, [one]))[0]).toBeCloseTo(expected, 9)
    expect(() => versionOf(huangyanAbove, 2020)).toThrow()
  })
  it('no emission data: the mean score of that item; the rest as they are', () => {
    const half = rowOf('乙', { ...valuesIn(one), emission: 0.15 })
    const lacking = rowOf('丙', { ...valuesIn(one), emission: null })
    const done = resultOf(huangyanAbove, 2022, [one, half, lacking])
    const [first = 0, second = 0, third = 0] = (done.normalised.单位排放增加值 ?? []).map((score) => score ?? 0)
    expect(third).toBeCloseTo((first + second) / 2, 9)
  })
  it('firms of the other size are told apart, and one of unknown size is asked about', () => {
    const version = versionOf(huangyanAbove, 2022)
    const rows = [one, rowOf('乙', { aboveScale: false }), rowOf('丙', { aboveScale: null })]
    const read = inputsOf(huangyanAbove, version, { rows })
    expect(read.inputs.units).toEqual(['甲'])
    expect(read.leftOut.map(({ unit, reason }) => [unit, reason.slice(0, 6)])).toEqual([
      ['乙', '不在评价范围'],
      ['丙', '评价范围待明'],
    ])
  })
})

/** The numbers of a row as rowOf takes them. */
const valuesIn = ({ values: { name: _, ...rest } }: EvaluationRow) =>
  Object.fromEntries(
    Object.entries(rest).map(([field, value]) => [
      field,
      ['taxPaid', 'revenue', 'valueAdded', 'research'].includes(field) ? Number(value) / 1e4 : value,
    ]),
  )

const firms = (n: number, change: (i: number) => Parameters<typeof rowOf>[1] = () => ({})) =>
  Array.from({ length: n }, (_, i) =>
    rowOf(`企业${String(i + 1).padStart(2, '0')}`, {
      taxPaid: 100 + i,
      revenue: 3000 + 10 * i,
      employees: 30,
      energy: 700,
      research: 45,
      ...change(i),
    }),
  )

describe('四川', () => {
  const counts = (n: number) =>
    Object.fromEntries((resultOf(sichuan, 2021, firms(n)).grades?.counts ?? []).map(({ grade, held }) => [grade, held]))
  it.each([
    [9, { A: 2, B: 6, C: 1, D: 0 }],
    [10, { A: 3, B: 6, C: 1, D: 0 }],
    [11, { A: 3, B: 6, C: 2, D: 0 }],
    [20, { A: 6, B: 12, C: 2, D: 0 }],
    [21, { A: 6, B: 12, C: 3, D: 0 }],
  ])('[parks.sichuan] of %i graded, A takes the most and C the least it may', (n, held) =>
    expect(counts(n)).toEqual(held),
  )
  it('the local item is open: no values, its 30 % shared by the five, and said to be unknown', () => {
    const done = resultOf(sichuan, 2021, firms(3))
    expect(done.normalised.地方特色指标).toEqual([null, null, null])
    const [{ unknowns } = { unknowns: [] }] = sichuan.versions
    expect(unknowns.map(({ about }) => about)).toContain('local')
    const averages = rowOf('均值', {
      taxPaid: 143,
      revenue: 4274,
      employees: 4274 / 144.4,
      energy: 4274 / 4.9,
      research: 4274 * 0.015,
    })
    expect(totalsOf(resultOf(sichuan, 2021, [averages]))[0]).toBeCloseTo(100, 9)
  })
  it('a refund counts as nothing and stays in the provenance', () => {
    const version = versionOf(sichuan, 2021)
    const read = inputsOf(sichuan, version, { rows: firms(2, (i) => (i === 0 ? { taxPaid: -20 } : {})) })
    expect(read.inputs.values.亩均税收?.[0]).toBe(0)
    expect(read.cells.find(({ code, unit }) => code === '亩均税收' && unit === '企业01')).toMatchObject({
      value: 0,
      asItIs: -20,
      unitOfValue: '万元',
      fields: ['taxPaid'],
      sourceClass: '税务',
      row: { id: '企业01', version: 1 },
    })
  })
  it('land is own and rented in, less rented out; an own area not known leaves no figure', () => {
    const MU = 2000 / 3
    const rows = firms(
      3,
      (i) => [{ landRentedIn: 5 * MU }, { landRentedOut: 4 * MU }, { landMu: null, landRentedIn: MU }][i] ?? {},
    )
    const read = inputsOf(sichuan, versionOf(sichuan, 2021), { rows })
    expect(read.inputs.denominators?.用地?.map((mu) => (mu === null ? null : Number(mu.toFixed(9))))).toEqual([
      15,
      6,
      null,
    ])
  })
  it('tenants are judged among themselves', () => {
    const rows = firms(4, (i) => (i < 2 ? { tenure: '租赁', landMu: 0, landRentedIn: 3000 } : {}))
    const version = versionOf(sichuan, 2021)
    expect(inputsOf(sichuan, version, { rows }).leftOut.map(({ unit }) => unit)).toEqual(['企业01', '企业02'])
    expect(inputsOf(sichuan, version, { rows, track: '租赁企业' }).inputs.units).toEqual(['企业01', '企业02'])
  })
  it('vetoed to D whatever the score; marked firms scored without a grade and out of the denominator', () => {
    const rows = firms(12, (i) => (i === 11 ? { veto: '安全生产' } : i === 10 ? { exclusion: EXCLUSIONS[2] } : {}))
    const done = resultOf(sichuan, 2021, rows)
    expect(done.grades).toMatchObject({ denominator: 11, leftOut: ['企业11'] })
    expect(done.grades?.units.at(-1)).toMatchObject({ grade: 'D', by: 'veto', own: 'A' })
  })
  it.each(['统计联网直报', '一套表', '联网直报平台'])('a source “%s” is refused at the run, by name', (words) => {
    const rows = firms(3, (i) => (i === 1 ? { revenueSource: words } : {}))
    expect(readInputs(sichuan, versionOf(sichuan, 2021), { rows })).toMatchObject({
      kind: 'refused',
      places: expect.arrayContaining(['企业02 营业收入']),
    })
  })
  it('an aggregate is no source of one firm, and a firm stands once', () => {
    const version = versionOf(sichuan, 2021)
    const summed = firms(2, () => ({ taxSource: '统计汇总' }))
    expect(readInputs(sichuan, version, { rows: summed })).toMatchObject({ kind: 'refused' })
    const [first] = firms(1)
    const twice = first ? [first, { ...first, id: 'other' }] : []
    expect(readInputs(sichuan, version, { rows: twice })).toMatchObject({
      kind: 'refused',
      places: ['企业01（510703）'],
    })
  })
  it('[parks.sichuan] more tax never lowers a firm, nor does the order of rows matter', () => {
    const amounts = fc.array(fc.integer({ min: -50, max: 900 }), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 500 }), (taxes, more) => {
        const rows = firms(taxes.length, (i) => ({ taxPaid: taxes[i] ?? 0 }))
        const raised = firms(taxes.length, (i) => ({ taxPaid: (taxes[i] ?? 0) + (i === 0 ? more : 0) }))
        const before = resultOf(sichuan, 2021, rows)
        const after = resultOf(sichuan, 2021, raised)
        expect(totalsOf(after)[0] ?? 0).toBeGreaterThanOrEqual(totalsOf(before)[0] ?? 0)
        expect(after.ranks[0] ?? 0).toBeLessThanOrEqual(before.ranks[0] ?? 0)
        const turned = resultOf(sichuan, 2021, rows.toReversed())
        expect(totalsOf(turned).toReversed()).toEqual(totalsOf(before))
      }),
      { numRuns: 25 },
    )
  })
})

describe('旌德', () => {
  it('[parks.jingde] utilities take no part; points are added to the total', () => {
    const rows = firms(4, (i) => ({
      emission: 1,
      renovation: 10,
      ...(i === 0 ? { exclusion: EXCLUSIONS[0] } : i === 3 ? { points: 2 } : {}),
    }))
    const version = versionOf(jingdeAbove, 2021)
    const read = inputsOf(jingdeAbove, version, { rows })
    expect(read.leftOut).toMatchObject([{ unit: '企业01', reason: EXCLUSIONS[0] }])
    expect(read.inputs.bonuses).toMatchObject([{ unit: '企业04', points: 2 }])
    const totals = totalsOf(resultOf(jingdeAbove, 2021, rows))
    expect(totals.at(-1) ?? 0).toBeGreaterThan(totals[0] ?? 0)
  })
  it.each([
    [4.99, 0],
    [5, 1],
    [5.01, 1],
  ])('[parks.jingde-small] below scale with %d 亩: %i take part', (landMu, n) => {
    const rows = [
      rowOf('小', { aboveScale: false, landMu, taxPaid: 1, revenue: 1, energy: 1, emission: 1 }),
      rowOf('大', { aboveScale: false, landMu: 9 }),
    ]
    expect(inputsOf(jingdeBelow, versionOf(jingdeBelow, 2021), { rows }).inputs.units).toHaveLength(n + 1)
  })
})

describe('安徽某市', () => {
  it.each([
    [20, [5, 9, 5, 1]],
    [40, [10, 18, 10, 2]],
  ])('[parks.anhui] of %i the grades end at cumulative shares', (n, held) =>
    expect(
      resultOf(
        anhuiAbove,
        2021,
        firms(n, (i) => ({ valueAdded: 500 + i })),
      ).grades?.counts.map((count) => count.held),
    ).toEqual(held),
  )
  it.each([
    ['4.9 亩 of its own', { landMu: 4.9 }, false],
    ['5 亩 of its own', { landMu: 5 }, true],
    ['2,999 ㎡ rented, four years', { landMu: 0, landRentedIn: 2999, yearsOpen: 4 }, false],
    ['3,000 ㎡ rented, three years', { landMu: 0, landRentedIn: 3000, yearsOpen: 3 }, false],
    ['3,000 ㎡ rented, four years', { landMu: 0, landRentedIn: 3000, yearsOpen: 4 }, true],
  ])('[parks.anhui-small] %s', (_, change, isIn) => {
    const rows = [
      rowOf('甲', { aboveScale: false, landMu: 9, taxPaid: 5 }),
      rowOf('乙', { aboveScale: false, taxPaid: 5, ...change }),
    ]
    expect(inputsOf(anhuiBelow, versionOf(anhuiBelow, 2021), { rows }).inputs.units.includes('乙')).toBe(isIn)
  })
  it('without a grade, and treated as B', () => {
    const rows = firms(20, (i) => ({ valueAdded: 500, ...(i === 19 ? { exclusion: EXCLUSIONS[3] } : {}) }))
    expect(resultOf(anhuiAbove, 2021, rows).grades?.units.at(-1)).toMatchObject({
      grade: null,
      as: 'B',
      by: 'ungraded',
    })
  })
})

it('[parks.park-level] a park of the means scores as much as its weights', () => {
  const park = (id: string, revenue: number): EvaluationRow => ({
    id,
    version: 1,
    region: id,
    values: {
      name: id,
      year: 2021,
      revenue: revenue * 1e4,
      tax: 1e4,
      employees: 10,
      energy: 10,
      research: 1e4,
      land: 2000 / 3,
      source: '统计汇总',
    },
  })
  const done = resultOf(parkLevel, 2021, [park('甲', 100), park('乙', 100)])
  expect(totalsOf(done)[0]).toBeCloseTo(100, 9)
  expect(
    readInputs(parkLevel, versionOf(parkLevel, 2021), {
      rows: [{ ...park('丙', 1), values: { ...park('丙', 1).values, source: '一套表' } }],
    }),
  ).toMatchObject({ kind: 'refused' })
})
