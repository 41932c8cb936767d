import type { LocalDate } from '@yundiao/kernel'
import { describe, expect, it } from 'vitest'
import { bandPath, type ComingPoint, type FanPoint, fanStretches } from './fan-layout.ts'

const released = (starts: LocalDate, ends: LocalDate, value: number | null = 5): FanPoint => ({
  period: ends,
  starts,
  ends,
  value,
  words: ends,
})
const coming = (starts: LocalDate, ends: LocalDate): ComingPoint => ({
  ...released(starts, ends),
  value: 5,
  low80: 4,
  high80: 6,
  low95: 3,
  high95: 7,
})

describe('the fan', () => {
  it('begins at the last release, and anew after New Year where the series is cumulative', () => {
    const stretches = fanStretches(
      [released('2021-01-01', '2021-12-31'), released('2022-01-01', '2022-03-31')],
      [coming('2022-01-01', '2022-06-30'), coming('2022-01-01', '2022-09-30'), coming('2023-01-01', '2023-03-31')],
    )
    expect(stretches.map((one) => one.map(({ period }) => period))).toEqual([
      ['2022-03-31', '2022-06-30', '2022-09-30'],
      ['2023-03-31'],
    ])
    expect(stretches[0]?.[0]).toMatchObject({ low95: 5, high95: 5 })
  })
  it('does not claim a line from a release it does not touch', () => {
    const stretches = fanStretches(
      [released('2021-01-01', '2021-03-31'), released('2021-04-01', '2021-06-30', null)],
      [coming('2021-07-01', '2021-09-30')],
    )
    expect(stretches.map((one) => one.length)).toEqual([1])
  })
})

describe('a band', () => {
  const at = { x: (p: ComingPoint) => Number(p.ends.slice(5, 7)), low: () => 9, high: () => 1, half: 2 }
  it('goes there along the upper bounds and back along the lower', () =>
    expect(bandPath([coming('2022-01-01', '2022-06-30'), coming('2022-01-01', '2022-09-30')], at)).toBe(
      'M6.0 1.0L9.0 1.0L9.0 9.0L6.0 9.0Z',
    ))
  it('of a lone point has a width', () =>
    expect(bandPath([coming('2022-01-01', '2022-06-30')], at)).toBe('M4 1H8V9H4Z'))
})
