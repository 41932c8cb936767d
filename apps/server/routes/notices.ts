import { createRoute, z } from '@hono/zod-openapi'
import { attachScan, changeNotice, openNotice } from '../acts/keep-notice.ts'
import { sendFile } from '../http/attachment.ts'
import { body, json, router } from '../http/router.ts'
import { signedIn } from '../http/session.ts'
import { fileForm, uploadOf } from '../http/upload-form.ts'
import { noticeSchema, readNotices } from '../views/notices.ts'

const params = z.object({ id: z.string().max(60) })
const version = z.number().int().min(1)
const ok = json(z.object({ ok: z.literal(true) }), 'Done')

const list = createRoute({
  method: 'get',
  path: '/notices',
  request: { query: z.object({ document: z.string().max(60).optional() }) },
  responses: { 200: json(z.array(noticeSchema), '交办单 in sight') },
})
const change = createRoute({
  method: 'patch',
  path: '/notices/{id}',
  request: {
    params,
    body: body(
      z.strictObject({
        version,
        officialNumber: z.string().max(80).nullable().optional(),
        received: z.literal(true).optional(),
      }),
    ),
  },
  responses: { 200: ok },
})
const scan = createRoute({
  method: 'post',
  path: '/notices/{id}/scan',
  request: {
    params,
    query: z.object({ version: z.coerce.number().int().min(1) }),
    body: fileForm('请选择盖章扫描件'),
  },
  responses: { 200: ok },
})
const file = createRoute({
  method: 'get',
  path: '/notices/{id}/{what}',
  request: { params: params.extend({ what: z.enum(['file', 'scan']) }) },
  responses: { 200: { description: 'The 交办单 as a Word file, or its stamped scan' } },
})

const app = router()
app.use('/notices/*', signedIn)

const done = { ok: true as const }

export const noticeRoutes = app
  .openapi(list, async (context) => {
    const { document } = context.req.valid('query')
    const caller = context.get('caller')
    return context.json(await readNotices(context.get('services').store, caller, { document: document ?? null }), 200)
  })
  .openapi(change, async (context) => {
    const { id } = context.req.valid('param')
    await changeNotice(context.get('services').store, context.get('caller'), id, context.req.valid('json'))
    return context.json(done, 200)
  })
  .openapi(scan, async (context) => {
    const { id } = context.req.valid('param')
    const { file: given } = context.req.valid('form')
    const upload = await uploadOf(given)
    await attachScan(context.get('services').store, context.get('caller'), id, {
      ...context.req.valid('query'),
      ...upload,
    })
    return context.json(done, 200)
  })
  .openapi(file, async (context) => {
    const { id, what } = context.req.valid('param')
    const { store } = context.get('services')
    return sendFile(context, await openNotice(store, context.get('caller'), id, what === 'scan' ? 'scan' : 'paper'))
  })
