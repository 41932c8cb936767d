import type { ProblemView } from '@yundiao/ui'

type Failure = Error & { problem: ProblemView }

const failure = (problem: ProblemView): Failure => Object.assign(new Error(problem.detail), { problem })

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isFailure = (error: unknown): error is Failure => error instanceof Error && 'problem' in error

/** The problem behind any error a query or mutation may meet. */
export const problemOf = (error: unknown): ProblemView =>
  isFailure(error)
    ? error.problem
    : {
        code: 'web.fault',
        title: '页面出错',
        status: 0,
        detail: error instanceof Error ? error.message : String(error),
      }

export const isSignedOut = (problem: ProblemView): boolean => problem.status === 401

const readProblem = async (response: Response): Promise<ProblemView> => {
  const body: unknown = await response.json().catch(() => null)
  const text = (key: string, otherwise: string) =>
    isRecord(body) && typeof body[key] === 'string' ? body[key] : otherwise
  return {
    code: text('code', 'web.unreadable'),
    title: text('title', '服务端出错'),
    status: response.status,
    detail: text('detail', `服务端返回 ${response.status}，请稍后重试；仍不行请告知管理员。`),
    details: isRecord(body) && isRecord(body.details) ? body.details : null,
  }
}

const send = async (path: string, init: RequestInit): Promise<Response> => {
  const response = await fetch(path, { credentials: 'same-origin', ...init }).catch((error: unknown) => {
    if (init.signal?.aborted) throw error
    throw failure({
      code: 'web.offline',
      title: '连不上服务端',
      status: 0,
      detail: '请检查网络或服务是否已启动，再重试。已填写的内容仍在页面上。',
    })
  })
  if (!response.ok) throw failure(await readProblem(response))
  return response
}

export type Query = Record<string, string | number | null | undefined>

export const withQuery = (path: string, query: Query = {}): string => {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(query))
    if (value !== null && value !== undefined && value !== '') params.set(key, String(value))
  const text = params.toString()
  return text === '' ? path : `${path}?${text}`
}

/** Reads JSON. Every read takes the day it is asked as known on; `signal` breaks it off. */
export const read = async <T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> => {
  const headers = { accept: 'application/json' }
  const response = await send(withQuery(path, query), { headers, ...(signal ? { signal } : {}) })
  return (await response.json()) as T
}

/** Changes state; the header is the guard against forged requests. */
export const write = async <T>(
  method: 'POST' | 'PATCH' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<T> => {
  const isForm = body instanceof FormData
  const headers: Record<string, string> = { accept: 'application/json', 'x-yundiao': '1' }
  if (!isForm && body !== undefined) headers['content-type'] = 'application/json'
  const response = await send(path, {
    method,
    headers,
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  return (text === '' ? undefined : JSON.parse(text)) as T
}

export const at = (id: string): string => encodeURIComponent(id)
