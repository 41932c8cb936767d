import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cityHome, runCommand } from '../testing/ask-command.ts'

const data = mkdtempSync(join(tmpdir(), 'yd-demo-'))
beforeAll(() => cityHome(data))
afterAll(() => rmSync(data, { recursive: true, force: true }))

type Answer = {
  loaded?: boolean
  rows: { name: string; label: string; count: number }[]
  figures: number
  changedBack?: number
}

const demo = async (...words: string[]): Promise<{ code: number | null; out: string }> => {
  const { code, out } = await runCommand(['demo', ...words, '--data', data])
  return { code, out }
}
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
