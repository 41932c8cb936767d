import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { knownPublicKeys } from '../secrets/known-keys.ts'
import { liveIn } from '../testing/lived-in.ts'
import { scratchStore } from '../testing/scratch.ts'
import { verifyEventFile } from './verify-events.ts'

const CITY = '510101'

let scratch: Awaited<ReturnType<typeof scratchStore>>
let folder = ''
beforeAll(async () => {
  scratch = await scratchStore()
  folder = mkdtempSync(join(tmpdir(), 'yd-export-'))
  await liveIn(scratch.store, CITY)
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await scratch.end()
})

it('verifies without a database, against the key, the root and the code noted elsewhere', async () => {
  const { store, home } = scratch
  const path = join(folder, 'events.ndjson')
  const { publicKey, code, rootHash, events, streams } = await store.exportEvents(CITY, path)
  expect([...knownPublicKeys(home).values()]).toEqual([publicKey])
  const expected = { ok: true, events, streams, rootHash, code, unsigned: 0 }
  expect(await verifyEventFile(path, { publicKey, root: rootHash })).toMatchObject(expected)
  expect(await verifyEventFile(path, { root: code })).toMatchObject(expected)
  expect(await store.verify(CITY)).toMatchObject({ ok: true, events, streams, rootHash, code })
})

it('writes the same to a stream, and says which line was altered', async () => {
  const { store } = scratch
  const path = join(folder, 'again.ndjson')
  const sink = new PassThrough({ highWaterMark: 2 ** 24 })
  await store.exportEvents(CITY, path)
  const { publicKey } = await store.exportEvents(CITY, sink)
  const bytes: Buffer = sink.read()
  const lines = (text: string): string[] => text.split('\n').slice(1)
  expect(lines(bytes.toString('utf8')).slice(0, -2)).toEqual(lines(readFileSync(path, 'utf8')).slice(0, -2))
  writeFileSync(path, readFileSync(path, 'utf8').replace('改过的事项', '改掉的事项'))
  expect(await verifyEventFile(path, { publicKey })).toMatchObject({ ok: false, firstBad: { stream: 'item', seq: 2 } })
})
