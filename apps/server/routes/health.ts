import { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from '../http/environment.ts'

/** `/healthz` for watchers, `/metrics` in Prometheus' text. No figure, no person, no row count of a ledger. */
export const healthRoutes = new OpenAPIHono<Env>()
  .get('/healthz', async (context) => {
    const health = await context.get('services').store.health(context.get('services').config.city)
    return context.json({ ok: health.database }, health.database ? 200 : 503)
  })
  .get('/metrics', async (context) => {
    const { store, config } = context.get('services')
    const health = await store.health(config.city)
    const memory = process.memoryUsage()
    const lines = [
      ['yundiao_up', 'Whether the database answers', health.database ? 1 : 0],
      [
        'yundiao_chain_events_since_checkpoint',
        'Events the newest checkpoint does not cover',
        health.eventsSinceCheckpoint,
      ],
      ['yundiao_pool_waiting', 'Requests waiting for a database connection', health.waiting],
      ['process_resident_memory_bytes', 'Resident memory', memory.rss],
    ] as const
    const text = lines
      .map(([name, help, value]) => `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${value}\n`)
      .join('')
    return context.text(text, 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
  })
