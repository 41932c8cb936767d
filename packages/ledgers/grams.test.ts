import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gramsOf, gramsOfText, searchForm, searchTerms } from './grams.ts'
import { parcels } from './sample.fixture.ts'

describe('grams', () => {
  it.each([
    ['锂电池', ['^锂', '锂电', '电池']],
    ['ＯＬＥＤ', ['^o', 'ol', 'le', 'ed']],
    ['A 座', ['^a']],
    ['𠮷野', ['^𠮷', '𠮷野']],
    ['', []],
  ])('of %s', (text, grams) => expect(gramsOfText(text)).toEqual(grams))
  it('takes the searchable fields, each gram once', () =>
    expect(gramsOf(parcels, { name: '甲乙', note: '甲乙丙', use: '工业' })).toEqual(['^甲', '乙丙', '甲乙']))
  it('finds one character where a field begins with it', () =>
    expect(searchTerms(' 锂 电池')).toEqual([
      { text: '锂', starts: true, grams: ['^锂'] },
      { text: '电池', starts: false, grams: ['电池'] },
    ]))
  it('never misses a text that holds the word', () => {
    const words = fc.string({ unit: fc.constantFrom(...'绵阳锂电aB１Ⅷ '), minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(words, words, words, (before, word, after) => {
        const text = `${before}${word}${after}`
        const grams = new Set(gramsOfText(text))
        for (const term of searchTerms(word).filter((one) => !one.starts))
          if (searchForm(text).includes(term.text)) expect(term.grams.every((gram) => grams.has(gram))).toBe(true)
      }),
    )
  })
})
