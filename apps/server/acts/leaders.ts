import { type Charge, chargeOf, type LocalDate, Problem } from '@yundiao/kernel'
import type { Caller, RecordOf, Store } from '@yundiao/store'

type PostRow = Pick<RecordOf<'post'>, 'id' | 'title' | 'holder' | 'startsOn' | 'endsOn'>
type ChargeRow = Pick<RecordOf<'charge'>, 'post' | 'subjectKind' | 'subject' | 'startsOn' | 'endsOn'>

/** The leaders of the city by their posts, as of a day. */
export type LeaderBook = {
  /** Who alone is in charge of a unit; null for nobody and for several. */
  inChargeOf: (unit: string) => { name: string; post: string } | null
  /** Why words cannot name a leader now: the post they name has ended. Null where nothing speaks against them. */
  ended: (words: string) => string | null
}

const EARLIEST: LocalDate = '0001-01-01'

const factOf = (row: ChargeRow): Charge => ({
  post: row.post,
  subject: { kind: row.subjectKind as Charge['subject']['kind'], id: row.subject },
  from: row.startsOn ?? EARLIEST,
  to: row.endsOn,
})

/** Whether a post is held on a day; an end or a start nobody told does not bound it. */
export const isHeldOn = ({ startsOn, endsOn }: Pick<PostRow, 'startsOn' | 'endsOn'>, on: LocalDate): boolean =>
  (startsOn === null || startsOn <= on) && (endsOn === null || on <= endsOn)

/** A post is named by its holder or its title. */
export const isNamed = ({ holder, title }: Pick<PostRow, 'holder' | 'title'>, words: string): boolean =>
  holder === words || title === words

export const leaderBook = (posts: readonly PostRow[], charges: readonly ChargeRow[], on: LocalDate): LeaderBook => {
  const held = new Map(posts.filter((post) => isHeldOn(post, on)).map((post) => [post.id, post]))
  const facts = charges.filter((charge) => held.has(charge.post)).map(factOf)
  return {
    inChargeOf: (unit) => {
      const found = chargeOf(facts, { kind: 'unit', id: unit }, on)
      const post = found.kind === 'one' ? held.get(found.charge.post) : undefined
      return post ? { name: post.holder ?? post.title, post: post.title } : null
    },
    ended: (words) => {
      const named = posts.filter((post) => isNamed(post, words.trim()))
      const [past] = named
      if (!past || named.some((post) => held.has(post.id))) return null
      return past.endsOn !== null && past.endsOn < on
        ? `${words.trim()}任${past.title}已于 ${past.endsOn} 结束，请填现任领导`
        : `${words.trim()}任${past.title}自 ${past.startsOn} 起，尚未到任`
    },
  }
}

export const readLeaders = async (store: Store, caller: Caller, on: LocalDate): Promise<LeaderBook> => {
  const [posts, charges] = await Promise.all([store.records(caller, 'post'), store.records(caller, 'charge')])
  return leaderBook(posts, charges, on)
}

/** Refuses a leader whose post has ended. Throws Problem state.illegal that names the place. */
export const refuseEnded = (leaders: LeaderBook, place: string, words: string): void => {
  const why = leaders.ended(words)
  if (why !== null) throw new Problem('state.illegal', `${place}：${why}`, { field: place })
}
