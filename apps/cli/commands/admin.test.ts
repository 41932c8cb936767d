import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerOf, cityHome, startCommand } from '../testing/ask-command.ts'

const data = mkdtempSync(join(tmpdir(), 'yd-admin-'))
beforeAll(() => cityHome(data))
afterAll(() => rmSync(data, { recursive: true, force: true }))

const add = async (...words: string[]) => {
  const { code, document } = await answerOf(['admin', 'add', ...words, '--data', data])
  return { code, answer: document }
}

it('makes the first administrator beside a server that asked for one, who signs in on a free port', async () => {
  const server = startCommand(['serve', '--port', '0', '--data', data, '--json'])
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
