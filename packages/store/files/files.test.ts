import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clearDrafts } from './clear-drafts.ts'
import { isFileIntact, openFile } from './open-file.ts'
import { draftsFolder, filesFolder, placeOf } from './place.ts'
import { type FileContent, putFile } from './put-file.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'yd-files-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const LIMIT = { maxBytes: 1000 }
const put = (content: FileContent) => putFile(home, content, LIMIT)
const filesLeft = (): string[] =>
  existsSync(filesFolder(home))
    ? readdirSync(filesFolder(home), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name)
    : []
const code = (problem: string) => expect.objectContaining({ code: problem })

async function* breaking(chunks: readonly Uint8Array[], error: Error): AsyncGenerator<Uint8Array> {
  yield* chunks
  throw error
}

describe('putting', () => {
  it('names content by its SHA-256 and gives it back', async () => {
    const stored = await put(Buffer.from('abc'))
    expect(stored).toEqual({ sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', bytes: 3 })
    expect(placeOf(home, stored.sha256)).toBe(path.join(home, 'files', 'ba', '78', stored.sha256))
    expect((await buffer(await openFile(home, stored))).toString()).toBe('abc')
    expect(statSync(placeOf(home, stored.sha256)).mode & 0o777).toBe(0o600)
  })
  it('the same content again, whole or in pieces, is the one file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 900 }), fc.integer({ min: 1, max: 64 }), async (bytes, size) => {
        const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
          bytes.subarray(i * size, (i + 1) * size),
        )
        const before = filesLeft().length
        const first = await put(bytes)
        expect(await put(Readable.from(pieces, { objectMode: true }))).toEqual(first)
        expect(first.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
        expect(filesLeft().length - before).toBeLessThanOrEqual(1)
        expect(new Uint8Array(await buffer(await openFile(home, first)))).toEqual(new Uint8Array(bytes))
      }),
      { numRuns: process.env.YUNDIAO_DEEP ? 1000 : 25 },
    )
  })
  it('many at once of one content leave one file and no draft', async () => {
    const stored = await Promise.all(Array.from({ length: 20 }, () => put(Buffer.from('同一份文件'))))
    expect(new Set(stored.map((one) => one.sha256)).size).toBe(1)
    expect(filesLeft()).toEqual([stored[0]?.sha256])
  })
  it.each([
    [999, true],
    [1000, true],
    [1001, false],
  ])('%i bytes where 1000 may be: %s', async (length, allowed) => {
    for (const content of [Buffer.alloc(length), Readable.from([Buffer.alloc(600), Buffer.alloc(length - 600)])]) {
      if (allowed) expect((await put(content)).bytes).toBe(length)
      else await expect(put(content)).rejects.toThrow(code('input.too-large'))
    }
    expect(filesLeft()).toHaveLength(allowed ? 1 : 0)
  })
  it.each([
    ['a stream that breaks off', new Error('reset'), 'reset'],
    ['a full disk', Object.assign(new Error('full'), { code: 'ENOSPC' }), '磁盘已满'],
  ])('%s leaves nothing behind', async (_, error, message) => {
    await expect(put(breaking([Buffer.from('half')], error))).rejects.toThrow(message)
    expect(filesLeft()).toEqual([])
  })
  it('puts a file that was cut off on disk right again', async () => {
    const stored = await put(Buffer.from('abcdef'))
    truncateSync(placeOf(home, stored.sha256), 3)
    await put(Buffer.from('abcdef'))
    expect((await buffer(await openFile(home, stored))).toString()).toBe('abcdef')
  })
})

describe('opening', () => {
  it('refuses what is not there, what was cut off, and names that are no hash', async () => {
    const stored = await put(Buffer.from('abc'))
    await expect(openFile(home, { ...stored, sha256: '0'.repeat(64) })).rejects.toThrow(code('not-found'))
    truncateSync(placeOf(home, stored.sha256), 2)
    await expect(openFile(home, stored)).rejects.toThrow(code('files.damaged'))
    await expect(openFile(home, { ...stored, sha256: '../../x' })).rejects.toThrow(RangeError)
  })
  it('tells content changed in place', async () => {
    const stored = await put(Buffer.from('abc'))
    expect(await isFileIntact(home, stored.sha256)).toBe(true)
    writeFileSync(placeOf(home, stored.sha256), 'abd')
    expect(await isFileIntact(home, stored.sha256)).toBe(false)
  })
})

it('drafts of killed processes are cleared, those being written are not', async () => {
  expect(await clearDrafts(home, new Date())).toBe(0)
  await put(Buffer.from('abc'))
  const [old, fresh] = ['old', 'fresh'].map((name) => path.join(draftsFolder(home), name)) as [string, string]
  for (const file of [old, fresh]) writeFileSync(file, 'x')
  utimesSync(old, new Date(1000), new Date(1000))
  expect(await clearDrafts(home, new Date(2000))).toBe(1)
  expect(readdirSync(draftsFolder(home))).toEqual(['fresh'])
})
