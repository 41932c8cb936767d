import { z } from '@hono/zod-openapi'

export const EVALUATION_STATES = ['草稿', '试算', '公示', '已撤回', '定稿'] as const
export type EvaluationState = (typeof EVALUATION_STATES)[number]

export const namedSchema = z.object({ id: z.string(), name: z.string() })

export const citationSchema = z.object({
  document: z.string(),
  number: z.string().optional(),
  article: z.string().optional(),
  url: z.string().optional(),
})

/** A dated version of a scheme, as lists show it. `grade` is that of its source: A to D. */
export const schemeVersionSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    from: z.string(),
    to: z.string().nullable(),
    cite: citationSchema,
    grade: z.string(),
    /** How many things its documents do not say. */
    unknowns: z.number(),
    /** Groups judged apart, each a run of its own; without one, a run is of all others. */
    tracks: z.array(z.string()),
  })
  .openapi('EvaluationSchemeVersion')
export type SchemeVersionView = z.infer<typeof schemeVersionSchema>

export const schemeRowSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    subject: z.string(),
    versions: z.array(schemeVersionSchema),
    /** Years for which the ledger holds rows in sight, newest first. */
    years: z.array(z.number()),
    /** Why it cannot be run by this person now; null where it can. */
    blocked: z.string().nullable(),
  })
  .openapi('EvaluationScheme')
export type SchemeRowView = z.infer<typeof schemeRowSchema>

export const runSchema = z
  .object({
    id: z.string(),
    version: z.number(),
    scheme: z.string(),
    schemeTitle: z.string(),
    schemeVersion: z.string(),
    versionTitle: z.string(),
    subject: z.string(),
    title: z.string(),
    year: z.number(),
    track: z.string().nullable(),
    state: z.enum(EVALUATION_STATES),
    /** Weights differ from the published version. */
    changed: z.boolean(),
    /** Made by an appeal upheld. */
    corrected: z.boolean(),
    basedOn: namedSchema.nullable(),
    /** The run that corrects this one. */
    replacedBy: namedSchema.nullable(),
    madeBy: z.string(),
    madeOn: z.string(),
    publicFrom: z.string().nullable(),
    publicTo: z.string().nullable(),
    finalOn: z.string().nullable(),
    units: z.number(),
    graded: z.number(),
    nearBorder: z.number().nullable(),
    openAppeals: z.number(),
    demo: z.boolean(),
  })
  .openapi('EvaluationRun')
export type RunView = z.infer<typeof runSchema>

export const listSchema = z
  .object({
    runs: z.array(runSchema),
    schemes: z.array(schemeRowSchema),
    may: z.object({ run: z.boolean() }),
  })
  .openapi('EvaluationList')
