import { z } from '@hono/zod-openapi'
import { gradeCountSchema } from './run-schema.ts'

const shift = <T extends z.ZodType>(of: T) => z.object({ from: of.nullable(), to: of.nullable() })

export const unitShiftSchema = z
  .object({
    unit: z.string(),
    name: z.string(),
    score: shift(z.number()),
    rank: shift(z.number()),
    grade: shift(z.string()),
    places: z.number().nullable(),
    grades: z.number().nullable(),
  })
  .openapi('EvaluationShift')
export type UnitShiftView = z.infer<typeof unitShiftSchema>

const refused = z.object({ kind: z.literal('refused'), message: z.string(), places: z.array(z.string()) })

/** What a change does to whom; `units` are those that moved, most first. */
const effectSchema = z.object({
  kind: z.literal('compared'),
  units: z.array(unitShiftSchema),
  winners: z.number(),
  losers: z.number(),
  unchanged: z.number(),
  gradeFlow: z.array(
    z.object({
      from: z.string().nullable(),
      to: z.string().nullable(),
      count: z.number(),
      names: z.array(z.string()),
    }),
  ),
  counts: z.array(gradeCountSchema),
  agreement: z.number().nullable(),
})

export const whatIfSchema = z.discriminatedUnion('kind', [effectSchema, refused]).openapi('EvaluationWhatIf')
export type WhatIfView = z.infer<typeof whatIfSchema>

export const sideBySideSchema = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('compared'),
      /** How many units every scheme ranks; `spread` is told among them. */
      common: z.number(),
      schemes: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          /** State, day and maker of a run. */
          words: z.string(),
          /** What it has other than the run they stand beside. */
          differs: z.array(z.string()),
          units: z.number(),
        }),
      ),
      rows: z.array(
        z.object({
          unit: z.string(),
          name: z.string(),
          ranks: z.array(z.number().nullable()),
          grades: z.array(z.string().nullable()),
          spread: z.number().nullable(),
        }),
      ),
    }),
    refused,
  ])
  .openapi('EvaluationSideBySide')
export type SideBySideView = z.infer<typeof sideBySideSchema>

const move = z.object({
  code: z.string(),
  label: z.string(),
  unitShown: z.string(),
  from: z.number(),
  to: z.number(),
})

export const planSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('reached') }),
    z.object({
      kind: z.literal('plan'),
      moves: z.array(move),
      score: z.number(),
      grade: z.string().nullable(),
      alone: z.array(move),
    }),
    z.object({ kind: z.literal('out-of-reach'), score: z.number().nullable(), grade: z.string().nullable() }),
    refused,
  ])
  .openapi('EvaluationPlan')
export type PlanView = z.infer<typeof planSchema>
