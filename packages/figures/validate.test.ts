import { describe, expect, it } from 'vitest'
import { checkCumulative, checkGrowth, checkSum } from './validate.ts'

const n = (label: string, value: number, decimals = 2) => ({ label, value, decimals })
const parts = [n('一产', 51.15), n('二产', 310.31), n('三产', 422.82)]

describe('[figures.validate] arithmetic of printed figures', () => {
  it('the three industries of 2022Q1 make 784.28', () => {
    expect(checkSum(n('GDP', 784.28), parts)).toBeNull()
  })
  it.each([
    [784.26, null],
    [784.25, 'hard'],
    [784.3, null],
    [784.31, 'hard'],
  ])('a total of %s: four half-units of 0.005 are allowed', (total, severity) => {
    expect(checkSum(n('GDP', total), parts)?.severity ?? null).toBe(severity)
  })
  it('says what is too much or too little', () => {
    expect(checkSum(n('GDP', 784), parts)?.message).toContain('比GDP多0.28')
  })
  it.each([
    [5, null],
    [5.04, null],
    [5.2, 'soft'],
    [4.8, 'soft'],
  ])('105 over 100 printed as +%s %%', (percent, severity) => {
    expect(checkGrowth(n('社零', 105), n('社零', 100), n('增速', percent / 100, 1))?.severity ?? null).toBe(severity)
  })
  it('cumulative amounts do not fall', () => {
    expect(checkCumulative([n('一季度', 10), n('上半年', 20), n('前三季度', 19.98)])).not.toBeNull()
    expect(checkCumulative([n('一季度', 10), n('上半年', 9.995)])).toBeNull()
  })
})
