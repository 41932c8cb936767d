import type { Block } from '@yundiao/briefings'

export type AnswerKind = 'place' | 'unit' | 'indicator'

export type Question = {
  id: string
  kind: AnswerKind
  subject: string
  question: string
  words: string[]
  weight: number
  known: boolean
}

export type AnswerIndex = { period: string; periodWords: string; asKnownOn: string; questions: Question[] }

export type AnswerView = Question & {
  periodWords: string
  asKnownOn: string
  blocks: Block[]
  /** Words of the formulas its numbers were worked out by, by id. */
  formulas: Record<string, string>
}
