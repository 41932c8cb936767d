import { Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listenAt } from '../http/listen-at.ts'
import { type ScratchApp, scratchApp } from './scratch-app.ts'

let logged = ''
const log = new Writable({
  write: (chunk, _encoding, done) => {
    logged += String(chunk)
    done()
  },
})

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp({ log })
})
afterAll(() => app.end())

type Fault = { code: string; status: number; detail: string; details: Record<string, unknown> }
const faultOf = async (answer: Response): Promise<Fault> => (await answer.json()) as Fault

const ROWS = '/api/ledgers/projects.project/rows'
const SIGN_IN = '/api/sign-in'

describe('headers', () => {
  it.each(['/', '/api/open', '/api/me', '/api/nosuch', '/healthz'])('guard %s', async (path) => {
    const { headers } = await app.request(path)
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('x-powered-by')).toBeNull()
  })

  it('keeps what is behind the sign-in out of shared caches, and the cookie from scripts', async () => {
    const answer = await app.request(`${ROWS}?limit=1`, { as: 'yunxing' })
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const signedIn = await app.request(SIGN_IN, { json: { username: 'lingdao', password: 'yundiao-2022' } })
    for (const cookie of signedIn.headers.getSetCookie()) expect(cookie).toMatch(/HttpOnly.*SameSite=(Lax|Strict)/iu)
  })
})

describe('a request id', () => {
  it('goes through answer, problem and log', async () => {
    const answer = await app.request('/api/board?on=2022-13-01', { as: 'yunxing' })
    const id = answer.headers.get('x-request-id')
    expect(id).toMatch(/^[0-9a-f-]{36}$/u)
    expect((await faultOf(answer)).details.requestId).toBe(id)
    expect(logged).toContain(`"requestId":"${id}"`)
  })
})

describe('calls from elsewhere', () => {
  const add = (headers: Record<string, string>) =>
    app.request(ROWS, { as: 'yunxing', json: { region: null, values: { name: '外来' } }, headers })
  it.each([
    ['without our header', { 'x-yundiao': '' }],
    ['from another site', { origin: 'https://example.org' }],
    ['from another port', { origin: 'http://127.0.0.1:9999', host: '127.0.0.1:7210' }],
    ['from a sandbox', { origin: 'null' }],
  ])('%s change nothing', async (_, headers) => {
    const before = await app.store.heads(await app.callerOf('yunxing'), ['ledger/projects.project'])
    const answer = await add(headers)
    expect([answer.status, (await faultOf(answer)).code]).toEqual([403, 'right.missing'])
    expect(await app.store.heads(await app.callerOf('yunxing'), ['ledger/projects.project'])).toEqual(before)
  })
})

describe('signing in', () => {
  it('is closed after ten wrong passwords, for that name alone, and says for how long', async () => {
    const attempt = (username: string, password: string) => app.request(SIGN_IN, { json: { username, password } })
    for (let tries = 0; tries < 10; tries += 1) expect((await attempt('shenji', 'wrong')).status).toBe(401)
    // The right password does not open it either, and neither does another spelling of the name.
    for (const username of ['shenji', 'SHENJI']) {
      const closed = await attempt(username, 'yundiao-2022')
      const fault = await faultOf(closed)
      expect([closed.status, fault.code]).toEqual([429, 'request.too-many'])
      expect(fault.details.seconds).toBeGreaterThan(800)
      expect(fault.detail).toContain(`${fault.details.seconds} 秒后再试`)
      expect(closed.headers.get('retry-after')).toBe(String(fault.details.seconds))
    }
    expect((await attempt('guanli', 'yundiao-2022')).status).toBe(200)
  })

  it('tells a wrong name and a wrong password alike', async () => {
    const told = await Promise.all(
      ['nobody', 'tongji'].map(async (username) => {
        const answer = await app.request(SIGN_IN, { json: { username, password: 'wrong' } })
        const { code, detail } = await faultOf(answer)
        return [answer.status, code, detail]
      }),
    )
    expect(told[0]).toEqual(told[1])
  })
})

describe('a fault of our own', () => {
  it('is told without detail, and logged without what was typed', async () => {
    const broken = app.store.parts.reference
    app.store.parts.reference = () =>
      Promise.reject(
        Object.assign(new Error('Key (name)=(zqsecretqz) is wrong'), {
          detail: 'Failing row contains (zqsecretqz).',
          where: 'JSON data, line 1: zqsecretqz',
          severity: 'ERROR',
          code: '22000',
        }),
      )
    const answer = await app.request('/api/ledgers', { as: 'yunxing' })
    app.store.parts.reference = broken
    const fault = await faultOf(answer)
    expect([answer.status, fault.code]).toEqual([500, 'bug'])
    expect(fault.detail).toContain(answer.headers.get('x-request-id'))
    expect(JSON.stringify(fault)).not.toContain('zqsecretqz')
    expect(logged).toContain('"unhandled"')
    expect(logged).toContain('22000')
    expect(logged).not.toContain('zqsecretqz')
  })
})

describe('stopping', () => {
  it('finishes what is being answered and takes nothing new', async () => {
    const [entered, free] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const slow = async (request: Request): Promise<Response> => {
      entered.resolve()
      await free.promise
      return app.app.fetch(request)
    }
    const { url, close } = await listenAt(slow, '127.0.0.1', 0)
    const asked = fetch(`${url}/api/open`)
    await entered.promise
    const closed = close()
    await expect(fetch(`${url}/api/open`)).rejects.toThrow()
    free.resolve()
    expect(await (await asked).json()).toMatchObject({ city: { code: '510700' } })
    await closed
  })

  it('does not wait for one that never ends', async () => {
    const entered = Promise.withResolvers<void>()
    const endless = (): Promise<Response> => {
      entered.resolve()
      return new Promise(() => undefined)
    }
    const { url, close } = await listenAt(endless, '127.0.0.1', 0, 200)
    const asked = fetch(url).catch(() => 'cut')
    await entered.promise
    await close()
    expect(await asked).toBe('cut')
  })
})

describe('without its database', () => {
  it('says so, at the door of watchers and at every other', async () => {
    expect((await app.request('/healthz')).status).toBe(200)
    await app.request('/api/me', { as: 'duban' })
    await app.embedded.stop()
    const health = await app.request('/healthz')
    expect([health.status, await health.json()]).toEqual([503, { ok: false }])
    expect(await (await app.request('/metrics')).text()).toContain('yundiao_up 0')
    const answer = await app.request(ROWS, { as: 'duban' })
    const fault = await faultOf(answer)
    expect([answer.status, fault.code]).toEqual([503, 'database.unavailable'])
    expect(fault.detail).toContain('稍后重试')
  })
})
