import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './jcs.ts'

const RUNS = process.env.YUNDIAO_DEEP ? 10_000 : 100

describe('canonical JSON (RFC 8785)', () => {
  it('writes the sample of §3.2.2 as §3.2.3 has it', () => {
    const sample = {
      numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\u0022\u002f",
      literals: [null, true, false],
    }
    expect(canonicalJson(sample)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    )
  })
  it('sorts keys by UTF-16 code units, as §3.2.3 shows', () => {
    const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 }
    expect(canonicalJson(keys)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}')
  })
  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
  ])('number %s of appendix B is %s', (bits, text) => {
    expect(canonicalJson(Buffer.from(bits, 'hex').readDoubleBE())).toBe(text)
  })
  it.each([
    ['undefined', { a: [1, { b: undefined }] }, '$.a[1].b'],
    ['NaN', { a: Number.NaN }, '$.a'],
    ['Infinity', [Number.POSITIVE_INFINITY], '$[0]'],
    ['-Infinity', Number.NEGATIVE_INFINITY, '$'],
    ['bigint', { 元: 1n }, '$.元'],
    ['function', { a: () => 1 }, '$.a'],
    ['symbol', [Symbol('a')], '$[0]'],
    ['class', { on: new Date(0) }, '$.on'],
    ['class', { map: new Map() }, '$.map'],
    ['lone surrogate', { name: 'a\ud800' }, '$.name'],
    ['lone surrogate', { '\udc00': 1 }, '$'],
    ['undefined', [new Array(2)], '$[0][0]'],
  ])('refuses %s, naming where', (what, value, path) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
    expect(() => canonicalJson(value)).toThrow(what)
    expect(() => canonicalJson(value)).toThrow(new RegExp(`^${path.replaceAll(/[$.[\]]/g, '\\$&')}`))
  })
  it('refuses a value that holds itself', () => {
    const ring: { self?: unknown } = {}
    ring.self = ring
    expect(() => canonicalJson(ring)).toThrow(/nesting deeper than 500/)
  })
  it('a key __proto__ is a key like others', () => {
    const value = JSON.parse('{"b":1,"__proto__":{"a":2}}')
    expect(canonicalJson(value)).toBe('{"__proto__":{"a":2},"b":1}')
  })
  const json = fc.jsonValue({ noUnicodeString: false, maxDepth: 5 })
  it('reads back as it was', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
      { numRuns: RUNS },
    )
  })
  it('does not depend on the order keys were set in, and of its own text is the same text', () => {
    const entries = fc.uniqueArray(fc.tuple(fc.string({ unit: 'grapheme' }), json), { selector: ([key]) => key })
    fc.assert(
      fc.property(entries, (pairs) => {
        const text = canonicalJson(Object.fromEntries(pairs))
        expect(canonicalJson(Object.fromEntries([...pairs].reverse()))).toBe(text)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
      }),
      { numRuns: RUNS },
    )
  })
})
