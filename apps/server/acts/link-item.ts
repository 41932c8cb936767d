import { parseFigureRef } from '@yundiao/figures'
import { Problem } from '@yundiao/kernel'
import type { Caller, RecordValues, Store } from '@yundiao/store'
import { readItemRecord } from '../views/item.ts'
import { readLinks } from '../views/movements.ts'
import { openLedger } from '../views/open-ledger.ts'
import { refuseClosed } from './change-item.ts'
import { refuseBlocked } from './refuse-blocked.ts'

export type NewLink = { ledger: string; entry: string } | { figure: string }

/** What is linked, with the version it had: what is done to it later is the item's change. */
const entryValues = async (store: Store, caller: Caller, ledger: string, entry: string): Promise<RecordValues> => {
  await openLedger(store, caller, ledger)
  const row = await store.entry(caller, ledger, entry, caller.today)
  if (!row) throw new Problem('not-found', '台账里没有这一行，或无权查看，请重新选择', { ledger, entry })
  return { ledger, entry: row.id, entryVersion: row.version }
}

const figureValues = async (store: Store, caller: Caller, ref: string): Promise<RecordValues> => {
  if (!parseFigureRef(ref)) throw new Problem('input.invalid', `数据引用 ${ref} 写法不对，请从页面上选数`, { ref })
  if (!(await store.passport(caller, ref, caller.today)))
    throw new Problem('not-found', '没有这个数，或无权查看，请重新选择', { ref })
  return { figure: ref }
}

/** 关联 a ledger entry or a figure to an open item. Throws Problem duplicate when it already hangs there. */
export const linkItem = async (store: Store, caller: Caller, id: string, asked: NewLink): Promise<string> => {
  const item = await readItemRecord(store, caller, id, caller.today)
  refuseClosed(item)
  const held = await readLinks(store, caller, [id], caller.today)
  const isHeld = held.some((link) =>
    'figure' in asked ? link.figure === asked.figure : link.ledger === asked.ledger && link.entry === asked.entry,
  )
  if (isHeld) throw new Problem('duplicate', '已经关联过，无需重复关联', { item: id })
  const values =
    'figure' in asked
      ? await figureValues(store, caller, asked.figure)
      : await entryValues(store, caller, asked.ledger, asked.entry)
  const row = { values: { ...values, item: id, since: caller.today } }
  const [outcome] = await store.commit(caller, [{ do: 'add', table: 'itemLink', rows: [row] }])
  return outcome?.do === 'add' ? (outcome.ids[0] ?? '') : ''
}

/** 取消关联, with a reason: the link stays in the item's life and is shown and counted no more. */
export const unlinkItem = async (
  store: Store,
  caller: Caller,
  id: string,
  asked: { link: string; reason: string },
): Promise<void> => {
  const item = await readItemRecord(store, caller, id, caller.today)
  refuseClosed(item)
  const held = (await readLinks(store, caller, [id], caller.today)).find((link) => link.id === asked.link)
  if (!held) throw new Problem('not-found', '这条关联已被取消，或无权查看，请刷新后查看', { link: asked.link })
  const note = `取消关联：${asked.reason.trim()}`
  await refuseBlocked(store, caller, { 理由: asked.reason })
  await store.commit(caller, [
    { do: 'change', table: 'itemLink', id: held.id, version: held.version, set: { dropped: true }, note },
  ])
}
