import { createRoute, z } from '@hono/zod-openapi'
import { attachToEntry, openOfEntry, withdrawFromEntry } from '../acts/entry-files.ts'
import { sendFile } from '../http/attachment.ts'
import { body, json, router } from '../http/router.ts'
import { fileForm, uploadOf } from '../http/upload-form.ts'
import { openEntry } from '../views/open-ledger.ts'

const params = z.object({ id: z.string(), entry: z.uuid('没有这个编号的记录，请从台账里打开') })
const fileParams = params.extend({ file: z.string().max(60) })

const attach = createRoute({
  method: 'post',
  path: '/ledgers/{id}/rows/{entry}/files',
  request: { params, body: fileForm('请选择扫描件或文件') },
  responses: { 200: json(z.object({ id: z.string() }), 'Its id') },
})
const download = createRoute({
  method: 'get',
  path: '/ledgers/{id}/rows/{entry}/files/{file}',
  request: { params: fileParams },
  responses: { 200: { description: 'The file as it was handed in' } },
})
const withdraw = createRoute({
  method: 'post',
  path: '/ledgers/{id}/rows/{entry}/files/{file}/withdraw',
  request: {
    params: fileParams,
    body: body(z.strictObject({ reason: z.string().trim().min(1, '请填写理由').max(300) })),
  },
  responses: { 200: json(z.object({ ok: z.literal(true) }), 'Done') },
})

/** Scans and documents attached to an entry. */
export const ledgerFileRoutes = router()
  .openapi(attach, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const { id: ledger, entry } = context.req.valid('param')
    const place = await openEntry(store, caller, { ledger, entry })
    const id = await attachToEntry(store, caller, place, await uploadOf(context.req.valid('form').file))
    return context.json({ id }, 200)
  })
  .openapi(download, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const { id: ledger, entry, file } = context.req.valid('param')
    return sendFile(context, await openOfEntry(store, caller, await openEntry(store, caller, { ledger, entry }), file))
  })
  .openapi(withdraw, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const { id: ledger, entry, file } = context.req.valid('param')
    const { reason } = context.req.valid('json')
    await withdrawFromEntry(store, caller, await openEntry(store, caller, { ledger, entry }), { file, reason })
    return context.json({ ok: true as const }, 200)
  })
