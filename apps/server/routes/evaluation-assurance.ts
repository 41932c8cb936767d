import { createRoute, z } from '@hono/zod-openapi'
import { assessRun, cancelAssessing } from '../acts/evaluation/assess-run.ts'
import { body, json, router } from '../http/router.ts'
import { readRunRecord } from '../views/evaluation/kept.ts'
import { assessingSchema } from '../views/evaluation/run-schema.ts'

const params = z.object({ id: z.string().max(80) })
const path = '/evaluations/{id}/assurance'
const MOST_DRAWS = 10_000
const MOST_SEED = 2 ** 32

const start = createRoute({
  method: 'post',
  path,
  request: {
    params,
    body: body(
      z.strictObject({
        draws: z.number().int().min(100).max(MOST_DRAWS),
        seed: z.number().int().min(0).max(MOST_SEED),
      }),
    ),
  },
  responses: { 200: json(assessingSchema, '排名把握程度 begun') },
})
const state = createRoute({
  method: 'get',
  path,
  request: { params },
  responses: { 200: json(assessingSchema, 'How far it has come') },
})
const cancel = createRoute({
  method: 'delete',
  path,
  request: { params },
  responses: { 200: json(assessingSchema, 'Stopped') },
})

export const evaluationAssuranceRoutes = router()
  .openapi(start, async (context) => {
    const { store, assessor } = context.get('services')
    const doors = { store, caller: context.get('caller'), assessor }
    return context.json(await assessRun(doors, context.req.valid('param').id, context.req.valid('json')), 200)
  })
  .openapi(state, async (context) => {
    const { store, assessor } = context.get('services')
    const { id } = await readRunRecord(store, context.get('caller'), context.req.valid('param').id)
    return context.json(assessor.stateOf(id), 200)
  })
  .openapi(cancel, async (context) => {
    const { store, assessor } = context.get('services')
    const doors = { store, caller: context.get('caller'), assessor }
    return context.json(await cancelAssessing(doors, context.req.valid('param').id), 200)
  })
