import { isProblem, PROBLEM_CODES, Problem, type ProblemCode } from '@yundiao/kernel'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Env } from './environment.ts'

/** RFC 9457 body of a fault. */
const problemBody = (problem: Problem) => {
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

/** What the framework refuses before a route sees it, in words of ours. */
const TRANSPORT: Readonly<Record<number, { code: ProblemCode; words: string }>> = {
  400: { code: 'input.invalid', words: '请求内容不完整或不是合法的 JSON，请刷新页面后重新提交' },
  401: { code: 'sign-in.required', words: '请先登录' },
  404: { code: 'not-found', words: '没有这个地址，请从页面上打开' },
  413: { code: 'input.too-large', words: '上传内容超出上限，请拆分后再传' },
}
const UNREADABLE = { code: 'input.invalid', words: '请求不能识别，请刷新页面后重试' } as const

/** SQLSTATEs and system codes that mean the database is not there: shutting down, starting, gone, full up, unreachable. */
const GONE: readonly string[] = [
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08000',
  '08003',
  '08006',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
]
/** What the driver says of a connection that was lost or not to be had, without any code. */
const LOST = /^(Connection terminated|timeout exceeded when trying to connect|Failed to get session)/u

const isDatabaseGone = (error: unknown): boolean => {
  const { code, syscall, message } = error as { code?: unknown; syscall?: unknown; message?: unknown }
  // A socket that is not there; a file that is not there is another matter.
  if (code === 'ENOENT') return syscall === 'connect'
  return GONE.includes(String(code)) || LOST.test(String(message))
}

const asProblem = (error: unknown): Problem | null => {
  if (isProblem(error)) return error
  if (error instanceof HTTPException) {
    const { code, words } = TRANSPORT[error.status] ?? UNREADABLE
    return new Problem(code, words)
  }
  if (isDatabaseGone(error)) return new Problem('database.unavailable', '数据库暂时连接不上，内容未提交，请稍后重试')
  return null
}

/**
 * What may stand in a log of a fault: where it happened and the codes, not the words. A database puts what was typed
 * into message, detail and context.
 */
const faultForLog = (error: unknown): Record<string, unknown> => {
  const { name, stack, code, routine, table, column, constraint } = error as { [key: string]: unknown }
  const where = String(stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /u.test(line))
    .map((line) => line.trim())
  return { name, code, routine, table, column, constraint, where }
}

const HEADERS = { 'content-type': 'application/problem+json; charset=utf-8' }

const retryAfter = ({ details }: Problem): Record<string, string> =>
  typeof details.seconds === 'number' ? { 'retry-after': String(details.seconds) } : {}

/** The one place where a fault becomes an answer. What is not a Problem is our bug: logged, and told without detail. */
export const onError = (error: unknown, context: Context<Env>): Response => {
  const requestId = context.get('requestId')
  const problem = asProblem(error)
  if (problem) {
    const plain = problemBody(problem)
    const body = { ...plain, details: { ...plain.details, requestId } }
    return context.json(body, body.status as 400, { ...HEADERS, ...retryAfter(problem) })
  }
  context.get('services')?.log.error({ requestId, fault: faultForLog(error) }, 'unhandled')
  const detail = `程序出错，内容未提交。请把编号 ${requestId} 告诉管理员`
  const body = { type: 'about:blank', code: 'bug', title: '程序出错', status: 500, detail, details: { requestId } }
  return context.json(body, 500, HEADERS)
}
