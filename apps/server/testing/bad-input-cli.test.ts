import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeXlsx } from '../../../packages/office/testing/make-xlsx.ts'
import { type ScratchApp, scratchApp } from './scratch-app.ts'

const CLI = join(import.meta.dirname, '../../cli/yundiao.mjs')
const BLOCKED = '绵试九〇八厂'

let app: ScratchApp
const folder = mkdtempSync(join(tmpdir(), 'yd-bad-'))
beforeAll(async () => {
  app = await scratchApp()
  await app.request('/api/blocked-names', { as: 'guanli', json: { name: BLOCKED, kind: '单位', note: null } })
})
afterAll(async () => {
  await app.end()
  rmSync(folder, { recursive: true, force: true })
})

type Ran = { code: number | null; out: string; err: string }

const run = (words: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const env = { ...process.env, YUNDIAO_TEST_FAST: '1', DATABASE_URL: undefined, DATABASE_OWNER_URL: undefined }
    const child = spawn(process.execPath, [CLI, ...words, '--json'], { env })
    const ran = { out: '', err: '' }
    child.stdout.on('data', (chunk) => {
      ran.out += chunk
    })
    child.stderr.on('data', (chunk) => {
      ran.err += chunk
    })
    child.once('close', (code) => resolve({ code, ...ran }))
  })

const heads = async (): Promise<unknown[]> =>
  (await app.connections.owner.query(`select stream, seq from stream_head where stream <> 'access' order by stream`))
    .rows

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const take = (path: string, into = 'projects.project'): string[] => ['import', path, '--into', into, '--data', app.home]
const WIDE = `${Array.from({ length: 1_000_000 }, (_, i) => `列${i}`).join(',')}\n`

it.each<[string, () => string[], string, RegExp]>([
  [
    'another encoding',
    () => take(file('gbk.csv', Buffer.from('cfeec4bfc3fbb3c60a', 'hex'))),
    'input.encoding',
    /第 1 行.*请/u,
  ],
  [
    'a zip bomb',
    () => take(file('bomb.xlsx', makeXlsx({ sheet: new Uint8Array(260 * 2 ** 20).fill(0x20) }))),
    'input.too-large',
    /200 MB.*请/u,
  ],
  ['a million columns', () => take(file('wide.csv', WIDE)), 'input.too-large', /第 1 行.*请/u],
  ['a file that is none', () => take(join(folder, 'nosuch.csv')), 'not-found', /nosuch\.csv/u],
  ['a ledger that is none', () => take(file('ok.csv', '项目名称\n甲\n'), 'no.such'), 'not-found', /no\.such/u],
  [
    'text for an amount',
    () => take(file('text.csv', '项目名称,总投资\n甲,约五千\n')),
    'value.not-a-number',
    /B2 总投资.*应/u,
  ],
  [
    'an amount below nought',
    () => take(file('below.csv', '项目名称,总投资\n甲,-1\n')),
    'value.out-of-range',
    /B2 总投资.*请/u,
  ],
  [
    'a county that is none',
    () => take(file('county.csv', '项目名称,县区\n甲,无此县\n')),
    'region.unknown',
    /B2 县区.*无此县.*请/u,
  ],
  ['a blocked name', () => take(file('blocked.csv', `项目名称\n${BLOCKED}\n`)), 'name.blocked', /A2 项目名称.*请删去/u],
  [
    'a city that is none',
    () => ['admin', 'add', '--username', 'wang', '--name', '王某', '--city', '5107', '--data', app.home],
    'config.invalid',
    /city 应为六位行政区划代码/u,
  ],
])(
  '%s is refused with its place, and nothing is changed',
  async (_, words, code, says) => {
    const before = await heads()
    const ran = await run(words())
    expect([1, 2], ran.err).toContain(ran.code)
    expect(ran.out).toContain(`"${code}"`)
    expect(`${ran.out}${ran.err}`).toMatch(says)
    expect(ran.err).not.toMatch(/^\s+at /mu)
    expect(await heads()).toEqual(before)
  },
  60_000,
)
