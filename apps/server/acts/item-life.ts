import { Problem } from '@yundiao/kernel'
import type { Caller, RecordValues, Store } from '@yundiao/store'
import { readItemRecord } from '../views/item.ts'
import { factOfItem, type ItemRecord, judgedBy, readProgress } from '../views/item-facts.ts'
import { refuseClosed } from './change-item.ts'
import { shareAnew } from './item-children.ts'
import { readUnits } from './item-units.ts'
import { refuseBlocked } from './refuse-blocked.ts'
import { optionalDay, requireDay } from './require-day.ts'

type Versioned = { version: number }

const illegal = (item: ItemRecord, words: string): Problem =>
  new Problem('state.illegal', `${item.number} ${words}`, { item: item.id })

type Step = { set: RecordValues; note: string; shares?: boolean }

/** One act on an item: read, judged by `step`, written with its sentence in one commit. */
const act = async (
  store: Store,
  caller: Caller,
  { id, version }: Versioned & { id: string },
  step: (item: ItemRecord) => Step | Promise<Step>,
): Promise<void> => {
  const item = await readItemRecord(store, caller, id, caller.today)
  const { set, note, shares } = await step(item)
  await refuseBlocked(store, caller, { 理由: note })
  await store.commit(caller, [
    { do: 'change', table: 'item', id, version, set, note },
    ...(shares ? await shareAnew(store, caller, id) : []),
  ])
}

export type Extension = Versioned & { to: string; approver: string; reason: string }

/** 延期: approved by somebody, to a later day, for a reason. The words and the day of the basis stay. */
export const extendItem = (store: Store, caller: Caller, id: string, asked: Extension): Promise<void> =>
  act(store, caller, { id, version: asked.version }, (item) => {
    refuseClosed(item)
    const to = requireDay('延期至', asked.to)
    const due = item.extendedTo ?? item.deadline
    if (due === null) throw illegal(item, '完成时限待明确，请先填写时限，再办延期')
    if (to <= due)
      throw new Problem('day.invalid', `延期至 ${to} 不晚于现时限 ${due}，请改为更晚的日期`, { field: 'to' })
    const [extendedBy, extendReason] = [asked.approver.trim(), asked.reason.trim()]
    return {
      set: { extendedTo: to, extendedBy, extendReason },
      note: `延期：${due} → ${to}，${extendedBy}批准，${extendReason}`,
    }
  })

/** 暂缓 from today, for a reason: the calendar stops until 恢复. */
export const pauseItem = (
  store: Store,
  caller: Caller,
  id: string,
  asked: Versioned & { reason: string; approver: string },
): Promise<void> =>
  act(store, caller, { id, version: asked.version }, (item) => {
    refuseClosed(item)
    if (item.state === '暂缓') throw illegal(item, `已于 ${item.pausedOn ?? '此前'} 暂缓，无需再办`)
    const pauseReason = `${asked.approver.trim()}批准，${asked.reason.trim()}`
    return { set: { state: '暂缓', pausedOn: caller.today, pauseReason }, note: `暂缓：${pauseReason}` }
  })

/** 恢复: what was put off goes on. Its deadline is not moved: that is 延期. */
export const resumeItem = (
  store: Store,
  caller: Caller,
  id: string,
  asked: Versioned & { reason: string },
): Promise<void> =>
  act(store, caller, { id, version: asked.version }, (item) => {
    if (item.state !== '暂缓') throw illegal(item, '没有暂缓，无需恢复')
    return { set: { state: '未评', pausedOn: null, pauseReason: null }, note: `恢复：${asked.reason.trim()}` }
  })

/** 改办: another unit takes the lead; the one before stays in the life of the item. */
export const reassignItem = (
  store: Store,
  caller: Caller,
  id: string,
  asked: Versioned & { leadUnit: string; reason: string },
): Promise<void> =>
  act(store, caller, { id, version: asked.version }, async (item) => {
    refuseClosed(item)
    const units = await readUnits(store, caller)
    const lead = units.chosen('牵头单位', asked.leadUnit)
    if (lead === item.leadUnit)
      throw new Problem('input.invalid', '改办前后是同一个牵头单位，请另选', { field: 'leadUnit' })
    const assistUnits = (item.assistUnits ?? []).filter((unit) => unit !== lead)
    return {
      set: { leadUnit: lead, assistUnits, region: units.regionOf(lead) },
      note: `改办：${asked.reason.trim()}`,
      shares: true,
    }
  })

export type Check = Versioned & { kind: string; words: string; on?: string | null | undefined }

/** 核查 of a closed item by the supervision office; it ends in 已销号. */
export const checkItem = (store: Store, caller: Caller, id: string, asked: Check): Promise<void> =>
  act(store, caller, { id, version: asked.version }, (item) => {
    if (item.state === '已销号') throw illegal(item, `已于 ${item.checkedOn ?? '此前'} 核查销号，无需再办`)
    if (item.closedOn === null) throw illegal(item, '尚未办结，请先办结再核查销号')
    const on = optionalDay('核查日期', asked.on) ?? caller.today
    if (on > caller.today || on < item.closedOn)
      throw new Problem('day.invalid', `核查日期 ${on} 应在办结日 ${item.closedOn} 至 ${caller.today} 之间`, {
        field: 'on',
      })
    const [checkKind, checkWords] = [asked.kind.trim(), asked.words.trim()]
    return {
      set: { state: '已销号', checkedOn: on, checkKind, checkWords },
      note: `核查销号：${checkKind}，${checkWords}`,
    }
  })

/** 重新督办: what was closed is taken up again, for a reason. What it was closed on stays in its life. */
export const reopenItem = (
  store: Store,
  caller: Caller,
  id: string,
  asked: Versioned & { reason: string },
): Promise<void> =>
  act(store, caller, { id, version: asked.version }, async (item) => {
    const judged = judgedBy(await readProgress(store, caller, [id], caller.today), caller.today)(factOfItem(item))
    if (item.closedOn === null && item.state !== '已销号' && item.state !== '长期坚持')
      throw illegal(item, `现为“${judged.state}”，尚未办结，无需重新督办`)
    const cleared = [
      'closedOn',
      'closedBy',
      'evidence',
      'approver',
      'evidenceFile',
      'checkedOn',
      'checkKind',
      'checkWords',
    ]
    const standing = item.state === '长期坚持' ? { closureKind: null } : {}
    const blank = Object.fromEntries(cleared.map((field) => [field, null]))
    return { set: { ...blank, ...standing, state: '未评' }, note: `重新督办：${asked.reason.trim()}` }
  })
