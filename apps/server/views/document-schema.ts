import { z } from '@hono/zod-openapi'
import { CLOSURE_KINDS, DOCUMENT_KINDS } from './directive-words.ts'

const text = z.string().nullable()
const reasoned = z.object({ text: z.string(), reason: z.string() }).nullable()

export const clauseSchema = z
  .object({
    id: z.string(),
    seq: z.number().int(),
    parent: text,
    level: z.number().int(),
    /** `[start, end)` in UTF-16 units of the document's text. */
    start: z.number().int(),
    end: z.number().int(),
    text: z.string(),
    simplified: z.string(),
    heading: z.boolean(),
    theme: z.string(),
    themeLabel: z.string(),
    responsible: z.array(z.string()),
    deadline: text,
    measures: z.array(z.string()),
    disposition: z.enum(['pending', 'item', 'merged', 'declined']),
    reason: text,
    item: text,
    /** Number of the item it became or joined. */
    itemNumber: text,
    handedOn: text,
    /** The line of sheet T3, a text a cell; '' is 待明确. Of an item the item's, else what its 立项 would begin with. */
    cells: z.record(z.string(), z.string()),
    /** The day 完成时限 comes to. */
    deadlineOn: text,
    editable: z.boolean(),
    suggestions: z.object({
      leadUnit: z.object({ id: z.string(), name: z.string(), reason: z.string() }).nullable(),
      leadLeader: reasoned,
      closure: z.object({ kind: z.enum(CLOSURE_KINDS), label: z.string(), reason: z.string() }).nullable(),
      feedback: reasoned,
    }),
    version: z.number().int(),
    /** The version an edit of the line must name: the item's where it is one. */
    lineVersion: z.number().int(),
  })
  .openapi('Clause')
export type ClauseView = z.infer<typeof clauseSchema>

export const documentSchema = z
  .object({
    document: z.object({
      id: z.string(),
      title: z.string(),
      kind: z.enum(DOCUMENT_KINDS),
      number: text,
      issuedOn: text,
      meeting: text,
      referenceOnly: z.boolean(),
      /** 依据 as every output says it. */
      basis: z.string(),
      minutesNumber: text,
      minutesOn: text,
      authority: text,
      text: z.string(),
      version: z.number().int(),
    }),
    /** The columns 阶段节点. */
    nodes: z.array(z.object({ by: z.string(), label: z.string() })),
    counts: z.object({
      requirements: z.number().int(),
      items: z.number().int(),
      merged: z.number().int(),
      declined: z.number().int(),
      pending: z.number().int(),
      /** Lines 待核 or set up whose cell is 待明确. */
      gaps: z.object({ lead: z.number().int(), deadline: z.number().int(), measure: z.number().int() }),
    }),
    clauses: z.array(clauseSchema),
  })
  .openapi('Document')
export type DocumentView = z.infer<typeof documentSchema>
