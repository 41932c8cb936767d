import { createRoute, z } from '@hono/zod-openapi'
import { Problem } from '@yundiao/kernel'
import { csvLines, xlsxBytes } from '@yundiao/office'
import type { Caller, Store } from '@yundiao/store'
import { json, onQuery, router } from '../http/router.ts'
import { readingDay } from '../http/session.ts'
import { flatRows, printedSheet, readAll, sheetOf } from '../sheets/export-sheet.ts'
import { importResultSchema } from '../sheets/import-result.ts'
import { importSheet } from '../sheets/import-sheet.ts'
import { readFilters, readSort } from '../views/ledger.ts'
import { type Names, readNames } from '../views/names.ts'
import { openLedger } from '../views/open-ledger.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const CSV = 'text/csv; charset=utf-8'

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

const TIME = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** Who fills a sheet in: the unit, else the county, else the city. */
const reporterOf = (caller: Caller, names: Names): string => {
  const unit = caller.unit === null ? null : names.unit(caller.unit)
  return unit ?? names.place(caller.region ?? '')?.name ?? names.cityName
}

const noteExport = (store: Store, caller: Caller, ledger: string, body: Record<string, string | number>) =>
  store.commit(caller, [{ do: 'note', stream: 'access', kind: 'ledger.exported', subject: ledger, body }])

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
    const order = readSort(sort)
    const query = { filters: readFilters(filter), search: q ?? null, on, ...(order ? { sort: order } : {}) }
    const [rows, names] = await Promise.all([readAll(store, caller, view, query), readNames(store, caller)])
    const { id, title } = view.definition
    await noteExport(store, caller, id, { rows: rows.length, format, filter: filter ?? '', search: q ?? '', on })
    const name = encodeURIComponent(`${title}-${on}.${format}`)
    const headers = {
      'content-type': format === 'xlsx' ? XLSX : CSV,
      'content-disposition': `attachment; filename="ledger-${on}.${format}"; filename*=UTF-8''${name}`,
      'cache-control': 'no-store',
    }
    if (format === 'csv')
      return context.body(
        [...csvLines(flatRows(sheetOf(view, caller, rows, names)), { bom: true })].join(''),
        200,
        headers,
      )
    const checkpoint = await store.newestCheckpoint(caller)
    const sheet = printedSheet({ view, caller, rows, names, on, reporter: reporterOf(caller, names), checkpoint })
    const bytes = await xlsxBytes(sheet, { printedAt: TIME.format(store.parts.now()) })
    return context.body(new Uint8Array(bytes).buffer, 200, headers)
  })
