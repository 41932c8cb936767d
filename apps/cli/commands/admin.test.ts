import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const CLI = join(import.meta.dirname, '../yundiao.mjs')
const data = mkdtempSync(join(tmpdir(), 'yd-admin-'))
afterAll(() => rmSync(data, { recursive: true, force: true }))

const start = (words: readonly string[]) =>
  spawn(process.execPath, [CLI, ...words, '--data', data, '--json'], {
    env: { ...process.env, YUNDIAO_TEST_FAST: '1', DATABASE_URL: undefined },
  })

const add = (...words: string[]): Promise<{ code: number | null; answer: Record<string, string> }> =>
  new Promise((resolve) => {
    const child = start(['admin', 'add', ...words])
    let out = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.once('close', (code) => resolve({ code, answer: JSON.parse(out) }))
  })

it('makes the first administrator beside a server that asked for one, who signs in on a free port', async () => {
  const server = start(['serve', '--port', '0'])
  let told = ''
  server.stderr.on('data', (chunk) => {
    told += chunk
  })
  const url = await new Promise<string>((resolve) => {
    server.stdout.once('data', (chunk) => resolve(JSON.parse(String(chunk)).url))
  })
  expect(told).toContain(`admin add --username 用户名 --name 姓名 --city 510700 --data ${data}`)
  const made = await add('--username', 'chen', '--name', '陈某')
  expect([made.code, made.answer.username]).toEqual([0, 'chen'])
  const answer = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-yundiao': '1', origin: url },
    body: JSON.stringify({ username: 'chen', password: made.answer.password }),
  })
  expect([answer.status, await answer.json()]).toMatchObject([200, { role: 'administrator', demo: false }])
  const ended = new Promise<number | null>((resolve) => server.once('close', resolve))
  server.kill('SIGINT')
  expect(await ended).toBe(0)
}, 180_000)

it.each([
  ['a name taken', ['--username', 'CHEN', '--name', '陈某'], 'duplicate'],
  ['a name with a blank', ['--username', 'a b', '--name', '陈某'], 'input.invalid'],
  ['a city without data', ['--username', 'wang', '--name', '王某', '--city', '510100'], 'region.unknown'],
])(
  'refuses %s',
  async (_, words, code) => {
    const refused = await add(...words)
    expect([refused.code, refused.answer.code]).toEqual([1, code])
  },
  60_000,
)
