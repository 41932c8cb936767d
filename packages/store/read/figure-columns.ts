import type { SeriesKey } from '@yundiao/figures'
import type { PoolClient } from 'pg'
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

type Held = { series: SeriesKey; unit: string }

type Packed = {
  id: number
  period: string
  places: string
  vintages: string
  values: string
  printed: string
  printedUnits: string
}

const readSeries = async (client: PoolClient, caller: Caller, indicators: readonly string[] | undefined) => {
  const params: unknown[] = [caller.city]
  const conditions = ['city = $1', ...anyOf('indicator', indicators, params)]
  const { rows } = await client.query<SeriesKey & { id: number; unit: string }>(
    `select id, indicator, measure, accumulation, origin, concept, dims, unit from series where ${conditions.join(' and ')}`,
    params,
  )
  return new Map(rows.map(({ id, unit, ...series }): [number, Held] => [id, { series, unit }]))
}

/** A single period is asked for by equality: then the index by period gives the series in order. */
const inPeriods = (periods: readonly string[] | undefined, params: unknown[]): string[] =>
  periods?.length === 1 ? [`f.period = $${params.push(periods[0])}`] : anyOf('f.period', periods, params)

/**
 * Lists as text of one aggregate each: rows as objects cost four times as much, on the wire and here. Series are asked
 * for by number: behind a join or a sub-select the planner takes them for few, and the wrong index. Regions out of reach
 * are not asked for at all: row security would drop them one by one.
 */
const readPacked = async (
  client: PoolClient,
  caller: Caller,
  query: FigureColumnsQuery,
  series: readonly number[],
): Promise<Packed[]> => {
  const params: unknown[] = [caller.city]
  const inReach = new Set([...caller.regions, ...caller.references])
  const regions = query.regions.filter((region) => inReach.has(region))
  const conditions = [
    'f.city = $1',
    ...(query.indicators ? [`f.series = any($${params.push(series)}::int[])`] : []),
    ...inPeriods(query.periods, params),
    ...anyOf('f.region', regions, params),
    inSight(caller, query, params),
  ]
  const { rows } = await client.query<Packed>(
    `select f.series as id, f.period, string_agg(f.region, ',') as places,
       string_agg(f.vintage::text, ',') as vintages, string_agg(coalesce(f.value::text, ''), ',') as values,
       json_agg(f.printed)::text as printed, json_agg(f.printed_unit)::text as "printedUnits"
     from figure f where ${conditions.join(' and ')} group by f.series, f.period
     order by f.series, min(f.starts), min(f.ends), f.period`,
    params,
  )
  return rows
}

const holes = <T>(count: number): (T | null)[] => new Array<T | null>(count).fill(null)

/** Places of a list of regions. Most columns name the same regions in the same order: each list is looked up once. */
const placer = (regions: readonly string[]): ((list: string) => readonly number[]) => {
  const placeOf = new Map(regions.map((region, index) => [region, index]))
  const known = new Map<string, readonly number[]>()
  return (list) => {
    const held = known.get(list) ?? list.split(',').map((region) => placeOf.get(region) ?? -1)
    known.set(list, held)
    return held
  }
}

/** Fills a column by the places of its regions. Of several vintages in sight the newest counts. */
const fill = (column: SeriesColumn, row: Packed, places: readonly number[]): void => {
  const vintages = row.vintages.split(',')
  const values = row.values.split(',')
  const printed = JSON.parse(row.printed) as (string | null)[]
  const printedUnits = JSON.parse(row.printedUnits) as (string | null)[]
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] ?? -1
    const vintage = Number(vintages[index])
    if (place < 0 || vintage < (column.vintages[place] ?? 0)) continue
    const value = values[index] ?? ''
    column.vintages[place] = vintage
    column.values[place] = value === '' ? null : Number(value)
    column.printed[place] = printed[index] ?? null
    column.printedUnits[place] = printedUnits[index] ?? null
  }
}

const emptyColumn = ({ series, unit }: Held, period: string, count: number): SeriesColumn => ({
  series,
  unit,
  period,
  values: holes(count),
  printed: holes(count),
  printedUnits: holes(count),
  vintages: holes(count),
})

/**
 * The figures of readFigures, one column a series and period in place of one object a figure: for boards and pages of
 * one indicator, where the wire costs more than the query. Series come in the order they were made, periods by time.
 */
export const readFigureColumns = async (
  parts: StoreParts,
  caller: Caller,
  query: FigureColumnsQuery,
): Promise<FigureColumns> =>
  withCaller(parts.app, caller, async (client) => {
    const series = await readSeries(client, caller, query.indicators)
    const rows = await readPacked(client, caller, query, [...series.keys()])
    const placesOf = placer(query.regions)
    const columns = rows.flatMap((row) => {
      const held = series.get(row.id)
      if (!held) return []
      const column = emptyColumn(held, row.period, query.regions.length)
      fill(column, row, placesOf(row.places))
      return [column]
    })
    return { regions: query.regions, columns }
  })
