import { expect, it } from 'vitest'
import { dayInCity } from './day-in-city.ts'

it.each([
  ['2022-04-25T15:59:59.999Z', '2022-04-25'],
  ['2022-04-25T16:00:00.000Z', '2022-04-26'],
  ['2022-12-31T16:00:00.000Z', '2023-01-01'],
])('%s is %s in Asia/Shanghai, whatever the zone of the process', (at, day) =>
  expect(dayInCity(new Date(at))).toBe(day),
)
