import { describe, expect, it } from 'vitest'
import { cellAddress, gapSign } from './sheet.ts'

describe('cellAddress', () => {
  it.each([
    [1, 1, 'A1'],
    [26, 7, 'Z7'],
    [27, 7, 'AA7'],
    [702, 1, 'ZZ1'],
    [703, 1, 'AAA1'],
    [16384, 1_048_576, 'XFD1048576'],
  ])('column %i row %i is %s', (column, row, address) => expect(cellAddress(column, row)).toBe(address))
})

describe('gapSign', () => {
  it('keeps the three kinds of nothing apart', () => {
    expect([gapSign('未公布'), gapSign('未报送'), gapSign('缺')]).toEqual(['…', '', '缺'])
  })
})
