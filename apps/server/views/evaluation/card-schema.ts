import { z } from '@hono/zod-openapi'
import { inputSourceSchema, policySchema } from './item-schema.ts'
import { namedSchema } from './list-schema.ts'
import { rankingRowSchema } from './run-schema.ts'

const part = z.object({
  code: z.string(),
  name: z.string(),
  depth: z.number(),
  leaf: z.boolean(),
  score: z.number().nullable(),
  share: z.number(),
  points: z.number().nullable(),
  /** The most it can bring; null where no cap is known. */
  full: z.number().nullable(),
})
export type CardPartView = z.infer<typeof part>

const input = inputSourceSchema.extend({
  code: z.string(),
  indicator: z.string(),
  value: z.number().nullable(),
  shown: z.string().nullable(),
  /** What stands in its place, and why. */
  missingWords: z.string().nullable(),
  entry: z.string().nullable(),
  entryVersion: z.number().nullable(),
  knownOn: z.string().nullable(),
})
export type CardInputView = z.infer<typeof input>

const line = z.object({
  code: z.string(),
  name: z.string(),
  depth: z.number(),
  byScore: z.number(),
  byWeight: z.number(),
})
export type DifferenceLineView = z.infer<typeof line>

export const cardSchema = z
  .object({
    row: rankingRowSchema,
    of: z.number(),
    parts: z.array(part),
    inputs: z.array(input),
    gradeWhy: z.string(),
    /** What lies between the unit and the next grade; null at the top or without a grade. */
    next: z.object({ grade: z.string(), score: z.number(), gap: z.number(), words: z.string() }).nullable(),
    levers: z.array(
      z.object({
        code: z.string(),
        label: z.string(),
        unitShown: z.string(),
        value: z.number(),
        direction: z.union([z.literal(1), z.literal(-1)]),
        /** The indicators that rest on it, as values or divided by it. */
        usedIn: z.array(z.string()),
      }),
    ),
    goals: z.array(z.string()),
    policies: z.array(policySchema),
    against: z
      .object({
        label: z.string(),
        from: z.number().nullable(),
        to: z.number().nullable(),
        lines: z.array(line),
      })
      .nullable(),
    lastRun: namedSchema.nullable(),
  })
  .openapi('EvaluationCard')
export type CardView = z.infer<typeof cardSchema>
