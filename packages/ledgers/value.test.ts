import { describe, expect, it } from 'vitest'
import { isUsccConsistent, oddityOfCode } from './code-shapes.ts'
import type { Field } from './definition.ts'
import { parcels } from './sample.fixture.ts'
import { readValue } from './value.ts'

const fields: Readonly<Record<string, Field>> = parcels.fields
const read = (name: string, raw: unknown) => {
  const field = fields[name]
  if (!field) throw new Error(name)
  return readValue(field, raw)
}

const TRIANGLE = '{"type":"Polygon","coordinates":[[[104,31],[105,31],[105,32],[104,31]]]}'

describe('readValue', () => {
  it.each<[string, string, unknown, unknown]>([
    ['blank text is not known', 'name', '  ', null],
    ['trimmed, on one line', 'name', ' 甲地\n 块 ', '甲地 块'],
    ['a long text keeps its lines', 'note', '甲\r\n乙 ', '甲\n乙'],
    ['thousands and full width', 'price', '１，２３４．５', 1234.5],
    ['rounded to the fen', 'price', 0.005, 0.01],
    ['nought is not blank', 'price', 0, 0],
    ['a day as people write it', 'startDueOn', '2022年4月6日', '2022-04-06'],
    ['a day with strokes', 'startDueOn', '2022/4/6', '2022-04-06'],
    ['yes', 'mortgaged', '是', true],
    ['no', 'mortgaged', false, false],
    ['a phone', 'contactPhone', '０８１６－2220000', '0816-2220000'],
    ['150 characters', 'note', '字'.repeat(150), '字'.repeat(150)],
    ['a whole number', 'count', '3', 3],
    [
      'a boundary, without blanks',
      'outline',
      `{ "type": "Polygon", "coordinates": [[[104,31],[105,31],[105,32],[104,31]]] }`,
      TRIANGLE,
    ],
  ])('%s', (_, name, raw, value) => expect(read(name, raw)).toEqual({ kind: 'ok', value }))

  it.each<[string, string, unknown, string]>([
    ['text in a number', 'price', '约16', 'value.not-a-number'],
    ['a number Excel has cut short', 'price', '1.23457E+11', 'value.not-a-number'],
    ['two numbers', 'price', '1 2', 'value.not-a-number'],
    ['not finite', 'price', Number.NaN, 'value.not-a-number'],
    ['half a parcel', 'count', 1.5, 'value.not-a-number'],
    ['less than the least', 'count', -1, 'value.out-of-range'],
    ['beyond fen', 'price', 1e14, 'value.out-of-range'],
    ['151 characters', 'note', '字'.repeat(151), 'value.out-of-range'],
    ['no such day', 'startDueOn', '2022-02-29', 'day.invalid'],
    ['a month is no day', 'startDueOn', '2022-04', 'day.invalid'],
    ['a word not on the list', 'use', '工 业', 'input.invalid'],
    ['neither yes nor no', 'mortgaged', '或许', 'input.invalid'],
    ['a name for a link', 'project', '甲项目', 'input.invalid'],
    ['a NUL', 'name', '甲\u0000', 'input.encoding'],
    ['half a character', 'name', '\ud800', 'input.encoding'],
    ['an open boundary', 'outline', TRIANGLE.replace(',[104,31]]', ']'), 'input.invalid'],
    ['words for a boundary', 'outline', '城东', 'input.invalid'],
    ['a list', 'name', ['甲'], 'input.invalid'],
  ])('refuses %s', (_, name, raw, code) => expect(read(name, raw)).toMatchObject({ kind: 'bad', code }))

  it('warns of a code that fails its check, and keeps it', () => {
    expect(read('holderCode', '91350203m0001qay9b')).toMatchObject({ value: '91350203M0001QAY9B', warning: /核对/ })
    expect(read('holderCode', '91510700205412308d')).toEqual({ kind: 'ok', value: '91510700205412308D' })
  })
})

describe('codes', () => {
  it.each([
    '91510700205412308D',
    '91110000802100433B',
    '91440300708461136T',
    '91350200MA2YJ1XR9G',
    '91440101MA5CJQ4N59',
    '91350503MA31DKY80A',
    '123502001549897397',
  ])('GB 32100-2015 agrees with %s, and with no other last character', (code) => {
    expect(isUsccConsistent(code)).toBe(true)
    for (const last of '0123456789ABCDEFGHJKLMNPQRTUWXY')
      if (last !== code[17]) expect(isUsccConsistent(`${code.slice(0, 17)}${last}`)).toBe(false)
  })
  it.each([
    ['uscc', '205412308', /旧注册号/],
    ['uscc', '甲', /校验不符/],
    ['project-code', '2203-510703-04-01-12345A', null],
    ['project-code', '2203-510703-04-01-12345', /4-6-2-2-6/],
  ] as const)('%s %s', (check, code, oddity) => {
    const found = oddityOfCode(check, code)
    if (oddity === null) expect(found).toBeNull()
    else expect(found).toMatch(oddity)
  })
})
