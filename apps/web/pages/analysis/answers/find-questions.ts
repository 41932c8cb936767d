import type { Question } from '../../../api/types.ts'
import { initialsOf } from '../../items/pinyin.ts'

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '')

/** Whether the characters stand in a name in their order: 自规局 in 市自然资源和规划局. */
const isWithin = (name: string, typed: string): boolean => {
  let at = 0
  for (const character of name) if (character === typed[at]) at += 1
  return at === typed.length
}

const HAN = /^\p{Script=Han}{2,}$/u

/** How well one name fits what was typed: 0 best; null not at all. */
const nameFit = (name: string, typed: string): number | null => {
  const own = plain(name)
  if (own === typed) return 0
  if (own.startsWith(typed)) return 1
  const initials = initialsOf(own)
  if (initials.startsWith(typed)) return 2
  if (own.includes(typed)) return 3
  if (typed.length > 1 && initials.includes(typed)) return 4
  return HAN.test(typed) && isWithin(own, typed) ? 6 : null
}

/** A unit as people say it: 经信 of 市经信局. */
const coreOf = ({ kind, subject }: Question): string =>
  kind === 'unit' ? subject.replace(/^[市省]/u, '').replace(/(?:局|委|办|部门|中心)$/u, '') : subject

const NAMED = 10
/** What has no number comes after what answers, unless its name is typed out. */
const NOTHING_KNOWN = 5

/** The subject's own name counts before its other words, and those before the words of the question. */
const fitOf = (question: Question, typed: string): number | null => {
  const { subject, words } = question
  const own = [subject, coreOf(question)].flatMap((name) => nameFit(name, typed) ?? [])
  if (own.length > 0) return Math.min(...own)
  const others = words.flatMap((word) => nameFit(word, typed) ?? [])
  if (others.length > 0) return NAMED + Math.min(...others)
  return plain(question.question).includes(typed) ? 2 * NAMED : null
}

/** How many characters of a longer text (江油工业, 一季度消费) are names of the question, longest names first. */
const coverOf = (question: Question, typed: string): number => {
  const names = [question.subject, coreOf(question), ...question.words].map(plain).filter(({ length }) => length > 1)
  let left = typed
  for (const name of names.toSorted((a, b) => b.length - a.length)) left = left.replace(name, '\n')
  return typed.length - left.replaceAll('\n', '').length
}

type Ranked = { question: Question; fit: number; order: number }

const inOrder = (ranked: readonly Ranked[]): readonly Question[] =>
  ranked
    .toSorted((a, b) => a.fit - b.fit || b.question.weight - a.question.weight || a.order - b.order)
    .map(({ question }) => question)

/**
 * Questions by what was typed, the closest first (江油, jy, 工业, 经信局, 自规局); where no name holds all of it, those whose
 * names it holds (江油工业, 一季度消费, 游仙 项目). Of equal ones that with most to answer for. All in their order where nothing was typed.
 */
export const findQuestions = (questions: readonly Question[], typed: string): readonly Question[] => {
  const words = plain(typed)
  if (words === '') return questions
  const whole = questions.flatMap((question, order): Ranked[] => {
    const fit = fitOf(question, words)
    return fit === null ? [] : [{ question, fit: fit + (question.known || fit === 0 ? 0 : NOTHING_KNOWN), order }]
  })
  if (whole.length > 0) return inOrder(whole)
  return inOrder(
    questions.flatMap((question, order): Ranked[] => {
      const cover = coverOf(question, words)
      return cover === 0 ? [] : [{ question, fit: -cover, order }]
    }),
  )
}
