import { z } from '@hono/zod-openapi'
import { boardRowSchema } from './board-schema.ts'
import { AUTHORITIES } from './directive-words.ts'
import { judgedSchema } from './item-schema.ts'

/** 材料 of a point of the agenda, as set by hand. */
export const MATERIALS = ['未交', '送审', '定稿'] as const
export const PHASES = ['筹备', '会中', '会后'] as const

const text = z.string().nullable()
const count = z.number().int()

export const meetingRowSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    heldOn: z.string(),
    kind: z.string(),
    authority: z.enum(AUTHORITIES),
    phase: z.enum(PHASES),
    version: z.number().int(),
    demo: z.boolean(),
    /** The meeting whose decisions it hears first. */
    previous: text,
  })
  .openapi('MeetingRow')
export type MeetingRow = z.infer<typeof meetingRowSchema>

const carryRowSchema = z
  .object({
    item: z.string(),
    number: z.string(),
    title: z.string(),
    leadUnit: text,
    deadline: text,
    state: judgedSchema,
    change: text,
    changedOn: text,
  })
  .openapi('CarryRow')

export const carryOverSchema = z
  .object({
    meeting: z.object({ id: z.string(), title: z.string(), heldOn: z.string() }).nullable(),
    /** The five add up to `total`: 未启动, 暂缓 and 已办结待核 count as unjudged. */
    counts: z.object({
      closed: count,
      onTime: count,
      behind: count,
      overdue: count,
      unjudged: count,
      total: count,
    }),
    rows: z.array(carryRowSchema),
    /** 落实情况 in sentences, each in parts that name the items they speak of. */
    sentences: z.array(z.array(z.object({ text: z.string(), item: text }))),
  })
  .openapi('CarryOver')
export type CarryOverView = z.infer<typeof carryOverSchema>

const agendaPointSchema = z
  .object({
    id: z.string(),
    seq: count,
    /** 上次议定事项落实情况: given by the system, not to be edited. */
    given: z.boolean(),
    title: z.string(),
    reportingUnit: text,
    minutes: count.nullable(),
    materials: z.string(),
    /** Whether a person set `materials`; else its paper did. */
    isByHand: z.boolean(),
    paper: text,
    indicators: z.array(z.string()),
    decision: text,
    worst: z.object({ indicator: z.string(), label: z.string(), words: z.string(), state: judgedSchema }).nullable(),
    version: count,
  })
  .openapi('AgendaPoint')
export type AgendaPoint = z.infer<typeof agendaPointSchema>

const notesSchema = z
  .object({
    document: z.string(),
    lines: z.array(
      z.object({
        clause: z.string(),
        speaker: text,
        words: z.string(),
        units: z.array(z.string()),
        deadline: text,
        deadlineWords: text,
        disposition: z.enum(['pending', 'item', 'merged', 'declined']),
      }),
    ),
  })
  .openapi('MeetingNotes')
export type MeetingNotes = z.infer<typeof notesSchema>

const coordinationSchema = z
  .object({
    open: count,
    unanswered: count,
    /** The longest waiting first. */
    rows: z.array(
      z.object({
        id: z.string(),
        ledger: z.string(),
        title: z.string(),
        raisedBy: text,
        level: text,
        responsible: text,
        waitingDays: count,
        state: z.string(),
        demo: z.boolean(),
      }),
    ),
  })
  .openapi('OpenMatters')

export const meetingSchema = z
  .object({
    meeting: meetingRowSchema.extend({
      startsAt: text,
      place: text,
      chair: text,
      workdaysLeft: z.number().int().nullable(),
    }),
    period: z.string(),
    headline: z.array(boardRowSchema),
    agenda: z.array(agendaPointSchema),
    carryOver: carryOverSchema,
    /** 需协调事项 still open; null without sight of them. */
    coordination: coordinationSchema.nullable(),
    documents: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        kind: z.string(),
        number: text,
        referenceOnly: z.boolean(),
        clauses: count,
        pending: count,
      }),
    ),
    /** 会中记录; null while nothing was noted. */
    notes: notesSchema.nullable(),
    papers: z.array(z.object({ id: z.string(), title: z.string(), state: z.string() })),
    waiting: z.array(z.object({ label: z.string(), href: z.string(), count })),
  })
  .openapi('Meeting')
export type MeetingView = z.infer<typeof meetingSchema>
