import { describe, expect, it } from 'vitest'
import type { LocalDate } from './local-date.ts'
import { type Charge, chargeOf, chargesOf, holdersOf, subjectsOf } from './post.ts'

const steel = { kind: 'unit', id: 'jxj' } as const
const charges: Charge[] = [
  { post: 'vice-a', subject: steel, from: '2021-01-01', to: '2022-04-25' },
  { post: 'vice-b', subject: steel, from: '2022-04-26', to: null },
  { post: 'vice-b', subject: steel, from: '2022-04-26', to: null },
  { post: 'vice-c', subject: { kind: 'region', id: 'jxj' }, from: '2021-01-01', to: null },
  { post: 'vice-a', subject: { kind: 'region', id: '510781' }, from: '2021-01-01', to: null },
  { post: 'vice-c', subject: { kind: 'region', id: '510781' }, from: '2022-01-01', to: null },
]

describe('who is in charge', () => {
  it.each<[string, LocalDate, string[]]>([
    ['the day before the first', '2020-12-31', []],
    ['the first day', '2021-01-01', ['vice-a']],
    ['the last day', '2022-04-25', ['vice-a']],
    ['the day after the change', '2022-04-26', ['vice-b']],
  ])('%s', (_, on, posts) => expect(chargesOf(charges, steel, on).map((charge) => charge.post)).toEqual(posts))

  it('nobody is said, not guessed', () => {
    expect(chargeOf(charges, { kind: 'item', id: 'x' }, '2022-04-26')).toEqual({ kind: 'unclear' })
    expect(chargeOf(charges, steel, '2020-12-31')).toEqual({ kind: 'unclear' })
  })
  it('one is one, several are all listed', () => {
    expect(chargeOf(charges, steel, '2022-04-26')).toMatchObject({ kind: 'one', charge: { post: 'vice-b' } })
    const both = chargeOf(charges, { kind: 'region', id: '510781' }, '2022-04-26')
    expect(both.kind === 'several' && both.charges.map((charge) => charge.post)).toEqual(['vice-a', 'vice-c'])
  })
  it('a post knows its subjects on a day', () => {
    expect(subjectsOf(charges, 'vice-a', '2022-04-25')).toHaveLength(2)
    expect(subjectsOf(charges, 'vice-a', '2022-04-26')).toEqual([{ kind: 'region', id: '510781' }])
  })
  it('a post outlives its holders', () => {
    const holders = [
      { name: '甲', from: '2020-01-01', to: '2022-03-31' },
      { name: '乙', from: '2022-05-01', to: null },
    ] as const
    const post = { id: 'vice-a', title: '副市长', order: 3, holders }
    expect([holdersOf(post, '2022-03-31'), holdersOf(post, '2022-04-26'), holdersOf(post, '2022-05-01')]).toEqual([
      ['甲'],
      [],
      ['乙'],
    ])
  })
})
