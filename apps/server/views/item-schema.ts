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
    /** 批准延期至: the day that counts where it is given. */
    extendedTo: text,
    opened: text,
    leadLeader: text,
    feedback: text,
    measure: text,
    theme: z.string(),
    themeLabel: z.string(),
    state: judgedSchema,
    source: z.object({ kindLabel: z.string(), title: text, number: text, on: text, quote: text }),
    /** The last 进展情况, and the days of what was sent to the unit. */
    latest: z
      .object({
        asOf: z.string(),
        text: z.string(),
        /** 完成%, 0–100. */
        percent: z.number().nullable(),
        problems: text,
        nextSteps: text,
      })
      .nullable(),
    urged: z.array(z.object({ kind: z.string(), on: text })),
    checked: z.object({ kind: text, on: text, words: text }).nullable(),
    closure: z.object({ kind: text, approver: text, on: text, evidence: text }),
    remark: text,
    authority: text,
    links: z.number().int(),
    change: text,
    changedOn: text,
    version: z.number().int(),
    demo: z.boolean(),
  })
  .openapi('ItemRow')
export type ItemRow = z.infer<typeof itemRowSchema>

const facet = z.array(z.object({ key: z.string(), label: z.string(), count: z.number().int() }))

/** How many items there are by each filter, among those the other filters leave. */
export const facetsSchema = z.object({
  state: facet,
  unit: facet,
  leader: facet,
  due: facet,
  kind: facet,
  meeting: facet,
})
export type Facets = z.infer<typeof facetsSchema>

export const itemPageSchema = z
  .object({
    rows: z.array(itemRowSchema),
    next: text,
    total: z.number().int(),
    capped: z.boolean(),
    facets: facetsSchema,
  })
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
    onBehalfOf: text,
    signedOffline: z.boolean(),
    file: z.object({ id: z.string(), name: z.string() }).nullable(),
    /** 申请办结: 待核, 已核 or 退回 with its reason. */
    closing: text,
    closingWords: text,
  })
  .openapi('ItemProgress')
export type ProgressView = z.infer<typeof progressSchema>

export const itemSchema = z
  .object({
    item: itemRowSchema.extend({
      sentence: sentence.nullable(),
      /** The finding it was made of, as the page of 研判 finds it. */
      finding: z.object({ indicator: z.string(), region: z.string(), period: z.string() }).nullable(),
      /** The lead's id, for forms; the words of the text where the list of units lacks it. */
      leadUnitId: text,
      assistUnitIds: z.array(z.string()),
      kind: text,
      region: text,
      meeting: z.object({ id: z.string(), title: z.string() }).nullable(),
      opened: z.string(),
      closed: text,
      steps: text,
      nodes: z.array(z.object({ by: z.string(), words: z.string() })),
      extension: z.object({ to: z.string(), by: text, reason: text }).nullable(),
      pause: z.object({ on: text, reason: text }).nullable(),
      /** Where its basis is a readout, which is no basis to set up an item. */
      referenceOnly: z.boolean(),
      minutesNumber: text,
      evidenceFile: z.object({ id: z.string(), name: z.string() }).nullable(),
    }),
    /** What a closing of its kind lacks; null where nothing does, where the kind is not stated, or who reads may not close. */
    hold: text,
    /** 交办单, 催办单 … this item went out with. */
    notices: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        number: z.string(),
        document: text,
        issuedOn: text,
        receivedOn: text,
      }),
    ),
    links: z.array(linkSchema),
    progress: z.array(progressSchema),
    history: z.array(historyLineSchema),
    gaps: z.array(z.string()),
    /** 并案提示: open items of the other authority on the same theme. */
    alike: z.array(
      z.object({ id: z.string(), number: z.string(), title: z.string(), authority: z.string(), state: z.string() }),
    ),
    /** Most characters of 进展情况. */
    longestProgress: z.number(),
    may: z.object({
      edit: z.boolean(),
      progress: z.boolean(),
      link: z.boolean(),
      close: z.boolean(),
      /** 申请办结, by a unit; 退回 of what it asked; 核查 of what is closed; 重新督办; 恢复 of what was put off. */
      ask: z.boolean(),
      giveBack: z.boolean(),
      check: z.boolean(),
      reopen: z.boolean(),
      resume: z.boolean(),
    }),
  })
  .openapi('Item')
export type ItemView = z.infer<typeof itemSchema>
