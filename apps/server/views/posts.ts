import { z } from '@hono/zod-openapi'
import { economyCatalogue } from '@yundiao/domains/economy'
import { projects } from '@yundiao/domains/projects'
import { isClosed, type LocalDate } from '@yundiao/kernel'
import type { Caller, RecordOf, Store } from '@yundiao/store'
import { isHeldOn, isNamed, type LeaderBook, leaderBook } from '../acts/leaders.ts'
import { factOfItem, type ItemRecord, readItemRecords } from './item-facts.ts'
import { type Names, readNames } from './names.ts'

export const CHARGE_KINDS = ['unit', 'region', 'indicator', 'ledger-entry'] as const
export type ChargeKind = (typeof CHARGE_KINDS)[number]

const PAGE = 200

const chargeSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  kind: z.enum(CHARGE_KINDS),
  subject: z.string(),
  name: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Who else is in charge of it on the day: then nobody is suggested. */
  alsoBy: z.array(z.string()),
  demo: z.boolean(),
})

export const postSchema = z
  .object({
    id: z.string(),
    version: z.number().int(),
    title: z.string(),
    holder: z.string().nullable(),
    rank: z.number().int().nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    state: z.enum(['现任', '已结束', '未到任']),
    note: z.string().nullable(),
    demo: z.boolean(),
    charges: z.array(chargeSchema),
    /** Open items that still name this post after it ended, as far as the reader sees them. */
    left: z.number().int(),
  })
  .openapi('Post')
export type PostView = z.infer<typeof postSchema>

export const leftItemSchema = z
  .object({
    id: z.string(),
    version: z.number().int(),
    number: z.string(),
    title: z.string(),
    leadUnit: z.string().nullable(),
    deadline: z.string().nullable(),
    demo: z.boolean(),
  })
  .openapi('LeftItem')

type Post = RecordOf<'post'>
type Charge = RecordOf<'charge'>

export const nameOfPost = ({ holder, title }: Pick<Post, 'holder' | 'title'>): string => holder ?? title

const stateOf = ({ startsOn, endsOn }: Post, on: LocalDate): PostView['state'] => {
  if (endsOn !== null && endsOn < on) return '已结束'
  return startsOn !== null && on < startsOn ? '未到任' : '现任'
}

/** Names of the projects in charges, for those who may open that ledger. */
const readProjectNames = async (store: Store, caller: Caller, charges: readonly Charge[], on: LocalDate) => {
  const mayRead = caller.allLedgers || caller.ledgers.read.includes(projects.id)
  const ids = charges.filter((charge) => charge.subjectKind === 'ledger-entry').map((charge) => charge.subject)
  if (!mayRead || ids.length === 0) return new Map<string, string>()
  const filters = [{ field: 'id', op: 'in', values: [...new Set(ids)].slice(0, PAGE) } as const]
  const { rows } = await store.entries(caller, projects.id, { filters, columns: [projects.key], limit: PAGE, on })
  return new Map(rows.map((row) => [row.id, String(row.values[projects.key] ?? '')]))
}

const subjectWords = (charge: Charge, names: Names, projectNames: ReadonlyMap<string, string>): string => {
  const { subject } = charge
  switch (charge.subjectKind as ChargeKind) {
    case 'unit':
      return names.unit(subject) ?? subject
    case 'region':
      return names.place(subject)?.name ?? subject
    case 'indicator':
      return economyCatalogue.get(subject)?.name ?? subject
    case 'ledger-entry':
      return projectNames.get(subject) ?? '项目（当前账号无权查看其名称）'
  }
}

/** Open items that name a post which is over, so that somebody else must take them. */
export const leftItems = (post: Post, items: readonly ItemRecord[], leaders: LeaderBook): ItemRecord[] =>
  items.filter(({ leadLeader }) => {
    const words = leadLeader?.trim() ?? ''
    return words !== '' && isNamed(post, words) && leaders.ended(words) !== null
  })

export const readOpenItems = async (store: Store, caller: Caller, on: LocalDate): Promise<ItemRecord[]> =>
  (await readItemRecords(store, caller, on)).filter(
    (item) => item.leadLeader !== null && item.closedOn === null && !isClosed(factOfItem(item).state),
  )

const place = (list: readonly string[], one: string): number => {
  const at = list.indexOf(one)
  return at < 0 ? list.length : at
}

/** Units and indicators in their own order, the rest by code. */
const bySubject =
  (names: Names) =>
  (a: Charge, b: Charge): number => {
    const order = [...names.units.map(({ id }) => id), ...economyCatalogue.all.map(({ code }) => code)]
    return place(order, a.subject) - place(order, b.subject) || (a.subject < b.subject ? -1 : 1)
  }

const byRank = (a: Post, b: Post): number =>
  (a.rank ?? 999) - (b.rank ?? 999) || ((a.startsOn ?? '') < (b.startsOn ?? '') ? -1 : 1)

/** Posts with what each is in charge of on a day, in the leaders' order; what was over by then stays with its dates. */
export const readPosts = async (store: Store, caller: Caller, on: LocalDate): Promise<PostView[]> => {
  const [posts, charges, names, items] = await Promise.all([
    store.records(caller, 'post', { on }),
    store.records(caller, 'charge', { on }),
    readNames(store, caller),
    readOpenItems(store, caller, on),
  ])
  const projectNames = await readProjectNames(store, caller, charges, on)
  const leaders = leaderBook(posts, charges, on)
  const held = new Map(posts.filter((post) => isHeldOn(post, on)).map((post) => [post.id, nameOfPost(post)]))
  const inForce = charges.filter((charge) => isHeldOn(charge, on) && held.has(charge.post))
  const alsoBy = (charge: Charge): string[] =>
    inForce.includes(charge)
      ? inForce
          .filter(({ post, subjectKind, subject }) => {
            return post !== charge.post && subjectKind === charge.subjectKind && subject === charge.subject
          })
          .map(({ post }) => held.get(post) ?? '')
      : []
  const chargeView = (charge: Charge): PostView['charges'][number] => ({
    id: charge.id,
    version: charge.version,
    kind: charge.subjectKind as ChargeKind,
    subject: charge.subject,
    name: subjectWords(charge, names, projectNames),
    from: charge.startsOn,
    to: charge.endsOn,
    alsoBy: alsoBy(charge),
    demo: charge.demo,
  })
  return [...posts].sort(byRank).map((post) => ({
    id: post.id,
    version: post.version,
    title: post.title,
    holder: post.holder,
    rank: post.rank,
    from: post.startsOn,
    to: post.endsOn,
    state: stateOf(post, on),
    note: post.note,
    demo: post.demo,
    charges: charges
      .filter((charge) => charge.post === post.id && charge.subjectKind !== 'item')
      .sort(bySubject(names))
      .map(chargeView),
    left: leftItems(post, items, leaders).length,
  }))
}
