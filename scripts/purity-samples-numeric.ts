import type * as Analysis from '@yundiao/analysis'
import type * as Figures from '@yundiao/figures'
import type * as Kernel from '@yundiao/kernel'
import type * as Scorecards from '@yundiao/scorecards'

/** What of a pure package is run, by export. */
export type Samples<M> = Readonly<Record<string, (exports: M) => unknown>>

/** The day samples are read at. */
export const ON = '2022-04-26'

const YEARS = Array.from({ length: 60 }, (_, i) => 100 + i + 12 * Math.sin((i * Math.PI) / 6) + ((i * 7919) % 13))
const SERIES = { frequency: 12, start: [2017, 1], values: YEARS } as const

const SLOW: Figures.Indicator = {
  code: 'gdp',
  name: '地区生产总值',
  shortName: 'GDP',
  kind: 'level',
  accumulation: 'ytd',
  unit: '元',
  shownIn: '亿元',
  decimals: 2,
  growth: 'real',
  levelShown: true,
  indent: 0,
  parent: null,
  pullsOn: null,
  lagMonths: 0,
  better: 'up',
  mayBeNegative: false,
  leadDuty: 'statistics',
  note: null,
}
const rateOf = (period: string, value: number): Figures.FoundFigure => ({
  series: {
    indicator: 'gdp',
    measure: 'growth-real',
    accumulation: 'ytd',
    origin: 'official',
    concept: 'default',
    dims: {},
  },
  region: '510700',
  period,
  value,
  printed: null,
  printedUnit: null,
  ref: `fig:510700/gdp.growth-real.ytd.official/510700/${period}@1`,
  round: null,
  state: 'released',
  knownOn: ON,
})
const CITY: Kernel.Region = { code: '510700', name: '某市', shortName: '某', kind: 'city', parent: null, order: 1 }
const FINDINGS: Analysis.FindingsInput = {
  catalogue: { get: () => SLOW, t1: [SLOW], supplement: [], all: [SLOW] },
  figures: [2018, 2019, 2020, 2021]
    .flatMap((year) => [`${year}Q1`, `${year}Q2`, `${year}Q3`, `${year}`])
    .map((period, i) => rateOf(period, 0.08 + 0.001 * (i % 3)))
    .concat(rateOf('2022Q1', 0.02)),
  targets: [],
  tree: {
    get: () => CITY,
    children: () => [],
    ancestors: () => [CITY],
    subtree: () => [CITY],
    all: [CITY],
  },
  regions: { self: '510700', province: '510000', nation: '100000' },
  period: '2022Q1',
  sums: [],
  on: ON,
}

/** Samples of the engines of analysis. */
export const analysis: Samples<typeof Analysis> = {
  findings: (a) => a.findings(FINDINGS),
  quick: (a) => a.quickReport(FINDINGS),
  inquiries: (a) => a.inquiries(a.findings(FINDINGS), () => '甲'),
  adjust: (a) => a.adjustSeries(SERIES, { mode: 'mult', arima: 'airline', holidays: 'spring-festival' }),
  stl: (a) => a.stlSeries(SERIES, { seasonalWindow: 'periodic', robust: true }),
  forecast: (a) => a.forecastSeries(SERIES, { horizon: 6, model: 'ets' }),
  assess: (a) => a.readTargetInput(JSON.stringify({ target: 0.05, history: YEARS.slice(0, 48), elapsed: [1] })),
  attribute: (a) => a.attribute([{ keys: ['甲'], now: 2, before: 1 }], 1),
  places: (a) => [a.competitionRanks([3, 5, 5, null]), a.kindsHeld([], ['510700'], '2022Q1'), a.belowMean([])],
}

const SCHEME: Scorecards.Scheme = {
  indicators: [
    { code: 'a', direction: 1, weight: 1 },
    { code: 'b', direction: -1, weight: 2 },
  ],
  missing: 'reweight',
  treat: { method: 'auto' },
  normalise: { method: 'minmax' },
  weights: { method: 'combined', of: [{ method: 'entropy' }, { method: 'critic' }] },
  aggregate: { method: 'arithmetic' },
  grades: { grades: [{ grade: 'A', atMost: 0.3 }, { grade: 'B' }] },
}
const SCORED: Scorecards.Inputs = { units: ['甲', '乙', '丙'], values: { a: [1, 4, 2], b: [5, null, 3] } }

/** Samples of the engines of evaluation. */
export const scorecards: Samples<typeof Scorecards> = {
  run: (s) => s.runScorecard(SCHEME, SCORED),
  read: (s) => s.readScorecardInput(JSON.stringify({ ...SCHEME, ...SCORED })),
  replay: (s) => s.replay(SCHEME, SCORED, { ...SCORED, values: { ...SCORED.values, a: [9, 4, 2] } }),
  cheapest: (s) =>
    s.cheapestChanges(SCHEME, SCORED, { unit: '甲', levers: [{ code: 'a', least: 0, most: 9 }], goal: { score: 80 } }),
  robustness: (s) =>
    s.robustnessOf(SCHEME, SCORED, {
      uncertainty: { weights: { kind: 'dirichlet', concentration: 9 }, data: { '*': { relative: 0.1 } } },
      draws: 5,
      seed: 1,
      sensitivity: 2,
      leaveOut: true,
    }),
  ahp: (s) =>
    s.ahpWeights([
      [1, 2],
      [0.5, 1],
    ]),
}
