import type { LocalDate } from './local-date.ts'

/** A leader's post (市委书记, 分管工业的副市长). People come and go; charges hang on the post. */
export type Post = {
  id: string
  title: string
  /** Rank in the leaders' list, ascending. */
  order: number
  holders: readonly { name: string; from: LocalDate; to: LocalDate | null }[]
}

/** What a post can be in charge of. */
export type ChargeSubject = { kind: 'unit' | 'region' | 'indicator' | 'ledger-entry' | 'item'; id: string }

/** A post is in charge (分管, 包联) of a subject from a day to a day, both included; `to` null is still so. */
export type Charge = { post: string; subject: ChargeSubject; from: LocalDate; to: LocalDate | null }

/** Who is in charge: nobody known (待明确), one post, or several who must be told apart by a person. */
export type InCharge =
  | { kind: 'unclear' }
  | { kind: 'one'; charge: Charge }
  | { kind: 'several'; charges: readonly Charge[] }

const coversDay = (span: { from: LocalDate; to: LocalDate | null }, on: LocalDate): boolean =>
  span.from <= on && (span.to === null || on <= span.to)

/** Every charge of a subject on a day, in the order given; one post is listed once. Empty: nobody (待明确). */
export const chargesOf = (charges: readonly Charge[], subject: ChargeSubject, on: LocalDate): readonly Charge[] => {
  const posts = new Set<string>()
  return charges.filter((charge) => {
    const isIt = charge.subject.kind === subject.kind && charge.subject.id === subject.id && coversDay(charge, on)
    if (!isIt || posts.has(charge.post)) return false
    posts.add(charge.post)
    return true
  })
}

/** Who is in charge of a subject on a day; nobody and several are said, never chosen among. */
export const chargeOf = (charges: readonly Charge[], subject: ChargeSubject, on: LocalDate): InCharge => {
  const found = chargesOf(charges, subject, on)
  const [only] = found
  if (!only) return { kind: 'unclear' }
  return found.length === 1 ? { kind: 'one', charge: only } : { kind: 'several', charges: found }
}

/** What a post is in charge of on a day. */
export const subjectsOf = (charges: readonly Charge[], post: string, on: LocalDate): readonly ChargeSubject[] =>
  charges.filter((charge) => charge.post === post && coversDay(charge, on)).map((charge) => charge.subject)

/** Names of those who hold a post on a day; empty when it stands vacant. */
export const holdersOf = (post: Post, on: LocalDate): readonly string[] =>
  post.holders.filter((holder) => coversDay(holder, on)).map((holder) => holder.name)
