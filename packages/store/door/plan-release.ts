import { parseFigureRef, printSeries } from '@yundiao/figures'
import { Problem } from '@yundiao/kernel'
import type { PoolClient } from 'pg'
import type { Change, Planned } from './changes.ts'
import { type Held, instantOf, movedBy, type ReleaseMove } from './figure-days.ts'
import type { PlanContext } from './plan-context.ts'
import { openRegionsOf, refuseEmbargoedStranger } from './plan-figures.ts'
import { requireRegion, requireReleaseRight } from './rights.ts'
import { isOpenRegion, regionScopes } from './scopes.ts'
import { seriesFor } from './series-rows.ts'

type Release = Extract<Change, { do: 'release' }>
type Address = NonNullable<ReturnType<typeof parseFigureRef>>

const addressesOf = (refs: Release['refs']): Address[] =>
  refs.map((ref) => {
    const address = parseFigureRef(ref)
    if (!address) throw new Problem('input.invalid', `数据引用 ${ref} 写法不对`, { ref })
    return address
  })

type Key = { series: number; region: string; period: string; vintage: number }
type HeldKey = Key & Held

const KEYS = `json_to_recordset($2) as k(series int, region text, period text, vintage int, release_at timestamptz, release_on date, opened_on date, until date, locked boolean, open boolean)`
const SAME = `f.city = $1 and f.series = k.series and f.region = k.region and f.period = k.period`

const heldRows = async (client: PoolClient, city: string, keys: readonly Key[]): Promise<HeldKey[]> => {
  const { rows } = await client.query<HeldKey>(
    `select f.series, f.region, f.period, f.vintage, f.known_on, f.release_at, f.release_on, f.opened_on
     from figure f join ${KEYS} on ${SAME} and f.vintage = k.vintage for update of f`,
    [city, JSON.stringify(keys)],
  )
  if (rows.length !== keys.length)
    throw new Problem('not-found', `${keys.length} 个数里只找到 ${rows.length} 个，未作改动；请刷新后重试`)
  return rows
}

/** Vintages of one figure come into their states one after another: in each round at most one of a figure, the older first. */
const roundsOf = <T extends Key>(keys: readonly T[]): T[][] => {
  const rounds: T[][] = []
  const taken = new Map<string, number>()
  for (const key of [...keys].sort((x, y) => x.vintage - y.vintage)) {
    const slot = `${key.series}|${key.region}|${key.period}`
    const round = taken.get(slot) ?? 0
    taken.set(slot, round + 1)
    rounds[round] = [...(rounds[round] ?? []), key]
  }
  return rounds
}

/** Moves figures on to approved or released; a released figure of an open region is readable by everybody. */
export const planRelease = async (client: PoolClient, context: PlanContext, change: Release): Promise<Planned> => {
  requireReleaseRight(context.caller, change.state)
  const { caller } = context
  const refs = [...new Set(change.refs)]
  const addresses = addressesOf(refs)
  const releaseAt = change.at === undefined ? context.at : instantOf(change.at)
  const move: ReleaseMove = { at: context.at, today: caller.today, releaseAt, state: change.state }
  for (const { region } of addresses) requireRegion(caller, region)
  refuseEmbargoedStranger(
    context,
    addresses.map(({ series }) => series.indicator),
    releaseAt,
  )
  const series = await seriesFor(
    client,
    caller.city,
    addresses.map((address) => ({ series: address.series, unit: null })),
  )
  const keys = addresses.map(
    ({ series: key, region, period, vintage }): Key => ({
      series: series({ series: key, unit: null }).id,
      region,
      period,
      vintage,
    }),
  )
  const held = await heldRows(client, caller.city, keys)
  const next = held.map((row) => ({
    ...row,
    ...movedBy(move, row),
    locked: row.release_at > context.at,
    open: change.state === 'released' && isOpenRegion(context.reference.tree, caller.city, row.region),
  }))
  return {
    events: [
      {
        stream: 'release',
        kind: `figure.${change.state}`,
        subject: refs.length === 1 ? (refs[0] ?? null) : null,
        scopes: [
          ...new Set(keys.flatMap((key) => regionScopes(context.reference.tree, caller.city, key.region))),
        ].sort(),
        body: {
          refs,
          series: [...new Set(addresses.map((one) => printSeries(one.series)))],
          state: change.state,
          at: releaseAt,
          day: caller.today,
          ...openRegionsOf(
            context,
            change.state,
            keys.map((key) => key.region),
          ),
        },
        follows: 'figure',
        rows: [],
      },
    ],
    inserts: [],
    replacements: [],
    before: roundsOf(next).flatMap((round) => releaseStatements([caller.city, JSON.stringify(round)], change.state)),
    outcome: { do: 'release', released: next.length },
  }
}

/** The vintage before ends when this one comes into sight; the one opened before ends when this one is opened. */
const releaseStatements = (params: readonly unknown[], state: Release['state']): Planned['before'] => [
  {
    sql: `update figure f set known_to = k.until from ${KEYS} where ${SAME} and f.vintage = k.vintage - 1 and k.locked`,
    params,
  },
  {
    sql: `update figure f set open_to = k.until from ${KEYS} where ${SAME} and f.vintage < k.vintage
      and k.opened_on is not null and f.opened_on is not null and (f.open_to = 'infinity' or k.locked and f.open_to > k.opened_on)`,
    params,
  },
  {
    sql: `update passport p set release_at = k.release_at, scopes = case when k.open and not p.scopes @> '{p}' then p.scopes || '{p}' else p.scopes end
      from figure f join ${KEYS} on ${SAME} and f.vintage = k.vintage where p.city = $1 and p.id = f.passport`,
    params,
  },
  {
    sql: `update figure f set state = $3, release_at = k.release_at, release_on = k.release_on, opened_on = k.opened_on
      from ${KEYS} where ${SAME} and f.vintage = k.vintage`,
    params: [...params, state],
  },
  {
    sql: `update figure_slot f set state = $3, release_at = k.release_at from ${KEYS} where ${SAME}`,
    params: [...params, state],
  },
]
