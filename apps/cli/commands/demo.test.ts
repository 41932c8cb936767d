import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const CLI = join(import.meta.dirname, '../yundiao.mjs')
const data = mkdtempSync(join(tmpdir(), 'yd-demo-'))
afterAll(() => rmSync(data, { recursive: true, force: true }))

type Answer = {
  loaded?: boolean
  rows: { name: string; label: string; count: number }[]
  figures: number
  changedBack?: number
}

const demo = (...words: string[]): Promise<{ code: number | null; out: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [CLI, 'demo', ...words, '--data', data], {
      env: { ...process.env, YUNDIAO_TEST_FAST: '1', DATABASE_URL: undefined },
    })
    let out = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.once('close', (code) => resolve({ code, out }))
  })
const asked = async (...words: string[]): Promise<Answer> => JSON.parse((await demo(...words, '--json')).out)

it('loads the demonstration, counts it by table, removes it, and says when there is none', async () => {
  const loaded = await asked('load')
  expect(loaded.loaded).toBe(true)
  expect(loaded.rows).toContainEqual({ name: 'item', label: '督办事项', count: 15 })
  expect(loaded.rows.map(({ label }) => label)).toContain('重点项目台账')
  expect((await asked('load')).loaded).toBe(false)
  const removed = await asked('remove')
  expect([removed.rows, removed.figures, removed.changedBack]).toEqual([loaded.rows, loaded.figures, 1])
  expect(await demo('remove')).toEqual({ code: 0, out: '没有演示数据。\n' })
  expect((await asked('load')).loaded).toBe(true)
}, 300_000)
