import { createRoute, z } from '@hono/zod-openapi'
import { Problem } from '@yundiao/kernel'
import { mayDo } from '@yundiao/store'
import { MEDIA } from '../acts/keep-paper.ts'
import { attachment } from '../http/attachment.ts'
import { json, onQuery, router } from '../http/router.ts'
import { readingDay, signedIn } from '../http/session.ts'
import { exportItems } from '../sheets/export-items.ts'
import { importItems } from '../sheets/import-items.ts'
import { itemImportSchema } from '../sheets/item-import-result.ts'
import { itemFilterQuery } from './items.ts'

const flag = z.enum(['0', '1']).optional()

/** A list of ids or heads as a field of a form: JSON. */
const listField = z
  .string()
  .max(200_000)
  .optional()
  .transform((text, context): string[] => {
    if (!text) return []
    const list = z.array(z.string().max(300)).safeParse(parsed(text))
    if (list.success) return list.data
    context.addIssue({ code: 'custom', message: '应为文字的列表' })
    return z.NEVER
  })

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const takeIn = createRoute({
  method: 'post',
  path: '/items/import',
  request: {
    query: z.object({ dryRun: flag }),
    body: {
      content: {
        'multipart/form-data': {
          schema: z.object({
            file: z
              .instanceof(File, { error: '请选择要导入的旧台账（.xlsx 或 .csv）' })
              .openapi({ type: 'string', format: 'binary' }),
            take: listField,
            leave: listField,
            keep: listField,
          }),
        },
      },
      required: true,
    },
  },
  responses: { 200: json(itemImportSchema, 'An old 督办台账, row by row') },
})
const carryOut = createRoute({
  method: 'get',
  path: '/items/export',
  request: { query: onQuery.extend(itemFilterQuery) },
  responses: {
    200: {
      description: 'Sheet T4 as xlsx, A3 landscape',
      content: { [MEDIA.xlsx]: { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
})

const app = router()
app.use('/items/*', signedIn)

/** The 督办台账 as a sheet: an old one in, T4 out. */
export const itemSheetRoutes = app
  .openapi(takeIn, async (context) => {
    const caller = context.get('caller')
    if (!mayDo(caller)['item.create'])
      throw new Problem('right.missing', '导入旧台账由督查或运行办办理，当前账号没有这个权限')
    const { file, ...chosen } = context.req.valid('form')
    const result = await importItems(context.get('services').store, caller, {
      file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
      dryRun: context.req.valid('query').dryRun === '1',
      ...chosen,
    })
    return context.json(result, 200)
  })
  .openapi(carryOut, async (context) => {
    const caller = context.get('caller')
    const { on: asked, ...filter } = context.req.valid('query')
    const on = readingDay(asked, caller.today)
    const bytes = await exportItems(context.get('services').store, caller, { filter, on })
    return context.body(new Uint8Array(bytes).buffer, 200, {
      'content-type': MEDIA.xlsx,
      ...attachment(`督办台账-${on}.xlsx`),
    })
  })
