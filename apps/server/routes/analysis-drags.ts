import { createRoute, z } from '@hono/zod-openapi'
import { Problem } from '@yundiao/kernel'
import { attachment } from '../http/attachment.ts'
import { json, onQuery, router } from '../http/router.ts'
import { readingDay, signedIn } from '../http/session.ts'
import { exportDrags } from '../sheets/export-drags.ts'
import { AGAINST, dragsSchema, SUBJECTS } from '../views/drag-schema.ts'
import { type DragsAsked, readDrags } from '../views/drags.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const query = onQuery.extend({
  subject: z.enum(SUBJECTS, { error: `归因对象应为 ${SUBJECTS.join('、')} 之一` }).optional(),
  indicator: z.string().max(40).optional(),
  against: z.enum(AGAINST, { error: `比较对象应为 ${AGAINST.join('、')} 之一` }).optional(),
  period: z.string().max(20).optional(),
  region: z.string().max(40).optional(),
  group: z.string().max(60).optional(),
  kind: z.string().max(80).optional(),
})

const drags = createRoute({
  method: 'get',
  path: '/analysis/drags',
  request: { query },
  responses: { 200: json(dragsSchema, 'Who makes the gap: rows that add up, or why there are none') },
})
const carryOut = createRoute({
  method: 'get',
  path: '/analysis/drags/export',
  request: { query },
  responses: {
    200: {
      description: 'The rows as xlsx, without any single enterprise',
      content: { [XLSX]: { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
})

const app = router()
app.use('/analysis/drags', signedIn)
app.use('/analysis/drags/*', signedIn)

const askedOf = ({ on, ...asked }: z.infer<typeof query>, today: Parameters<typeof readingDay>[1]): DragsAsked => ({
  ...asked,
  on: readingDay(on, today),
})

/** 归因: who makes the gap to last year, the province, the target, the plan. */
export const analysisDragsRoutes = app
  .openapi(drags, async (context) => {
    const caller = context.get('caller')
    const asked = askedOf(context.req.valid('query'), caller.today)
    return context.json(await readDrags(context.get('services').store, caller, asked), 200)
  })
  .openapi(carryOut, async (context) => {
    const caller = context.get('caller')
    const asked = askedOf(context.req.valid('query'), caller.today)
    const made = await exportDrags(context.get('services').store, caller, asked)
    if ('why' in made) throw new Problem('state.illegal', `没有可导出的归因表：${made.why}`)
    return context.body(new Uint8Array(made.bytes).buffer, 200, {
      'content-type': XLSX,
      ...attachment(`${made.title}.xlsx`),
    })
  })
