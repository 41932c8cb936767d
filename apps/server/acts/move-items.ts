import { Problem } from '@yundiao/kernel'
import type { Caller, Change, RecordOf, Store } from '@yundiao/store'
import type { ItemRecord } from '../views/item-facts.ts'
import { leftItems, nameOfPost, readOpenItems } from '../views/posts.ts'
import { readPost } from './keep-post.ts'
import { isHeldOn, leaderBook } from './leaders.ts'

/** Open items in the caller's sight that name a post which is over. */
export const readLeft = async (store: Store, caller: Caller, post: RecordOf<'post'>): Promise<ItemRecord[]> => {
  const [posts, charges, items] = await Promise.all([
    store.records(caller, 'post'),
    store.records(caller, 'charge'),
    readOpenItems(store, caller, caller.today),
  ])
  return leftItems(post, items, leaderBook(posts, charges, caller.today))
}

export type Moving = { to: string; items: readonly { id: string; version: number }[] }

/** The open items of a post that ended go to another: one commit, an event for each item. */
export const moveItems = async (store: Store, caller: Caller, id: string, { to, items }: Moving): Promise<number> => {
  const [post, next] = [await readPost(store, caller, id), await readPost(store, caller, to)]
  if (!isHeldOn(next, caller.today))
    throw new Problem('state.illegal', `${next.title}${next.holder ? ` ${next.holder}` : ''}不是现任，请另选一个岗位`, {
      post: to,
    })
  const left = new Set((await readLeft(store, caller, post)).map((item) => item.id))
  const strange = items.find((item) => !left.has(item.id))
  if (strange)
    throw new Problem('state.illegal', '所选事项里有的已不属于这个岗位或已办结，请刷新后重选，本次未改动', {
      item: strange.id,
    })
  const leadLeader = nameOfPost(next)
  const note = `岗位调整：${nameOfPost(post)} → ${leadLeader}`
  const changes = items.map((item): Change => ({ do: 'change', table: 'item', ...item, set: { leadLeader }, note }))
  await store.commit(caller, changes)
  return changes.length
}
