import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { Converter } from 'opencc-js/t2cn'
import { describe, expect, it } from 'vitest'
import { readable, simplify } from './simplify.ts'

const runs = process.env.YUNDIAO_DEEP ? 5000 : 100
const real = readFileSync(new URL('./fixtures/mianyang-2022-04-26.txt', import.meta.url), 'utf8')
const anyHan = fc.string({
  unit: fc
    .integer({ min: 0x3400, max: 0x323af })
    .filter((c) => c < 0xd800 || c > 0xdfff)
    .map((c) => String.fromCodePoint(c)),
})
const anyText = fc.oneof(fc.string({ unit: 'binary' }), anyHan)

describe('simplify', () => {
  it.each([
    ['會議強調,要狠抓項目建設', '会议强调,要狠抓项目建设'],
    ['著力打造優勢產業集聚區', '着力打造优势产业集聚区'],
    ['名著沿著江边', '名著沿着江边'],
    ['', ''],
    ['GDP 6.6%', 'GDP 6.6%'],
  ])('%s', (given, expected) => expect(simplify(given)).toBe(expected))

  it('agrees with the phrase tables on the real readout, but for the particle 着', () => {
    const byPhrase = Converter({ from: 't', to: 'cn' })(real)
    expect(simplify(real).replaceAll('着', '著')).toBe(byPhrase)
  })

  it('keeps a character whose simplified form has another number of units', () => {
    expect(simplify('㗲')).toBe('㗲')
  })

  it('keeps every unit in its place, for any text', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const whole = simplify(a + b)
        expect(whole).toHaveLength(a.length + b.length)
        expect(readable(a + b)).toHaveLength(a.length + b.length)
      }),
      { numRuns: runs },
    )
  })

  it('maps each character by itself: a span of the answer is the answer of the span', () => {
    fc.assert(
      fc.property(anyHan, (text) => {
        let at = 0
        for (const character of text) {
          expect(
            simplify(text)
              .slice(at, at + character.length)
              .replaceAll('着', '著'),
          ).toBe(simplify(character).replaceAll('着', '著'))
          at += character.length
        }
      }),
      { numRuns: runs },
    )
  })
})

describe('readable', () => {
  it.each([
    ['4月26日,市委(擴大)會議;', '4月26日，市委（扩大）会议；'],
    ['1,200亩 9:30', '1,200亩 9:30'],
    ['１５億元', '15亿元'],
    ['「清閑促建」', '“清闲促建”'],
    ['# 来源\n正文', '    \n正文'],
  ])('%s', (given, expected) => expect(readable(given)).toBe(expected))
})
