import { createRoute, z } from '@hono/zod-openapi'
import { breakAsked, declareBreak, withdrawalAsked, withdrawBreak } from '../acts/declare-break.ts'
import { body, json, router } from '../http/router.ts'
import { signedIn } from '../http/session.ts'

const done = json(z.object({ id: z.string() }), 'The break')

const declare = createRoute({
  method: 'post',
  path: '/indicators/{code}/breaks',
  request: { params: z.object({ code: z.string() }), body: body(breakAsked) },
  responses: { 200: done },
})
const withdraw = createRoute({
  method: 'post',
  path: '/series-breaks/{id}/withdraw',
  request: { params: z.object({ id: z.string() }), body: body(withdrawalAsked) },
  responses: { 200: done },
})

const app = router()
app.use('/indicators/*', signedIn)
app.use('/series-breaks/*', signedIn)

export const seriesBreakRoutes = app
  .openapi(declare, async (context) => {
    const { store } = context.get('services')
    const asked = { ...context.req.valid('json'), indicator: context.req.valid('param').code }
    return context.json({ id: await declareBreak(store, context.get('caller'), asked) }, 200)
  })
  .openapi(withdraw, async (context) => {
    const { store } = context.get('services')
    const { id } = context.req.valid('param')
    await withdrawBreak(store, context.get('caller'), { ...context.req.valid('json'), id })
    return context.json({ id }, 200)
  })
