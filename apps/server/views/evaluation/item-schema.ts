import { z } from '@hono/zod-openapi'
import { citationSchema, schemeRowSchema, schemeVersionSchema } from './list-schema.ts'

export const inputSourceSchema = z
  .object({
    role: z.enum(['value', 'denominator']),
    label: z.string(),
    unitShown: z.string(),
    ledger: z.string(),
    ledgerTitle: z.string(),
    fieldLabel: z.string(),
    /** Where the numbers come from by kind: 税务, 自然资源, 电力 … */
    sourceClass: z.string(),
    clause: z.string(),
  })
  .openapi('EvaluationSource')
export type InputSourceView = z.infer<typeof inputSourceSchema>

/** An indicator or node; `weight` is what it comes to at the root, 0 to 1. Words null: the documents do not say it. */
export const itemSchema = z
  .object({
    code: z.string(),
    name: z.string(),
    parent: z.string().nullable(),
    leaf: z.boolean(),
    depth: z.number(),
    direction: z.union([z.literal(1), z.literal(-1)]),
    weight: z.number(),
    formula: z.string(),
    benchmark: z.string().nullable(),
    cap: z.string().nullable(),
    missing: z.string(),
    inputs: z.array(inputSourceSchema),
  })
  .openapi('EvaluationItem')
export type ItemView = z.infer<typeof itemSchema>

export const clausedSchema = z.object({ words: z.string(), clause: z.string().nullable() })
export type Claused = z.infer<typeof clausedSchema>

export const policySchema = z.object({ grade: z.string(), measure: z.string(), cite: citationSchema })

/** Where a section stands: with who takes part, after the table of indicators, after the grades, at the end. */
const METHOD_PLACES = ['scope', 'indicators', 'grades', 'end'] as const

export const methodSchema = z
  .object({
    scheme: schemeRowSchema,
    version: schemeVersionSchema,
    items: z.array(itemSchema),
    /** The published method in its order: each section a heading and lines; a line cites its clause. */
    sections: z.array(z.object({ title: z.string(), at: z.enum(METHOD_PLACES), lines: z.array(clausedSchema) })),
    grading: z.array(clausedSchema),
    exclusions: z.array(clausedSchema),
    policies: z.array(policySchema),
    publicityDays: z.number().nullable(),
    /** What the documents do not say. */
    unknowns: z.array(z.string()),
  })
  .openapi('EvaluationMethod')
export type MethodView = z.infer<typeof methodSchema>
