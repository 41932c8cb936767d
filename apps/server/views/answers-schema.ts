import { z } from '@hono/zod-openapi'

const question = z.object({
  id: z.string(),
  kind: z.enum(['place', 'unit', 'indicator']),
  subject: z.string(),
  question: z.string(),
  /** Words it is found by, the subject's name first. */
  words: z.array(z.string()),
  /** How many facts call for an answer; 0 where all is in order or nothing is known. */
  weight: z.number().int(),
  /** Whether there is anything to answer with: a number, or something that waits. */
  known: z.boolean(),
})

export const answerIndexSchema = z
  .object({ period: z.string(), periodWords: z.string(), asKnownOn: z.string(), questions: z.array(question) })
  .openapi('AnswerIndex')
export type AnswerIndex = z.infer<typeof answerIndexSchema>

export const answerSchema = question
  .extend({
    periodWords: z.string(),
    asKnownOn: z.string(),
    /** Paragraphs, tables and notes of a paper, each number bound. */
    blocks: z.array(z.record(z.string(), z.unknown())),
    /** Words of the findings' formulas its numbers were worked out by, by id. */
    formulas: z.record(z.string(), z.string()),
  })
  .openapi('Answer')
export type AnswerView = z.infer<typeof answerSchema>
