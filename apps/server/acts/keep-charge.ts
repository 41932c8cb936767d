import { economyCatalogue } from '@yundiao/domains/economy'
import { projects } from '@yundiao/domains/projects'
import { type LocalDate, Problem } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { type ChargeKind, nameOfPost } from '../views/posts.ts'
import { type Post, readPost } from './keep-post.ts'
import { isHeldOn } from './leaders.ts'
import { optionalDay, requireDay } from './require-day.ts'

export type NewCharge = { post: string; kind: ChargeKind; subject: string; from: string | null }

const PLACES = ['county', 'zone']

const lacking = (words: string): never => {
  throw new Problem('input.invalid', words, { field: 'subject' })
}

/** A project by its id or its exact name: one alone. */
const projectOf = async (store: Store, caller: Caller, words: string): Promise<string> => {
  const byId = await store.entry(caller, projects.id, words)
  if (byId) return byId.id
  const filters = [{ field: projects.key, op: 'is', value: words } as const]
  const { rows } = await store.entries(caller, projects.id, { filters, columns: [projects.key], limit: 2 })
  const [only, second] = rows
  if (!only) return lacking(`重点项目台账里没有“${words}”，请照台账上的名称填写`)
  if (second) return lacking(`重点项目台账里有不止一个“${words}”，请先在台账里合并或改名`)
  return only.id
}

const subjectOf = async (store: Store, caller: Caller, kind: ChargeKind, words: string): Promise<string> => {
  switch (kind) {
    case 'unit':
      return (await store.record(caller, 'unit', words)) ? words : lacking(`没有单位 ${words}，请从列表里选`)
    case 'region': {
      const region = await store.record(caller, 'region', words)
      return region && PLACES.includes(region.kind) ? words : lacking(`没有县市区或园区 ${words}，请从列表里选`)
    }
    case 'indicator':
      return economyCatalogue.get(words) ? words : lacking(`没有指标 ${words}，请从列表里选`)
    case 'ledger-entry':
      return projectOf(store, caller, words)
  }
}

/** A charge lies within the time of its post. */
const refuseOutside = (post: Post, from: LocalDate): void => {
  const name = `${post.title}${post.holder ? ` ${post.holder}` : ''}`
  if (post.endsOn !== null && post.endsOn < from)
    throw new Problem('state.illegal', `${name}已于 ${post.endsOn} 止任，不能再增加分管；请选现任岗位`, {
      post: post.id,
    })
  if (post.startsOn !== null && from < post.startsOn)
    throw new Problem('state.illegal', `${name} ${post.startsOn} 才到任，分管不能从 ${from} 起，请改起始日期`, {
      post: post.id,
    })
}

/** 分管、包联: a post takes charge of a subject from a day on. */
export const addCharge = async (store: Store, caller: Caller, asked: NewCharge): Promise<string> => {
  const post = await readPost(store, caller, asked.post)
  const startsOn = optionalDay('起始日期', asked.from) ?? caller.today
  refuseOutside(post, startsOn)
  const subject = await subjectOf(store, caller, asked.kind, asked.subject.trim())
  const where = { post: post.id, subjectKind: asked.kind, subject }
  const held = (await store.records(caller, 'charge', { where })).find((charge) => isHeldOn(charge, startsOn))
  if (held) throw new Problem('duplicate', `${nameOfPost(post)}已经分管这一项，不必重复添加`, { charge: held.id })
  const id = store.newId()
  await store.commit(caller, [{ do: 'add', table: 'charge', rows: [{ id, values: { ...where, startsOn } }] }])
  return id
}

/** Ends a charge on a day; it is never deleted. */
export const endCharge = async (
  store: Store,
  caller: Caller,
  id: string,
  { version, to }: { version: number; to: string },
): Promise<void> => {
  const charge = await store.record(caller, 'charge', id)
  if (!charge) throw new Problem('not-found', '没有这项分管，请刷新后再试', { id })
  const endsOn = requireDay('截止日期', to)
  if (charge.startsOn !== null && endsOn < charge.startsOn)
    throw new Problem('day.invalid', `截止日期 ${endsOn} 早于起始日期 ${charge.startsOn}，请核对`, { field: 'to' })
  await store.commit(caller, [{ do: 'change', table: 'charge', id, version, set: { endsOn } }])
}
