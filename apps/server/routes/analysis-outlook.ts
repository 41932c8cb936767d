import { createRoute, z } from '@hono/zod-openapi'
import { type LocalDate, Problem } from '@yundiao/kernel'
import { MEDIA } from '../acts/keep-paper.ts'
import { attachment } from '../http/attachment.ts'
import { json, onQuery, router } from '../http/router.ts'
import { readingDay, signedIn } from '../http/session.ts'
import { outlookFile } from '../sheets/outlook-sheet.ts'
import { readOutlook } from '../views/outlook.ts'
import { readOutlookEstimate } from '../views/outlook-estimate.ts'
import { outlookEstimateSchema, outlookSchema } from '../views/outlook-schema.ts'

/** A ratio as a query has it; 0.065 is 6.5 %. */
const ratio = z.coerce.number().min(-1).max(10).optional()
const share = z.coerce.number().gt(0).lt(1).optional()

const query = onQuery.extend({
  indicator: z.string().max(60).default('gdp'),
  region: z.string().max(20).optional(),
  series: z.string().max(300).optional(),
  period: z.string().max(20).optional(),
  /** What a person supposes: the year's target and last year's share of the part gone by. */
  target: ratio,
  shareFrom: share,
  shareTo: share,
})
type Query = z.infer<typeof query>

const outlook = createRoute({
  method: 'get',
  path: '/analysis/outlook',
  request: { query },
  responses: { 200: json(outlookSchema, 'Series of an indicator, one of them with what may be worked out of it') },
})
const estimate = createRoute({
  method: 'get',
  path: '/analysis/outlook/estimate',
  request: { query },
  responses: { 200: json(outlookEstimateSchema, 'Forecast, adjusted series and likelihood of the target (测算)') },
})
const file = createRoute({
  method: 'get',
  path: '/analysis/outlook/file',
  request: { query },
  responses: {
    200: {
      description: 'The releases, the forecast and the adjusted series as xlsx',
      content: { [MEDIA.xlsx]: { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
})

const askedOf = ({ indicator, region, series, period, target, shareFrom, shareTo, on }: Query, today: LocalDate) => {
  if (shareFrom !== undefined && shareTo !== undefined && shareFrom > shareTo)
    throw new Problem('input.invalid', '上年同期占比的下限高于上限，请对调后再试')
  return { indicator, region, series, period, on: readingDay(on, today), supposed: { target, shareFrom, shareTo } }
}

const app = router()
app.use('/analysis/outlook', signedIn)
app.use('/analysis/outlook/*', signedIn)

export const analysisOutlookRoutes = app
  .openapi(outlook, async (context) => {
    const caller = context.get('caller')
    const ask = askedOf(context.req.valid('query'), caller.today)
    return context.json(await readOutlook(context.get('services').store, caller, ask), 200)
  })
  .openapi(estimate, async (context) => {
    const caller = context.get('caller')
    const { store, estimator } = context.get('services')
    const ask = askedOf(context.req.valid('query'), caller.today)
    return context.json(await readOutlookEstimate({ store, caller, estimator }, ask, context.req.raw.signal), 200)
  })
  .openapi(file, async (context) => {
    const caller = context.get('caller')
    const { store, estimator } = context.get('services')
    const ask = askedOf(context.req.valid('query'), caller.today)
    const { name, bytes } = await outlookFile({ store, caller, estimator }, ask, context.req.raw.signal)
    return context.body(new Uint8Array(bytes).buffer, 200, { 'content-type': MEDIA.xlsx, ...attachment(name) })
  })
