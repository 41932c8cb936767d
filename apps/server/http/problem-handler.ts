import { isProblem, PROBLEM_CODES, Problem, type ProblemCode } from '@yundiao/kernel'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Env } from './environment.ts'

/** RFC 9457 body of a fault. */
export const problemBody = (problem: Problem) => {
  const { status, title } = PROBLEM_CODES[problem.code]
  return {
    type: `/problems#${problem.code}`,
    code: problem.code,
    title,
    status,
    detail: problem.message,
    details: problem.details,
  }
}

const TRANSPORT: Readonly<Record<number, ProblemCode>> = {
  400: 'input.invalid',
  401: 'sign-in.required',
  404: 'not-found',
  413: 'input.too-large',
}

const asProblem = (error: unknown): Problem | null => {
  if (isProblem(error)) return error
  if (error instanceof HTTPException) return new Problem(TRANSPORT[error.status] ?? 'input.invalid', error.message)
  const { code } = error as { code?: string }
  if (code === '57P01' || code === 'ECONNREFUSED' || code === 'ENOENT' || code === '53300')
    return new Problem('database.unavailable', '数据库暂时连接不上，内容未提交，请稍后重试')
  return null
}

/** The one place where a fault becomes an answer. What is not a Problem is our bug: logged, and told without detail. */
export const onError = (error: unknown, context: Context<Env>): Response => {
  const requestId = context.get('requestId')
  const problem = asProblem(error)
  if (!problem) {
    context.get('services')?.log.error({ requestId, err: error }, 'unhandled')
    return context.json(
      {
        type: 'about:blank',
        code: 'bug',
        title: '程序出错',
        status: 500,
        detail: `程序出错，内容未提交。请把编号 ${requestId} 告诉管理员`,
        details: {},
      },
      500,
      { 'content-type': 'application/problem+json; charset=utf-8' },
    )
  }
  const body = problemBody(problem)
  return context.json(body, body.status as 400, { 'content-type': 'application/problem+json; charset=utf-8' })
}
