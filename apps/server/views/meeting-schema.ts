import { z } from '@hono/zod-openapi'
import { boardRowSchema } from './board-schema.ts'
import { AUTHORITIES } from './directive-words.ts'
import { judgedSchema } from './item-schema.ts'

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
  })
  .openapi('CarryOver')
export type CarryOverView = z.infer<typeof carryOverSchema>

export const meetingSchema = z
  .object({
    meeting: meetingRowSchema.extend({
      startsAt: text,
      place: text,
      chair: text,
      previous: text,
      workdaysLeft: z.number().int().nullable(),
    }),
    period: z.string(),
    headline: z.array(boardRowSchema),
    agenda: z.array(
      z.object({
        id: z.string(),
        seq: count,
        title: z.string(),
        reportingUnit: text,
        minutes: count.nullable(),
        materials: z.string(),
      }),
    ),
    carryOver: carryOverSchema,
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
    waiting: z.array(z.object({ label: z.string(), href: z.string(), count })),
  })
  .openapi('Meeting')
export type MeetingView = z.infer<typeof meetingSchema>
