import { dimsKey, printSeries, type SeriesKey } from '@yundiao/figures'
import { Problem } from '@yundiao/kernel'
import type { PoolClient } from 'pg'

export type SeriesRow = { id: number; unit: string }

type Asked = { series: SeriesKey; unit: string | null }

const KEY_COLUMNS = 'indicator, measure, accumulation, origin, concept, dims_key'

const keyRow = ({ series, unit }: Asked) => ({
  indicator: series.indicator,
  measure: series.measure,
  accumulation: series.accumulation,
  origin: series.origin,
  concept: series.concept,
  dims_key: dimsKey(series.dims),
  dims: series.dims,
  unit,
})

const find = async (client: PoolClient, city: string, asked: readonly Asked[]): Promise<Map<string, SeriesRow>> => {
  const { rows } = await client.query<SeriesKey & SeriesRow>(
    `select s.id, s.unit, s.indicator, s.measure, s.accumulation, s.origin, s.concept, s.dims from series s
     join json_to_recordset($2) as k(indicator text, measure text, accumulation text, origin text, concept text, dims_key text)
     using (${KEY_COLUMNS}) where s.city = $1`,
    [city, JSON.stringify(asked.map(keyRow))],
  )
  return new Map(rows.map((row) => [printSeries(row), { id: row.id, unit: row.unit }]))
}

const create = async (client: PoolClient, city: string, asked: readonly Asked[]): Promise<void> => {
  await client.query(
    `insert into series (city, id, ${KEY_COLUMNS}, dims, unit)
     select $1, nextval('series_id'), ${KEY_COLUMNS}, dims, unit
     from json_to_recordset($2) as k(indicator text, measure text, accumulation text, origin text, concept text, dims_key text, dims jsonb, unit text)
     on conflict do nothing`,
    [city, JSON.stringify(asked.map(keyRow))],
  )
}

/**
 * Finds the series of drafts, creating those that do not exist yet. A series keeps one canonical unit; a draft with
 * another is refused. A draft without a unit asks for a series that must exist.
 */
export const seriesFor = async (
  client: PoolClient,
  city: string,
  drafts: readonly Asked[],
): Promise<(draft: Asked) => SeriesRow> => {
  const asked = new Map(drafts.map((draft) => [printSeries(draft.series), draft]))
  let found = await find(client, city, [...asked.values()])
  const missing = [...asked].filter(([key]) => !found.has(key)).map(([, draft]) => draft)
  const unknown = missing.find((draft) => draft.unit === null)
  if (unknown)
    throw new Problem('series.unknown', `没有 ${printSeries(unknown.series)} 这个数列`, {
      series: printSeries(unknown.series),
    })
  if (missing.length > 0) {
    await create(client, city, missing)
    found = await find(client, city, [...asked.values()])
  }
  return (draft) => {
    const row = found.get(printSeries(draft.series))
    if (!row) throw new Problem('series.unknown', `没有 ${printSeries(draft.series)} 这个数列`)
    if (draft.unit !== null && draft.unit !== row.unit)
      throw new Problem(
        'input.invalid',
        `${printSeries(draft.series)} 的单位是 ${row.unit}，报来的是 ${draft.unit}，请换算后再报`,
      )
    return row
  }
}
