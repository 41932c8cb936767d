import { createRoute, z } from '@hono/zod-openapi'
import { Problem } from '@yundiao/kernel'
import { json, onQuery, router } from '../http/router.ts'
import { readingDay } from '../http/session.ts'
import { exportLedger } from '../sheets/export-ledger.ts'
import { importResultSchema } from '../sheets/import-result.ts'
import { importSheet } from '../sheets/import-sheet.ts'
import { readFilters, readSort } from '../views/ledger.ts'
import { openLedger } from '../views/open-ledger.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const ledgerParam = z.object({ id: z.string() })
const flag = z.enum(['0', '1']).optional()

const takeIn = createRoute({
  method: 'post',
  path: '/ledgers/{id}/import',
  request: {
    params: ledgerParam,
    query: z.object({ dryRun: flag, partial: flag }),
    body: {
      content: {
        'multipart/form-data': {
          schema: z.object({
            file: z
              .instanceof(File, { error: '请选择要导入的 .xlsx 或 .csv 文件' })
              .openapi({ type: 'string', format: 'binary' }),
          }),
        },
      },
      required: true,
    },
  },
  responses: { 200: json(importResultSchema, 'What was taken, and every cell that was not') },
})
const carryOut = createRoute({
  method: 'get',
  path: '/ledgers/{id}/export',
  request: {
    params: ledgerParam,
    query: onQuery.extend({
      format: z.enum(['xlsx', 'csv'], { error: '格式应为 xlsx 或 csv' }),
      sort: z.string().optional(),
      q: z.string().optional(),
      filter: z.string().optional(),
    }),
  },
  responses: {
    200: {
      description: 'The list as a file',
      content: {
        [XLSX]: { schema: z.string().openapi({ format: 'binary' }) },
        'text/csv': { schema: z.string() },
      },
    },
  },
})

export const ledgerSheetRoutes = router()
  .openapi(takeIn, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const view = await openLedger(store, caller, context.req.valid('param').id)
    if (!view.mayWrite) throw new Problem('right.missing', `当前账号没有填报${view.definition.title}的权限`)
    const { dryRun, partial } = context.req.valid('query')
    const { file } = context.req.valid('form')
    const result = await importSheet(store, caller, {
      view,
      file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
      dryRun: dryRun === '1',
      partial: partial === '1',
    })
    return context.json(result, 200)
  })
  .openapi(carryOut, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const { on: asked, format, sort, q, filter } = context.req.valid('query')
    const on = readingDay(asked, caller.today)
    const view = await openLedger(store, caller, context.req.valid('param').id)
    const query = { filters: readFilters(filter), search: q ?? null, sort: readSort(sort) }
    const { bytes, media } = await exportLedger(store, caller, { view, format, on, ...query })
    const name = encodeURIComponent(`${view.definition.title}-${on}.${format}`)
    return context.body(new Uint8Array(bytes).buffer, 200, {
      'content-type': media,
      'content-disposition': `attachment; filename="ledger-${on}.${format}"; filename*=UTF-8''${name}`,
      'cache-control': 'no-store',
    })
  })
