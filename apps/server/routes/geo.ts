import { createRoute, z } from '@hono/zod-openapi'
import type { Boundary } from '@yundiao/mianyang'
import { json, router } from '../http/router.ts'
import { signedIn } from '../http/session.ts'
import { cityBoundaries, provinceBoundaries } from '../load/city-area.ts'
import { readNames } from '../views/names.ts'

const position = z.tuple([z.number(), z.number()])

const outline = z.object({
  code: z.string(),
  name: z.string(),
  centre: position,
  polygons: z.array(z.array(z.array(position))),
})

const citiesSchema = z.object({ cities: z.array(outline), source: z.string() }).openapi('CityBoundaries')

const boundariesSchema = z
  .object({
    counties: z.array(outline),
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

const cities = createRoute({
  method: 'get',
  path: '/geo/cities',
  responses: {
    200: json(
      citiesSchema,
      'Outlines of the province’s cities, for the map: no survey approval number, no figure of it',
    ),
    304: { description: 'What was read before still holds' },
  },
})

/** The outline as it goes over the wire; places are given as pairs. */
const drawn = ({ centre, polygons }: Boundary) => ({
  centre: [...centre] as [number, number],
  polygons: polygons.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [x, y] as [number, number]))),
})

const app = router()
app.use('/geo/*', signedIn)

export const geoRoutes = app
  .openapi(cities, async (context) => {
    const regions = await context.get('services').store.records(context.get('caller'), 'region')
    const { boundaries: outlines, source, sourceDate, sha256 } = provinceBoundaries()
    const tag = `"${sha256.slice(0, 16)}-${regions.reduce((sum, { version }) => sum + version, 0)}"`
    context.header('etag', tag)
    context.header('cache-control', 'private, no-cache')
    if (context.req.header('if-none-match') === tag) return context.body(null, 304)
    const names = new Map(regions.map(({ code, shortName }) => [code, shortName]))
    const list = outlines.map((one) => ({ code: one.code, name: names.get(one.code) ?? one.code, ...drawn(one) }))
    return context.json({ cities: list, source: `${source}（${sourceDate}）` }, 200)
  })
  .openapi(boundaries, async (context) => {
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
          return outline ? [{ code, name: named(code), ...drawn(outline) }] : []
        }),
        zones: sorted.filter(({ kind }) => kind === 'zone').map(({ code }) => ({ code, name: named(code) })),
        source: `${source}（${sourceDate}）`,
      },
      200,
    )
  })
