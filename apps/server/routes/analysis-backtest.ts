import { createRoute, z } from '@hono/zod-openapi'
import { MEDIA } from '../acts/keep-paper.ts'
import { attachment } from '../http/attachment.ts'
import { json, router } from '../http/router.ts'
import { signedIn } from '../http/session.ts'
import { backTestFile } from '../sheets/back-test-sheet.ts'
import { backTestSchema, readBackTest } from '../views/back-test.ts'

const backTest = createRoute({
  method: 'get',
  path: '/analysis/backtest',
  responses: { 200: json(backTestSchema, 'How forecasts made as of past days did, on the national series') },
})
const file = createRoute({
  method: 'get',
  path: '/analysis/backtest/file',
  responses: {
    200: {
      description: 'The tables of the back-test as xlsx',
      content: { [MEDIA.xlsx]: { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
})

const app = router()
app.use('/analysis/backtest', signedIn)
app.use('/analysis/backtest/*', signedIn)

export const analysisBackTestRoutes = app
  .openapi(backTest, (context) => context.json(readBackTest(), 200))
  .openapi(file, async (context) => {
    const { name, bytes } = await backTestFile(context.get('services').store, context.get('caller'))
    return context.body(new Uint8Array(bytes).buffer, 200, { 'content-type': MEDIA.xlsx, ...attachment(name) })
  })
