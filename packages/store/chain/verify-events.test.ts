import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkpointCode, makeCheckpoint } from './checkpoint.ts'
import { eventHash } from './event.ts'
import { AT, fileOf, inPieces, linesOf, type Made, makeChain, newKey } from './export.fixture.ts'
import { checkpointLine, eventLine } from './export-format.ts'
import { headsRoot } from './heads.ts'
import { verifyEventFile } from './verify-events.ts'
import type { VerifyOptions } from './verify-progress.ts'
import { writeEventFile } from './write-event-file.ts'

const key = newKey()
const stranger = newKey()
/** Lines: 1 header, 2–3 checkpoints, 4–7 item 1–4, 8–9 ledger/a 1–2, 10 end. The last two events are not checkpointed. */
const steps = [
  { stream: 'item', body: { n: 1 } },
  { stream: 'ledger/a', body: { after: { city: '假', seq: 7 }, text: ',"seq":9,"stream":"x","subject":' } },
  { stream: 'item', body: { n: 2 } },
  { stream: '', body: null },
  { stream: 'item', body: { n: 3 } },
  { stream: '', body: null },
  { stream: 'item', body: { n: 4 } },
  { stream: 'ledger/a', body: {} },
]
const made = makeChain(steps, key)
let lines: string[]
beforeAll(async () => {
  lines = await linesOf(made)
})

const verify = (changed: readonly string[], options: VerifyOptions = {}) =>
  verifyEventFile(inPieces(fileOf(changed)), options)
const faultOf = async (changed: readonly string[], options: VerifyOptions = {}) => {
  const { ok, firstBad, rootHash } = await verify(changed, options)
  expect({ ok, rootHash }).toEqual({ ok: false, rootHash: null })
  return firstBad
}
const replaced = (line: number, from: string, to: string): string[] => {
  const old = lines[line - 1] ?? ''
  expect(old).toContain(from)
  return lines.with(line - 1, old.replace(from, to))
}
/** A file its maker finished by the rules after changing what is in it. */
const remade = (change: (made: Made) => Made): Promise<string[]> => linesOf(change(structuredCloneOf(made)))
const structuredCloneOf = (from: Made): Made => ({
  ...from,
  events: [...from.events],
  checkpoints: [...from.checkpoints],
})

describe('a whole file', () => {
  it('verifies, and says what it holds', async () => {
    const heads = [made.events[3], made.events[5]].map((event) => ({
      stream: event?.stream ?? '',
      seq: event?.seq ?? 0,
      hash: event?.hash.toString('hex') ?? '',
    }))
    expect(await verify(lines, { publicKey: key.publicKey })).toEqual({
      events: 6,
      streams: 2,
      rootHash: headsRoot('sha256', heads),
      ok: true,
      checkpoints: 2,
      code: checkpointCode(made.checkpoints[1] as { hash: string }),
      unsigned: 2,
    })
  })
  it.each([1, 7, 64, 1000])('in pieces of %i bytes too', async (size) => {
    expect((await verifyEventFile(inPieces(fileOf(lines), size))).ok).toBe(true)
  })
  it('hashed with SM3 too', async () => {
    const sm3 = await linesOf(makeChain(steps, key, 'sm3'))
    expect(await verify(sm3, { publicKey: key.publicKey })).toMatchObject({ ok: true, events: 6 })
  })
  it('of no events', async () => {
    const empty = await linesOf(makeChain([], key))
    expect(await verify(empty)).toMatchObject({ ok: true, events: 0, streams: 0, code: null, unsigned: 0 })
    expect(await faultOf(empty, { publicKey: key.publicKey })).toMatchObject({
      line: 2,
      why: expect.stringContaining('没有检查点'),
    })
  })
  it('held to a root, a checkpoint or the code of a paper', async () => {
    const { rootHash } = await verify(lines)
    const [first] = made.checkpoints
    const known = [
      rootHash ?? '',
      first?.hash ?? '',
      checkpointCode(first ?? { hash: '' }),
      ` ${rootHash?.toUpperCase()}\n`,
    ]
    for (const root of known) expect((await verify(lines, { root })).ok).toBe(true)
    for (const root of ['0'.repeat(64), '00000000', '', rootHash?.slice(0, 16) ?? ''])
      expect(await faultOf(lines, { root })).toMatchObject({ line: 10, why: expect.stringContaining('根哈希') })
  })
})

describe('names the first fault', () => {
  it.each([
    ['an altered body', 5, '{"n":2}', '{"n":9}', { stream: 'item', seq: 2, why: '内容与哈希不符' }],
    ['an altered actor', 4, '甲', '乙', { stream: 'item', seq: 1, why: '内容与哈希不符' }],
    ['an altered last event', 9, '"body":{}', '"body":1', { stream: 'ledger/a', seq: 2, why: '内容与哈希不符' }],
    ['an altered number', 6, '"seq":3,', '"seq":5,', { stream: 'item', seq: 5, why: '缺少第 3 至 4 条' }],
    ['an altered city', 6, '"city":"510700"', '"city":"510800"', { stream: 'item', seq: 3, why: '另一个城市' }],
    ['a line made unreadable', 6, ',"v":1}', ',"v":1', { stream: 'item', seq: 3, why: '内容与哈希不符' }],
    ['an altered hash', 6, '{"hash":"', '{"hash":"0', { stream: 'item', seq: 3, why: '不成一条记录' }],
    ['an altered checkpoint', 2, '"at":"2022', '"at":"2023', { stream: null, seq: null, why: '内容与其哈希不符' }],
    ['an altered header', 1, '"v":1', '"v":2', { stream: null, seq: null, why: '文件头' }],
    ['an altered day of export', 1, '2022-04-26', '2022-04-27', { line: 10, stream: null, why: '合计与前文不符' }],
    ['an altered sum', 10, '"events":6', '"events":5', { stream: null, seq: null, why: '合计与前文不符' }],
  ] as const)('%s', async (_, line, from, to, { why, ...where }) => {
    expect(await faultOf(replaced(line, from, to))).toMatchObject({ line, ...where, why: expect.stringContaining(why) })
  })
  it.each([
    ['a removed event', [5], { line: 5, stream: 'item', seq: 3, why: '缺少第 2 至 2 条' }],
    ['a removed first event', [8], { line: 8, stream: 'ledger/a', seq: 2, why: '缺少第 1 至 1 条' }],
    ['the tail of a stream', [7], { line: 9, stream: 'item', seq: 4, why: '文件只有 3 条' }],
    ['a whole stream', [8, 9], { line: 8, stream: 'ledger/a', seq: 1, why: '文件只有 0 条' }],
    ['a removed checkpoint', [2], { line: 2, stream: null, seq: null, why: '应为第 1 号' }],
    ['the last checkpoint', [3], { line: 9, stream: null, seq: null, why: '合计与前文不符' }],
    ['the header', [1], { line: 1, stream: null, seq: null, why: '首行' }],
    ['the end', [10], { line: 10, stream: null, seq: null, why: '没有结尾' }],
    [
      'the file cut behind a line',
      [6, 7, 8, 9, 10],
      { line: 6, stream: 'item', seq: 3, why: '被截断；检查点记到第 3 条' },
    ],
    ['everything', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], { line: 1, stream: null, seq: null, why: '空的' }],
  ] as const)('%s', async (_, gone, { why, ...where }) => {
    const left = lines.filter((__, index) => !(gone as readonly number[]).includes(index + 1))
    expect(await faultOf(left)).toMatchObject({ ...where, why: expect.stringContaining(why) })
  })
  it('re-ordered and repeated events', async () => {
    const [l5, l6] = [lines[4] as string, lines[5] as string]
    expect(await faultOf(lines.with(4, l6).with(5, l5))).toMatchObject({ line: 5, stream: 'item', seq: 3 })
    expect(await faultOf(lines.toSpliced(5, 0, l5))).toMatchObject({
      line: 6,
      seq: 2,
      why: expect.stringContaining('重复'),
    })
    const streamsSwapped = [...lines.slice(0, 3), ...lines.slice(7, 9), ...lines.slice(3, 7), ...lines.slice(9)]
    expect(await faultOf(streamsSwapped)).toMatchObject({
      line: 6,
      stream: 'item',
      seq: 1,
      why: expect.stringContaining('次序'),
    })
    expect(await faultOf([...lines, lines[4] as string])).toMatchObject({
      line: 11,
      why: expect.stringContaining('结尾之后'),
    })
    expect(await faultOf(lines.toSpliced(8, 0, lines[1] as string))).toMatchObject({
      line: 9,
      why: expect.stringContaining('检查点应在'),
    })
  })
  it('a file cut in the middle of a line', async () => {
    const bytes = fileOf(lines)
    const cut = await verifyEventFile(inPieces(bytes.subarray(0, bytes.length - 1)))
    expect(cut).toMatchObject({ ok: false, firstBad: { line: 10, why: expect.stringContaining('不完整') } })
  })
  it('a line without end is not held in memory', async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) yield Buffer.alloc(2 ** 20, 'x')
    }
    expect((await verifyEventFile(endless())).firstBad).toMatchObject({ line: 1, why: expect.stringContaining('过长') })
  })
})

describe('a forger who keeps to the rules', () => {
  const rewritten = (from: Made, signer = from.key): Made => {
    const other = makeChain(
      steps.map((step, i) => (i === 2 ? { ...step, body: { n: 22 } } : step)),
      signer,
    )
    return { ...from, events: other.events, checkpoints: signer === from.key ? from.checkpoints : other.checkpoints }
  }
  it('rewrites the chain: the checkpoint tells', async () => {
    expect(await faultOf(await remade((from) => rewritten(from)))).toMatchObject({
      line: 5,
      stream: 'item',
      seq: 2,
      why: expect.stringContaining('检查点'),
    })
  })
  it('signs with a key of their own: the key tells', async () => {
    const forged = await remade((from) => ({ ...rewritten(from, stranger), key: stranger }))
    expect((await verify(forged)).ok).toBe(true)
    expect(await faultOf(forged, { publicKey: key.publicKey })).toMatchObject({
      line: 1,
      why: expect.stringContaining('公钥'),
    })
    const keptHeader = await remade((from) => rewritten(from, stranger))
    expect(await faultOf(keptHeader)).toMatchObject({ line: 2, why: expect.stringContaining('另一把密钥') })
  })
  it('puts the name of the right key on it: the signature tells', async () => {
    const forged = await remade((from) => {
      const heads = from.checkpoints[0]?.heads ?? []
      const checkpoint = makeCheckpoint({ city: '510700', at: AT, heads }, null, { ...stranger, keyId: key.keyId })
      return { ...from, checkpoints: [checkpoint] }
    })
    expect(await faultOf(forged)).toMatchObject({ line: 2, why: expect.stringContaining('签名不对') })
  })
  it('cuts the tail and ends anew: the checkpoint tells, and past the last one only a root noted elsewhere', async () => {
    const cutTo = (count: number) =>
      remade((from) => ({ ...from, events: from.events.filter((event) => event.seq <= count) }))
    expect(await faultOf(await cutTo(2))).toMatchObject({
      stream: 'item',
      seq: 3,
      why: expect.stringContaining('检查点记到第 3 条'),
    })
    const quiet = await cutTo(3)
    expect(await verify(quiet, { publicKey: key.publicKey })).toMatchObject({ ok: true, unsigned: 1 })
    const { rootHash } = await verify(lines)
    expect(await faultOf(quiet, { root: rootHash ?? '' })).toMatchObject({ why: expect.stringContaining('根哈希') })
  })
  it('leaves the checkpoints out: a given key asks for them', async () => {
    const bare = await remade((from) => ({ ...from, checkpoints: [] }))
    expect(await verify(bare)).toMatchObject({ ok: true, unsigned: 6 })
    expect(await faultOf(bare, { publicKey: key.publicKey })).toMatchObject({
      why: expect.stringContaining('没有检查点'),
    })
  })
  it('takes a right line for another place: the chain tells', async () => {
    const event = made.events[1]
    if (!event) throw new Error('no event')
    const facts = { ...event, seq: 3 }
    const line = eventLine({ ...facts, hash: eventHash(facts, event.prev, 'sha256') }).slice(0, -1)
    expect(await faultOf(lines.with(5, line))).toMatchObject({ line: 6, stream: 'item', seq: 3 })
  })
  it('writes a checkpoint another way', async () => {
    const spaced = lines.with(1, `${checkpointLine(made.checkpoints[0] as never).slice(0, -2)} }`)
    expect(await faultOf(spaced)).toMatchObject({ line: 2, why: expect.stringContaining('规范形式') })
  })
})

describe('files and keys', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'yd-events-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  it('writes a file that verifies, whole or not at all', async () => {
    const facts = { city: '510700', alg: 'sha256' as const, exportedAt: AT, publicKey: key.publicKey }
    const file = path.join(folder, 'events.ndjson')
    const written = await writeEventFile(file, { facts, checkpoints: made.checkpoints, events: made.events })
    expect(await verifyEventFile(file)).toMatchObject({ ok: true, rootHash: written.rootHash, events: written.events })
    const disorder = writeEventFile(path.join(folder, 'x'), {
      facts,
      checkpoints: [],
      events: [...made.events].reverse(),
    })
    await expect(disorder).rejects.toThrow(RangeError)
    expect(readdirSync(folder)).toEqual(['events.ndjson'])
  })
  it('a path that is not there or a folder, and a key that is none, are said plainly', async () => {
    await expect(verifyEventFile(path.join(folder, 'none'))).rejects.toMatchObject({ code: 'not-found' })
    await expect(verifyEventFile(folder)).rejects.toMatchObject({ code: 'input.invalid' })
    await expect(verify(lines, { publicKey: 'x' })).rejects.toMatchObject({ code: 'input.invalid' })
  })
})
