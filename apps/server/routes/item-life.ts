import { createRoute, z } from '@hono/zod-openapi'
import type { Caller, Store } from '@yundiao/store'
import type { Context } from 'hono'
import { attachFile, openAttached } from '../acts/attach-file.ts'
import { askClosing, returnClosing } from '../acts/closing-request.ts'
import { checkItem, extendItem, pauseItem, reassignItem, reopenItem, resumeItem } from '../acts/item-life.ts'
import { unlinkItem } from '../acts/link-item.ts'
import { sendFile } from '../http/attachment.ts'
import type { Env } from '../http/environment.ts'
import { body, json, router } from '../http/router.ts'
import { signedIn } from '../http/session.ts'
import { fileForm, uploadOf } from '../http/upload-form.ts'

const params = z.object({ id: z.string().max(60) })
const version = z.number().int().min(1)
const said = (most: number, what: string) => z.string().trim().min(1, `请填写${what}`).max(most)
const reason = said(300, '理由')
const approver = said(60, '批准人')
const ok = json(z.object({ ok: z.literal(true) }), 'Done')
const made = json(z.object({ id: z.string() }), 'Its id')
const done = { ok: true as const }

type Asked<T> = Context<Env, string, { in: object; out: { param: { id: string }; json: T } }>

/** The route of an act on an item, and what carries it out as the body asks. */
const post = <T extends z.ZodType>(
  path: string,
  schema: T,
  act: (store: Store, caller: Caller, id: string, asked: z.output<T>) => Promise<unknown>,
) => ({
  route: createRoute({
    method: 'post',
    path: `/items/{id}/${path}`,
    request: { params, body: body(schema) },
    responses: { 200: ok },
  }),
  handle: async (context: Asked<z.output<T>>) => {
    const { id } = context.req.valid('param')
    await act(context.get('services').store, context.get('caller'), id, context.req.valid('json'))
    return context.json(done, 200)
  },
})

const extend = post('extend', z.strictObject({ version, to: z.string().max(20), approver, reason }), extendItem)
const pause = post('pause', z.strictObject({ version, approver, reason }), pauseItem)
const resume = post('resume', z.strictObject({ version, reason }), resumeItem)
const reassign = post('reassign', z.strictObject({ version, leadUnit: said(60, '牵头单位'), reason }), reassignItem)
const check = post(
  'check',
  z.strictObject({
    version,
    kind: said(40, '核查方式'),
    words: said(300, '核查结论'),
    on: z.string().max(20).nullish(),
  }),
  checkItem,
)
const reopen = post('reopen', z.strictObject({ version, reason }), reopenItem)
const giveBack = post('return', z.strictObject({ reason }), (store, caller, id, asked) =>
  returnClosing(store, caller, id, asked.reason),
)
const unlink = post('unlink', z.strictObject({ link: z.string().max(60), reason }), unlinkItem)

const words = (most: number) => z.string().max(most).nullable()
const ask = createRoute({
  method: 'post',
  path: '/items/{id}/ask',
  request: {
    params,
    body: body(
      z.strictObject({
        asOf: z.string().max(20),
        text: said(2000, '办结情况'),
        problems: words(1000).optional(),
        file: words(60).optional(),
        signedOffline: z.boolean().optional(),
      }),
    ),
  },
  responses: { 200: made },
})
const attach = createRoute({
  method: 'post',
  path: '/items/{id}/files',
  request: { params, body: fileForm('请选择扫描件或成果文件') },
  responses: { 200: made },
})
const download = createRoute({
  method: 'get',
  path: '/items/{id}/files/{file}',
  request: { params: params.extend({ file: z.string().max(60) }) },
  responses: { 200: { description: 'The file as it was handed in' } },
})

const app = router()
app.use('/items/*', signedIn)

/** What happens to an item after it was set up, each an act of its own with its reason. */
export const itemLifeRoutes = app
  .openapi(extend.route, extend.handle)
  .openapi(pause.route, pause.handle)
  .openapi(resume.route, resume.handle)
  .openapi(reassign.route, reassign.handle)
  .openapi(check.route, check.handle)
  .openapi(reopen.route, reopen.handle)
  .openapi(giveBack.route, giveBack.handle)
  .openapi(unlink.route, unlink.handle)
  .openapi(ask, async (context) => {
    const asked = context.req.valid('json')
    const note = { ...asked, percent: 100, problems: asked.problems ?? null, nextSteps: null }
    const id = await askClosing(
      context.get('services').store,
      context.get('caller'),
      context.req.valid('param').id,
      note,
    )
    return context.json({ id }, 200)
  })
  .openapi(attach, async (context) => {
    const { store } = context.get('services')
    const upload = await uploadOf(context.req.valid('form').file)
    const id = await attachFile(store, context.get('caller'), context.req.valid('param').id, upload)
    return context.json({ id }, 200)
  })
  .openapi(download, async (context) => {
    const { id, file: asked } = context.req.valid('param')
    const place = { item: id, file: asked }
    return sendFile(context, await openAttached(context.get('services').store, context.get('caller'), place))
  })
