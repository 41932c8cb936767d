import { describe, expect, it } from 'vitest'
import type { Column } from '../numeric/column.ts'
import type { Indicator, Scheme } from '../scheme/scheme.ts'
import { fixture, furthest } from '../testing/fixture.ts'
import type { Result } from './result.ts'
import { runScorecard } from './run-scorecard.ts'

const run = (scheme: Scheme, values: Readonly<Record<string, Column>>, units: readonly string[]): Result => {
  const done = runScorecard(scheme, { units, values })
  if (done.kind === 'refused') throw new Error(done.message)
  return done
}

describe('human development index 1990–2010 within its rounding', () => {
  type Rows = Record<'le' | 'eys' | 'mys' | 'gnipc', (number | null)[]> & { iso3: string[]; year: number[] }
  const { rows, publishedHdiUpTo2010 } = fixture<{ rows: Rows; publishedHdiUpTo2010: (number | null)[] }>('hdi-input')
  const scheme: Scheme = {
    indicators: [
      { code: 'le', direction: 1, weight: 1, goalposts: [20, 85] },
      { code: 'education', direction: 1, weight: 1 },
      { code: 'eys', parent: 'education', direction: 1, weight: 1, goalposts: [0, 18] },
      { code: 'mys', parent: 'education', direction: 1, weight: 1, goalposts: [0, 15] },
      { code: 'gnipc', direction: 1, weight: 1, goalposts: { worst: 100, best: 75000, scale: 'log' } },
    ],
    missing: 'reweight',
    normalise: { method: 'goalposts' },
    aggregate: { method: 'geometric', perLevel: ['arithmetic'], minPresent: 1 },
  }
  const done = run(
    scheme,
    { le: rows.le, eys: rows.eys, mys: rows.mys, gnipc: rows.gnipc },
    rows.iso3.map((iso, i) => `${iso}-${rows.year[i]}`),
  )
  it('every published value', () => {
    const scores = done.scores[done.root] ?? []
    const off = publishedHdiUpTo2010.flatMap((want, i) =>
      want === null ? [] : [Math.abs((scores[i] ?? Number.NaN) - want)],
    )
    expect(off.length).toBeGreaterThan(3000)
    // Published with three digits, from inputs themselves rounded: no value is off by more than rounding.
    expect(off.filter((one) => !(one <= 0.0005 + 2e-5))).toEqual([])
  })
})

describe('Doing Business 2017–2019 within its rounding', () => {
  type Cell = number | string | null
  type Input = {
    indicators: { key: string[]; topic: string[]; worst: number[]; best: number[] }
    id: { code: string[]; economy: string[]; year: number[] }
    raw: Record<string, Cell[]>
  }
  type Published = {
    id: { economy: string[]; year: number[] }
    components: Record<string, (number | null)[]>
    topics: Record<string, (number | null)[]>
  }
  const input = fixture<Input>('doing-business-input')
  const published = fixture<Published>('doing-business-published-2017-2019')
  const SCORES_NOTHING = ['No Practice', 'No VAT refund per case study scenario']
  const rows = input.id.year.flatMap((year, i) => (year < 2020 ? [i] : []))
  const units = rows.map((i) => `${input.id.economy[i]} ${input.id.year[i]}`)
  const want = (column: readonly (number | null)[]): (number | null)[] => {
    const at = new Map(published.id.economy.map((economy, i) => [`${economy} ${published.id.year[i]}`, i]))
    return units.map((unit) => column[at.get(unit) ?? -1] ?? null)
  }

  const GROUPS: Record<string, string> = {
    sb_proc_m: 'proc',
    sb_proc_w: 'proc',
    sb_time_m: 'time',
    sb_time_w: 'time',
    sb_cost_m: 'cost',
    sb_cost_w: 'cost',
    pt_vatc: 'pf',
    pt_vato: 'pf',
    pt_citc: 'pf',
    pt_cita: 'pf',
  }
  const WEIGHTS: Record<string, number> = {
    gc_legal: 12,
    gc_info: 8,
    pi_disc: 10,
    pi_dir: 10,
    pi_suit: 10,
    pi_rights: 6,
    pi_own: 7,
    pi_transp: 7,
  }
  const { key, topic, worst, best } = input.indicators
  const node = (code: string, parent: string): Indicator => ({ code, parent, direction: 1, weight: 1 })
  const indicators: Indicator[] = [
    ...[...new Set(topic)].map((code) => node(code, 'overall')),
    ...['proc', 'time', 'cost'].map((code) => node(code, 'SB')),
    node('pf', 'PT'),
    ...key.map((code, i): Indicator => {
      const posts = { worst: worst[i] ?? 0, best: best[i] ?? 0 }
      return {
        code,
        parent: GROUPS[code] ?? topic[i] ?? '',
        direction: posts.worst > posts.best ? -1 : 1,
        weight: WEIGHTS[code] ?? 1,
        goalposts: code === 'pt_ttcr' ? { ...posts, power: 0.8 } : posts,
      }
    }),
  ]
  const numberOf = (cell: Cell | undefined, at: number): number | null =>
    typeof cell === 'number' ? cell : SCORES_NOTHING.includes(cell ?? '') ? (worst[at] ?? null) : null
  const values = Object.fromEntries(
    key.map((code, j) => [code, rows.map((i) => numberOf(input.raw[code]?.[i], j))] as const),
  )
  const done = run(
    {
      indicators,
      missing: 'reweight',
      normalise: { method: 'distance-to-frontier' },
      aggregate: { method: 'arithmetic' },
    },
    values,
    units,
  )

  // Raw values of these economies are averages over two cities, whose scores were held within the ends before averaging.
  const { economy } = input.id
  const averaged = new Set(economy.filter((one) => economy.some((other) => other.startsWith(`${one} `))))
  const isAveraged = (unit: string): boolean => averaged.has(unit.slice(0, -' 2017'.length))

  it.each(Object.keys(published.topics))('%s from raw values of one digit', (code) => {
    const scores = done.scores[code] ?? []
    const off = want(published.topics[code] ?? []).flatMap((one, i) =>
      one === null || isAveraged(units[i] ?? '') ? [] : [Math.abs((scores[i] ?? Number.NaN) - one)],
    )
    expect(off.length).toBeGreaterThan(550)
    expect(off.filter((one) => !(one <= (code === 'overall' ? 0.02 : 0.1)))).toEqual([])
  })

  it('topics and overall from published components: to their last digit', () => {
    const leaves = indicators.filter(({ code }) => key.includes(code))
    const again = run(
      { indicators, missing: 'reweight', normalise: { method: 'none' }, aggregate: { method: 'arithmetic' } },
      // Scores already: turned once here, turned back by the indicator's direction.
      Object.fromEntries(
        leaves.map(({ code, direction }) => [
          code,
          want(published.components[code] ?? []).map((one) => (one === null ? null : one * direction)),
        ]),
      ),
      units,
    )
    for (const code of Object.keys(published.topics))
      expect([code, furthest(again.scores[code] ?? [], want(published.topics[code] ?? [])) < 1e-6]).toEqual([
        code,
        true,
      ])
  })
})

describe('黄岩 formulas, to 1e-6', () => {
  const large = (benchmarks: readonly number[]): Scheme => ({
    indicators: ['亩均税收', '亩均增加值', '单位能耗增加值', '单位排放增加值', '全员劳动生产率', '研发投入占比'].map(
      (code, i) => ({ code, direction: 1, weight: [30, 20, 20, 10, 10, 10][i] ?? 0, benchmark: benchmarks[i] ?? 1 }),
    ),
    missing: 'mean-score',
    normalise: { method: 'benchmark' },
    aggregate: { method: 'arithmetic' },
  })
  const y2022 = large([24.097, 136.16, 2.694, 4929.81, 18.14, 0.0302])
  const one = [30, 150, 2, 5000, 20, 0.025]
  const table = (scheme: Scheme, rows: readonly (readonly (number | null)[])[]): Record<string, Column> =>
    Object.fromEntries(scheme.indicators.map(({ code }, j) => [code, rows.map((row) => row[j] ?? null)]))
  const scoreOf = (scheme: Scheme, rows: readonly (readonly (number | null)[])[]): Column => {
    const done = run(
      scheme,
      table(scheme, rows),
      rows.map((_, i) => `企业${i + 1}`),
    )
    return done.scores[done.root] ?? []
  }
  it('规上 2022, uncapped', () => expect(scoreOf(y2022, [one])[0]).toBeCloseTo(103.675643, 6))
  it('规下 2022', () => {
    const small: Scheme = {
      ...y2022,
      indicators: [
        { code: '亩均税收', direction: 1, weight: 50, benchmark: 11.5932 },
        { code: '单位用电税收', direction: 1, weight: 50, benchmark: 0.2352 },
      ],
    }
    expect(scoreOf(small, [[10, 0.2]])[0]).toBeCloseTo(85.645737, 6)
  })
  it('at the benchmark everywhere: 100, both years', () => {
    const posts = [26.01, 132.27, 2.54, 4861.08, 17.45, 0.0305]
    expect(scoreOf(large(posts), [posts])[0]).toBeCloseTo(100, 10)
  })
  it('no emission data: the group’s mean score of that item', () => {
    const gap = one.with(3, Number.NaN).map((value) => (Number.isNaN(value) ? null : value))
    const [, , score] = scoreOf(y2022, [one, one.with(3, 9000), gap])
    const [first, second] = scoreOf(y2022, [one, one.with(3, 9000)])
    expect(score).toBeCloseTo(((first ?? 0) + (second ?? 0)) / 2, 10)
  })
})
