import { createRoute, z } from '@hono/zod-openapi'
import { type AnyView, domains } from '@yundiao/domains'
import { Problem } from '@yundiao/kernel'
import { json, onQuery, router } from '../http/router.ts'
import { readingDay, signedIn } from '../http/session.ts'
import { answerView } from '../views/domain-view.ts'

/** The view's own parameters beside `on`; what is no object of zod takes any. */
const queryOf = ({ params }: AnyView) =>
  params instanceof z.ZodObject ? params.extend(onQuery.shape) : z.looseObject(onQuery.shape)

const routeOf = (view: AnyView) =>
  createRoute({
    method: 'get',
    path: `/views/${view.id}`,
    description: `Reads ${Object.values(view.reads)
      .map(({ id }) => id)
      .join(', ')}`,
    request: { query: queryOf(view) },
    responses: { 200: json(z.unknown(), 'What the view answers from the rows in the caller’s sight') },
  })

const app = router()
app.use('/views/*', signedIn)

for (const view of domains.flatMap((domain) => domain.views))
  app.openapi(routeOf(view), async (context) => {
    const { store } = context.get('services')
    const caller = context.get('caller')
    // The view parses what was asked itself; here it was only held against the same schema.
    const { on: asked, ...input } = context.req.query()
    const on = readingDay(asked, caller.today)
    return context.json(await answerView(store, caller, view, { input, on }), 200)
  })

app.get('/views/*', (context) => {
  throw new Problem('not-found', `没有 ${context.req.path.split('/views/')[1] ?? ''} 这项分析，请核对名称`)
})

/** Every view of the domains, each at `/views/` and its id. */
export const viewRoutes = app
