import { createRoute, z } from '@hono/zod-openapi'
import { makeFindingItem } from '../acts/finding-to-item.ts'
import { MEDIA } from '../acts/keep-paper.ts'
import { makeInquiries } from '../acts/make-inquiries.ts'
import { attachment } from '../http/attachment.ts'
import { body, json, onQuery, router } from '../http/router.ts'
import { readingDay, signedIn } from '../http/session.ts'
import { exportFindings } from '../sheets/export-findings.ts'
import { readFindingsView } from '../views/analysis-findings.ts'
import { findingsSchema } from '../views/analysis-findings-schema.ts'
import { CLOSURE_KINDS } from '../views/directive-words.ts'

const words = (most: number) => z.string().max(most)
const maybe = (most: number) => words(most).nullable()
const period = words(20)
const query = onQuery.extend({ period: period.optional() })
const made = json(z.object({ id: z.string() }), 'Its id')

const list = createRoute({
  method: 'get',
  path: '/analysis/findings',
  request: { query },
  responses: { 200: json(findingsSchema, '研判要点 of a period, the most weighty first') },
})
const carryOut = createRoute({
  method: 'get',
  path: '/analysis/findings.xlsx',
  request: { query },
  responses: {
    200: {
      description: '研判要点 as xlsx, A4 across',
      content: { [MEDIA.xlsx]: { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
})
const setUp = createRoute({
  method: 'post',
  path: '/analysis/findings/{id}/item',
  request: {
    params: z.object({ id: words(120) }),
    body: body(
      z.strictObject({
        period,
        title: words(500).trim().min(1, '请填写督办事项'),
        leadUnit: maybe(60),
        assistUnits: z.array(words(60)).max(50).optional(),
        deadline: maybe(40),
        measure: maybe(500).optional(),
        closureKind: z.enum(CLOSURE_KINDS).nullable().optional(),
        leadLeader: maybe(60).optional(),
      }),
    ),
  },
  responses: { 200: made },
})
const ask = createRoute({
  method: 'post',
  path: '/analysis/inquiries',
  request: { body: body(z.strictObject({ period, on: words(20).optional() })) },
  responses: { 200: made },
})

const app = router()
for (const path of ['/analysis/findings/*', '/analysis/findings.xlsx', '/analysis/inquiries']) app.use(path, signedIn)

/** 研判要点: read, carried out, made into an item, asked about. */
export const analysisFindingRoutes = app
  .openapi(list, async (context) => {
    const caller = context.get('caller')
    const { on, period: asked } = context.req.valid('query')
    const wanted = { period: asked, on: readingDay(on, caller.today) }
    return context.json(await readFindingsView(context.get('services').store, caller, wanted), 200)
  })
  .openapi(carryOut, async (context) => {
    const caller = context.get('caller')
    const { on, period: asked } = context.req.valid('query')
    const wanted = { period: asked, on: readingDay(on, caller.today) }
    const { bytes, title } = await exportFindings(context.get('services').store, caller, wanted)
    return context.body(new Uint8Array(bytes).buffer, 200, {
      'content-type': MEDIA.xlsx,
      ...attachment(`${title}-${wanted.on}.xlsx`),
    })
  })
  .openapi(setUp, async (context) => {
    const { id } = context.req.valid('param')
    const { store } = context.get('services')
    return context.json({ id: await makeFindingItem(store, context.get('caller'), id, context.req.valid('json')) }, 200)
  })
  .openapi(ask, async (context) => {
    const caller = context.get('caller')
    const { on, period: asked } = context.req.valid('json')
    const wanted = { period: asked, on: readingDay(on, caller.today) }
    return context.json({ id: await makeInquiries(context.get('services').store, caller, wanted) }, 200)
  })
