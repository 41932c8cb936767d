import { FINDING_FORMULAS } from '@yundiao/analysis'
import { describe, expect, it } from 'vitest'
import { FINDING_LABELS, rarityWords, suggestedTitle } from './finding-words.ts'
import { formulaWords } from './formula-words.ts'

describe('words of findings', () => {
  it.each([
    [null, null],
    [0, '历史上很少见'],
    [0.05, '历史上很少见'],
    [0.051, '历史上少见'],
    [0.2, '历史上少见'],
    [0.21, '历史上常见'],
    [1, '历史上常见'],
  ])('a move as large as %s of the past ones: %s', (share, words) => {
    expect(rarityWords(share)).toBe(words)
  })

  it('every kind has a matter that names place and indicator, and no digit', () => {
    for (const kind of Object.keys(FINDING_LABELS) as (keyof typeof FINDING_LABELS)[]) {
      const title = suggestedTitle(kind, '江油市', '社会消费品零售总额')
      expect(title).toContain('江油市社会消费品零售总额')
      expect(title).not.toMatch(/[{}\d]/u)
    }
  })

  it('every formula of a sentence is explained in words', () => {
    for (const id of Object.keys(FINDING_FORMULAS)) expect(formulaWords(id)).toMatch(/\p{Script=Han}/u)
    expect(formulaWords('other.formula')).toBe('other.formula')
  })
})
