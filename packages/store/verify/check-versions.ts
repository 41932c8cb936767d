import type { PoolClient } from 'pg'
import { streamRows } from '../chain/snapshot.ts'
import type { Findings } from './findings.ts'

type VersionFault = { id: string; version: number; why: string }

const faultsSql = (table: string): string => `
  with v as (
    select id::text as id, version, known_from, null::date as known_to, true as live from ${table} where city = $1
    union all select id::text, version, known_from, known_to, false from ${table}_was where city = $1),
  w as (
    select id, version, known_to, live, row_number() over by_version as n, lead(known_from) over by_version as next_from,
      lead(version) over by_version is null as is_last from v window by_version as (partition by id order by version)),
  f as (
    select id, version, case
      when version <> n then '版本不连续：缺少第 ' || n || ' 版'
      when live and not is_last then '现行的不是最新一版'
      when is_last and not live then '现行的一版缺失'
      when not live and known_to is distinct from next_from then
        '止期 ' || known_to || ' 与下一版的起期 ' || next_from || ' 不符' end as why from w)
  select id, version, why from f where why is not null order by id, version`

/** Holds the versions of a table's rows together: none lacking, the newest live, each replaced one ending where the next begins. */
export const checkVersions = async (
  client: PoolClient,
  city: string,
  table: string,
  findings: Findings,
): Promise<void> => {
  for await (const { id, version, why } of streamRows<VersionFault>(client, { sql: faultsSql(table), params: [city] }))
    findings.differs(table, id, `第 ${version} 版：${why}`)
}
