import { z } from '@hono/zod-openapi'
import { historyLineSchema } from './event-lines.ts'

export const judgedSchema = z.object({ word: z.string(), reason: z.string() })

const text = z.string().nullable()

export const itemRowSchema = z
  .object({
    id: z.string(),
    number: z.string(),
    title: z.string(),
    leadUnit: text,
    assistUnits: z.array(z.string()),
    deadline: text,
    deadlineWords: text,
    measure: text,
    theme: z.string(),
    themeLabel: z.string(),
    state: judgedSchema,
    source: z.object({ kindLabel: z.string(), title: z.string(), number: text }),
    links: z.number().int(),
    change: text,
    changedOn: text,
    version: z.number().int(),
    demo: z.boolean(),
  })
  .openapi('ItemRow')
export type ItemRow = z.infer<typeof itemRowSchema>

export const itemPageSchema = z
  .object({ rows: z.array(itemRowSchema), next: text, total: z.number().int(), capped: z.boolean() })
  .openapi('ItemPage')

const sentence = z.object({
  document: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  text: z.string(),
  before: z.string(),
  after: z.string(),
})

export const linkSchema = z
  .object({
    id: z.string(),
    /** A ledger's id, or `figure`; `entry` is then the figure's reference. */
    ledger: z.string(),
    entry: z.string(),
    label: z.string(),
    state: z.string(),
    since: z.string(),
    changes: z.array(z.object({ at: z.string(), by: z.string(), lines: z.array(z.string()) })),
  })
  .openapi('ItemLink')
export type LinkView = z.infer<typeof linkSchema>

export const progressSchema = z
  .object({
    id: z.string(),
    asOf: z.string(),
    at: z.string(),
    by: z.string(),
    text: z.string(),
    /** 完成%, 0–100. */
    percent: z.number().nullable(),
    problems: text,
    nextSteps: text,
  })
  .openapi('ItemProgress')
export type ProgressView = z.infer<typeof progressSchema>

export const itemSchema = z
  .object({
    item: itemRowSchema.extend({
      sentence: sentence.nullable(),
      /** The lead's id, for forms; the words of the text where the list of units lacks it. */
      leadUnitId: text,
      kind: text,
      leadLeader: text,
      region: text,
      meeting: text,
      opened: z.string(),
      closed: text,
    }),
    links: z.array(linkSchema),
    progress: z.array(progressSchema),
    history: z.array(historyLineSchema),
    gaps: z.array(z.string()),
    /** Most characters of 进展情况. */
    longestProgress: z.number(),
    may: z.object({ edit: z.boolean(), progress: z.boolean(), link: z.boolean(), close: z.boolean() }),
  })
  .openapi('Item')
export type ItemView = z.infer<typeof itemSchema>
