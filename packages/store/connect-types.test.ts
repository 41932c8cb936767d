import { describe, expect, it } from 'vitest'
import { parseInstant, parseInt8, storeTypes } from './connect-types.ts'

describe('int8', () => {
  it.each([
    ['0', 0],
    ['-7', -7],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
    ['-9007199254740991', -Number.MAX_SAFE_INTEGER],
  ])('%s is %d', (text, value) => expect(parseInt8(text)).toBe(value))

  it.each(['9007199254740992', '-9007199254740992', '9223372036854775807'])(
    '%s cannot be held exactly: refused',
    (text) => expect(() => parseInt8(text)).toThrow(RangeError),
  )
})

describe('timestamptz', () => {
  it.each([
    ['2022-04-26 01:02:03+00', '2022-04-26T01:02:03.000Z'],
    ['2022-04-26 01:02:03.1+00', '2022-04-26T01:02:03.100Z'],
    ['2022-04-26 01:02:03.123999+00', '2022-04-26T01:02:03.123Z'],
    ['2022-04-26 07:00:00.5+08', '2022-04-25T23:00:00.500Z'],
    ['2022-04-26 05:30:00+05:30', '2022-04-26T00:00:00.000Z'],
    ['2022-03-31 20:00:00-04', '2022-04-01T00:00:00.000Z'],
    ['infinity', 'infinity'],
  ])('%s is %s', (text, instant) => expect(parseInstant(text)).toBe(instant))
})

describe('arrays', () => {
  const parse = (oid: number, text: string): unknown => storeTypes.getTypeParser(oid, 'text')(text)
  it.each([
    [1016, '{}', []],
    [1016, '{1,NULL,3}', [1, null, 3]],
    [1182, '{2022-04-26,infinity}', ['2022-04-26', 'infinity']],
    [1185, '{"2022-04-26 01:02:03+00",NULL}', ['2022-04-26T01:02:03.000Z', null]],
  ])('oid %i: %s', (oid, text, value) => expect(parse(oid, text)).toEqual(value))
})
