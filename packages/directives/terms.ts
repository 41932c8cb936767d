import type { LocalDate } from '@yundiao/kernel'
import { deadlinesOf } from './deadlines.ts'
import { leadAndAssist } from './owners.ts'
import type { Clause, ClosureKind } from './records.ts'
import { readable, simplify } from './simplify.ts'

/** 阶段节点: what is to stand by a day, in words. */
export type TermNode = { by: LocalDate; words: string }

/** What a line of sheet T3 says of one task. null is 待明确; units are names or ids as the caller keeps them. */
export type Terms = {
  title: string
  steps: string | null
  measure: string | null
  leadUnit: string | null
  assistUnits: readonly string[]
  leadLeader: string | null
  deadline: LocalDate | null
  deadlineWords: string | null
  nodes: readonly TermNode[]
  closure: ClosureKind | null
  feedback: string | null
  remark: string | null
}

/** What was kept of a requirement when its text was read: owners in the order named, the day, the measures. */
export type ReadTerms = Pick<Clause, 'text' | 'action'> & {
  responsible: readonly string[]
  deadline: LocalDate | null
  measures: readonly string[]
}

const joined = (words: readonly string[]): string | null => (words.length === 0 ? null : simplify(words.join('、')))

/**
 * The terms a requirement's own words give, simplified; everything they leave out is null (待明确). `meeting` is the
 * day its deadlines count from.
 */
export const termsOfText = (read: ReadTerms, meeting: LocalDate | null): Terms => {
  const words = readable(read.text)
  const { lead, assist } = leadAndAssist(words, read.responsible.map(readable))
  return {
    title: simplify(read.action),
    steps: null,
    measure: joined(read.measures),
    leadUnit: lead,
    assistUnits: assist,
    leadLeader: null,
    deadline: read.deadline,
    deadlineWords: joined(deadlinesOf(words, meeting).map((deadline) => deadline.words)),
    nodes: [],
    closure: null,
    feedback: null,
    remark: null,
  }
}

/** Terms with what a person filled in over them. A title that was cleared is the text's again. */
export const termsWith = (terms: Terms, filled: Partial<Terms>): Terms => ({
  ...terms,
  ...filled,
  title: filled.title?.trim() || terms.title,
})

/** The part of what was read that still stands in a piece of the text, after 拆分. */
export const readTermsWithin = (read: ReadTerms, meeting: LocalDate | null): ReadTerms => {
  const words = readable(read.text)
  const days = deadlinesOf(words, meeting).flatMap(({ on }) => (on === null ? [] : [on]))
  const latest = days.reduce<LocalDate | null>((late, on) => (late === null || on > late ? on : late), null)
  return {
    ...read,
    responsible: read.responsible.filter((unit) => words.includes(readable(unit))),
    deadline: latest,
    measures: read.measures.filter((measure) => read.text.includes(measure)),
  }
}
