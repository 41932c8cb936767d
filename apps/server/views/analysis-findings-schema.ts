import { z } from '@hono/zod-openapi'

const text = z.string().nullable()

/** A stretch of a sentence: words, words that hold a figure, or words that hold a number worked out (测算). */
const saidSchema = z
  .union([
    z.object({ text: z.string() }),
    z.object({ free: z.string() }),
    z.object({ figure: z.string(), shown: z.string(), mark: z.enum(['演示', '预计']).optional() }),
    z.object({
      formula: z.object({ id: z.string(), version: z.number().int(), words: z.string(), inputs: z.array(z.string()) }),
      shown: z.string(),
    }),
  ])
  .openapi('Said')
export type SaidView = z.infer<typeof saidSchema>

const sentencesSchema = z.array(z.array(saidSchema))

const unitSchema = z.object({ id: z.string(), name: z.string() }).nullable()

export const findingSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    kindLabel: z.string(),
    indicator: z.string(),
    label: z.string(),
    /** The indicator's own name: 行业产值 where the label is of one industry. */
    indicatorLabel: z.string(),
    region: z.string(),
    regionName: z.string(),
    scope: z.enum(['city', 'county']),
    period: z.string(),
    sentences: sentencesSchema,
    questions: sentencesSchema,
    /** Since when the state it tells of holds, in words. */
    since: text,
    /** How unusual, in words; null where the kind is no move or the series is too short to say. */
    rarity: text,
    /** What it could not say: no target is known; too few releases to tell what is usual. */
    lacks: z.array(z.enum(['target', 'history'])),
    leadUnit: unitSchema,
    leader: text,
    /** 演示: not real. 内部: rests on a figure before its minute, or on a target that was never made public. */
    marks: z.array(z.enum(['演示', '内部'])),
    /** What an item made of it would have as its 依据, and how many figures it links; null where it is no basis. */
    basis: z.object({ words: z.string(), figures: z.number().int() }).nullable(),
    /** The question of 归因 that goes on from it; null where 归因 has no answer. */
    drag: z
      .object({ ask: z.string(), indicator: z.string(), by: z.string().nullable(), region: z.string().nullable() })
      .nullable(),
    /** What is to be looked into, as a suggestion: grey until a person adopts it. */
    suggestedTitle: z.string(),
    /** The item it was made into, in the reader's sight. */
    item: z.object({ id: z.string(), number: z.string() }).nullable(),
  })
  .openapi('Finding')
export type FindingView = z.infer<typeof findingSchema>

export const findingsSchema = z
  .object({
    period: z.string(),
    periodWords: z.string(),
    asKnownOn: z.string(),
    findings: z.array(findingSchema),
    /** 询问提纲: what each unit is asked; what is not published is left out. */
    inquiries: z.array(z.object({ unit: unitSchema, questions: sentencesSchema })),
    /** 快报: plain text of published figures, what it leaves out and why. */
    quick: z.object({
      text: z.string(),
      sentences: sentencesSchema,
      length: z.number().int(),
      most: z.number().int(),
      leftOut: z.array(z.object({ why: z.string(), names: z.array(z.string()) })),
    }),
    notes: z.array(z.string()),
  })
  .openapi('Findings')
export type FindingsView = z.infer<typeof findingsSchema>
