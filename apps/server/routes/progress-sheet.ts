import { createRoute, z } from '@hono/zod-openapi'
import { asOfDay } from '../acts/add-progress.ts'
import { attachSheetFile } from '../acts/attach-file.ts'
import { MEDIA } from '../acts/keep-paper.ts'
import { keepProgressSheet } from '../acts/keep-progress-sheet.ts'
import { attachment } from '../http/attachment.ts'
import { body, json, router } from '../http/router.ts'
import { signedIn } from '../http/session.ts'
import { fileForm, uploadOf } from '../http/upload-form.ts'
import { progressFile, readProgressFile } from '../sheets/progress-file.ts'
import { progressSheetSchema, readProgressSheet, reportingDay } from '../views/progress-sheet.ts'

const query = z.object({ asOf: z.string().max(20).optional(), unit: z.string().max(60).optional() })
const maybe = (most: number) => z.string().max(most).nullable()

const read = createRoute({
  method: 'get',
  path: '/items/progress-sheet',
  request: { query },
  responses: { 200: json(progressSheetSchema, '推进情况表 of a unit as of a day') },
})
const keep = createRoute({
  method: 'post',
  path: '/items/progress-sheet',
  request: {
    body: body(
      z.strictObject({
        asOf: z.string().max(20),
        unit: z.string().max(60).optional(),
        onBehalfOf: maybe(200).optional(),
        file: maybe(60).optional(),
        signedOffline: z.boolean().optional(),
        rows: z
          .array(
            z.strictObject({
              item: z.string().max(60),
              note: z.number().int().nullable(),
              text: z.string().max(2000),
              percent: z.number().nullable(),
              problems: maybe(1000),
              nextSteps: maybe(1000),
            }),
          )
          .max(1000),
      }),
    ),
  },
  responses: { 200: json(z.object({ kept: z.number().int() }), 'How many rows were kept') },
})
const carryOut = createRoute({
  method: 'get',
  path: '/items/progress-sheet/xlsx',
  request: { query },
  responses: { 200: { description: 'The sheet as xlsx, A3 landscape' } },
})
const takeBack = createRoute({
  method: 'post',
  path: '/items/progress-sheet/xlsx',
  request: { query, body: fileForm('请选择填好的推进情况表（.xlsx）') },
  responses: {
    200: json(
      z.object({
        rows: z.array(
          z.object({
            item: z.string(),
            text: z.string(),
            percent: z.number().nullable(),
            problems: z.string().nullable(),
            nextSteps: z.string().nullable(),
          }),
        ),
        notes: z.array(z.string()),
      }),
      'What the file says, for the person to look at and keep',
    ),
  },
})
const attach = createRoute({
  method: 'post',
  path: '/items/progress-sheet/files',
  request: { query, body: fileForm('请选择盖章扫描件') },
  responses: { 200: json(z.object({ id: z.string() }), 'Its id') },
})

const app = router()
app.use('/items/*', signedIn)

/** 本月进展: one sheet of a unit over all its open items, on the screen, as a file, and back. */
export const progressSheetRoutes = app
  .openapi(read, async (context) => {
    const caller = context.get('caller')
    const { asOf, unit } = context.req.valid('query')
    const day = asOf ? asOfDay(caller, asOf) : reportingDay(caller.today)
    return context.json(await readProgressSheet(context.get('services').store, caller, { asOf: day, unit }), 200)
  })
  .openapi(keep, async (context) => {
    const { store } = context.get('services')
    return context.json({ kept: await keepProgressSheet(store, context.get('caller'), context.req.valid('json')) }, 200)
  })
  .openapi(carryOut, async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    const { asOf, unit } = context.req.valid('query')
    const day = asOf ? asOfDay(caller, asOf) : reportingDay(caller.today)
    const view = await readProgressSheet(store, caller, { asOf: day, unit })
    const body = { rows: view.rows.length, format: 'xlsx', on: day }
    await store.commit(caller, [{ do: 'note', stream: 'access', kind: 'items.exported', subject: view.unit.id, body }])
    return context.body(new Uint8Array(await progressFile(store, caller, view)).buffer, 200, {
      'content-type': MEDIA.xlsx,
      ...attachment(`推进情况表-${view.unit.name}-${day}.xlsx`),
    })
  })
  .openapi(takeBack, async (context) => {
    const caller = context.get('caller')
    const { asOf, unit } = context.req.valid('query')
    const day = asOf ? asOfDay(caller, asOf) : reportingDay(caller.today)
    const view = await readProgressSheet(context.get('services').store, caller, { asOf: day, unit })
    const { file } = context.req.valid('form')
    const bytes = new Uint8Array(await file.arrayBuffer())
    return context.json(await readProgressFile({ name: file.name, bytes }, view), 200)
  })
  .openapi(attach, async (context) => {
    const { store } = context.get('services')
    const { file } = context.req.valid('form')
    const upload = await uploadOf(file)
    const id = await attachSheetFile(store, context.get('caller'), context.req.valid('query').unit, upload)
    return context.json({ id }, 200)
  })
