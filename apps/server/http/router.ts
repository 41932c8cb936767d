import { OpenAPIHono, z } from '@hono/zod-openapi'
import { Problem } from '@yundiao/kernel'
import type { Env } from './environment.ts'
import { refuseUnkept } from './refuse-unkept.ts'

/** A group of routes; a request that does not fit its schema is refused with the place named. */
export const router = (): OpenAPIHono<Env> =>
  new OpenAPIHono<Env>({
    defaultHook: (result, context) => {
      if (result.success) {
        refuseUnkept(result.data, context.req.path)
        return
      }
      const { issues } = result.error
      const where = issues.map((one) => `${one.path.join('.') || '请求'}：${one.message}`).join('；')
      throw new Problem('input.invalid', `填写有误：${where}`, { fields: issues.map((one) => one.path.join('.')) })
    },
  })

/** `?on=` of every read: the day the page is read at. */
export const onQuery = z.object({ on: z.string().optional() })

export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  content: { 'application/json': { schema } },
  description,
})

/** Body of a JSON call. */
export const body = <T extends z.ZodType>(schema: T) => ({
  content: { 'application/json': { schema } },
  required: true,
})
