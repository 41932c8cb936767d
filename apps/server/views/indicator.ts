import { z } from '@hono/zod-openapi'
import { economyCatalogue } from '@yundiao/domains/economy'
import {
  DEMONSTRATION,
  type FoundFigure,
  type Indicator,
  type IndicatorPage,
  indicatorPage,
  parseSeries,
  type SeriesLine,
  type SeriesPoint,
} from '@yundiao/figures'
import { type LocalDate, Problem, parsePeriod, periodInWords, type Region } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { figOf, rowUnitOf, unitShownOf } from './fig.ts'
import { figSchema, targetRowSchema } from './figure-schema.ts'
import { readLeads } from './leads.ts'
import { readPlaces } from './places.ts'
import { declaredBreakSchema, readDeclaredBreaks } from './series-breaks.ts'
import { measureLabel } from './series-words.ts'
import { readTargets, targetRows } from './targets.ts'

const point = z.object({
  region: z.string(),
  period: z.string(),
  periodWords: z.string(),
  starts: z.string(),
  ends: z.string(),
  fig: figSchema,
  vintages: z.array(figSchema),
})
const series = z.object({
  key: z.string(),
  measure: z.string(),
  measureLabel: z.string(),
  origin: z.string(),
  concept: z.string(),
  unitShown: z.string(),
  points: z.array(point),
})

export const indicatorSchema = z
  .object({
    indicator: z.object({
      code: z.string(),
      name: z.string(),
      unitShown: z.string(),
      note: z.string().nullable(),
      leadUnit: z.string().nullable(),
    }),
    regions: z.array(z.object({ code: z.string(), name: z.string(), kind: z.string() })),
    series: z.array(series),
    breaks: z.array(z.object({ region: z.string(), period: z.string(), periodWords: z.string(), why: z.string() })),
    /** Breaks that the statistics office declared, newest first. */
    declared: z.array(declaredBreakSchema),
    targets: z.array(targetRowSchema),
  })
  .openapi('IndicatorView')
export type IndicatorView = z.infer<typeof indicatorSchema>

/** The indicator of a code. Throws Problem indicator.unknown. */
export const indicatorOf = (code: string): Indicator => {
  const indicator = economyCatalogue.get(code)
  if (!indicator)
    throw new Problem('indicator.unknown', `指标 ${code} 不在指标目录，请从指标页选取`, { indicator: code })
  return indicator
}

const pointOf = (indicator: Indicator, region: string, at: SeriesPoint): z.infer<typeof point>[] => {
  const period = parsePeriod(at.period)
  if (!period) return []
  const { accumulation } = at.figure.series
  return [
    {
      region,
      period: at.period,
      periodWords: periodInWords(period, accumulation),
      // A cumulative figure begins in January, whatever its spelling: so 前三季度 joins the whole year.
      starts: accumulation === 'ytd' ? `${period.ends.slice(0, 4)}-01-01` : period.starts,
      ends: period.ends,
      fig: figOf(at.figure, indicator),
      vintages: [...at.earlier, at.figure].map((figure) => figOf(figure, indicator)),
    },
  ]
}

const seriesOf = (indicator: Indicator, key: string, lines: readonly SeriesLine[]): z.infer<typeof series>[] => {
  const parsed = parseSeries(key)
  if (!parsed) return []
  const { measure, origin, concept } = parsed
  return [
    {
      key,
      measure,
      measureLabel: measureLabel(parsed),
      origin,
      concept,
      unitShown: unitShownOf(indicator, measure),
      points: lines.flatMap((line) => line.points.flatMap((at) => pointOf(indicator, line.region, at))),
    },
  ]
}

const conceptAt = (page: IndicatorPage, region: string, measure: string, period: string): string[] =>
  page.lines.flatMap((line) => {
    const first = line.region === region ? line.points.find((at) => at.period === period) : undefined
    return first?.figure.series.measure === measure ? [first.figure.series.concept] : []
  })

const wordsOf = (text: string, { accumulation }: Indicator): string => {
  const period = parsePeriod(text)
  return period ? periodInWords(period, accumulation) : text
}

const conceptWords = (concept: string): string => (concept === 'default' ? '通常口径' : `“${concept}”口径`)

/** Each period at which a region's series goes over to another concept, with the words of the figure's source. */
const breaksOf = (page: IndicatorPage): IndicatorView['breaks'] =>
  page.breaks.flatMap(({ region, measure, periods }) =>
    periods.flatMap((period, index) => {
      const [now] = conceptAt(page, region, measure, period)
      const [before] = conceptAt(page, region, measure, periods[index - 1] ?? '')
      if (now === undefined || before === undefined || now === before) return []
      return [
        {
          region,
          period,
          periodWords: wordsOf(period, page.indicator),
          why: `此前为${conceptWords(before)}，本期为${conceptWords(now)}，不可比`,
        },
      ]
    }),
  )

const ORDER = [
  'level',
  'growth-real',
  'growth-nominal',
  'growth-2y-average',
  'pull',
  'contribution',
  'share',
  'index',
  'rank',
]

/** Demonstration series stand after every real one. */
const isDemonstration = ({ concept }: { concept: string }): 0 | 1 => (concept === DEMONSTRATION ? 1 : 0)

const pageView = (indicator: Indicator, figures: readonly FoundFigure[], regions: readonly Region[]) => {
  const page = indicatorPage(
    indicator,
    figures,
    regions.map((region) => region.code),
  )
  const keys = [...new Set(page.lines.map((line) => line.series))]
  const rows = keys.flatMap((key) =>
    seriesOf(
      indicator,
      key,
      page.lines.filter((line) => line.series === key),
    ),
  )
  const held = new Set(page.lines.map((line) => line.region))
  return {
    regions: regions
      .filter((region) => held.has(region.code) || (region.kind !== 'peer' && region.kind !== 'town'))
      .map(({ code, shortName, kind }) => ({ code, name: shortName, kind })),
    series: rows.sort(
      (a, b) => isDemonstration(a) - isDemonstration(b) || ORDER.indexOf(a.measure) - ORDER.indexOf(b.measure),
    ),
    breaks: [...new Map(breaksOf(page).map((one) => [`${one.region} ${one.period}`, one])).values()],
  }
}

/** One indicator over periods and the regions the caller may read, as known on a day, earlier vintages beside. */
export const readIndicator = async (
  store: Store,
  caller: Caller,
  { code, on }: { code: string; on: LocalDate },
): Promise<IndicatorView> => {
  const indicator = indicatorOf(code)
  const { tree } = await readPlaces(store, caller)
  const inSight = new Set([...caller.regions, ...caller.references])
  const [figures, targets, leadOf, declared] = await Promise.all([
    store.figures(caller, { on, indicators: [code], allVintages: true }),
    readTargets(store, caller, on, { indicator: code }),
    readLeads(store, caller, on),
    readDeclaredBreaks(store, caller, on, code),
  ])
  return {
    indicator: {
      code,
      name: indicator.name,
      unitShown: rowUnitOf(indicator),
      note: indicator.note,
      leadUnit: leadOf(indicator).unit,
    },
    ...pageView(
      indicator,
      figures,
      tree.all.filter((region) => inSight.has(region.code)),
    ),
    declared,
    targets: targetRows(targets, tree),
  }
}
