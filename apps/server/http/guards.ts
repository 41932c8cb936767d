import { randomUUID } from 'node:crypto'
import { Problem } from '@yundiao/kernel'
import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import type { Env, Services } from './environment.ts'

const SAFE: readonly string[] = ['GET', 'HEAD', 'OPTIONS']

/** Gives each request an id that goes through log, event and answer. */
export const requestContext = (services: Services) =>
  createMiddleware<Env>(async (context, next) => {
    const requestId = randomUUID()
    context.set('requestId', requestId)
    context.set('services', services)
    const started = performance.now()
    await next()
    context.header('x-request-id', requestId)
    const ms = Math.round(performance.now() - started)
    services.log.info(
      { requestId, method: context.req.method, path: context.req.path, status: context.res.status, ms },
      'request',
    )
  })

/** A state-changing call must carry our header, which another site's form or script cannot send, and our own origin. */
export const ownOrigin = createMiddleware<Env>(async (context, next) => {
  if (SAFE.includes(context.req.method)) return next()
  const origin = context.req.header('origin')
  const host = context.req.header('host')
  const foreign = origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host)
  if (foreign || context.req.header('x-yundiao') !== '1')
    throw new Problem('right.missing', '请求来源不明，已拒绝。请从运调页面操作')
  await next()
})

export const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    frameAncestors: ["'none'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    objectSrc: ["'none'"],
  },
  crossOriginResourcePolicy: 'same-origin',
  referrerPolicy: 'same-origin',
  strictTransportSecurity: false,
})

/** What the API answers is for the one who asked: no cache on the way or on a shared machine keeps it. */
export const notKept = createMiddleware<Env>(async (context, next) => {
  await next()
  if (!context.res.headers.has('cache-control')) context.header('cache-control', 'private, no-store')
})
