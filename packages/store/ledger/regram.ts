import { columnName, fromColumn, gramsOf, isSealed, type LedgerDefinition, tableName } from '@yundiao/ledgers'
import type { PoolClient } from 'pg'
import type { Row } from '../door/changes.ts'

const BATCH = 1000

const valuesOf = (definition: LedgerDefinition, row: Row) =>
  Object.fromEntries(
    Object.entries(definition.fields)
      .filter(([, field]) => !isSealed(field))
      .map(([name, field]) => [name, fromColumn(field, row[columnName(name)])]),
  )

/** Makes the grams of every row again after the searchable fields changed. Grams are derived: no version, no event. */
export const regram = async (client: PoolClient, city: string, definition: LedgerDefinition): Promise<void> => {
  const table = tableName(definition)
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await client.query<{ row: string }>(
      `select row_to_json(t)::text as row from ${table} t where city = $1 and id > $2 order by id limit ${BATCH}`,
      [city, after],
    )
    if (rows.length === 0) return
    const made = rows
      .map(({ row }) => JSON.parse(row) as Row)
      .map((row) => ({ id: String(row.id), grams: gramsOf(definition, valuesOf(definition, row)) }))
    await client.query(
      `update ${table} t set grams = n.grams from json_populate_recordset(null::${table}, $2) n where t.city = $1 and t.id = n.id`,
      [city, JSON.stringify(made)],
    )
    after = made.at(-1)?.id ?? after
  }
}
