import { expect, it } from 'vitest'
import { placesText, plainText, quotedText, scoreText, shareText, shiftText, signedText } from './score-text.ts'

it('prints points to two decimals, with the minus people read', () => {
  expect(scoreText(103.675643)).toBe('103.68')
  expect(scoreText(-0.5)).toBe('−0.50')
  expect(scoreText(-0.001)).toBe('0.00')
  expect(scoreText(null)).toBe('')
  expect(signedText(1.5)).toBe('+1.50')
  expect(signedText(-1.5)).toBe('−1.50')
  expect(signedText(0.001)).toBe('0.00')
})

it('never prints what is not certain as certain', () => {
  expect(shareText(1)).toBe('100%')
  expect(['>99%', '>99%', '99%']).toEqual([0.9999, 0.996, 0.994].map((share) => shareText(share)))
  expect(shareText(0.72)).toBe('72%')
  expect(shareText(0.004)).toBe('<1%')
  expect(shareText(0)).toBe('0%')
})

it('two shares of a whole add up to it', () => {
  for (const draws of [305, 335, 160, 15])
    expect([1000 - draws, draws].map((n) => Number.parseInt(shareText(n / 1000), 10)).reduce((a, b) => a + b)).toBe(100)
})

it('says how a place moves in the words of the office', () => {
  expect(placesText(2)).toBe('前移2位')
  expect(placesText(-1)).toBe('后移1位')
  expect(placesText(0)).toBe('持平')
  expect(placesText(null)).toBe('')
  expect(shiftText({ from: 'A', to: 'B' })).toBe('A → B')
  expect(shiftText({ from: 3, to: 3 })).toBe('3')
  expect(shiftText({ from: null, to: 'C' })).toBe('— → C')
})

it('writes large values with two decimals, and marks within marks as single ones', () => {
  expect([41_399.352, 497.6764, 0.0123456789].map(plainText)).toEqual(['41399.35', '497.676', '0.0123457'])
  expect(quotedText('四川“亩均论英雄”评价')).toBe('四川‘亩均论英雄’评价')
})
