import { createRoute, z } from '@hono/zod-openapi'
import { economyCatalogue } from '@yundiao/domains/economy'
import { type FigureRef, parseFigureRef } from '@yundiao/figures'
import { type LocalDate, Problem } from '@yundiao/kernel'
import { MEDIA } from '../acts/keep-paper.ts'
import { attachment } from '../http/attachment.ts'
import { body, json, onQuery, router } from '../http/router.ts'
import { readingDay, signedIn } from '../http/session.ts'
import { exportSheet } from '../sheets/export-comparison.ts'
import { periodsSheetOf } from '../sheets/export-periods.ts'
import { readBoard } from '../views/board.ts'
import { boardCache } from '../views/board-cache.ts'
import { boardPeriods, periodWords } from '../views/board-period.ts'
import { boardSchema } from '../views/board-schema.ts'
import { figOf, rowUnitOf } from '../views/fig.ts'
import { compareSchema, figSchema, targetRowSchema } from '../views/figure-schema.ts'
import { indicatorOf, indicatorSchema, readIndicator } from '../views/indicator.ts'
import { readPassportView } from '../views/passport.ts'
import { passportSchema } from '../views/passport-schema.ts'
import { readPeriodSheet } from '../views/period-sheet.ts'
import { periodSheetSchema } from '../views/period-sheet-schema.ts'
import { readPlaces } from '../views/places.ts'
import { draftOf, reportSchema } from '../views/report-figure.ts'
import { readTargets, targetRows } from '../views/targets.ts'
import { whatIf } from '../views/what-if.ts'

const periods = createRoute({
  method: 'get',
  path: '/periods',
  request: { query: onQuery },
  responses: {
    200: json(z.array(z.object({ period: z.string(), words: z.string() })), 'Periods with a board, newest first'),
  },
})
const board = createRoute({
  method: 'get',
  path: '/board',
  request: { query: onQuery.extend({ period: z.string().optional() }) },
  responses: { 200: json(boardSchema, 'Sheet T1 of the city') },
})
const indicators = createRoute({
  method: 'get',
  path: '/indicators',
  request: { query: onQuery },
  responses: {
    200: json(
      z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          label: z.string(),
          indent: z.number().int(),
          unitShown: z.string(),
        }),
      ),
      'The catalogue, rows of sheet T1 first',
    ),
  },
})
const indicator = createRoute({
  method: 'get',
  path: '/indicators/{code}',
  request: { params: z.object({ code: z.string() }), query: onQuery },
  responses: { 200: json(indicatorSchema, 'One indicator over periods and regions') },
})
const periodsOfIndicator = createRoute({
  method: 'get',
  path: '/indicators/{code}/periods',
  request: {
    params: z.object({ code: z.string() }),
    query: onQuery.extend({ region: z.string().max(40).optional(), kind: z.string().max(80).optional() }),
  },
  responses: {
    200: json(periodSheetSchema, 'Each release of a place with the period alone, 两年平均, prices, 较序时'),
  },
})
const periodsFile = createRoute({
  method: 'get',
  path: '/indicators/{code}/periods/export',
  request: periodsOfIndicator.request,
  responses: {
    200: {
      description: '各期推算 as xlsx, A4 landscape',
      content: { [MEDIA.xlsx]: { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
})
const figure = createRoute({
  method: 'get',
  path: '/figure',
  request: { query: onQuery.extend({ ref: z.string() }) },
  responses: { 200: json(passportSchema, 'The passport (出处) of a figure') },
})
const targets = createRoute({
  method: 'get',
  path: '/targets',
  request: { query: onQuery.extend({ year: z.coerce.number().int().min(1949).max(2100) }) },
  responses: { 200: json(z.array(targetRowSchema), 'Targets of a year') },
})
const report = createRoute({
  method: 'post',
  path: '/figures',
  request: { body: body(reportSchema) },
  responses: { 200: json(figSchema, 'The new vintage, not yet released') },
})
const release = createRoute({
  method: 'post',
  path: '/figures/release',
  request: { body: body(z.object({ refs: z.array(z.string()).min(1).max(1000) })) },
  responses: { 200: json(z.object({ released: z.number().int() }), 'How many were released') },
})
const ratio = z.number().min(-10).max(10)
const suppose = createRoute({
  method: 'post',
  path: '/what-if',
  request: { body: body(z.object({ target: ratio, share: ratio, growth: ratio })) },
  responses: { 200: json(compareSchema, 'Growth the rest of the year would need (测算)') },
})

const requireRef = (ref: string): FigureRef => {
  if (!parseFigureRef(ref))
    throw new Problem('input.invalid', `数据引用 ${ref} 写法不对，请从页面上的数打开出处`, { ref })
  return ref as FigureRef
}

export const boards = boardCache(readBoard, () => Date.now())

const app = router()
for (const path of ['/periods', '/board', '/indicators/*', '/figure', '/targets', '/figures/*', '/what-if'])
  app.use(path, signedIn)

export const figureRoutes = app
  .openapi(periods, async (context) => {
    const caller = context.get('caller')
    const on = readingDay(context.req.valid('query').on, caller.today)
    const found = await boardPeriods(context.get('services').store, caller, on)
    return context.json(
      found.map((period) => ({ period, words: periodWords(period) })),
      200,
    )
  })
  .openapi(board, async (context) => {
    const caller = context.get('caller')
    const { on, period } = context.req.valid('query')
    const day = readingDay(on, caller.today)
    return context.json(await boards(context.get('services').store, caller, { period, on: day }), 200)
  })
  .openapi(indicators, (context) =>
    context.json(
      economyCatalogue.all.map((one) => ({
        code: one.code,
        name: one.name,
        label: one.shortName,
        indent: one.indent,
        unitShown: rowUnitOf(one),
      })),
      200,
    ),
  )
  .openapi(indicator, async (context) => {
    const caller = context.get('caller')
    const { code } = context.req.valid('param')
    const on = readingDay(context.req.valid('query').on, caller.today)
    return context.json(await readIndicator(context.get('services').store, caller, { code, on }), 200)
  })
  .openapi(periodsOfIndicator, async (context) => {
    const caller = context.get('caller')
    const { on, region, kind } = context.req.valid('query')
    const asked = { code: context.req.valid('param').code, region, kind, on: readingDay(on, caller.today) }
    return context.json(await readPeriodSheet(context.get('services').store, caller, asked), 200)
  })
  .openapi(periodsFile, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const { on, region, kind } = context.req.valid('query')
    const { code } = context.req.valid('param')
    const day = readingDay(on, caller.today)
    const view = await readPeriodSheet(store, caller, { code, region, kind, on: day })
    const about = { name: indicatorOf(code).name, on: day }
    const { name, bytes } = await exportSheet(store, caller, (printed) => periodsSheetOf(view, about, printed))
    return context.body(new Uint8Array(bytes).buffer, 200, { 'content-type': MEDIA.xlsx, ...attachment(name) })
  })
  .openapi(figure, async (context) => {
    const caller = context.get('caller')
    const { ref, on } = context.req.valid('query')
    const day = readingDay(on, caller.today)
    return context.json(
      await readPassportView(context.get('services').store, caller, { ref: requireRef(ref), on: day }),
      200,
    )
  })
  .openapi(targets, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const { year, on } = context.req.valid('query')
    const { tree } = await readPlaces(store, caller)
    return context.json(targetRows(await readTargets(store, caller, readingDay(on, caller.today), { year }), tree), 200)
  })
  .openapi(report, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const draft = draftOf(context.req.valid('json'), caller)
    const [outcome] = await store.commit(caller, [{ do: 'report', figures: [draft] }])
    const ref = outcome?.do === 'report' ? outcome.refs[0] : undefined
    const knownOn: LocalDate = caller.today
    const vintage = (ref && parseFigureRef(ref)?.vintage) ?? 1
    return context.json(
      {
        ...figOf({ ...draft, ref: ref ?? 'fig:', state: 'reported', knownOn }, indicatorOf(draft.series.indicator)),
        vintage,
      },
      200,
    )
  })
  .openapi(release, async (context) => {
    const caller = context.get('caller')
    const refs = context.req.valid('json').refs.map(requireRef)
    const [outcome] = await context.get('services').store.commit(caller, [{ do: 'release', refs, state: 'released' }])
    return context.json({ released: outcome?.do === 'release' ? outcome.released : 0 }, 200)
  })
  .openapi(suppose, (context) => context.json(whatIf(context.req.valid('json')), 200))
