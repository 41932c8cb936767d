import { createRoute, z } from '@hono/zod-openapi'
import { json, router } from '../http/router.ts'
import { signedIn } from '../http/session.ts'
import { cityBoundaries } from '../load/city-area.ts'
import { readNames } from '../views/names.ts'

const position = z.tuple([z.number(), z.number()])

const boundariesSchema = z
  .object({
    counties: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        centre: position,
        polygons: z.array(z.array(z.array(position))),
      }),
    ),
    /** Zones have no published outline: a map shows them as squares beside the counties. */
    zones: z.array(z.object({ code: z.string(), name: z.string() })),
    source: z.string(),
  })
  .openapi('Boundaries')

const boundaries = createRoute({
  method: 'get',
  path: '/geo/boundaries',
  responses: {
    200: json(boundariesSchema, 'Outlines of the counties, for the map: no survey approval number, no figure of it'),
    304: { description: 'What was read before still holds' },
  },
})

const app = router()
app.use('/geo/*', signedIn)

export const geoRoutes = app.openapi(boundaries, async (context) => {
  const { store } = context.get('services')
  const caller = context.get('caller')
  const { boundaries: outlines, source, sourceDate, sha256 } = cityBoundaries()
  const [names, regions] = await Promise.all([readNames(store, caller), store.records(caller, 'region')])
  const sorted = regions.sort((a, b) => (a.sort ?? 0) - (b.sort ?? 0))
  const named = (code: string): string => names.place(code)?.name ?? code
  // Names may be changed by a person, so the browser asks again and is told that nothing has changed.
  const tag = `"${sha256.slice(0, 16)}-${regions.reduce((sum, { version }) => sum + version, 0)}"`
  context.header('etag', tag)
  context.header('cache-control', 'private, no-cache')
  if (context.req.header('if-none-match') === tag) return context.body(null, 304)
  return context.json(
    {
      counties: sorted.flatMap(({ code, kind }) => {
        const outline = kind === 'county' ? outlines.find((one) => one.code === code) : undefined
        return outline
          ? [
              {
                code,
                name: named(code),
                centre: [...outline.centre] as [number, number],
                polygons: outline.polygons.map((polygon) =>
                  polygon.map((ring) => ring.map(([x, y]) => [x, y] as [number, number])),
                ),
              },
            ]
          : []
      }),
      zones: sorted.filter(({ kind }) => kind === 'zone').map(({ code }) => ({ code, name: named(code) })),
      source: `${source}（${sourceDate}）`,
    },
    200,
  )
})
