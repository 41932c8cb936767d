import { expect, it } from 'vitest'
import { instant } from './instant.ts'

it.each([
  ['2022-04-26T01:00:00.000Z', '2022-04-26 09:00'],
  ['2022-04-25T16:30:00.000Z', '2022-04-26 00:30'],
])('%s is %s in the city', (at, shown) => expect(instant(at)).toBe(shown))
