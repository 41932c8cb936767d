import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PurposeKey } from './purpose-key.ts'
import { lookupHmac, openText, sealText } from './seal.ts'

const keyNamed = (name: string, fill: number): PurposeKey => ({
  name,
  keyId: String(fill).repeat(16),
  sealing: Buffer.alloc(32, fill),
  lookup: Buffer.alloc(32, fill + 100),
})
const key = keyNamed('talent', 1)
const aad = 'talent.visit\nphone'

describe('sealed text', () => {
  it('opens with its key in its place, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, place) => {
        const sealed = sealText(key, text, place)
        expect(sealed).toMatch(/^v1:1{16}:[A-Za-z0-9_-]+$/)
        expect(openText(key, sealed, place)).toBe(text)
      }),
    )
  })
  it('is never the same twice, and does not hold the text', () => {
    const [a, b] = [sealText(key, '13800000000', aad), sealText(key, '13800000000', aad)]
    expect(a).not.toBe(b)
    expect(Buffer.from(a.split(':')[2] ?? '', 'base64url').includes('13800000000')).toBe(false)
  })
  it.each([
    ['another field', (sealed: string) => openText(key, sealed, 'talent.visit\nname')],
    ['another key', (sealed: string) => openText(keyNamed('talent', 2), sealed, aad)],
    [
      'another key of the same id',
      (sealed: string) => openText({ ...keyNamed('x', 2), keyId: key.keyId }, sealed, aad),
    ],
    ['a form not ours', (sealed: string) => openText(key, sealed.replace('v1', 'v2'), aad)],
    ['too short', () => openText(key, `v1:${key.keyId}:AAAA`, aad)],
    ['empty', () => openText(key, '', aad)],
  ])('%s: refused', (_, open) => {
    expect(() => open(sealText(key, '张三', aad))).toThrow(expect.objectContaining({ code: 'key.unavailable' }))
  })
  it('any byte changed, it does not open', () => {
    const sealed = Buffer.from(sealText(key, '张三', aad).split(':')[2] ?? '', 'base64url')
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const other = Buffer.from(sealed)
        other[at] = (other[at] ?? 0) ^ change
        expect(() => openText(key, `v1:${key.keyId}:${other.toString('base64url')}`, aad)).toThrow(/校验不通过/)
      }),
    )
  })
})

describe('look-ups', () => {
  it.each([
    ['outer spaces', ' 13800000000\u3000', true],
    ['full width', '１３８００００００００', true],
    ['another number', '13800000001', false],
    ['inner space', '138 00000000', false],
  ])('%s', (_, text, same) => {
    expect(lookupHmac(key, text) === lookupHmac(key, '13800000000')).toBe(same)
  })
  it('differ by key', () => {
    expect(lookupHmac(key, '1')).not.toBe(lookupHmac(keyNamed('visit', 2), '1'))
  })
})
