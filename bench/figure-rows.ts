import { mianyang } from '@yundiao/mianyang'
import type { Pool } from 'pg'
import { CITY } from './bench-store.ts'
import { isSmall } from './size.ts'

const codes = (kind: string): string[] =>
  mianyang.regions.filter((region) => region.kind === kind).map((region) => region.code)

/** Regions of the city that report, and those it is compared with. */
export const OWN = [CITY, ...codes('county'), ...codes('zone')]
export const BESIDE = [mianyang.nation, mianyang.province, ...codes('peer').slice(0, 5)]
export const REGIONS = [...BESIDE.slice(0, 2), ...OWN, ...BESIDE.slice(2)]

const INDUSTRIES = 40
/** One indicator by industry, and plain ones that fill the 300 series of a board. */
const PLAIN = 300 - INDUSTRIES
export const indicators = Array.from({ length: PLAIN }, (_, n) => `bench-${n + 1}`)
export const BY_INDUSTRY = 'bench-industry'

const MEASURES = ['level', 'growth-real', 'share']
export const MONTHS = isSmall ? 6 : 120

const array = (words: readonly string[]): string => `array[${words.map((word) => `'${word}'`).join(', ')}]`

const SERIES = `insert into series (city, id, indicator, measure, accumulation, origin, concept, dims, dims_key, unit, live)
  select '${CITY}', nextval('series_id'), indicator, measure, 'ytd', 'official', 'default',
    case when industry is null then '{}' else jsonb_build_object('industry', industry) end,
    coalesce('industry=' || industry, ''), case measure when 'level' then 'yuan' else 'ratio' end, true
  from (select 'bench-' || n as indicator, null as industry from generate_series(1, ${PLAIN}) n
    union all select '${BY_INDUSTRY}', 'C' || (12 + n) from generate_series(1, ${INDUSTRIES}) n) i
  cross join unnest(${array(MEASURES)}) measure`

/** Known the 18th of the next month; every tenth is revised 200 days later. All are released: what everybody may see. */
const FIGURES = `insert into figure (city, series, region, period, starts, ends, vintage, value, printed, printed_unit,
    known_on, release_on, known_to, opened_on, open_to, recorded_at, release_at, state, passport, event_seq, leaf_no, leaf)
  select '${CITY}', s.id, r, to_char(month, 'YYYY-MM'), month, ends, vintage, n, round(n::numeric, 2)::text,
    case measure when 'level' then '亿元' else '%' end, first + lag, first + lag, until, first + lag, until,
    timestamptz '2022-04-26', timestamptz '2022-04-26', 'released', '01800000-0000-7000-8000-000000000000', 1, 0,
    decode(repeat('00', 32), 'hex')
  from (select date '2022-03-01' - make_interval(months => n) as month from generate_series(0, ${MONTHS - 1}) n) a
  cross join lateral (select (month + interval '1 month')::date - 1 as ends, (month + interval '1 month')::date + 17 as first) b
  cross join series s cross join unnest(${array(REGIONS)}) with ordinality p(r, at)
  cross join lateral (select (s.id * 7 + at * 3 + extract(month from month)::int) % 10 = 0 as revised) c
  cross join lateral (select 1 as vintage, 0 as lag, case when revised then first + 200 else 'infinity'::date end as until
    union all select 2, 200, 'infinity' where revised) d
  cross join lateral (select 100 + ((s.id * 7919 + at * 104729) % 100000) / 100.0 + vintage as n) e
  order by month, s.id, at`

/** Fills the figures in SQL, as the owner of the tables; returns how many rows there are. */
export const fillFigures = async (owner: Pool): Promise<number> => {
  const { rows: indexes } = await owner.query<{ indexname: string; indexdef: string }>(
    `select indexname, indexdef from pg_indexes where tablename = 'figure' and indexname not like '%pkey'`,
  )
  for (const { indexname } of indexes) await owner.query(`drop index ${indexname}`)
  await owner.query(SERIES)
  const { rowCount } = await owner.query(FIGURES)
  for (const { indexdef } of indexes) await owner.query(indexdef)
  await owner.query('vacuum analyze figure, series')
  return rowCount ?? 0
}
