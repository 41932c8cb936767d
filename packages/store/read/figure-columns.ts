import type { SeriesKey } from '@yundiao/figures'
import type { Caller } from '../door/caller.ts'
import type { StoreParts } from '../door/store-parts.ts'
import { withCaller } from '../door/with-caller.ts'
import { anyOf, type FigureQuery, inSight } from './read-figures.ts'

export type FigureColumnsQuery = Omit<FigureQuery, 'allVintages' | 'regions'> & { regions: readonly string[] }

/**
 * One series in one period. Every list follows the order of regions; where a region has no figure in sight, all four
 * are null. A figure looked for and not found (缺) has a vintage and no value.
 */
export type SeriesColumn = {
  series: SeriesKey
  unit: string
  period: string
  values: (number | null)[]
  printed: (string | null)[]
  printedUnits: (string | null)[]
  vintages: (number | null)[]
}

export type FigureColumns = { regions: readonly string[]; columns: SeriesColumn[] }

type Packed = Omit<SeriesKey, 'dims'> & {
  dims: SeriesKey['dims']
  unit: string
  period: string
  places: string
  vintages: string
  values: string
  printed: string
  printedUnits: string
}

/** Lists as text of one aggregate each: rows as objects cost four times as much, on the wire and here. */
const SELECT = `select s.indicator, s.measure, s.accumulation, s.origin, s.concept, s.dims, s.unit, f.period,
  string_agg(f.region, ',') as places, string_agg(f.vintage::text, ',') as vintages,
  string_agg(coalesce(f.value::text, ''), ',') as values, json_agg(f.printed)::text as printed,
  json_agg(f.printed_unit)::text as "printedUnits"`

const holes = <T>(count: number): (T | null)[] => Array.from({ length: count }, () => null)

/** Places the figures of one column by region. Of several vintages in sight the newest counts. */
const unpack = (row: Packed, regions: readonly string[], placeOf: ReadonlyMap<string, number>): SeriesColumn => {
  const { places, vintages, values, printed, printedUnits, indicator, measure, accumulation, origin, concept } = row
  const series: SeriesKey = { indicator, measure, accumulation, origin, concept, dims: row.dims }
  const column: SeriesColumn = {
    series,
    unit: row.unit,
    period: row.period,
    values: holes(regions.length),
    printed: holes(regions.length),
    printedUnits: holes(regions.length),
    vintages: holes(regions.length),
  }
  const vintageList = vintages.split(',')
  const valueList = values.split(',')
  const printedList = JSON.parse(printed) as (string | null)[]
  const unitList = JSON.parse(printedUnits) as (string | null)[]
  for (const [index, region] of places.split(',').entries()) {
    const place = placeOf.get(region)
    const vintage = Number(vintageList[index])
    if (place === undefined || vintage < (column.vintages[place] ?? 0)) continue
    const value = valueList[index] ?? ''
    column.vintages[place] = vintage
    column.values[place] = value === '' ? null : Number(value)
    column.printed[place] = printedList[index] ?? null
    column.printedUnits[place] = unitList[index] ?? null
  }
  return column
}

/**
 * The figures of readFigures, one column a series and period in place of one object a figure: for boards and pages of
 * one indicator, where the wire costs more than the query. Series come in the order they were made, periods by time.
 */
export const readFigureColumns = async (
  parts: StoreParts,
  caller: Caller,
  query: FigureColumnsQuery,
): Promise<FigureColumns> => {
  const params: unknown[] = [caller.city]
  const conditions = [
    'f.city = $1',
    inSight(caller, query, params),
    ...anyOf('s.indicator', query.indicators, params),
    ...anyOf('f.period', query.periods, params),
    ...anyOf('f.region', query.regions, params),
  ]
  const { rows } = await withCaller(parts.app, caller, (client) =>
    client.query<Packed>(
      `${SELECT} from figure f join series s on s.city = f.city and s.id = f.series
       where ${conditions.join(' and ')} group by s.city, s.id, f.period, f.starts, f.ends
       order by s.id, f.starts, f.ends, f.period`,
      params,
    ),
  )
  const placeOf = new Map(query.regions.map((region, index) => [region, index]))
  return { regions: query.regions, columns: rows.map((row) => unpack(row, query.regions, placeOf)) }
}
