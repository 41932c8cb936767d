import type { PoolClient } from 'pg'
import { canonicalJson } from '../chain/jcs.ts'
import { streamRows } from '../chain/snapshot.ts'
import { bodyOf } from './check-chain.ts'
import type { Findings } from './findings.ts'

type DefinitionRow = { id: string; version: number; event_seq: number; body: string }
type DefinedEvent = { seq: number; subject: string | null; body: string }

const keyOf = (id: unknown, version: unknown): string => `${String(id)} v${String(version)}`

/** A definition is kept with its fields in their own order, which canonical text does not keep: the event tells it apart. */
const isAsDefined = (held: string, defined: unknown, order: unknown): boolean => {
  const definition = bodyOf(held)
  const fields = Object.keys((definition.fields as object | undefined) ?? {})
  return canonicalJson(definition) === canonicalJson(defined) && canonicalJson(fields) === canonicalJson(order)
}

/** Holds the definitions of ledgers to the events that defined them. */
export const checkDefinitions = async (client: PoolClient, city: string, findings: Findings): Promise<void> => {
  const { rows } = await client.query<DefinitionRow>(
    'select id, version, event_seq, body from definition where city = $1',
    [city],
  )
  const held = new Map(rows.map((row) => [keyOf(row.id, row.version), row]))
  findings.checked += rows.length
  const sql = `select seq, subject, body from event where city = $1 and stream = 'definition' and kind = 'ledger.defined' order by seq`
  for await (const { seq, subject, body: text } of streamRows<DefinedEvent>(client, {
    sql,
    params: [city],
    rows: 50,
  })) {
    const body = bodyOf(text)
    const key = keyOf(subject, body.version)
    const row = held.get(key)
    held.delete(key)
    if (!row) findings.differs('definition', key, '台账定义缺失：绕过系统删除过')
    else if (row.event_seq !== seq || !isAsDefined(row.body, body.definition ?? null, body.order ?? null))
      findings.differs('definition', key, '台账定义与操作记录不符：绕过系统改动过')
  }
  for (const key of held.keys()) findings.differs('definition', key, '操作记录里没有这一版台账定义')
}
