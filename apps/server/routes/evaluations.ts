import { Readable } from 'node:stream'
import { createRoute, z } from '@hono/zod-openapi'
import { keepWeights, publishRun, settleRun } from '../acts/evaluation/change-run.ts'
import { keepNotice, printNotice } from '../acts/evaluation/make-notice.ts'
import { makeRun } from '../acts/evaluation/make-run.ts'
import { removeRun, withdrawRun } from '../acts/evaluation/withdraw-run.ts'
import { MEDIA } from '../acts/keep-paper.ts'
import { attachment } from '../http/attachment.ts'
import { body, json, onQuery, router } from '../http/router.ts'
import { readingDay, signedIn } from '../http/session.ts'
import { exportRun } from '../sheets/evaluation/export-run.ts'
import { replaySchema } from '../views/evaluation/appeal-schema.ts'
import { readCard, readCheapest } from '../views/evaluation/card.ts'
import { cardSchema } from '../views/evaluation/card-schema.ts'
import { readWhatIf } from '../views/evaluation/effect.ts'
import { planSchema, sideBySideSchema, whatIfSchema } from '../views/evaluation/effect-schema.ts'
import { methodSchema } from '../views/evaluation/item-schema.ts'
import { readRunRecord } from '../views/evaluation/kept.ts'
import { readEvaluations, readRunView } from '../views/evaluation/list.ts'
import { listSchema, runSchema } from '../views/evaluation/list-schema.ts'
import { readMethod } from '../views/evaluation/method.ts'
import { readEvaluationPage } from '../views/evaluation/page.ts'
import { openRunFile, readReplay } from '../views/evaluation/replay.ts'
import { viewSchema } from '../views/evaluation/run-schema.ts'
import { readSideBySide } from '../views/evaluation/side-by-side.ts'
import { evaluationAppealRoutes } from './evaluation-appeals.ts'
import { evaluationAssuranceRoutes } from './evaluation-assurance.ts'

const id = z.string().max(80)
const params = z.object({ id })
const unitParams = z.object({ id, unit: id })
const version = z.number().int().min(1)
const title = z.string().min(1).max(120)
const weights = z.record(z.string().max(80), z.number().min(0).max(1e6))

const list = createRoute({
  method: 'get',
  path: '/evaluations',
  request: { query: onQuery },
  responses: { 200: json(listSchema, 'Runs in sight, the newest first, and the schemes') },
})
const make = createRoute({
  method: 'post',
  path: '/evaluations',
  request: {
    body: body(
      z.strictObject({
        scheme: id,
        version: id,
        year: z.number().int().min(1990).max(2100),
        title,
        track: z.string().max(40).optional(),
      }),
    ),
  },
  responses: { 200: json(runSchema, 'The run as kept: 试算, or 草稿 where data are lacking') },
})
const method = createRoute({
  method: 'get',
  path: '/evaluation-schemes/{id}',
  request: { params, query: onQuery.extend({ version: id.optional() }) },
  responses: { 200: json(methodSchema, 'The method of a version, with its clauses and what it does not say') },
})
const one = createRoute({
  method: 'get',
  path: '/evaluations/{id}',
  request: { params, query: onQuery },
  responses: { 200: json(viewSchema, 'A run: ranking, grades, how sure they are') },
})
const card = createRoute({
  method: 'get',
  path: '/evaluations/{id}/units/{unit}',
  request: { params: unitParams, query: onQuery.extend({ against: id.optional() }) },
  responses: { 200: json(cardSchema, 'Why a unit stands where it does') },
})
const cheapest = createRoute({
  method: 'post',
  path: '/evaluations/{id}/units/{unit}/cheapest',
  request: {
    params: unitParams,
    body: body(
      z.strictObject({
        goal: z.union([z.strictObject({ grade: z.string().max(20) }), z.strictObject({ score: z.number() })]),
        levers: z.array(z.strictObject({ code: id, least: z.number(), most: z.number() })).max(60),
      }),
    ),
  },
  responses: { 200: json(planSchema, 'The cheapest way to a goal within bounds (测算)') },
})
const whatIf = createRoute({
  method: 'post',
  path: '/evaluations/{id}/what-if',
  request: { params, body: body(z.strictObject({ weights })) },
  responses: { 200: json(whatIfSchema, 'What other weights would do to whom; nothing is kept') },
})
const sideBySide = createRoute({
  method: 'get',
  path: '/evaluations/{id}/side-by-side',
  request: { params, query: z.object({ schemes: z.string().max(600).default('') }) },
  responses: { 200: json(sideBySideSchema, 'Versions and runs side by side') },
})
const change = createRoute({
  method: 'post',
  path: '/evaluations/{id}/change',
  request: { params, body: body(z.strictObject({ title, weights })) },
  responses: { 200: json(runSchema, 'Other weights kept as a 试算 of their own') },
})
const publish = createRoute({
  method: 'post',
  path: '/evaluations/{id}/publish',
  request: {
    params,
    body: body(z.strictObject({ version, from: z.string().max(20), days: z.number().int().min(1).max(60).optional() })),
  },
  responses: { 200: json(runSchema, '公示') },
})
const withdraw = createRoute({
  method: 'post',
  path: '/evaluations/{id}/withdraw',
  request: { params, body: body(z.strictObject({ version, reason: z.string().min(1).max(500) })) },
  responses: { 200: json(runSchema, '撤回公示：原因留存，可另行公示') },
})
const remove = createRoute({
  method: 'post',
  path: '/evaluations/{id}/remove',
  request: { params, body: body(z.strictObject({ version })) },
  responses: { 200: json(z.object({ id: z.string() }), '删除试算：由本人，公示过、被引用的除外') },
})
const settle = createRoute({
  method: 'post',
  path: '/evaluations/{id}/settle',
  request: { params, body: body(z.strictObject({ version, approver: z.string().max(60) })) },
  responses: { 200: json(runSchema, '定稿') },
})
const replayed = createRoute({
  method: 'get',
  path: '/evaluations/{id}/replay',
  request: { params },
  responses: { 200: json(replaySchema, 'The run computed again from its files') },
})

const keptFile = createRoute({
  method: 'get',
  path: '/evaluations/{id}/kept/{what}',
  request: { params: z.object({ id, what: id }) },
  responses: { 200: { description: 'One file the run rests on, byte for byte as its hash on record covers it' } },
})

const file = createRoute({
  method: 'get',
  path: '/evaluations/{id}/file',
  request: { params, query: onQuery },
  responses: {
    200: {
      description: 'The run as xlsx, with live formulas for who may see every value',
      content: { [MEDIA.xlsx]: { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
})

const notice = createRoute({
  method: 'get',
  path: '/evaluations/{id}/notice',
  request: { params },
  responses: {
    200: {
      description: '公示 as docx: places and grades, no values',
      content: { [MEDIA.docx]: { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
})
const keptNotice = createRoute({
  method: 'post',
  path: '/evaluations/{id}/notice',
  request: { params },
  responses: { 200: json(z.object({ id: z.string() }), '公示 kept among the papers') },
})

const app = router()
app.use('/evaluations/*', signedIn)
app.use('/evaluation-schemes/*', signedIn)

export const evaluationRoutes = app
  .openapi(list, async (context) => {
    const caller = context.get('caller')
    const on = readingDay(context.req.valid('query').on, caller.today)
    return context.json(await readEvaluations(context.get('services').store, caller, on), 200)
  })
  .openapi(make, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const made = await makeRun(store, caller, context.req.valid('json'))
    return context.json(await readRunView(store, caller, await readRunRecord(store, caller, made)), 200)
  })
  .openapi(method, async (context) => {
    const caller = context.get('caller')
    const { version: wanted, on } = context.req.valid('query')
    const ask = { scheme: context.req.valid('param').id, version: wanted, on: readingDay(on, caller.today) }
    return context.json(await readMethod(context.get('services').store, caller, ask), 200)
  })
  .openapi(one, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const on = readingDay(context.req.valid('query').on, caller.today)
    return context.json(await readEvaluationPage(store, caller, context.req.valid('param').id, on), 200)
  })
  .openapi(card, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const { against, on } = context.req.valid('query')
    const ask = { ...context.req.valid('param'), against, on: readingDay(on, caller.today) }
    return context.json(await readCard(store, caller, ask), 200)
  })
  .openapi(cheapest, async (context) => {
    const { store, assessor } = context.get('services')
    const doors = { store, caller: context.get('caller'), assessor }
    const ask = { ...context.req.valid('param'), ...context.req.valid('json') }
    return context.json(await readCheapest(doors, ask, context.req.raw.signal), 200)
  })
  .openapi(whatIf, async (context) => {
    const { store } = context.get('services')
    const { weights: asked } = context.req.valid('json')
    return context.json(await readWhatIf(store, context.get('caller'), context.req.valid('param').id, asked), 200)
  })
  .openapi(sideBySide, async (context) => {
    const { store } = context.get('services')
    const refs = context.req.valid('query').schemes.split(',').filter(Boolean)
    const doors = { store, caller: context.get('caller') }
    return context.json(await readSideBySide(doors, context.req.valid('param').id, refs), 200)
  })
  .openapi(change, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const made = await keepWeights(store, caller, context.req.valid('param').id, context.req.valid('json'))
    return context.json(await readRunView(store, caller, await readRunRecord(store, caller, made)), 200)
  })
  .openapi(publish, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const run = context.req.valid('param').id
    await publishRun(store, caller, run, context.req.valid('json'))
    return context.json(await readRunView(store, caller, await readRunRecord(store, caller, run)), 200)
  })
  .openapi(withdraw, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const run = context.req.valid('param').id
    await withdrawRun(store, caller, run, context.req.valid('json'))
    return context.json(await readRunView(store, caller, await readRunRecord(store, caller, run)), 200)
  })
  .openapi(remove, async (context) => {
    const run = context.req.valid('param').id
    await removeRun(context.get('services').store, context.get('caller'), run, context.req.valid('json'))
    return context.json({ id: run }, 200)
  })
  .openapi(settle, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const run = context.req.valid('param').id
    await settleRun(store, caller, run, context.req.valid('json'))
    return context.json(await readRunView(store, caller, await readRunRecord(store, caller, run)), 200)
  })
  .openapi(replayed, async (context) => {
    const { store } = context.get('services')
    return context.json(await readReplay(store, context.get('caller'), context.req.valid('param').id), 200)
  })
  .openapi(keptFile, async (context) => {
    const { store } = context.get('services')
    const { name, bytes, content } = await openRunFile(store, context.get('caller'), context.req.valid('param'))
    return context.body(Readable.toWeb(content) as ReadableStream, 200, {
      'content-type': 'application/json',
      'content-length': String(bytes),
      ...attachment(name),
    })
  })
  .openapi(file, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const on = readingDay(context.req.valid('query').on, caller.today)
    const { name, bytes } = await exportRun(store, caller, context.req.valid('param').id, { on })
    return context.body(new Uint8Array(bytes).buffer, 200, { 'content-type': MEDIA.xlsx, ...attachment(name) })
  })
  .openapi(notice, async (context) => {
    const { store } = context.get('services')
    const { name, bytes } = await printNotice(store, context.get('caller'), context.req.valid('param').id)
    return context.body(new Uint8Array(bytes).buffer, 200, { 'content-type': MEDIA.docx, ...attachment(name) })
  })
  .openapi(keptNotice, async (context) => {
    const { store } = context.get('services')
    const paper = await keepNotice(store, context.get('caller'), context.req.valid('param').id)
    return context.json({ id: paper }, 200)
  })
  .route('/', evaluationAppealRoutes)
  .route('/', evaluationAssuranceRoutes)
