import { DEMONSTRATION } from '@yundiao/figures'
import type { LocalDate } from '@yundiao/kernel'
import type { Caller } from '../door/caller.ts'
import type { StoreParts } from '../door/store-parts.ts'
import { withCaller } from '../door/with-caller.ts'

export type PeriodQuery = { on: LocalDate; region: string; indicators: readonly string[] }

/**
 * Periods for which a region has cumulative figures of the indicators in the caller's sight on a day, newest first. A
 * vintage replaced since counts: another has taken its place. Demonstration figures open no period.
 */
export const readPeriods = async (parts: StoreParts, caller: Caller, query: PeriodQuery): Promise<string[]> => {
  const { rows } = await withCaller(parts.app, caller, (client) =>
    client.query<{ period: string }>(
      `select f.period from figure f join series s on s.city = f.city and s.id = f.series
       where f.city = $1 and f.region = $2 and f.known_on <= $3::date
         and s.accumulation = 'ytd' and s.indicator = any($4) and s.concept <> $5
       group by f.period, f.starts, f.ends order by f.ends desc, f.starts`,
      [caller.city, query.region, query.on, query.indicators, DEMONSTRATION],
    ),
  )
  return rows.map((row) => row.period)
}

/** What stands behind a period's figures at best: 0 somebody's actual figures, 1 estimates alone, 2 the demonstration alone. */
export type HeldPeriod = { period: string; standing: 0 | 1 | 2 }

export type HeldPeriodQuery = { on: LocalDate; regions: readonly string[]; indicators: readonly string[] }

/**
 * Periods for which any of the regions has cumulative figures or balances in the caller's sight on a day, newest first,
 * the demonstration's too, with what stands behind them.
 */
export const readHeldPeriods = async (
  parts: StoreParts,
  caller: Caller,
  { regions, on, indicators }: HeldPeriodQuery,
): Promise<HeldPeriod[]> => {
  const { rows } = await withCaller(parts.app, caller, (client) =>
    client.query<HeldPeriod>(
      `select f.period,
         min(case when s.concept = $5 then 2 when s.origin in ('estimate', 'computed') then 1 else 0 end) as standing
       from figure f join series s on s.city = f.city and s.id = f.series
       where f.city = $1 and f.region = any($2) and f.known_on <= $3::date and f.value is not null
         and s.accumulation in ('ytd', 'stock') and s.indicator = any($4)
       group by f.period, f.starts, f.ends order by f.ends desc, f.starts`,
      [caller.city, regions, on, indicators, DEMONSTRATION],
    ),
  )
  return rows
}
