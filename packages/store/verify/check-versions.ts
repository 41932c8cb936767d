import type { PoolClient } from 'pg'
import { streamRows } from '../chain/snapshot.ts'
import { bodyOf } from './check-chain.ts'
import type { Findings } from './findings.ts'

type VersionFault = { id: string; version: number; why: string }

// A row that was removed has its last version in _was, ending on the day its event tells. $2 holds what was removed.
const faultsSql = (table: string): string => `
  with r as (select id, day from json_to_recordset($2) as x(id text, day date)),
  v as (
    select id::text as id, version, known_from, null::date as known_to, true as live from ${table} where city = $1
    union all select id::text, version, known_from, known_to, false from ${table}_was where city = $1),
  w as (
    select id, version, known_from, known_to, live, row_number() over by_version as n,
      lead(known_from) over by_version as next_from, lead(version) over by_version is null as is_last
    from v window by_version as (partition by id order by version)),
  f as (
    select id, version, case
      when version <> n then '版本不连续：缺少第 ' || n || ' 版'
      when live and not is_last then '现行的不是最新一版'
      when live and r.id is not null then '操作记录里已清除，现行表中却仍有：绕过系统放回过'
      when is_last and not live and r.id is null then '现行的一版缺失'
      when is_last and not live and known_to is distinct from greatest(known_from, r.day) then
        '止期 ' || known_to || ' 与清除的日期 ' || r.day || ' 不符'
      when not is_last and known_to is distinct from next_from then
        '止期 ' || known_to || ' 与下一版的起期 ' || next_from || ' 不符' end as why from w left join r using (id))
  select id, version, why from f where why is not null
  union all select r.id, 0, '操作记录里有它的清除，表中却没有它' from r where not exists (select from v where v.id = r.id)
  order by id, version`

type RemovedEvent = { body: string }

/** Ids that events say were removed from a table, with the day. */
const readRemoved = async (client: PoolClient, city: string, { table, stream }: Place) => {
  const removed: { id: string; day: string }[] = []
  const kind = stream.startsWith('ledger/') ? 'entry.removed' : `${table}.removed`
  const sql = 'select body from event where city = $1 and stream = $2 and kind = $3 order by seq'
  for await (const { body: text } of streamRows<RemovedEvent>(client, {
    sql,
    params: [city, stream, kind],
    rows: 50,
  })) {
    const { ids, day } = bodyOf(text)
    if (Array.isArray(ids)) removed.push(...ids.map((id) => ({ id: String(id), day: String(day) })))
  }
  return removed
}

/** A table of versioned rows and the stream whose events vouch for it. */
export type Place = { table: string; stream: string }

/**
 * Holds the versions of a table's rows together: none lacking, the newest live unless an event removed it, each replaced
 * one ending where the next begins.
 */
export const checkVersions = async (
  client: PoolClient,
  city: string,
  place: Place,
  findings: Findings,
): Promise<void> => {
  const removed = JSON.stringify(await readRemoved(client, city, place))
  const { table } = place
  for await (const { id, version, why } of streamRows<VersionFault>(client, {
    sql: faultsSql(table),
    params: [city, removed],
  }))
    findings.differs(table, id, version === 0 ? why : `第 ${version} 版：${why}`)
}
