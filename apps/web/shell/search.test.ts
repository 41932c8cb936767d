import { describe, expect, it } from 'vitest'
import { readSearch, safeBack } from './search.ts'

describe('readSearch', () => {
  it('keeps what pages read and drops the rest', () => {
    expect(readSearch({ on: '2022-04-26', period: '2022Q1', x: '1', state: 2022 })).toEqual({
      on: '2022-04-26',
      period: '2022Q1',
      state: '2022',
    })
  })

  it.each(['2022-4-26', '26/04/2022', '', 20220426])('drops the day %s', (on) => {
    expect(readSearch({ on })).toEqual({})
  })
})

describe('safeBack', () => {
  it.each([
    ['/items?q=1', '/items?q=1'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    [undefined, '/'],
  ])('%s', (back, to) => expect(safeBack(back)).toBe(to))
})
