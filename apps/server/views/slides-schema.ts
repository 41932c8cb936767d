import { z } from '@hono/zod-openapi'

const cell = z.object({ text: z.string(), mark: z.string().optional(), isState: z.boolean().optional() })
const row = z.object({
  name: z.string(),
  cells: z.array(cell).readonly(),
  end: z.enum(['first', 'last']).optional(),
  own: z.boolean().optional(),
})
const slide = z.object({
  id: z.string(),
  title: z.string(),
  lead: z.string().nullable(),
  columns: z.array(z.object({ label: z.string(), align: z.enum(['left', 'center', 'right']) })).readonly(),
  rows: z.array(row).readonly(),
  note: z.string().nullable(),
  /** Holds a figure not released yet: shown under the watermark 内部. */
  isInner: z.boolean(),
  page: z.number().int(),
  pages: z.number().int(),
})

export const slidesSchema = z
  .object({
    meeting: z.object({ id: z.string(), title: z.string(), heldOn: z.string() }),
    asKnownOn: z.string(),
    demo: z.boolean(),
    slides: z.array(slide).readonly(),
  })
  .openapi('Slides')
export type SlidesView = z.infer<typeof slidesSchema>
