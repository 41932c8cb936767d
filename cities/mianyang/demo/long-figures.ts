import { DEMONSTRATION, type FigureDraft, type SeriesKey } from '@yundiao/figures'
import type { LocalDate } from '@yundiao/kernel'

const CITY = '510700'
const SAID = '演示数据，非真实数据'

/**
 * Cumulative growth of the demonstration city's GDP in per cent, first quarter to the whole year: invented, the years
 * before those of DEMO_GROWTH. Long enough that forecast and likelihood can be shown.
 */
const GROWTH: Readonly<Record<number, readonly [number, number, number, number]>> = {
  2011: [14.6, 14.3, 14.4, 14.2],
  2012: [12.9, 12.5, 12.6, 12.4],
  2013: [11.1, 10.8, 10.7, 10.8],
  2014: [9.9, 9.6, 9.7, 9.5],
  2015: [8.9, 8.8, 8.6, 8.7],
  2016: [8.1, 8.3, 8.2, 8.2],
  2017: [8.5, 8.6, 8.8, 8.8],
  2018: [8.3, 8.5, 8.4, 8.6],
  2019: [7.9, 7.7, 7.8, 7.6],
  2020: [-4.2, 0.7, 2.3, 3.7],
}

/** Twelve months of power use against the year's mean; February falls with the Spring Festival, summer is the peak. */
const SEASON = [1.04, 0.86, 0.96, 0.93, 0.95, 1.0, 1.12, 1.14, 1.0, 0.94, 0.98, 1.08]
/** Years in which the festival week lies in January, so that January loses what February keeps. */
const EARLY_FESTIVALS: readonly number[] = [2014, 2017, 2020]
const MONTHS = 99
const FIRST_YEAR = 2014

const pad = (n: number): string => String(n).padStart(2, '0')
const after = (year: number, month: number, day: number): LocalDate =>
  month === 12 ? (`${year + 1}-01-${pad(day)}` as LocalDate) : (`${year}-${pad(month + 1)}-${pad(day)}` as LocalDate)

type Told = Pick<FigureDraft, 'period' | 'unit' | 'value' | 'printed' | 'printedUnit'> & { knownOn: LocalDate }

const draft = (series: Pick<SeriesKey, 'indicator' | 'measure' | 'accumulation'>, told: Told): FigureDraft => ({
  series: { ...series, origin: 'department', concept: DEMONSTRATION, dims: {} },
  region: CITY,
  ...told,
  round: null,
  note: SAID,
  releaseState: 'released',
  passport: { kind: 'manual', reason: SAID },
})

const growth = (): FigureDraft[] =>
  Object.entries(GROWTH).flatMap(([year, rates]) =>
    rates.map((percent, quarter) =>
      draft(
        { indicator: 'gdp', measure: 'growth-real', accumulation: 'ytd' },
        {
          period: quarter === 3 ? year : `${year}Q${quarter + 1}`,
          unit: 'ratio',
          value: Math.round(percent * 10) / 1000,
          printed: percent.toFixed(1),
          printedUnit: '%',
          knownOn: after(Number(year), quarter * 3 + 3, 22),
        },
      ),
    ),
  )

/** 亿千瓦时 of one month: a rising year, its season, the moving festival, and a little that repeats in no year. */
const powerUse = (i: number): number => {
  const [year, month] = [FIRST_YEAR + Math.floor(i / 12), i % 12]
  const early = EARLY_FESTIVALS.includes(year)
  const moved = early && month === 0 ? -0.11 : early && month === 1 ? 0.11 : 0
  const unlike = (((i * 7919 + 13) % 1013) / 1013 - 0.5) * 0.03
  const epidemic = year === 2020 && month >= 1 && month <= 2 ? -0.06 : 0
  return 11.2 * 1.0045 ** i * ((SEASON[month] ?? 1) + moved + unlike + epidemic)
}

const power = (): FigureDraft[] =>
  Array.from({ length: MONTHS }, (_, i) => {
    const [year, month] = [FIRST_YEAR + Math.floor(i / 12), (i % 12) + 1]
    const printed = powerUse(i).toFixed(2)
    return draft(
      { indicator: 'elec', measure: 'level', accumulation: 'period' },
      {
        period: `${year}-${pad(month)}`,
        unit: 'kWh',
        value: Math.round(Number(printed) * 100) * 1e6,
        printed,
        printedUnit: '亿千瓦时',
        knownOn: after(year, month, 15),
      },
    )
  })

/** Two long series of the demonstration city: GDP growth by quarter since 2011, power use by month since 2014. Invented. */
export const demoLongFigures: readonly FigureDraft[] = [...growth(), ...power()]
