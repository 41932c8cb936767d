import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerOf, cityHome, type Ran } from '../testing/ask-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'yd-chain-'))
const at = (name: string): string => join(folder, name)
const [data, fresh, file, backup] = [at('data'), at('fresh'), at('events.ndjson'), at('backup')]

const run = async (...words: string[]) => {
  const { document: answer, ...ran } = await answerOf(words)
  return { ...ran, answer }
}

let exported: Ran['document'] = {}
beforeAll(async () => {
  // The database runs under another account, which must get through to its folder.
  chmodSync(folder, 0o755)
  mkdirSync(data)
  mkdirSync(fresh)
  await cityHome(data)
  exported = (await run('events', 'export', '--out', file, '--data', data)).answer
}, 180_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('events', () => {
  it('exports a file that verifies by itself, by its key, root and code', async () => {
    const { events, streams, rootHash, code, publicKey } = exported
    expect(events).toBeGreaterThan(5)
    const ran = await run('events', 'verify', file, '--root', String(code), '--key', String(publicKey))
    expect(ran.code).toBe(0)
    expect(ran.answer).toMatchObject({ ok: true, events, streams, rootHash, code })
  }, 60_000)
  it('verifies the tables too', async () => {
    const ran = await run('events', 'verify', file, '--state', '--data', data)
    expect([ran.code, ran.answer.ok]).toEqual([0, true])
    expect(ran.answer.state).toMatchObject({ ok: true, holdsFile: true, state: { mismatches: [] } })
  }, 120_000)
  it('tells an altered file, another root, a file that is not there, a folder to write to', async () => {
    const altered = at('altered.ndjson')
    writeFileSync(altered, readFileSync(file, 'utf8').replace('"actor":"system"', '"actor":"systen"'))
    expect(await run('events', 'verify', altered)).toMatchObject({
      code: 1,
      answer: { ok: false, firstBad: { seq: 1 } },
    })
    expect(await run('events', 'verify', file, '--root', '0'.repeat(64))).toMatchObject({
      code: 1,
      answer: { ok: false },
    })
    expect(await run('events', 'verify', at('none'))).toMatchObject({ code: 1, answer: { code: 'not-found' } })
    const out = await run('events', 'export', '--out', at('none/x'), '--data', data)
    expect(out).toMatchObject({ code: 1, answer: { code: 'files.unavailable' } })
  }, 120_000)
})

it('backs up, and restores into an empty home that then verifies', async () => {
  const made = await run('backup', backup, '--data', data)
  expect([made.code, made.answer.broken]).toEqual([0, []])
  expect(made.answer.rows).toBeGreaterThan(100)
  expect((await run('backup', backup, '--data', data)).answer.code).toBe('backup.invalid')
  expect((await run('restore', backup, '--data', data)).answer.code).toBe('backup.invalid')
  const back = await run('restore', backup, '--data', fresh)
  expect(back.code, JSON.stringify(back.answer).slice(0, 2000)).toBe(0)
  expect(back.answer).toMatchObject({ rows: made.answer.rows, rootHash: made.answer.rootHash, ok: true })
}, 240_000)
