import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_PASSWORD } from '../load/demo-accounts.ts'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'

const lines: string[] = []
let app: ScratchApp
let proxied: ScratchApp
beforeAll(async () => {
  app = await scratchApp({ log: { write: (line) => void lines.push(line) } })
  proxied = await scratchApp({ behindProxy: true })
})
afterAll(async () => {
  await app.end()
  await proxied.end()
})

type Event = { kind: string; subject: string; by: string; stream: string; summary: string }
const events = async (stream: string): Promise<Event[]> => {
  const answer = await app.request(`/api/events?stream=${stream}`, { as: 'guanli' })
  return ((await answer.json()) as { rows: Event[] }).rows
}
const cookieOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
const enter = (username: string, password: string) => app.request('/api/sign-in', { json: { username, password } })
const codeOf = async (answer: Response) => ((await answer.json()) as { code?: string }).code ?? answer.status
const me = (cookie: string) => app.request('/api/me', { headers: { cookie } }).then((answer) => answer.status)

describe('sign-ins on record', () => {
  it('writes good and refused ones and sign-outs, with the name as typed and nothing secret', async () => {
    const cookie = cookieOf(await enter('fucheng', DEMO_PASSWORD))
    expect(await codeOf(await enter('没有这个人', 'secret-of-nobody'))).toBe('sign-in.failed')
    expect(await codeOf(await enter('fucheng', 'secret-guess'))).toBe('sign-in.failed')
    expect(await codeOf(await app.request('/api/sign-out', { method: 'POST', headers: { cookie } }))).toBe(200)
    expect(await me(cookie)).toBe(401)
    const written = (await events('access')).filter((event) => event.subject !== 'guanli')
    expect(written.map(({ kind, subject, by }) => [kind, subject, by])).toEqual([
      ['signed-out', 'fucheng', '涪城区（演示）'],
      ['sign-in.refused', 'fucheng', '系统'],
      ['sign-in.refused', '没有这个人', '系统'],
      ['signed-in', 'fucheng', '涪城区（演示）'],
    ])
    expect(written[0]?.summary).toBe('退出登录')
    const warned = lines.map((line) => JSON.parse(line)).filter((line) => line.msg === 'sign-in.refused')
    expect(warned.map(({ level, username, why }) => [level, username, why])).toEqual([
      [40, '没有这个人', 'password'],
      [40, 'fucheng', 'password'],
    ])
    const raw = await app.connections.owner.query("select body from event where stream = 'access'")
    for (const text of [...lines, JSON.stringify(raw.rows)]) expect(text).not.toMatch(/secret-|session_token=/)
  })

  it('stops guessing after ten, and a flood fills the log only', async () => {
    for (let tries = 0; tries < 10; tries += 1) await enter('shenji', 'wrong-guess-1')
    const before = (await events('access')).length
    expect(await codeOf(await enter('shenji', DEMO_PASSWORD))).toBe('request.too-many')
    expect((await events('access')).length).toBe(before)
    expect(lines.filter((line) => line.includes('too-many'))).toHaveLength(1)
  })
})

describe('passwords', () => {
  const change = (as: string, json: object, headers = {}) =>
    app.request('/api/me/password', { as, json, headers: { ...headers } })

  it('are changed by their owner: other sessions end, this one stays', async () => {
    const other = cookieOf(await enter('jingxin', DEMO_PASSWORD))
    const answer = await change('jingxin', { current: DEMO_PASSWORD, next: 'jingxin-2022-new' })
    expect(answer.status).toBe(200)
    expect(await me(other)).toBe(401)
    expect((await app.request('/api/me', { as: 'jingxin' })).status).toBe(200)
    expect(await codeOf(await enter('jingxin', DEMO_PASSWORD))).toBe('sign-in.failed')
    expect((await enter('jingxin', 'jingxin-2022-new')).status).toBe(200)
  })

  it.each([
    ['a wrong current one', { current: 'not-the-password', next: 'jingkai-2022-new' }],
    ['nine characters', { current: DEMO_PASSWORD, next: '123456789' }],
    ['the same again', { current: DEMO_PASSWORD, next: DEMO_PASSWORD }],
  ])('refuse %s, and nothing changes', async (_, json) => {
    const before = (await events('user')).length
    expect(await codeOf(await change('jingkai', json))).toBe('input.invalid')
    expect((await events('user')).length).toBe(before)
    expect((await enter('jingkai', DEMO_PASSWORD)).status).toBe(200)
  })

  it('take ten characters', async () => {
    expect((await change('jingkai', { current: DEMO_PASSWORD, next: '1234567890' })).status).toBe(200)
  })

  it('are reset by the administrator alone, and the user is out everywhere', async () => {
    const { id } = await app.callerOf('tongji')
    const cookie = cookieOf(await enter('tongji', DEMO_PASSWORD))
    const reset = (as: string, to: string, password: string) =>
      app.request(`/api/users/${to}/password`, { as, json: { password } })
    expect(await codeOf(await reset('jiangyou', id, 'tongji-2022-new'))).toBe('right.missing')
    expect(await codeOf(await reset('guanli', 'nobody', 'tongji-2022-new'))).toBe('not-found')
    expect(await codeOf(await reset('guanli', id, 'short'))).toBe('input.invalid')
    expect(await codeOf(await reset('guanli', (await app.callerOf('guanli')).id, 'guanli-2022-new'))).toBe(
      'state.illegal',
    )
    expect(await me(cookie)).toBe(200)
    expect((await reset('guanli', id, 'tongji-2022-new')).status).toBe(200)
    expect(await me(cookie)).toBe(401)
    expect((await enter('tongji', 'tongji-2022-new')).status).toBe(200)
  })

  it('are events without the password, and the log holds against the tables', async () => {
    const written = (await events('user')).filter((event) => event.kind.startsWith('password.'))
    expect(written.map(({ kind, by, summary }) => [kind, by, summary])).toEqual([
      ['password.reset', '管理员（演示）', '重设用户口令'],
      ['password.changed', '经开区（演示）', '修改本人口令'],
      ['password.changed', '经信局（演示）', '修改本人口令'],
    ])
    const raw = await app.connections.owner.query("select body from event where stream = 'user'")
    expect(JSON.stringify(raw.rows)).not.toMatch(/2022-new|1234567890/)
    expect(await app.store.verify(app.city)).toMatchObject({ ok: true, firstBad: null })
  })
})

describe('where the page comes from', () => {
  const ask = (on: ScratchApp, origin: string, host: string, headers: object = {}) =>
    on.request('/api/sign-in', {
      json: { username: 'lingdao', password: DEMO_PASSWORD },
      headers: { origin, host, ...headers },
    })

  it('is any free port of this machine', async () => {
    const server = serve({ fetch: app.app.fetch, hostname: '127.0.0.1', port: 0 })
    await new Promise((resolve) => server.once('listening', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const post = (origin: string) =>
      fetch(`${url}/api/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-yundiao': '1', origin },
        body: JSON.stringify({ username: 'lingdao', password: DEMO_PASSWORD }),
      })
    const good = await post(url)
    expect([good.status, good.headers.getSetCookie().length]).toEqual([200, 1])
    expect((await post('http://127.0.0.1:1')).status).toBe(403)
    await new Promise((resolve) => server.close(resolve))
  })

  const isSecure = (answer: Response): boolean[] =>
    answer.headers.getSetCookie().map((cookie) => /; Secure/.test(cookie))

  it('is a site behind a proxy that speaks HTTPS: the cookie is for HTTPS alone', async () => {
    const https = { 'x-forwarded-proto': 'https' }
    const good = await ask(proxied, 'https://yd.example', 'yd.example', https)
    expect([good.status, isSecure(good)]).toEqual([200, [true]])
    expect(
      (await proxied.request('/api/me', { headers: { cookie: cookieOf(good), host: 'yd.example', ...https } })).status,
    ).toBe(200)
    expect((await ask(proxied, 'https://evil.example', 'yd.example', https)).status).toBe(403)
    expect(isSecure(await ask(proxied, 'http://yd.example', 'yd.example'))).toEqual([false])
  })

  it('is not believed of a scheme where no proxy is configured', async () => {
    const good = await ask(app, 'https://yd.example', 'yd.example', { 'x-forwarded-proto': 'https' })
    expect([good.status, isSecure(good)]).toEqual([200, [false]])
  })
})

it('tells the 校验码 that a printed page bears: that of the newest checkpoint', async () => {
  const checkCode = async () => {
    const { checkCode: code } = (await (await app.request('/api/me', { as: 'lingdao' })).json()) as {
      checkCode: unknown
    }
    return code
  }
  const before = await checkCode()
  const { code } = await app.store.checkpoint('510700')
  expect(code).toMatch(/^[0-9A-F]{8}$/u)
  expect([before === code, await checkCode()]).toEqual([false, code])
})
