import { describe, expect, it } from 'vitest'
import type { Column } from '../numeric/column.ts'
import { placesDown } from '../numeric/ranks.ts'
import type { AggregationMethod } from '../scheme/aggregation.ts'
import type { Inputs, Scheme } from '../scheme/scheme.ts'
import { fixture, furthest, type Table } from '../testing/fixture.ts'
import type { Result } from './result.ts'
import { runScorecard } from './run-scorecard.ts'

type Meta = {
  Level: (number | null)[]
  iCode: string[]
  Direction: (1 | -1)[]
  Weight: number[]
  Parent: (string | null)[]
  Denominator: (string | null)[]
}
const { iData, iMeta } = fixture<{ iData: Record<string, unknown[]>; iMeta: Meta }>('asem-input')
const build =
  fixture<Record<'Raw' | 'Denominated' | 'Imputed' | 'Treated' | 'Normalised' | 'Aggregated' | 'results', Table>>(
    'asem-example-build',
  )
const { units } = build.Raw

const indicators = iMeta.iCode.flatMap((code, i) => {
  if (iMeta.Level[i] === null) return []
  const [parent, denominator] = [iMeta.Parent[i], iMeta.Denominator[i]]
  return [
    {
      code,
      direction: iMeta.Direction[i] ?? 1,
      weight: iMeta.Weight[i] ?? 1,
      ...(parent ? { parent } : {}),
      ...(denominator ? { denominator } : {}),
    },
  ]
})

const ordered = <T>(column: readonly T[]): T[] => units.map((unit) => column[(iData.uCode ?? []).indexOf(unit)] as T)
const inputs: Inputs = {
  units,
  values: build.Raw.columns,
  denominators: Object.fromEntries(
    ['Area', 'Energy', 'GDP', 'Population'].map((code) => [code, ordered(iData[code] as (number | null)[])]),
  ),
  groups: { region: ordered(iData.EurAsia_group as string[]) },
}
const scheme: Scheme = {
  indicators,
  missing: 'mean',
  missingBy: 'region',
  treat: { method: 'auto' },
  normalise: { method: 'minmax' },
  aggregate: { method: 'arithmetic' },
}

const run = (change: Partial<Scheme>): Result => {
  const done = runScorecard({ ...scheme, ...change }, inputs)
  if (done.kind === 'refused') throw new Error(done.message)
  return done
}

const expectTable = (got: Readonly<Record<string, Column>>, want: Table, codes: readonly string[]): void => {
  for (const code of codes)
    expect([code, furthest(got[code] ?? [], want.columns[code] ?? []) < 1e-9]).toEqual([code, true])
}

describe('ASEM from raw values to the index as COINr, within 1e-9', () => {
  const done = run({})
  const leaves = Object.keys(build.Raw.columns)
  it.each([
    ['imputed', done.values, build.Imputed],
    ['treated', done.treated, build.Treated],
    ['normalised', done.normalised, build.Normalised],
  ])('%s', (_, got, want) => expectTable(got, want, leaves))
  it('aggregated', () => {
    expect(Object.keys(done.scores)).toHaveLength(11)
    expect(done.root).toBe('Index')
    expectTable(done.scores, build.Aggregated, Object.keys(done.scores))
  })
  it('ranks', () => {
    const { units: listed, columns } = build.results
    expect(units.map((unit, i) => [unit, done.ranks[i]])).toEqual(
      units.map((unit) => [unit, columns.Rank?.[listed.indexOf(unit)]]),
    )
  })
  it('effective weights', () => {
    const { effWeights } = fixture<{ effWeights: { iCode: string[]; EffWeight: number[] } }>('asem-analysis')
    effWeights.iCode.forEach((code, i) => {
      expect(done.effectiveWeights[code]).toBeCloseTo(effWeights.EffWeight[i] ?? Number.NaN, 12)
    })
  })
})

const equal = indicators.map((one) => ({ ...one, weight: 1 }))
const A = 'arithmetic'
const AGGREGATES: [string, AggregationMethod[], typeof indicators][] = [
  ['amean', [A, A, A], indicators],
  ['gmean', ['geometric', 'geometric', 'geometric'], indicators],
  ['hmean', ['harmonic', 'harmonic', 'harmonic'], indicators],
  ['amean_equal', [A, A, A], equal],
  ['mixed_a_g_a', [A, 'geometric', A], indicators],
  ['copeland', [A, A, 'copeland'], indicators],
]

describe('other aggregations as COINr, ranks identical', () => {
  const wanted = fixture<Record<string, Table>>('asem-aggregate')
  it.each(AGGREGATES)('%s', (name, perLevel, some) => {
    const done = run({
      indicators: some,
      normalise: { method: 'minmax', range: [1, 100] },
      aggregate: { method: A, perLevel },
    })
    const want = wanted[name] ?? { units: [], columns: {} }
    expectTable(done.scores, want, Object.keys(want.columns))
    expect(done.ranks).toEqual(placesDown(want.columns.Index ?? []))
  })
})
