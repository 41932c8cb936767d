import { quoted } from '@yundiao/ledgers'
import type { PoolClient } from 'pg'
import { streamRows } from '../chain/snapshot.ts'
import type { RowVersion } from '../chain/state-check.ts'
import type { Row } from '../door/changes.ts'
import { canonicalRow } from '../door/versioned.ts'
import type { RowTable } from './row-tables.ts'

type VersionRow = { table: string; event_seq: number; leaf_no: number; leaf: Buffer; row: string }

const versionsSql = ({ table, columns }: RowTable): string => {
  const list = columns.map(quoted)
  const names = [...list, 'event_seq', 'leaf_no', 'leaf'].join(', ')
  return `select '${table}' as table, event_seq, leaf_no, leaf,
      (select row_to_json(c)::text from (select ${list.map((name) => `v.${name}`).join(', ')}) c) as row
    from (select ${names} from ${table} where city = $1 union all select ${names} from ${table}_was where city = $1) v`
}

/** Every version of every row whose event is in one stream, live and replaced, as the events come. */
export async function* readRowVersions(
  client: PoolClient,
  city: string,
  tables: readonly RowTable[],
): AsyncGenerator<RowVersion> {
  if (tables.length === 0) return
  const sql = `${tables.map(versionsSql).join(' union all ')} order by event_seq, leaf_no`
  for await (const { table, event_seq, leaf_no, leaf, row } of streamRows<VersionRow>(client, { sql, params: [city] }))
    yield { eventSeq: event_seq, leafNo: leaf_no, leaf, canonical: canonicalRow(table, JSON.parse(row) as Row) }
}
