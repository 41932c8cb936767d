import { z } from '@hono/zod-openapi'

export const figSchema = z
  .object({
    ref: z.string(),
    value: z.number().nullable(),
    shown: z.string().nullable(),
    unitShown: z.string(),
    round: z.string().nullable(),
    mark: z.enum(['测算', '演示', '缺']).nullable(),
    knownOn: z.string(),
    vintage: z.number().int(),
    state: z.enum(['reported', 'approved', 'released']),
  })
  .openapi('Fig')
export type Fig = z.infer<typeof figSchema>

const refusalSchema = z.object({ kind: z.literal('refused'), code: z.string(), why: z.string() }).openapi('Refusal')

const comparisonSchema = z
  .object({
    kind: z.literal('value'),
    value: z.number(),
    shown: z.string(),
    unitShown: z.string(),
    formula: z.string(),
    /** The formula as 出处 prints it. */
    words: z.string(),
    version: z.number().int(),
    inputs: z.array(z.string()),
  })
  .openapi('Comparison')

export type Comparison = z.infer<typeof comparisonSchema>

export const compareSchema = z.discriminatedUnion('kind', [comparisonSchema, refusalSchema]).openapi('Compare')
export type Compare = z.infer<typeof compareSchema>

export const targetRowSchema = z
  .object({
    region: z.string(),
    regionName: z.string(),
    year: z.number().int(),
    indicator: z.string(),
    label: z.string(),
    operator: z.string(),
    shown: z.string().nullable(),
    text: z.string(),
    source: z.string().nullable(),
    knownOn: z.string(),
    layer: z.string(),
  })
  .openapi('TargetRow')
export type TargetRow = z.infer<typeof targetRowSchema>
