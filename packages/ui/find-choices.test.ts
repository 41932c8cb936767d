import { expect, it } from 'vitest'
import { findChoices } from './find-choices.ts'

const CHOICES = [
  { key: 'c', label: '绵阳丙电子', note: '第3位', also: '91510700MA6B00003X' },
  { key: 'b', label: '乙电子', note: '第2位' },
  { key: 'a', label: '甲化工', note: '第1位', also: '91510700MA6A00001Y' },
]

it.each([
  ['', ['c', 'b'], 3],
  ['电子', ['c', 'b'], 2],
  ['乙电', ['b'], 1],
  ['ma6a', ['a'], 1],
  ['Ｍａ６', ['c', 'a'], 2],
  ['没有', [], 0],
])('%s: by a part of the name or the code, the closest first', (typed, keys, total) => {
  const { found, ...rest } = findChoices(CHOICES, typed, 2)
  expect([found.map(({ key }) => key), rest.total]).toEqual([keys, total])
})

it('a name that begins so comes before one that holds it', () => {
  const { found } = findChoices(
    [
      { key: 'holds', label: '绵阳长虹' },
      { key: 'begins', label: '长虹电器' },
    ],
    '长虹',
    9,
  )
  expect(found.map(({ key }) => key)).toEqual(['begins', 'holds'])
})
