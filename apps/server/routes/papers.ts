import { Readable } from 'node:stream'
import { createRoute, z } from '@hono/zod-openapi'
import { Problem } from '@yundiao/kernel'
import { mayDo } from '@yundiao/store'
import { makeReview } from '../acts/make-paper.ts'
import { openPaper } from '../acts/open-paper.ts'
import { body, json, onQuery, router } from '../http/router.ts'
import { readingDay, signedIn } from '../http/session.ts'
import { readMeetingRecord } from '../views/meeting.ts'
import { paperSchema, paperView, readPapers } from '../views/paper.ts'
import { boards } from './figures.ts'

const params = z.object({ id: z.string().max(60) })

const list = createRoute({
  method: 'get',
  path: '/papers',
  request: { query: onQuery },
  responses: { 200: json(z.array(paperSchema), 'Papers, the newest first') },
})
const make = createRoute({
  method: 'post',
  path: '/papers',
  request: {
    body: body(
      z.strictObject({ kind: z.literal('quarter-review'), meeting: z.string().max(60), on: z.string().max(20) }),
    ),
  },
  responses: { 200: json(paperSchema, 'The paper as kept') },
})
const file = createRoute({
  method: 'get',
  path: '/papers/{id}/file',
  request: { params },
  responses: { 200: { description: 'The paper as a Word file' } },
})

const app = router()
app.use('/papers/*', signedIn)

/** RFC 6266: a plain name for old readers, the Chinese one for the rest. */
const disposition = (name: string): string =>
  `attachment; filename="paper.docx"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`

export const paperRoutes = app
  .openapi(list, async (context) => {
    const caller = context.get('caller')
    const on = readingDay(context.req.valid('query').on, caller.today)
    return context.json(await readPapers(context.get('services').store, caller, on), 200)
  })
  .openapi(make, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const asked = context.req.valid('json')
    if (!mayDo(caller)['paper.make'])
      throw new Problem('right.missing', '当前账号没有“生成材料”的权限，请由运行办或督查办理')
    const on = readingDay(asked.on, caller.today)
    const meeting = await readMeetingRecord(store, caller, asked.meeting, caller.today)
    const board = await boards(store, caller, { period: meeting.period ?? undefined, on })
    const id = await makeReview(store, caller, { meeting, board, on })
    const paper = await store.record(caller, 'paper', id)
    if (!paper) throw new Error(`paper ${id} was not kept`)
    return context.json(paperView(paper), 200)
  })
  .openapi(file, async (context) => {
    const { file: kept, content } = await openPaper(
      context.get('services').store,
      context.get('caller'),
      context.req.valid('param').id,
    )
    return context.body(Readable.toWeb(content) as ReadableStream, 200, {
      'content-type': kept.media ?? 'application/octet-stream',
      'content-length': String(kept.bytes ?? 0),
      'content-disposition': disposition(kept.name),
      'cache-control': 'private, no-store',
    })
  })
