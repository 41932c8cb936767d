import { createRoute, z } from '@hono/zod-openapi'
import { Problem } from '@yundiao/kernel'
import { type Caller, mayDo } from '@yundiao/store'
import { returnPaper } from '../acts/return-paper.ts'
import { declineRevision, sendPaper, settlePaper } from '../acts/settle-paper.ts'
import { body, json, router } from '../http/router.ts'
import { decisionSchema } from '../views/revision.ts'

const params = z.object({ id: z.string().max(60) })
const version = z.number().int().min(1)
const ok = json(z.object({ ok: z.literal(true) }), 'Done')

const giveBack = createRoute({
  method: 'post',
  path: '/papers/{id}/return',
  request: {
    params,
    body: {
      content: {
        'multipart/form-data': {
          schema: z.object({
            file: z
              .instanceof(File, { error: '请选择改过的 .docx 文件' })
              .openapi({ type: 'string', format: 'binary' }),
            note: z.string().max(200).optional(),
          }),
        },
      },
      required: true,
    },
  },
  responses: { 200: json(z.object({ id: z.string() }), 'The edited copy as kept, with what was found') },
})
const send = createRoute({
  method: 'post',
  path: '/papers/{id}/send',
  request: { params, body: body(z.strictObject({ version })) },
  responses: { 200: ok },
})
const settle = createRoute({
  method: 'post',
  path: '/papers/{id}/final',
  request: {
    params,
    body: body(
      z.strictObject({
        version,
        revision: z.string().max(60).nullable(),
        approver: z.string().max(60),
        decisions: z.array(decisionSchema).max(2000),
      }),
    ),
  },
  responses: { 200: ok },
})
const decline = createRoute({
  method: 'post',
  path: '/papers/{id}/decline',
  request: { params, body: body(z.strictObject({ revision: z.string().max(60), reason: z.string().min(1).max(200) })) },
  responses: { 200: ok },
})

/** Throws Problem right.missing for who may not make papers. */
const requireMaker = (caller: Caller): void => {
  if (!mayDo(caller)['paper.make'])
    throw new Problem('right.missing', '当前账号没有“办理材料”的权限，请由运行办或督查办理')
}

const done = { ok: true as const }

/** 送审, 收回改稿, 定稿 of a paper. */
export const paperReturnRoutes = router()
  .openapi(giveBack, async (context) => {
    const caller = context.get('caller')
    requireMaker(caller)
    const { file, note } = context.req.valid('form')
    const bytes = new Uint8Array(await file.arrayBuffer())
    const returned = { name: file.name, bytes, note: note?.trim() || null }
    const id = await returnPaper(context.get('services').store, caller, context.req.valid('param').id, returned)
    return context.json({ id }, 200)
  })
  .openapi(send, async (context) => {
    const caller = context.get('caller')
    requireMaker(caller)
    const { id } = context.req.valid('param')
    await sendPaper(context.get('services').store, caller, id, context.req.valid('json').version)
    return context.json(done, 200)
  })
  .openapi(settle, async (context) => {
    const caller = context.get('caller')
    requireMaker(caller)
    await settlePaper(context.get('services').store, caller, context.req.valid('param').id, context.req.valid('json'))
    return context.json(done, 200)
  })
  .openapi(decline, async (context) => {
    const caller = context.get('caller')
    requireMaker(caller)
    const asked = { paper: context.req.valid('param').id, ...context.req.valid('json') }
    await declineRevision(context.get('services').store, caller, asked)
    return context.json(done, 200)
  })
