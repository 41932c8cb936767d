import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSame, setWeight, tenthsOf, weightsOf } from './balance-weights.ts'

const sum = (values: object): number => Object.values(values).reduce((a: number, b: number) => a + b, 0)

describe('weights that add to 100', () => {
  it('reads weights at the root as tenths of a per cent', () => {
    expect(tenthsOf({ tax: 0.3, value: 0.2, energy: 0.5 })).toEqual({ tax: 300, value: 200, energy: 500 })
    expect(tenthsOf({ a: 1 / 3, b: 1 / 3, c: 1 / 3 })).toEqual({ a: 334, b: 333, c: 333 })
    expect(weightsOf({ a: 250, b: 750 })).toEqual({ a: 0.25, b: 0.75 })
  })

  it('takes what one gains from the others in their ratio', () => {
    expect(setWeight({ a: 200, b: 400, c: 400 }, 'a', 400, new Set())).toEqual({ a: 400, b: 300, c: 300 })
    expect(setWeight({ a: 1000, b: 0, c: 0 }, 'a', 600, new Set())).toEqual({ a: 600, b: 200, c: 200 })
  })

  it('leaves what is held, and goes no further than that allows', () => {
    expect(setWeight({ a: 200, b: 400, c: 400 }, 'a', 900, new Set(['c']))).toEqual({ a: 600, b: 0, c: 400 })
    expect(setWeight({ a: 200, b: 400, c: 400 }, 'a', 900, new Set(['b', 'c']))).toEqual({ a: 200, b: 400, c: 400 })
  })

  it('tells whether anything was changed', () => {
    expect(isSame({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true)
    expect(isSame({ a: 1, b: 2 }, { a: 2, b: 1 })).toBe(false)
  })

  it('adds to 100 whatever is done', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(weights, fc.integer({ min: -50, max: 1200 }), fc.nat(7), (given, asked, at) => {
        fc.pre(sum(given) > 0)
        const total = sum(given)
        const tenths = tenthsOf(Object.fromEntries(given.map((value, i) => [`w${i}`, value / total])))
        const held = new Set([`w${at}`])
        const after = setWeight(tenths, 'w0', asked, held)
        expect(sum(tenths)).toBe(1000)
        expect(sum(after)).toBe(1000)
        expect(Object.values(after).every((value) => value >= 0)).toBe(true)
        if (at !== 0 && at < given.length) expect(after[`w${at}`]).toBe(tenths[`w${at}`])
      }),
      { numRuns: 60 },
    )
  })
})
