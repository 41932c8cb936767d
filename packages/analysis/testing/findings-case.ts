import {
  catalogueOf,
  type FoundFigure,
  indicator,
  type Measure,
  printFigureRef,
  type SeriesKey,
  seriesKey,
  type TargetFact,
} from '@yundiao/figures'
import { type Region, regionTree } from '@yundiao/kernel'
import type { FindingsInput } from '../findings/findings-input.ts'

const lead = { leadDuty: 'statistics' } as const

/** A small catalogue: a total of three parts, amounts, a rate without amount, a rate that is better low, a price. */
export const caseCatalogue = catalogueOf(
  [
    indicator({ code: 'gdp', name: '地区生产总值', growth: 'real', ...lead }),
    indicator({ code: 'va1', name: '第一产业增加值', shortName: '一产', growth: 'real', ...lead }),
    indicator({ code: 'va2', name: '第二产业增加值', shortName: '二产', growth: 'real', ...lead }),
    indicator({ code: 'va3', name: '第三产业增加值', shortName: '三产', growth: 'real', ...lead }),
    indicator({ code: 'iva', name: '规模以上工业增加值', kind: 'growth-only', growth: 'real', ...lead }),
    indicator({ code: 'retail', name: '社会消费品零售总额', ...lead }),
  ],
  [
    indicator({ code: 'unemp', name: '城镇登记失业率', kind: 'ratio', accumulation: 'stock', better: 'down', ...lead }),
    indicator({ code: 'ppi', name: '工业生产者出厂价格指数', kind: 'index', better: null, ...lead }),
  ],
)

const region = (code: string, name: string, kind: Region['kind'], parent: string | null, order: number): Region => ({
  code,
  name,
  shortName: name,
  kind,
  parent,
  order,
})

const tree = regionTree([
  region('510000', '某省', 'province', null, 1),
  region('510700', '某市', 'city', '510000', 1),
  region('510703', '甲区', 'county', '510700', 1),
  region('510704', '乙县', 'county', '510700', 2),
  region('510705', '丙县', 'county', '510700', 3),
])

type Over = Partial<Pick<SeriesKey, 'origin' | 'concept' | 'accumulation' | 'dims'>> & Partial<FoundFigure>

const MEASURES: Readonly<Record<string, Measure>> = { retail: 'growth-nominal', ppi: 'growth-nominal' }

const made = (code: string, measure: Measure, at: string, value: number, printed: string, unit: string, over: Over) => {
  const { origin, concept, accumulation, dims, ...rest } = over
  const [place = '510700', period = at] = at.includes(' ') ? at.split(' ') : ['510700', at]
  const series = seriesKey({
    indicator: code,
    measure,
    accumulation: accumulation ?? caseCatalogue.get(code)?.accumulation ?? 'ytd',
    ...(origin ? { origin } : {}),
    ...(concept ? { concept } : {}),
    ...(dims ? { dims } : {}),
  })
  const figure: FoundFigure = {
    series,
    region: place,
    period,
    value,
    printed,
    printedUnit: unit,
    ref: printFigureRef({ city: '510700', series, region: place, period, vintage: 1 }),
    round: null,
    state: 'released',
    knownOn: null,
    ...rest,
  }
  return figure
}

/** Growth in per cent, of the city (`2022Q1`) or of another region (`510703 2022Q1`). */
export const rate = (code: string, at: string, percent: number, over: Over = {}): FoundFigure =>
  made(
    code,
    MEASURES[code] ?? 'growth-real',
    at,
    Number((percent / 100).toPrecision(12)),
    percent.toFixed(1),
    '%',
    over,
  )

/** An amount in 亿元. */
export const amount = (code: string, at: string, yi: number, over: Over = {}): FoundFigure =>
  made(code, 'level', at, Number((yi * 1e8).toPrecision(12)), yi.toFixed(2), '亿元', over)

/** A share in per cent, such as an unemployment rate. */
export const share = (code: string, at: string, percent: number): FoundFigure =>
  made(code, 'level', at, Number((percent / 100).toPrecision(12)), percent.toFixed(1), '%', {})

/** The city's place among those of the province by growth. */
export const place = (code: string, at: string, nth: number): FoundFigure =>
  made(code, 'rank', at, nth, String(nth), '位', { dims: { by: 'growth' } })

/** A target of the city for 2022: growth in per cent, or an amount in 元. */
export const target = (code: string, over: Partial<TargetFact>): TargetFact => ({
  id: `t-${code}`,
  layer: '人代会',
  owner: '某市',
  document: '政府工作报告',
  clause: null,
  indicator: code,
  concept: 'default',
  region: '510700',
  year: 2022,
  measure: MEASURES[code] ?? 'growth-real',
  operator: '=',
  value: null,
  unit: 'ratio',
  printed: null,
  printedUnit: '%',
  knownOn: null,
  cite: { document: '政府工作报告' },
  grade: 'B',
  ...over,
})

/** What findings are read from, of the first quarter of 2022. */
export const caseOf = (
  figures: readonly FoundFigure[],
  targets: readonly TargetFact[] = [],
  period = '2022Q1',
): FindingsInput => ({
  catalogue: caseCatalogue,
  figures,
  targets,
  tree,
  regions: { self: '510700', province: '510000', nation: '000000' },
  period,
  sums: [{ total: 'gdp', parts: ['va1', 'va2', 'va3'] }],
  on: '2022-04-26',
})
