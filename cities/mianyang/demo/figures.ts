import { DEMONSTRATION, type FigureDraft, type Measure } from '@yundiao/figures'
import type { LocalDate } from '@yundiao/kernel'

/** Two days after the city's own release. */
const KNOWN: LocalDate = '2022-04-22'

/** Per cent, by county in the city's own order. No published figure of any county for this quarter was found. */
const GROWTH: Readonly<Record<string, readonly number[]>> = {
  gdp: [6.9, 6.4, 7.1, 6.2, 6.5, 5.8, 6, 6.7, 5.5],
  iva: [9.4, 8.6, 9.9, 8.1, 8.8, 7.4, 7.9, 9.1, 6.8],
  fai: [11.2, 9.8, 13.5, 10.4, 9.1, 7.7, 8.3, 12.6, 6.9],
  retail: [4.1, 3.6, 4.4, 3.9, 3.2, 2.8, 3.1, 3.7, 2.5],
}

const MEASURES: Readonly<Record<string, Measure>> = { gdp: 'growth-real', iva: 'growth-real' }

const COUNTIES = ['510703', '510704', '510705', '510781', '510722', '510723', '510725', '510726', '510727']

const draft = (indicator: string, region: string, percent: number): FigureDraft => ({
  series: {
    indicator,
    measure: MEASURES[indicator] ?? 'growth-nominal',
    accumulation: 'ytd',
    origin: 'department',
    concept: DEMONSTRATION,
    dims: {},
  },
  unit: 'ratio',
  region,
  period: '2022Q1',
  value: Math.round(percent * 10) / 1000,
  printed: percent.toFixed(1),
  printedUnit: '%',
  round: null,
  note: '演示数据，非真实数据',
  knownOn: KNOWN,
  releaseState: 'released',
  passport: { kind: 'manual', reason: '演示数据，非真实数据' },
})

/**
 * Growth of the first quarter of 2022 in the nine counties: invented. Series of the concept 演示 stand apart from every
 * other, so no sum, comparison or board of a real concept takes them in.
 */
export const demoFigures: readonly FigureDraft[] = Object.entries(GROWTH).flatMap(([indicator, percents]) =>
  percents.map((percent, index) => draft(indicator, COUNTIES[index] ?? '', percent)),
)
