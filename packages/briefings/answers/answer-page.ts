import { type Block, type Run, runText } from '../paper.ts'
import { joinRuns } from '../review-sentences.ts'
import type { AnswerTask, SubjectKind } from './answer-input.ts'
import { taskSentence } from './answer-sentences.ts'
import { taskTable } from './answer-tables.ts'

/**
 * How much a page tells: sentences of single facts, sentences of who drags with so many names each, rows in the table of
 * what waits.
 */
export type Brevity = { sentences: number; drags: number; rows: number; names: number }

/**
 * One question with its answer: one page of the booklet. `id` is `place:510781`, `unit:jxj`, `indicator:iva`; `weight` is
 * how many facts call for an answer (0: all in order, or nothing known).
 */
export type AnswerPage = {
  id: string
  kind: SubjectKind
  subject: string
  question: string
  /** Words it is found by, the subject's own name first. */
  words: readonly string[]
  weight: number
  /** False where there is no number and nothing that waits: found after those that answer. */
  known: boolean
  blocks: readonly Block[]
}

type Parts = {
  kind: SubjectKind
  subject: { id: string; name: string; words: readonly string[] }
  question: readonly Run[]
  weight: number
  known: boolean
  /** What it tells of beside its subject: 项目, 企业, 督办. */
  topics?: readonly string[]
  blocks: readonly Block[]
}

export const pageOf = ({ kind, subject, question, weight, known, topics = [], blocks }: Parts): AnswerPage => ({
  id: `${kind}:${subject.id}`,
  kind,
  subject: subject.name,
  question: question.map(runText).join(''),
  words: [...new Set([subject.name, ...subject.words, ...topics])],
  weight,
  known,
  blocks: blocks.filter((block) => block.kind !== 'paragraph' || block.runs.length > 0),
})

export const paragraph = (runs: readonly Run[]): Block => ({ kind: 'paragraph', runs })

/** Remarks below an answer in one note; none, no note. */
export const noteBlock = (remarks: readonly (readonly Run[])[]): readonly Block[] => {
  const runs = joinRuns(remarks, '；')
  return runs.length === 0 ? [] : [{ kind: 'note', runs: [...runs, { text: '。' }] }]
}

/** Whether a task calls for an answer: an item late or behind, a matter nobody answered, any project called for. */
export const isPressing = ({ kind, state }: AnswerTask): boolean =>
  kind === 'item' ? state === '逾期' || state === '欠序时' : kind === 'project' || state !== '已答复'

const TOPICS = { project: ['项目', '重点项目'], item: ['督办', '督办事项'], matter: ['需协调事项', '协调'] } as const

/** Words for what waits on a page: its kinds and states. */
export const taskTopics = (tasks: readonly AnswerTask[]): readonly string[] => [
  ...new Set(tasks.flatMap(({ kind, state }) => [...TOPICS[kind], state])),
]

/** What waits: how much of it in a sentence, the worst in a table. */
export const tasksOf = (tasks: readonly AnswerTask[], most: number): readonly Block[] =>
  tasks.length === 0 ? [] : [paragraph(taskSentence(tasks)), ...(most > 0 ? [taskTable(tasks, most)] : [])]
