import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseShown, plainNumber, readable, shownNumber } from './field-units.ts'

describe('field units', () => {
  it.each([
    [278_000_000, '亿元', '2.78'],
    [1_000_000, '万元', '100'],
    [20_000, '亩', '30'],
    [0.1605, '%', '16.05'],
    [-0.009, '%', '−0.9'],
    [3.3, undefined, '3.3'],
  ])('%d in %s reads %s', (value, unit, shown) => expect(shownNumber(value, unit)).toBe(shown))

  it.each([
    ['2.78', '亿元', 278_000_000],
    ['−0.9', '%', -0.009],
    ['1,200', '万元', 12_000_000],
    ['', '万元', null],
    ['约30', '亩', undefined],
    ['1e3', '万元', undefined],
  ])('“%s” %s is %s', (text, unit, value) => expect(parseShown(text, unit)).toBe(value))

  it('keeps printed digits and only mends the minus', () => {
    expect([readable('-5.50'), readable('784.28')]).toEqual(['−5.50', '784.28'])
  })

  it('fen survive the way to 万元 and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_000_000_000 }), (fen) => {
        expect(parseShown(plainNumber(fen / 100, '万元'), '万元')).toBeCloseTo(fen / 100, 4)
      }),
    )
  })
})
