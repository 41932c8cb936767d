import type { SeriesKey } from '@yundiao/figures'
import { printSeries } from '@yundiao/figures'
import type { PoolClient } from 'pg'
import { streamRows } from '../chain/snapshot.ts'
import type { RowVersion } from '../chain/state-check.ts'
import { canonicalFigure } from '../door/figure-leaf.ts'

/** Series of a city as printed, by their number, with their unit. */
export type SeriesText = ReadonlyMap<number, { text: string; unit: string }>

export const readSeries = async (client: PoolClient, city: string): Promise<SeriesText> => {
  const { rows } = await client.query<SeriesKey & { id: number; unit: string }>(
    'select id, unit, indicator, measure, accumulation, origin, concept, dims from series where city = $1',
    [city],
  )
  return new Map(rows.map((row) => [row.id, { text: printSeries(row), unit: row.unit }]))
}

type LeafRow = {
  series: number
  region: string
  period: string
  vintage: number
  value: number | null
  printed: string | null
  printed_unit: string | null
  round: string | null
  note: string | null
  known_on: string
  passport: string
  event_seq: number
  leaf_no: number
  leaf: Buffer
  source: string | null
  scopes: string[] | null
}

const LEAVES = `select f.series, f.region, f.period, f.vintage, f.value, f.printed, f.printed_unit, f.round, f.note,
    f.known_on, f.passport, f.event_seq, f.leaf_no, f.leaf, p.body as source, p.scopes
  from figure f left join passport p on p.city = f.city and p.id = f.passport
  where f.city = $1 order by f.event_seq, f.leaf_no`

const isNumber = (value: number | null): boolean => value === null || Number.isFinite(value)

const canonicalOf = (city: string, series: SeriesText, row: LeafRow): string => {
  const { event_seq: _seq, leaf_no: _no, leaf: _leaf, source, scopes, value, ...facts } = row
  const { text, unit } = series.get(row.series) ?? { text: `series ${row.series}`, unit: '' }
  // NaN and infinities have no canonical text; the write door never stores them.
  const told = isNumber(value) ? value : String(value)
  const figure = { ...facts, city, series: text, unit, value: told as number | null }
  return canonicalFigure(figure, { body: source ?? '', scopes: scopes ?? [] })
}

/** Every vintage of every figure with its series and passport, in the order of the events that told them. */
export async function* readFigureLeaves(
  client: PoolClient,
  city: string,
  series: SeriesText,
): AsyncGenerator<RowVersion> {
  for await (const row of streamRows<LeafRow>(client, { sql: LEAVES, params: [city] }))
    yield { eventSeq: row.event_seq, leafNo: row.leaf_no, leaf: row.leaf, canonical: canonicalOf(city, series, row) }
}
