import { Problem } from '@yundiao/kernel'
import type { PoolClient } from 'pg'
import { RECORD_TABLES } from '../schema/record-tables.ts'
import { chainEvents, lockHeads } from './append.ts'
import type { Caller } from './caller.ts'
import type { Change, Outcome, Planned } from './changes.ts'
import { currentRow, type Need, type PlanContext, readNeeds } from './plan-context.ts'
import { entryNeeds, planAmend, planEnter } from './plan-entries.ts'
import { planReport } from './plan-figures.ts'
import { planNote } from './plan-note.ts'
import { planAdd, planChange, recordNeeds } from './plan-records.ts'
import { planRelease } from './plan-release.ts'
import type { StoreParts } from './store-parts.ts'
import { uuidV7 } from './uuid-v7.ts'
import { type Head, withCaller } from './with-caller.ts'
import { eventStatements, headStatement, insertStatements, replaceStatements, runTogether } from './write-rows.ts'

const RETRIES = 3
const DEADLOCK = '40P01'

const needsOf = (context: { reference: PlanContext['reference'] }, change: Change): readonly Need[] => {
  switch (change.do) {
    case 'add':
    case 'change':
      return recordNeeds(change)
    case 'enter':
    case 'amend':
      return entryNeeds(context.reference, change)
    case 'report':
    case 'release':
    case 'note':
      return []
  }
}

const planOf = async (
  client: PoolClient,
  context: PlanContext,
  parts: StoreParts,
  change: Change,
): Promise<Planned> => {
  switch (change.do) {
    case 'add':
      return planAdd(context, change)
    case 'change':
      return planChange(context, change)
    case 'enter':
      return planEnter(context, parts, change)
    case 'amend':
      return planAmend(context, parts, change)
    case 'report':
      return planReport(client, context, change)
    case 'release':
      return planRelease(client, context, change)
    case 'note':
      return planNote(context, change)
  }
}

/** The streams a change appends to; a release also holds that of figures, so that the two come in one order. */
const streamsOf = (change: Change): readonly string[] => {
  switch (change.do) {
    case 'add':
    case 'change':
      return [RECORD_TABLES[change.table].stream]
    case 'enter':
    case 'amend':
      return [`ledger/${change.ledger}`]
    case 'report':
      return ['figure']
    case 'release':
      return ['figure', 'release']
    case 'note':
      return [change.stream]
  }
}

type Work = { client: PoolClient; caller: Caller; parts: StoreParts; at: string; heads: Map<string, Head> }

/** Sends all statements of a commit at once. The first fault is the one that is told. */
const write = ({ client, caller, parts, at, heads }: Work, plans: readonly Planned[]): Promise<unknown> => {
  const drafts = plans.flatMap((plan) => plan.events)
  const { events, heads: moved } = chainEvents(caller.city, caller.id, at, parts.alg, heads, drafts)
  const before = plans.flatMap((plan) => plan.before).map(({ sql, params }) => client.query(sql, [...params]))
  const together = runTogether(client, [
    ...plans.flatMap((plan) =>
      plan.replacements.flatMap(({ table, rows }) => replaceStatements(table, rows, caller.city, caller.today)),
    ),
    ...plans.flatMap((plan) => plan.inserts.flatMap(({ table, rows }) => insertStatements(table, rows))),
    ...eventStatements(events),
    ...(moved.length > 0 ? [headStatement(moved, caller.city)] : []),
  ])
  return Promise.all([...before, together])
}

const refuseTwice = (changes: readonly Change[]): void => {
  const seen = new Set<string>()
  for (const change of changes) {
    if (change.do !== 'change' && change.do !== 'amend') continue
    const key = `${change.do === 'change' ? change.table : change.ledger}/${change.id}`
    if (seen.has(key))
      throw new Problem('input.invalid', `同一次提交里两次修改了 ${change.id}，请合并为一次`, { id: change.id })
    seen.add(key)
  }
}

const attempt = async (parts: StoreParts, caller: Caller, changes: readonly Change[]): Promise<Outcome[]> => {
  const streams = [...new Set(changes.flatMap(streamsOf))].sort()
  return withCaller(
    parts.app,
    caller,
    async (client, cached, locked, last) => {
      const reference = await parts.reference(caller.city, cached)
      const isNew = streams.some((stream) => !locked.has(stream))
      const heads = isNew ? await lockHeads(client, caller.city, streams) : locked
      const rows = await readNeeds(
        client,
        caller.city,
        changes.flatMap((change) => needsOf({ reference }, change)),
      )
      const now = parts.now()
      const context: PlanContext = {
        caller,
        reference,
        locked: rows,
        newId: () => uuidV7(now.getTime()),
        at: now.toISOString(),
        current: currentRow(rows),
      }
      const plans: Planned[] = []
      for (const change of changes) {
        const plan = await planOf(client, context, parts, change)
        plans.push(plan)
        // What hangs on a record of this commit is planned against the record as it will be.
        for (const { table, rows: next } of [...plan.inserts, ...plan.replacements])
          for (const row of next) rows.get(table)?.set(String(row.id), row)
      }
      last(write({ client, caller, parts, at: context.at, heads }, plans))
      return plans.map((plan) => plan.outcome)
    },
    { append: streams },
  )
}

const asProblem = (error: unknown): unknown => {
  const { code, constraint } = error as { code?: string; constraint?: string }
  if (code === '23505' && constraint === 'figure_pkey')
    return new Problem('right.missing', '该数正处于发布前限定阅知，您不在名单上，不能报送新的一版')
  if (code === '23505' && constraint)
    return new Problem('duplicate', `已有相同的登记（${constraint.replaceAll('_', ' ')}），请查重后再报`, {
      constraint,
    })
  if (code === '42501') return new Problem('right.missing', '当前账号无权写入这个位置的数据')
  if (code === '53100') return new Problem('database.unavailable', '磁盘已满，本次未写入任何内容。请清理空间后重试')
  return error
}

/**
 * The only way to change state. One transaction checks rights, writes rows with optimistic versions, copies replaced
 * rows to `_was`, and appends events to the chain; on any fault nothing is written.
 * Throws Problem: right.missing, version.stale, not-found, input.invalid, name.blocked, duplicate, and those of figures.
 */
export const commit = async (parts: StoreParts, caller: Caller, changes: readonly Change[]): Promise<Outcome[]> => {
  refuseTwice(changes)
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt(parts, caller, changes)
    } catch (error) {
      if ((error as { code?: string }).code === DEADLOCK && tries < RETRIES) continue
      throw asProblem(error)
    }
  }
}
