import { expect, it } from 'vitest'
import { cutPoints, likelyCut } from './cut-points.ts'

it('a cut stands between two characters, never inside one', () => {
  expect(cutPoints('推動項目')).toEqual([1, 2, 3])
  expect(cutPoints('甲𠮷乙')).toEqual([1, 3])
  expect(cutPoints('甲')).toEqual([])
})

it.each([
  ['推动签约项目尽快落地、在建项目加快进度', 10],
  ['一、二三四五，六七八', 6],
  ['没有标点的一句话', 4],
])('%s is likely cut at %i', (text, at) => expect(likelyCut(text)).toBe(at))
