import { createRoute } from '@hono/zod-openapi'
import { json, router } from '../http/router.ts'
import { signedIn } from '../http/session.ts'
import { backTestSchema, readBackTest } from '../views/back-test.ts'

const backTest = createRoute({
  method: 'get',
  path: '/analysis/backtest',
  responses: { 200: json(backTestSchema, 'How forecasts made as of past days did, on the national series') },
})

const app = router()
app.use('/analysis/backtest', signedIn)

export const analysisBackTestRoutes = app.openapi(backTest, (context) => context.json(readBackTest(), 200))
