import type { Question } from '../../../api/types.ts'
import { initialsOf } from '../../items/pinyin.ts'

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '')

/** How well one name fits what was typed: 0 best; null not at all. */
const nameFit = (name: string, typed: string): number | null => {
  const own = plain(name)
  if (own === typed) return 0
  if (own.startsWith(typed)) return 1
  const initials = initialsOf(own)
  if (initials.startsWith(typed)) return 2
  if (own.includes(typed)) return 3
  return typed.length > 1 && initials.includes(typed) ? 4 : null
}

const NAMED = 10

/** The subject's own name counts before its other words, and those before the words of the question. */
const fitOf = ({ subject, words, question }: Question, typed: string): number | null => {
  const own = nameFit(subject, typed)
  if (own !== null) return own
  const others = words.flatMap((word) => nameFit(word, typed) ?? [])
  if (others.length > 0) return NAMED + Math.min(...others)
  return plain(question).includes(typed) ? 2 * NAMED : null
}

/** Questions by what was typed (江油, jy, 工业, 经信局), the closest first; all in their order where nothing was. */
export const findQuestions = (questions: readonly Question[], typed: string): readonly Question[] => {
  const words = plain(typed)
  if (words === '') return questions
  return questions
    .flatMap((question, order) => {
      const fit = fitOf(question, words)
      return fit === null ? [] : [{ question, fit, order }]
    })
    .sort((a, b) => a.fit - b.fit || a.order - b.order)
    .map(({ question }) => question)
}
