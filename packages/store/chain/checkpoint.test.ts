import { createPublicKey } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type Checkpoint, checkpointCode, checkpointFault, makeCheckpoint, verifyCheckpoint } from './checkpoint.ts'
import { newKey } from './export.fixture.ts'

const key = newKey()
const publicKey = createPublicKey(key.privateKey)
const hash = (digit: string): string => digit.repeat(64)
const facts = (heads: [string, number, string][], city = '510700') => ({
  city,
  at: '2022-04-26T01:00:00.000Z',
  heads: heads.map(([stream, seq, digit]) => ({ stream, seq, hash: hash(digit) })),
})
const first = makeCheckpoint(
  facts([
    ['meeting', 2, 'b'],
    ['item', 5, 'a'],
  ]),
  null,
  key,
)
const second = makeCheckpoint(
  facts([
    ['item', 6, 'c'],
    ['meeting', 2, 'b'],
    ['user', 1, 'd'],
  ]),
  first,
  key,
)

describe('checkpoints', () => {
  it('are numbered, chained, sorted and signed', () => {
    expect(first).toMatchObject({ seq: 1, prev: hash('0'), keyId: key.keyId })
    expect(second).toMatchObject({ seq: 2, prev: first.hash })
    expect(first.heads.map((head) => head.stream)).toEqual(['item', 'meeting'])
    expect(checkpointFault(first, null, publicKey)).toBeNull()
    expect(verifyCheckpoint(second, first, publicKey)).toBe(true)
  })
  it('of the same heads in another order are the same', () => {
    const other = makeCheckpoint(
      facts([
        ['item', 5, 'a'],
        ['meeting', 2, 'b'],
      ]),
      null,
      key,
    )
    expect(other).toEqual(first)
  })
  it('print as eight digits of their hash', () => {
    expect(checkpointCode(first)).toBe(first.hash.slice(0, 8).toUpperCase())
    expect(checkpointCode(first)).toMatch(/^[0-9A-F]{8}$/)
  })
  it.each([
    ['city', { city: '510800' }, '哈希不符'],
    ['number', { seq: 3 }, '哈希不符'],
    ['instant', { at: '2022-04-26T01:00:00.001Z' }, '哈希不符'],
    ['heads', { heads: second.heads.slice(1) }, '哈希不符'],
    ['previous', { prev: hash('0') }, '哈希不符'],
    ['hash', { hash: hash('0') }, '哈希不符'],
    ['key id', { keyId: '0'.repeat(16) }, '哈希不符'],
    ['signature', { signature: first.signature }, '签名不对'],
    ['signature spelt otherwise', { signature: ` ${second.signature}` }, '签名不对'],
    ['empty signature', { signature: '' }, '签名不对'],
  ] satisfies [string, Partial<Checkpoint>, string][])('another %s is told', (_, change, why) => {
    expect(checkpointFault({ ...second, ...change }, first, publicKey)).toContain(why)
    expect(verifyCheckpoint({ ...second, ...change }, first, publicKey)).toBe(false)
  })
  it('signed with another key is told, also under the right key’s id', () => {
    const stranger = newKey()
    const forged = makeCheckpoint(facts([]), null, stranger)
    expect(checkpointFault(forged, null, publicKey)).toContain('另一把密钥')
    const named = makeCheckpoint(facts([]), null, { ...stranger, keyId: key.keyId })
    expect(checkpointFault(named, null, publicKey)).toContain('签名不对')
  })
  it.each([
    ['a missing one before', second, null, '应为第 1 号'],
    ['the wrong one before', second, { ...first, hash: hash('9') }, '不相接'],
    [
      'another city',
      makeCheckpoint(
        facts(
          [
            ['item', 9, 'a'],
            ['meeting', 2, 'b'],
          ],
          '510800',
        ),
        first,
        key,
      ),
      first,
      '另一个城市',
    ],
    [
      'a stream that went back',
      makeCheckpoint(
        facts([
          ['item', 4, 'a'],
          ['meeting', 2, 'b'],
        ]),
        first,
        key,
      ),
      first,
      'item',
    ],
    [
      'a stream rewritten',
      makeCheckpoint(
        facts([
          ['item', 5, 'e'],
          ['meeting', 2, 'b'],
        ]),
        first,
        key,
      ),
      first,
      'item',
    ],
    ['a stream that vanished', makeCheckpoint(facts([['item', 5, 'a']]), first, key), first, 'meeting'],
  ] as const)('%s is told', (_, checkpoint, previous, why) => {
    expect(checkpointFault(checkpoint, previous, publicKey)).toContain(why)
  })
})
