import { isCleared, Problem, type Sensitivity } from '@yundiao/kernel'
import { columnName, fieldOf, isSealed, tableName } from '@yundiao/ledgers'
import type { Caller } from '../door/caller.ts'
import { commit } from '../door/commit.ts'
import { definitionOf } from '../door/plan-entries.ts'
import { requireLedgerRight } from '../door/rights.ts'
import type { StoreParts } from '../door/store-parts.ts'
import { withCaller } from '../door/with-caller.ts'

type Ask = { ledger: string; id: string; field: string; reason: string }

const requireClearance = (caller: Caller, sensitivity: Sensitivity, label: string): void => {
  if (!isCleared(caller.clearance, sensitivity)) throw new Problem('right.missing', `当前账号不能查看“${label}”`)
}

/**
 * Opens one personal value of one entry. A reason is demanded and the reveal is an event before the value is given.
 * Throws Problem right.missing, input.invalid, not-found.
 */
export const reveal = async (parts: StoreParts, caller: Caller, ask: Ask): Promise<string | null> => {
  requireLedgerRight(caller, ask.ledger, 'read')
  if (ask.reason.trim().length < 2) throw new Problem('input.invalid', '请写明查看个人信息的事由，再查看')
  const sealed = await withCaller(parts.app, caller, async (client, heads) => {
    const definition = definitionOf(await parts.reference(caller.city, heads), ask.ledger)
    const field = fieldOf(definition, ask.field)
    if (!field || !isSealed(field)) throw new Problem('not-found', `没有加密字段 ${ask.field}`)
    requireClearance(caller, field.sensitivity, field.label)
    const { rows } = await client.query<{ value: string | null }>(
      `select ${columnName(ask.field)} as value from ${tableName(definition)} where city = $1 and id = $2`,
      [caller.city, ask.id],
    )
    const [row] = rows
    if (!row) throw new Problem('not-found', '没有找到这条记录，或无权查看', { id: ask.id })
    return row.value
  })
  await commit(parts, caller, [
    {
      do: 'note',
      stream: 'access',
      kind: 'personal.revealed',
      subject: ask.id,
      body: { ledger: ask.ledger, field: ask.field, reason: ask.reason.trim() },
    },
  ])
  return sealed === null ? null : parts.seal.open(ask.ledger, ask.field, sealed)
}
