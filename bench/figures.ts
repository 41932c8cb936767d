import type { LocalDate } from '@yundiao/kernel'
import type { Caller, FigureColumns, FigureColumnsQuery } from '@yundiao/store'
import type { Pool } from 'pg'
import { benchStore, CITY, callerOf } from './bench-store.ts'
import { BESIDE, BY_INDUSTRY, fillFigures, indicators, MONTHS, OWN, REGIONS } from './figure-rows.ts'
import { type Claim, closedLoop, p95Claim, thinking } from './measure.ts'
import { rightsClaim } from './rights-ratio.ts'
import { THINKING_SECONDS } from './size.ts'

type Page = { name: string; query: FigureColumnsQuery; columns: number }

/** Three measures of each indicator. */
const MEASURES = 3
/** The day the city stands on, and one on which a tenth of the figures stood otherwise. */
const DAYS: readonly LocalDate[] = ['2022-04-26', '2021-12-31']

const pages = (on: LocalDate): readonly Page[] => {
  const period = on < '2022-01-01' ? '2021-11' : '2022-03'
  return [
    {
      name: '看板，300 数列 × 22 地区',
      query: { on, indicators: indicators.slice(0, 100), periods: [period], regions: REGIONS },
      columns: 300,
    },
    {
      name: `单个指标，3 数列 × 22 地区 × ${MONTHS} 个月`,
      query: { on, indicators: [indicators[6] ?? ''], regions: REGIONS },
      columns: MEASURES * MONTHS,
    },
    {
      name: '地区 × 行业，3 × 40 × 22',
      query: { on, indicators: [BY_INDUSTRY], periods: [period], regions: REGIONS },
      columns: MEASURES * 40,
    },
  ]
}

const BY_HAND = `select s.id, f.period, string_agg(f.region, ',') as places, string_agg(f.vintage::text, ',') as vintages,
    string_agg(coalesce(f.value::text, ''), ',') as values, json_agg(f.printed)::text as printed,
    json_agg(f.printed_unit)::text as units
  from figure f join series s on s.city = f.city and s.id = f.series
  where f.city = $1 and f.known_on <= $2 and $2 < f.known_to and f.region = any($3) and s.indicator = any($4)`

const ORDER = 'group by s.city, s.id, f.period, f.starts, f.ends order by s.id, f.starts, f.ends, f.period'

/** The same figures by a WHERE written by hand, as the owner. Gives how many there are in each column. */
const byHand = async (owner: Pool, seen: readonly string[], { query }: Page): Promise<number[]> => {
  const regions = query.regions.filter((region) => seen.includes(region))
  const client = await owner.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const { rows } = await client.query<Record<'places' | 'vintages' | 'values' | 'printed' | 'units', string>>(
      query.periods ? `${BY_HAND} and f.period = any($5) ${ORDER}` : `${BY_HAND} ${ORDER}`,
      [CITY, query.on, regions, query.indicators, ...(query.periods ? [query.periods] : [])],
    )
    await client.query('commit')
    for (const row of rows)
      [row.values.split(','), row.vintages.split(','), JSON.parse(row.printed), JSON.parse(row.units)]
    return rows.map((row) => row.places.split(',').length)
  } finally {
    client.release()
  }
}

const held = ({ columns }: FigureColumns): number[] =>
  columns.map((column) => column.vintages.filter((vintage) => vintage !== null).length)

/** Boards and pages of figures, as known on a day, with rights, in the form they go out in. */
export const figuresClaims = async (): Promise<Claim[]> => {
  const { store, connections, system, end } = await benchStore()
  try {
    const count = await fillFigures(connections.owner)
    const beside = { references: [...BESIDE, CITY] }
    const office = callerOf(system, OWN, beside)
    const county = callerOf(system, [OWN[1] ?? ''], beside)
    const ask = (caller: Caller, page: Page): Promise<FigureColumns> => store.figureColumns(caller, page.query)
    const claims: Claim[] = []
    for (const page of pages(DAYS[0] ?? '2022-04-26')) {
      const { columns } = await ask(office, page)
      if (columns.length !== page.columns) throw new Error(`${page.name}: ${columns.length} columns`)
      const any = (user: number, round: number): Promise<FigureColumns> => {
        const on = DAYS[(user + round) % DAYS.length] ?? '2022-04-26'
        const asked = pages(on).find((one) => one.name === page.name) ?? page
        return ask(user % 4 === 3 ? county : office, asked)
      }
      await closedLoop(4, 5, any)
      const timing = await thinking(50, THINKING_SECONDS, any)
      claims.push(p95Claim(`${page.name}（共 ${count} 个数），50 人各隔 1 秒`, timing, 100))
    }
    for (const [who, caller] of [
      ['市级', office],
      ['一个县', county],
    ] as const) {
      const seen = [...caller.regions, ...caller.references]
      const pairs = DAYS.flatMap((on) => pages(on)).map((page) => ({
        name: `${page.name} ${page.query.on}`,
        on: async () => held(await ask(caller, page)),
        off: () => byHand(connections.owner, seen, page),
      }))
      claims.push(await rightsClaim(`权限的代价：取数，${who}`, pairs))
    }
    return claims
  } finally {
    await end()
  }
}
