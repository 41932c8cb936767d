import { createRoute, z } from '@hono/zod-openapi'
import { MEDIA } from '../acts/keep-paper.ts'
import { attachment } from '../http/attachment.ts'
import { json, onQuery, router } from '../http/router.ts'
import { readingDay, signedIn } from '../http/session.ts'
import { comparisonSheetOf, countySheetOf, exportSheet } from '../sheets/export-comparison.ts'
import { analysisPeriodSchema, readAnalysisPeriods } from '../views/analysis-periods.ts'
import { readComparedIndicators, readComparison } from '../views/comparison.ts'
import {
  comparedIndicatorSchema,
  comparisonSchema,
  countyRankingSchema,
  scopeSchema,
} from '../views/comparison-schema.ts'
import { readCountyRanking } from '../views/county-ranking.ts'

const periodQuery = onQuery.extend({ period: z.string().optional() })
const sheetQuery = periodQuery.extend({ kind: z.string().max(80).optional() })
const comparedQuery = sheetQuery.extend({ indicator: z.string().optional(), scope: scopeSchema.default('cities') })

const periods = createRoute({
  method: 'get',
  path: '/analysis/periods',
  request: { query: onQuery },
  responses: { 200: json(z.array(analysisPeriodSchema), 'Periods any place compared holds, newest first') },
})
const comparison = createRoute({
  method: 'get',
  path: '/analysis/comparison',
  request: { query: comparedQuery },
  responses: { 200: json(comparisonSchema, 'One indicator over the province’s cities or the city’s counties') },
})
const indicators = createRoute({
  method: 'get',
  path: '/analysis/comparison/indicators',
  request: { query: periodQuery.extend({ scope: scopeSchema.default('cities') }) },
  responses: { 200: json(z.array(comparedIndicatorSchema), 'The catalogue with how many regions hold a figure') },
})
const ranking = createRoute({
  method: 'get',
  path: '/analysis/county-ranking',
  request: { query: sheetQuery },
  responses: { 200: json(countyRankingSchema, 'Sheet T2 of the city') },
})

const xlsx = (description: string) => ({
  description,
  content: { [MEDIA.xlsx]: { schema: z.string().openapi({ format: 'binary' }) } },
})
const comparisonFile = createRoute({
  method: 'get',
  path: '/analysis/comparison/export',
  request: { query: comparedQuery },
  responses: { 200: xlsx('对比表 as xlsx, A4 landscape') },
})
const rankingFile = createRoute({
  method: 'get',
  path: '/analysis/county-ranking/export',
  request: { query: sheetQuery },
  responses: { 200: xlsx('Sheet T2 as xlsx, A3 landscape') },
})

const fileHeaders = (name: string) => ({ 'content-type': MEDIA.xlsx, ...attachment(name) })

const app = router()
app.use('/analysis/periods', signedIn)
app.use('/analysis/comparison', signedIn)
app.use('/analysis/comparison/*', signedIn)
app.use('/analysis/county-ranking', signedIn)
app.use('/analysis/county-ranking/*', signedIn)

/** 对比: cities and counties side by side, and sheet T2. */
export const analysisComparisonRoutes = app
  .openapi(periods, async (context) => {
    const caller = context.get('caller')
    const on = readingDay(context.req.valid('query').on, caller.today)
    return context.json(await readAnalysisPeriods(context.get('services').store, caller, on), 200)
  })
  .openapi(comparison, async (context) => {
    const caller = context.get('caller')
    const { on, indicator, period, scope, kind } = context.req.valid('query')
    const query = { indicator, period, scope, kind, on: readingDay(on, caller.today) }
    return context.json(await readComparison(context.get('services').store, caller, query), 200)
  })
  .openapi(indicators, async (context) => {
    const caller = context.get('caller')
    const { on, period, scope } = context.req.valid('query')
    const query = { period, scope, on: readingDay(on, caller.today) }
    return context.json(await readComparedIndicators(context.get('services').store, caller, query), 200)
  })
  .openapi(ranking, async (context) => {
    const caller = context.get('caller')
    const { on, period, kind } = context.req.valid('query')
    const query = { period, kind, on: readingDay(on, caller.today) }
    return context.json(await readCountyRanking(context.get('services').store, caller, query), 200)
  })
  .openapi(comparisonFile, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const { on, indicator, period, scope, kind } = context.req.valid('query')
    const query = { indicator, period, scope, kind, on: readingDay(on, caller.today) }
    const view = await readComparison(store, caller, query)
    const { name, bytes } = await exportSheet(store, caller, (printed) => comparisonSheetOf(view, printed))
    return context.body(new Uint8Array(bytes).buffer, 200, fileHeaders(name))
  })
  .openapi(rankingFile, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const { on, period, kind } = context.req.valid('query')
    const view = await readCountyRanking(store, caller, { period, kind, on: readingDay(on, caller.today) })
    const { name, bytes } = await exportSheet(store, caller, (printed) => countySheetOf(view, printed))
    return context.body(new Uint8Array(bytes).buffer, 200, fileHeaders(name))
  })
