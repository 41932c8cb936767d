import { describe, expect, it } from 'vitest'
import { freeNumerals, numeralsIn } from './numerals.ts'

const texts = (found: readonly { text: string }[]) => found.map((n) => n.text)

describe('numeralsIn', () => {
  it.each([
    ['地区生产总值784.28亿元，增长6.6%', ['784.28', '6.6']],
    ['12,739.24亿元', ['12,739.24']],
    ['增速为６．６％', ['６．６']],
    ['五店五员、十五条', []],
    ['1—3月', ['1', '3']],
    ['1.2.3', ['1.2', '3']],
  ])('%s', (text, expected) => expect(texts(numeralsIn(text))).toEqual(expected))

  it('gives offsets that cut the same characters out', () => {
    const text = '甲12乙3.5丙'
    for (const n of numeralsIn(text)) expect(text.slice(n.start, n.end)).toBe(n.text)
  })
})

describe('freeNumerals', () => {
  it.each([
    ['2022年4月26日召开', ['2022', '4', '26']],
    ['1—3月完成784.28亿元', ['1', '3']],
    ['绵府发〔2022〕12号', ['2022', '12']],
    ['1.抓好投资', ['1']],
    ['1.5亿元', []],
    ['第3次会议，第2位', ['3']],
    ['6月底前完成60%', ['6']],
    ['附件1：任务表', ['1']],
    ['附件12亿元', []],
    ['增长6.6%，26亿元，2022户', []],
  ])('%s', (text, expected) => expect(texts(freeNumerals(text))).toEqual(expected))
})
