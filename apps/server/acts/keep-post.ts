import { addDays, type LocalDate, Problem } from '@yundiao/kernel'
import type { Caller, Change, RecordOf, RecordValues, Store } from '@yundiao/store'
import { nameOfPost } from '../views/posts.ts'
import { isHeldOn } from './leaders.ts'
import { optionalDay, requireDay } from './require-day.ts'

export type Post = RecordOf<'post'>

export const readPost = async (store: Store, caller: Caller, id: string): Promise<Post> => {
  const post = await store.record(caller, 'post', id)
  if (!post) throw new Problem('not-found', '没有这个岗位，请刷新后再选', { id })
  return post
}

const refuseBackwards = (from: LocalDate | null, to: LocalDate | null): void => {
  if (from !== null && to !== null && to < from)
    throw new Problem('day.invalid', `止任日期 ${to} 早于到任日期 ${from}，请核对`, { field: 'to' })
}

export type NewPost = {
  title: string
  holder: string | null
  rank: number | null
  from: string | null
  note: string | null
}

/** Adds a post with its holder; whoever holds it already under the same title is named. */
export const addPost = async (store: Store, caller: Caller, asked: NewPost): Promise<string> => {
  const { title, holder, rank, note } = asked
  const startsOn = optionalDay('到任日期', asked.from)
  const held = (await store.records(caller, 'post')).filter((post) => isHeldOn(post, startsOn ?? caller.today))
  const same = held.find((post) => post.title === title && post.holder === holder)
  if (same) throw new Problem('duplicate', `${title} ${holder ?? ''} 已在岗位表里，如换人请用“换人”`, { id: same.id })
  const id = store.newId()
  await store.commit(caller, [
    { do: 'add', table: 'post', rows: [{ id, values: { title, holder, rank, startsOn, note } }] },
  ])
  return id
}

export type PostChange = {
  version: number
  title?: string | undefined
  holder?: string | null | undefined
  rank?: number | null | undefined
  from?: string | null | undefined
  to?: string | null | undefined
  note?: string | null | undefined
}

const openCharges = async (store: Store, caller: Caller, post: string, after: LocalDate) =>
  (await store.records(caller, 'charge', { where: { post } })).filter(
    (charge) => charge.endsOn === null || charge.endsOn > after,
  )

const endings = (charges: readonly RecordOf<'charge'>[], endsOn: LocalDate): Change[] =>
  charges.map(({ id, version }) => ({
    do: 'change',
    table: 'charge',
    id,
    version,
    set: { endsOn },
    note: '随岗位止任',
  }))

/** Corrects a post, or ends it on a day: its charges end with it. A post is never deleted. */
export const changePost = async (store: Store, caller: Caller, id: string, asked: PostChange): Promise<void> => {
  const post = await readPost(store, caller, id)
  const { version, from, to, ...rest } = asked
  const startsOn = from === undefined ? post.startsOn : optionalDay('到任日期', from)
  const endsOn = to === undefined ? post.endsOn : optionalDay('止任日期', to)
  refuseBackwards(startsOn, endsOn)
  const set: RecordValues = {
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
    ...(from === undefined ? {} : { startsOn }),
    ...(to === undefined ? {} : { endsOn }),
  }
  if (Object.keys(set).length === 0) throw new Problem('input.invalid', '没有改动任何一项，请填写后再保存')
  const ending = to === undefined || endsOn === null ? [] : await openCharges(store, caller, id, endsOn)
  await store.commit(caller, [
    { do: 'change', table: 'post', id, version, set, ...(endsOn !== post.endsOn && endsOn ? { note: '止任' } : {}) },
    ...(endsOn === null ? [] : endings(ending, endsOn)),
  ])
}

export type Succession = { version: number; holder: string; from: string; takeCharges: boolean }

/**
 * 换人: the holder's time ends the day before, the successor's begins, and, where asked, what the post is in charge of
 * goes over: one commit. Answers the successor's post.
 */
export const succeed = async (store: Store, caller: Caller, id: string, asked: Succession): Promise<string> => {
  const post = await readPost(store, caller, id)
  const startsOn = requireDay('到任日期', asked.from)
  const endsOn = addDays(startsOn, -1)
  if (post.endsOn !== null && post.endsOn < endsOn)
    throw new Problem('state.illegal', `${nameOfPost(post)} 已于 ${post.endsOn} 止任，请直接新增岗位`, { id })
  if (post.holder === asked.holder)
    throw new Problem('input.invalid', `继任者与现任同名（${asked.holder}），请核对`, { field: 'holder' })
  refuseBackwards(post.startsOn, endsOn)
  const charges = await openCharges(store, caller, id, endsOn)
  const next = store.newId()
  const { title, rank, unit } = post
  const taken = asked.takeCharges ? charges : []
  const rows = taken.map(({ subjectKind, subject }) => ({ values: { post: next, subjectKind, subject, startsOn } }))
  await store.commit(caller, [
    { do: 'change', table: 'post', id, version: asked.version, set: { endsOn }, note: `换人：由${asked.holder}接任` },
    { do: 'add', table: 'post', rows: [{ id: next, values: { title, holder: asked.holder, rank, unit, startsOn } }] },
    ...endings(charges, endsOn),
    ...(rows.length > 0 ? [{ do: 'add', table: 'charge', rows } as const] : []),
  ])
  return next
}
