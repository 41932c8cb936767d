import { Readable } from 'node:stream'
import { createRoute, z } from '@hono/zod-openapi'
import type { Caller, Store } from '@yundiao/store'
import { DRAFTED, type PaperBasis } from '../acts/draft-paper.ts'
import { requireMaker } from '../acts/keep-document.ts'
import { kindsOfSet, makePapers } from '../acts/make-paper.ts'
import { openPaper, paperInSight, printedContent } from '../acts/open-paper.ts'
import { body, json, onQuery, router } from '../http/router.ts'
import { readingDay, signedIn } from '../http/session.ts'
import { readPaperRun } from '../views/evaluation/paper-run.ts'
import { FORMULA_WORDS } from '../views/formula-words.ts'
import { readMeetingRecord } from '../views/meeting.ts'
import { type PaperView, paperPageSchema, paperSchema, readPapers } from '../views/paper.ts'
import { readAsks } from '../views/paper-asks.ts'
import { readRevisions } from '../views/revision.ts'
import { boards } from './figures.ts'
import { paperReturnRoutes } from './papers-return.ts'

const params = z.object({ id: z.string().max(60) })
const basis = z.strictObject({ meeting: z.string().max(60), on: z.string().max(20) })

const list = createRoute({
  method: 'get',
  path: '/papers',
  request: { query: onQuery },
  responses: { 200: json(z.array(paperSchema), 'Papers, the newest first') },
})
const make = createRoute({
  method: 'post',
  path: '/papers',
  request: { body: body(basis.extend({ kind: z.enum(DRAFTED) })) },
  responses: { 200: json(paperSchema, 'The paper as kept') },
})
const makeSet = createRoute({
  method: 'post',
  path: '/papers/set',
  request: { body: body(basis) },
  responses: { 200: json(z.array(paperSchema), 'The papers of a meeting, made and kept together') },
})
const one = createRoute({
  method: 'get',
  path: '/papers/{id}',
  request: { params, query: onQuery },
  responses: { 200: json(paperPageSchema, 'A paper, what it printed, and the copies that came back') },
})
const file = createRoute({
  method: 'get',
  path: '/papers/{id}/file',
  request: {
    params,
    query: z.object({ of: z.enum(['draft', 'final']).optional(), revision: z.string().max(60).optional() }),
  },
  responses: {
    200: { description: 'The paper as a Word or Excel file: the one settled on, unless another is asked for' },
  },
})

const app = router()
app.use('/papers/*', signedIn)

/** RFC 6266: a plain name for old readers, the Chinese one for the rest. */
const disposition = (name: string): string => {
  const extension = /\.(?:docx|xlsx)$/u.exec(name)?.[0] ?? ''
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="paper${extension}"; filename*=UTF-8''${encoded}`
}

const basisOf = async (store: Store, caller: Caller, asked: z.infer<typeof basis>): Promise<PaperBasis> => {
  requireMaker(caller)
  const on = readingDay(asked.on, caller.today)
  const meeting = await readMeetingRecord(store, caller, asked.meeting, caller.today)
  return { meeting, on, board: await boards(store, caller, { period: meeting.period ?? undefined, on }) }
}

const viewsOf = async (store: Store, caller: Caller, ids: readonly string[]): Promise<PaperView[]> => {
  const papers = await readPapers(store, caller, caller.today)
  return ids.flatMap((id) => papers.find((paper) => paper.id === id) ?? [])
}

export const paperRoutes = app
  .openapi(list, async (context) => {
    const caller = context.get('caller')
    const on = readingDay(context.req.valid('query').on, caller.today)
    return context.json(await readPapers(context.get('services').store, caller, on), 200)
  })
  .openapi(make, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const { kind, ...asked } = context.req.valid('json')
    const ids = await makePapers(store, caller, [kind], await basisOf(store, caller, asked))
    const [paper] = await viewsOf(store, caller, ids)
    if (!paper) throw new Error(`paper ${ids.join()} was not kept`)
    return context.json(paper, 200)
  })
  .openapi(makeSet, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const from = await basisOf(store, caller, context.req.valid('json'))
    const ids = await makePapers(store, caller, kindsOfSet(from), from)
    return context.json(await viewsOf(store, caller, ids), 200)
  })
  .openapi(one, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const paper = await paperInSight(store, caller, context.req.valid('param').id)
    const [view] = await viewsOf(store, caller, [paper.id])
    if (!view) throw new Error(`paper ${paper.id} is not in its list`)
    const meeting = paper.meeting === null ? null : await store.record(caller, 'meeting', paper.meeting)
    const printed = await printedContent(store, caller, paper)
    const content = printed as Record<string, unknown> | null
    const on = readingDay(context.req.valid('query').on, caller.today)
    const made = { madeAt: paper.madeAt, asKnownOn: paper.asKnownOn ?? paper.knownFrom }
    const evaluation =
      printed?.kind === 'document' ? await readPaperRun(store, caller, { paper: printed.paper, ...made }, on) : null
    const revisions = await readRevisions(store, caller, paper.id)
    const page = {
      ...view,
      meetingTitle: meeting?.title ?? null,
      asks: await readAsks(store, caller, paper),
      content,
      formulas: FORMULA_WORDS,
      revisions,
      evaluation,
    }
    return context.json(page, 200)
  })
  .openapi(file, async (context) => {
    const { of, revision } = context.req.valid('query')
    const { file: kept, content } = await openPaper(
      context.get('services').store,
      context.get('caller'),
      context.req.valid('param').id,
      { revision, final: of !== 'draft' },
    )
    return context.body(Readable.toWeb(content) as ReadableStream, 200, {
      'content-type': kept.media ?? 'application/octet-stream',
      'content-length': String(kept.bytes ?? 0),
      'content-disposition': disposition(kept.name),
      'cache-control': 'private, no-store',
    })
  })
  .route('/', paperReturnRoutes)
