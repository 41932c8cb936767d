import { Problem } from '@yundiao/kernel'
import { type LedgerDefinition, planLedger, tableName } from '@yundiao/ledgers'
import type { PoolClient } from 'pg'
import { chainEvents, lockHeads } from '../door/append.ts'
import type { Caller } from '../door/caller.ts'
import type { Json } from '../door/changes.ts'
import type { StoreParts } from '../door/store-parts.ts'
import { headStatement, insertStatements, runTogether } from '../door/write-rows.ts'
import { regram } from './regram.ts'

const latest = async (client: PoolClient, city: string, id: string) => {
  const { rows } = await client.query<{ version: number; body: string }>(
    `select version, body from definition where city = $1 and id = $2 order by version desc limit 1`,
    [city, id],
  )
  const [row] = rows
  return row ? { version: row.version, definition: JSON.parse(row.body) as LedgerDefinition } : null
}

/** The table of a ledger is shared by all cities of a database: its DDL runs for the first city only. */
const tableExists = async (client: PoolClient, table: string): Promise<boolean> => {
  const { rows } = await client.query<{ found: string | null }>('select to_regclass($1)::text as found', [table])
  return rows[0]?.found !== null && rows[0] !== undefined
}

const record = async (
  client: PoolClient,
  parts: StoreParts,
  caller: Caller,
  next: LedgerDefinition,
  version: number,
  statements: readonly string[],
): Promise<void> => {
  // The row keeps the order of the fields, which is the order of the sheet; canonical text would sort it away.
  const row = { city: caller.city, id: next.id, version, body: JSON.stringify(next) }
  const heads = await lockHeads(client, caller.city, ['definition'])
  const { events, heads: moved } = chainEvents(caller.city, caller.id, parts.now().toISOString(), parts.alg, heads, [
    {
      stream: 'definition',
      kind: 'ledger.defined',
      subject: next.id,
      scopes: [`r:${caller.city}`],
      body: {
        definition: next as unknown as Json,
        order: Object.keys(next.fields),
        version,
        statements: [...statements],
      },
      rows: [],
    },
  ])
  await runTogether(client, [
    ...insertStatements('event', events),
    headStatement(moved, caller.city),
    ...insertStatements('definition', [{ ...row, event_seq: Number(events[0]?.seq ?? 0) }]),
  ])
}

/**
 * Defines a ledger or changes its definition: the difference to the last version becomes DDL in one transaction, with a
 * definition row and an event. The same definition again does nothing. Runs as the owner of the tables.
 * Throws Problem definition.invalid, definition.destructive, right.missing.
 */
export const defineLedger = async (
  parts: StoreParts,
  caller: Caller,
  next: LedgerDefinition,
): Promise<{ version: number; changed: boolean }> => {
  if (caller.role !== 'system' && caller.role !== 'administrator')
    throw new Problem('right.missing', '只有管理员可以设计台账')
  const client = await parts.owner.connect()
  try {
    await client.query('begin')
    await client.query(`select pg_advisory_xact_lock(hashtext('yd.definition'))`)
    const previous = await latest(client, caller.city, next.id)
    if (previous && JSON.stringify(previous.definition) === JSON.stringify(next)) {
      await client.query('rollback')
      return { version: previous.version, changed: false }
    }
    const plan = planLedger(previous?.definition ?? null, next)
    if (plan.kind === 'invalid')
      throw new Problem('definition.invalid', `台账定义有误：${plan.faults.map((one) => one.message).join('；')}`, {
        ledger: next.id,
      })
    if (plan.kind === 'destructive')
      throw new Problem('definition.destructive', `改动会丢失数据，未执行：${plan.why.join('；')}`, { ledger: next.id })
    const skip = previous === null && (await tableExists(client, tableName(next)))
    for (const statement of skip ? [] : plan.statements) await client.query(statement)
    const version = (previous?.version ?? 0) + 1
    if (plan.regram) await regram(client, caller.city, next)
    await record(client, parts, caller, next, version, plan.statements)
    await client.query('commit')
    return { version, changed: true }
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}
