import {
  dimsKey,
  type FigureRef,
  isSameSeries,
  parseFigureRef,
  printFigureRef,
  printSeries,
  type ReleaseState,
  type Round,
  type SeriesKey,
} from '@yundiao/figures'
import type { LocalDate } from '@yundiao/kernel'
import type { PoolClient } from 'pg'
import type { Caller } from '../door/caller.ts'
import type { StoreParts } from '../door/store-parts.ts'
import { withCaller } from '../door/with-caller.ts'

/** Later than any business day: without a day, the newest vintages are asked for. */
const LAST_DAY: LocalDate = '9999-12-31'

/** A figure as read, one vintage of one place and period. */
export type FigureRow = {
  ref: FigureRef
  series: SeriesKey
  unit: string
  region: string
  period: string
  starts: LocalDate
  ends: LocalDate
  vintage: number
  value: number | null
  printed: string | null
  printedUnit: string | null
  round: Round | null
  note: string | null
  knownOn: LocalDate
  knownTo: LocalDate | 'infinity'
  recordedAt: string
  releaseAt: string
  state: ReleaseState
}

export type FigureQuery = {
  /** As known at the end of that day; without it, the newest vintages. */
  on?: LocalDate
  indicators?: readonly string[]
  periods?: readonly string[]
  regions?: readonly string[]
  /** Every vintage, not only the one in force. */
  allVintages?: boolean
}

const COLUMNS = `s.indicator, s.measure, s.accumulation, s.origin, s.concept, s.dims, s.unit, f.region, f.period, f.starts, f.ends,
  f.vintage, f.value, f.printed, f.printed_unit as "printedUnit", f.round, f.note, f.known_on as "knownOn",
  case when f.known_to = 'infinity' then 'infinity' else f.known_to::text end as "knownTo",
  f.recorded_at as "recordedAt", f.release_at as "releaseAt", f.state`

type Flat = Omit<FigureRow, 'ref' | 'series'> & SeriesKey

const toFigure = (city: string, row: Flat): FigureRow => {
  const { indicator, measure, accumulation, origin, concept, dims, ...rest } = row
  const series: SeriesKey = { indicator, measure, accumulation, origin, concept, dims }
  return {
    ...rest,
    series,
    ref: printFigureRef({ city, series, region: row.region, period: row.period, vintage: row.vintage }),
  }
}

/**
 * Vintages in sight on a day. Of a caller's own regions: known by then, and out of its lock by then unless the caller is
 * an early reader. Of other regions: opened to everybody by then. Several may hold at once; the newest counts.
 */
export const inSight = (caller: Caller, query: FigureQuery, params: unknown[]): string => {
  const day = `$${params.push(query.on ?? LAST_DAY)}::date`
  const own = `f.region = any($${params.push(caller.regions)})`
  const early = `f.series = any($${params.push(caller.early)}::int[])`
  const known = query.allVintages ? '' : ` and ${day} < f.known_to`
  const open = query.allVintages ? '' : ` and ${day} < f.open_to`
  return `((${own} and f.known_on <= ${day}${known} and (f.release_on <= ${day} or ${early}))
    or (not ${own} and f.opened_on <= ${day}${open}))`
}

/** Rows come by slot and rising vintage: the last of each slot is the one in force. */
const newestOfSlot = (rows: readonly FigureRow[]): FigureRow[] =>
  rows.filter((row, index) => {
    const next = rows[index + 1]
    return !next || next.region !== row.region || next.period !== row.period || !isSameSeries(next.series, row.series)
  })

export const anyOf = (column: string, values: readonly string[] | undefined, params: unknown[]): string[] => {
  if (!values) return []
  params.push(values)
  return [`${column} = any($${params.length})`]
}

const figuresWith = async (client: PoolClient, caller: Caller, query: FigureQuery): Promise<FigureRow[]> => {
  const params: unknown[] = [caller.city]
  const conditions = [
    'f.city = $1',
    inSight(caller, query, params),
    ...anyOf('s.indicator', query.indicators, params),
    ...anyOf('f.period', query.periods, params),
    ...anyOf('f.region', query.regions, params),
  ]
  const { rows } = await client.query<Flat>(
    `select ${COLUMNS} from figure f join series s on s.city = f.city and s.id = f.series
     where ${conditions.join(' and ')} order by f.series, f.region, f.starts, f.ends, f.period, f.vintage`,
    params,
  )
  const figures = rows.map((row) => toFigure(caller.city, row))
  return query.allVintages ? figures : newestOfSlot(figures)
}

/** Figures in the caller's sight, as known on a day. */
export const readFigures = async (parts: StoreParts, caller: Caller, query: FigureQuery): Promise<FigureRow[]> =>
  withCaller(parts.app, caller, (client) => figuresWith(client, caller, query))

/** How many of the asked figures became known only after the day. */
export const countLaterFigures = async (
  parts: StoreParts,
  caller: Caller,
  query: FigureQuery & { on: LocalDate },
): Promise<number> =>
  withCaller(parts.app, caller, async (client) => {
    const params: unknown[] = [caller.city, query.on]
    const conditions = [
      ...anyOf('f.period', query.periods, params),
      ...anyOf('s.indicator', query.indicators, params),
      ...anyOf('f.region', query.regions, params),
    ]
    const { rows } = await client.query<{ n: number }>(
      `select count(*) as n from figure f join series s on s.city = f.city and s.id = f.series
       where ${['f.city = $1', 'f.known_on > $2::date', ...conditions].join(' and ')}`,
      params,
    )
    return rows[0]?.n ?? 0
  })

export type PassportRow = {
  figure: FigureRow
  vintages: FigureRow[]
  kind: string
  /** The source as stored, see PassportSource, with `by`. */
  source: { kind: string; by: { id: string; name: string } } & Record<string, unknown>
}

/** One figure by its reference with its passport and sister vintages; null when there is none in the caller's sight. */
export const readPassport = async (
  parts: StoreParts,
  caller: Caller,
  ref: string,
  on: LocalDate,
): Promise<PassportRow | null> => {
  const parsed = parseFigureRef(ref)
  if (!parsed || parsed.city !== caller.city) return null
  return withCaller(parts.app, caller, async (client) => {
    const all = await figuresWith(client, caller, {
      on,
      allVintages: true,
      indicators: [parsed.series.indicator],
      periods: [parsed.period],
      regions: [parsed.region],
    })
    const vintages = all.filter((one) => printSeries(one.series) === printSeries(parsed.series))
    const figure = vintages.find((one) => one.vintage === parsed.vintage)
    if (!figure) return null
    const { rows } = await client.query<{ kind: string; body: string }>(
      `select p.kind, p.body from passport p join figure f on f.city = p.city and f.passport = p.id
       join series s on s.city = f.city and s.id = f.series
       where f.city = $1 and f.region = $2 and f.period = $3 and f.vintage = $4 and s.indicator = $5 and s.measure = $6
         and s.accumulation = $7 and s.origin = $8 and s.concept = $9 and s.dims_key = $10`,
      [
        caller.city,
        parsed.region,
        parsed.period,
        parsed.vintage,
        parsed.series.indicator,
        parsed.series.measure,
        parsed.series.accumulation,
        parsed.series.origin,
        parsed.series.concept,
        dimsKey(parsed.series.dims),
      ],
    )
    const [passport] = rows
    if (!passport) return null
    return { figure, vintages, kind: passport.kind, source: JSON.parse(passport.body) }
  })
}
