import { describe, expect, it } from 'vitest'
import { chineseNumber, headingNumbers } from './heading-numbers.ts'
import type { Block, HeadingLevel } from './paper.ts'

const heading = (level: HeadingLevel): Block => ({ kind: 'heading', level, runs: [{ text: '题' }] })

describe('headingNumbers', () => {
  it('counts within the heading above', () => {
    const blocks = [heading(1), heading(2), heading(2), heading(3), heading(4), heading(1), heading(2)]
    expect(headingNumbers(blocks)).toEqual(['一、', '（一）', '（二）', '1.', '（1）', '二、', '（一）'])
  })
  it('gives nothing to a paragraph', () => {
    expect(headingNumbers([{ kind: 'paragraph', runs: [] }, heading(1)])).toEqual(['', '一、'])
  })
})

describe('chineseNumber', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [99, '九十九'],
    [100, '100'],
  ])('%i → %s', (n, text) => expect(chineseNumber(n)).toBe(text))
})
