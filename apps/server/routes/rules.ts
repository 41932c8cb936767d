import { createRoute, z } from '@hono/zod-openapi'
import { domains } from '@yundiao/domains'
import { json, onQuery, router } from '../http/router.ts'
import { readingDay, signedIn } from '../http/session.ts'
import { ruleRows, ruleSchema } from '../views/rules.ts'

const rules = createRoute({
  method: 'get',
  path: '/rules',
  request: { query: onQuery },
  responses: { 200: json(z.array(ruleSchema), 'Rules shipped with the domains, with their worked cases run') },
})

const app = router()
app.use('/rules', signedIn)

export const ruleRoutes = app.openapi(rules, (context) => {
  const on = readingDay(context.req.valid('query').on, context.get('caller').today)
  return context.json(
    ruleRows(
      domains.flatMap((domain) => domain.rules),
      on,
    ),
    200,
  )
})
