import { z } from '@hono/zod-openapi'
import { compareSchema, figSchema } from './figure-schema.ts'

const fig = figSchema.nullable()

export const boardRowSchema = z
  .object({
    indicator: z.string(),
    label: z.string(),
    indent: z.number().int(),
    unitShown: z.string(),
    leadUnit: z.string().nullable(),
    leader: z.string().nullable(),
    target: z
      .object({
        level: z.string().nullable(),
        growth: z.string().nullable(),
        source: z.string().nullable(),
        /** 人代会, 奋斗目标 …; null where the source does not say. */
        layer: z.string().nullable(),
      })
      .nullable(),
    level: fig,
    growth: fig,
    levelApplies: z.boolean(),
    shareOfTarget: compareSchema.nullable(),
    vsTarget: compareSchema,
    vsLastYear: compareSchema,
    vsLastPeriod: compareSchema,
    vsProvince: compareSchema,
    vsNation: compareSchema,
    provinceGrowth: fig,
    nationGrowth: fig,
    rankTotal: fig,
    rankGrowth: fig,
    rankMove: z.string().nullable(),
    /** The same with its formula: places gained, as sheets print it. */
    rankMoved: compareSchema,
    required: compareSchema,
    state: z.object({ word: z.string(), reason: z.string() }),
    missing: z.enum(['缺', '未报送']).nullable(),
    note: z.string().nullable(),
  })
  .openapi('BoardRow')
export type BoardRow = z.infer<typeof boardRowSchema>

export const boardSchema = z
  .object({
    period: z.string(),
    periodWords: z.string(),
    asKnownOn: z.string(),
    city: z.object({ code: z.string(), name: z.string() }),
    laterCount: z.number().int(),
    rows: z.array(boardRowSchema),
    supplement: z.array(boardRowSchema),
    notes: z.array(z.string()),
  })
  .openapi('Board')
export type Board = z.infer<typeof boardSchema>
