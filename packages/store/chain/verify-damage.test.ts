import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fileOf, inPieces, linesOf, makeChain, newKey, type Step } from './export.fixture.ts'
import { verifyEventFile } from './verify-events.ts'

const RUNS = process.env.YUNDIAO_DEEP ? 5000 : 60
const key = newKey()

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      stream: fc.constantFrom('item', 'figure', 'ledger/a', 'ledger/乙', 'meeting'),
      body: fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ stream: '', body: null }) },
)
const files = fc.array(step, { minLength: 1, maxLength: 25 })

const isOk = async (bytes: Uint8Array, size?: number): Promise<boolean> => {
  const { ok, firstBad, rootHash } = await verifyEventFile(inPieces(bytes, size))
  expect(firstBad === undefined).toBe(ok)
  expect(rootHash !== null).toBe(ok)
  return ok
}

it('any file made by the rules verifies', async () => {
  await fc.assert(
    fc.asyncProperty(files, fc.integer({ min: 1, max: 5000 }), async (steps, size) => {
      expect(await isOk(fileOf(await linesOf(makeChain(steps, key))), size)).toBe(true)
    }),
    { numRuns: RUNS },
  )
})

it('any one byte changed, it does not', async () => {
  await fc.assert(
    fc.asyncProperty(files, fc.nat(), fc.integer({ min: 1, max: 255 }), async (steps, n, change) => {
      const bytes = fileOf(await linesOf(makeChain(steps, key)))
      const at = n % bytes.length
      bytes[at] = (bytes[at] ?? 0) ^ change
      expect(await isOk(bytes)).toBe(false)
    }),
    { numRuns: RUNS },
  )
})

it('each byte of one file changed in turn, it does not', async () => {
  const steps = [
    { stream: 'item', body: { 名: '甲' } },
    { stream: '', body: null },
    { stream: 'figure', body: { n: 0.5 } },
  ]
  const bytes = fileOf(await linesOf(makeChain(steps, key)))
  const changes = process.env.YUNDIAO_DEEP ? [1, 2, 4, 8, 16, 32, 64, 128] : [1, 32]
  for (const change of changes)
    for (let at = 0; at < bytes.length; at += 1) {
      const other = Buffer.from(bytes)
      other[at] = (other[at] ?? 0) ^ change
      expect([at, change, await isOk(other)]).toEqual([at, change, false])
    }
})

it('any line dropped, repeated or swapped, and any cut, it does not', async () => {
  await fc.assert(
    fc.asyncProperty(files, fc.nat(), fc.nat(), async (steps, n, m) => {
      const lines = await linesOf(makeChain(steps, key))
      const at = n % lines.length
      const other = (at + 1 + (m % (lines.length - 1))) % lines.length
      const [a, b] = [lines[at] ?? '', lines[other] ?? '']
      expect(await isOk(fileOf(lines.toSpliced(at, 1)))).toBe(false)
      expect(await isOk(fileOf(lines.toSpliced(other, 0, a)))).toBe(false)
      expect(await isOk(fileOf(lines.with(at, b).with(other, a)))).toBe(false)
      const bytes = fileOf(lines)
      expect(await isOk(bytes.subarray(0, m % bytes.length))).toBe(false)
      expect(await isOk(Buffer.concat([bytes, bytes.subarray(0, 1 + (n % bytes.length))]))).toBe(false)
    }),
    { numRuns: RUNS },
  )
})
