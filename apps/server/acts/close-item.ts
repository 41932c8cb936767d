import type { ClosureKind } from '@yundiao/directives'
import { Problem } from '@yundiao/kernel'
import type { Caller, RecordValues, Store } from '@yundiao/store'
import { CLOSURE_LABELS } from '../views/directive-words.ts'
import { readItemRecord } from '../views/item.ts'
import type { ItemRecord } from '../views/item-facts.ts'
import { readLinkedEntries, readLinks } from '../views/movements.ts'
import { readNames } from '../views/names.ts'
import { refuseClosed } from './change-item.ts'
import { refuseBlocked } from './refuse-blocked.ts'
import { optionalDay } from './require-day.ts'

export type Evidence = {
  /** 文号 of the document delivered. */
  number?: string | null | undefined
  date?: string | null | undefined
  /** Id of a stored file. */
  file?: string | null | undefined
  /** The leader who decided. */
  leader?: string | null | undefined
  note?: string | null | undefined
}

export type Closing = { version: number; kind: ClosureKind; evidence: Evidence }

const lacking = (kind: ClosureKind, what: string): Problem =>
  new Problem('closure.no-evidence', `${CLOSURE_LABELS[kind]}办结缺依据：${what}`, { kind })

const evidenceOfFigure = async (store: Store, caller: Caller, item: ItemRecord): Promise<string> => {
  const links = await readLinks(store, caller, [item.id], caller.today)
  const refs = links.flatMap((link) => (link.figure === null ? [] : [link.figure]))
  for (const ref of refs)
    if (item.measure !== null && (await store.passport(caller, ref, caller.today)))
      return `指标 ${ref}，${item.measure}`
  throw lacking(
    'figure',
    item.measure === null ? '量化目标待明确，请先填写再关联达到目标的指标数据' : '请先关联达到目标的指标数据',
  )
}

const evidenceOfLedger = async (store: Store, caller: Caller, item: ItemRecord): Promise<string> => {
  const links = await readLinks(store, caller, [item.id], caller.today)
  const names = await readNames(store, caller)
  const entries = await readLinkedEntries(store, caller, links, { on: caller.today, names })
  const moved = entries.find(({ changes }) => changes.length > 0)
  // Whoever sees the item reads this, so the row's own words stay in the ledger.
  if (moved) return `关联的台账记录自关联以来变更${moved.changes.length}次，见第${moved.row.version}版`
  throw lacking(
    'ledger',
    links.some((link) => link.entry !== null) ? '关联的台账记录自关联以来没有变化' : '请先关联台账记录',
  )
}

const evidenceOfProduct = async (store: Store, caller: Caller, { number, date, file }: Evidence): Promise<string> => {
  const day = optionalDay('文件日期', date)
  if (number?.trim() && day) return `${number.trim()}，${day}`
  const stored = file ? await store.record(caller, 'file', file) : null
  if (stored) return `成果文件，校验码 ${stored.sha256.slice(0, 8).toUpperCase()}`
  throw lacking('product', '请填写文号和日期，或附上成果文件')
}

const evidenceOfDecision = (caller: Caller, { leader, date }: Evidence): string => {
  const day = optionalDay('审定日期', date)
  if (day && day > caller.today)
    throw new Problem('day.invalid', `审定日期 ${day} 晚于业务日期 ${caller.today}，请核对`, { field: 'date' })
  if (leader?.trim() && day) return `${leader.trim()} ${day} 审定`
  throw lacking('decision', '请填写审定的市领导和日期')
}

const evidenceWords = async (
  store: Store,
  caller: Caller,
  item: ItemRecord,
  { kind, evidence }: Closing,
): Promise<string> => {
  switch (kind) {
    case 'figure':
      return evidenceOfFigure(store, caller, item)
    case 'ledger':
      return evidenceOfLedger(store, caller, item)
    case 'product':
      return evidenceOfProduct(store, caller, evidence)
    case 'decision':
      return evidenceOfDecision(caller, evidence)
    case 'standing':
      return '转入定期报送'
  }
}

const outcomeOf = (caller: Caller, kind: ClosureKind): RecordValues =>
  kind === 'standing'
    ? { closureKind: kind, state: '长期坚持' }
    : { closureKind: kind, state: '已办结', closedOn: caller.today, closedBy: caller.name }

/**
 * Closes an item on evidence of its kind; the evidence stands in the record of the act. A standing item is not closed: it
 * moves to regular reporting. Throws Problem closure.no-evidence, state.illegal when it is closed already.
 */
export const closeItem = async (store: Store, caller: Caller, id: string, asked: Closing): Promise<void> => {
  const item = await readItemRecord(store, caller, id, caller.today)
  refuseClosed(item)
  if (item.state === '长期坚持' && asked.kind === 'standing')
    throw new Problem('state.illegal', `${item.number} 已转为长期坚持，无需再办`, { item: id })
  const { number, leader, note } = asked.evidence
  await refuseBlocked(store, caller, { 文号: number, 审定人: leader, 说明: note })
  const words = await evidenceWords(store, caller, item, asked)
  const said = note?.trim() ? `；${note.trim()}` : ''
  await store.commit(caller, [
    {
      do: 'change',
      table: 'item',
      id,
      version: asked.version,
      set: outcomeOf(caller, asked.kind),
      note: `办结依据（${CLOSURE_LABELS[asked.kind]}）：${words}${said}`,
    },
  ])
}
