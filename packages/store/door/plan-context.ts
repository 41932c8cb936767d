import { Problem } from '@yundiao/kernel'
import type { PoolClient } from 'pg'
import type { Caller } from './caller.ts'
import type { Row } from './changes.ts'
import type { Reference } from './reference.ts'

/** What planning a change may look at: who acts, the reference, and the rows read and locked for it. */
export type PlanContext = {
  caller: Caller
  reference: Reference
  /** table → id → row as JSON. */
  locked: ReadonlyMap<string, ReadonlyMap<string, Row>>
  newId: () => string
  /** The instant of the commit, `…Z` with milliseconds. */
  at: string
  /** The locked row, held against the version the writer saw. */
  current: (table: string, id: string, version: number) => Row
}

export type Need = { table: string; ids: readonly string[]; lock: boolean }

const isUuidTable = (table: string): boolean => table.startsWith('l_')

/** Reads rows by id, locking those that will be replaced, in one order for everybody so that commits cannot deadlock. */
export const readNeeds = async (
  client: PoolClient,
  city: string,
  needs: readonly Need[],
): Promise<Map<string, Map<string, Row>>> => {
  const byTable = new Map<string, { ids: Set<string>; lock: boolean }>()
  for (const need of needs) {
    const entry = byTable.get(need.table) ?? { ids: new Set<string>(), lock: false }
    for (const id of need.ids) entry.ids.add(id)
    byTable.set(need.table, { ids: entry.ids, lock: entry.lock || need.lock })
  }
  const found = new Map<string, Map<string, Row>>()
  for (const table of [...byTable.keys()].sort()) {
    const entry = byTable.get(table)
    if (!entry) continue
    const { rows } = await client.query<{ row: string }>(
      `select row_to_json(t)::text as row from ${table} t where city = $1 and id = any($2::${isUuidTable(table) ? 'uuid' : 'text'}[])
       order by id ${entry.lock ? 'for update' : ''}`,
      [city, [...entry.ids]],
    )
    found.set(table, new Map(rows.map(({ row }) => parseRow(row))))
  }
  return found
}

const parseRow = (text: string): [string, Row] => {
  const row = JSON.parse(text) as Row
  return [String(row.id), row]
}

export const currentRow =
  (locked: PlanContext['locked']) =>
  (table: string, id: string, version: number): Row => {
    const row = locked.get(table)?.get(id)
    if (!row) throw new Problem('not-found', '没有找到这条记录，或无权查看', { id })
    if (row.version !== version)
      throw new Problem('version.stale', '这条内容刚被他人更新过，请刷新后在新内容上修改，您填写的内容未提交', {
        id,
        yours: version,
        current: Number(row.version),
      })
    return row
  }
