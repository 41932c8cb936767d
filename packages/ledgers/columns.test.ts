import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf, fromColumn, MAX_YUAN, tableName, toColumn } from './columns.ts'
import { parcels } from './sample.fixture.ts'

const { price, count, startDueOn, mortgaged, contact, score } = parcels.fields

describe('columns', () => {
  it('names tables and columns', () => {
    expect(tableName({ ...parcels, id: 'business-environment.issue' })).toBe('l_business_environment_issue')
    expect(columnsOf(parcels).map((column) => `${column.name} ${column.type}`)).toEqual([
      'name text',
      'parcel_no text',
      'holder_code text',
      'note text',
      'use text',
      'count int8',
      'score float8',
      'share float8',
      'price int8',
      'paid int8',
      'site float8',
      'start_due_on date',
      'mortgaged boolean',
      'project uuid',
      'keeper text',
      'contact text',
      'contact_hmac text',
      'built float8',
      'outline text',
      'origin text',
      'contact_phone text',
      'contact_phone_hmac text',
    ])
  })
  it.each([
    ['yuan to fen', price, 0.29, 29],
    ['binary noise', price, 1.1e8 + 0.1, 11_000_000_010],
    ['null stays null', price, null, null],
    ['minus nothing is nothing', price, -0, 0],
    ['days', startDueOn, '2022-04-26', '2022-04-26'],
    ['booleans', mortgaged, false, false],
    ['ciphertext as it is', contact, 'v1:k:abc', 'v1:k:abc'],
  ] as const)('%s', (_, field, value, column) => expect(toColumn(field, value)).toBe(column))

  it('refuses what cannot be held exactly: the greatest amount, and the next', () => {
    expect(toColumn(price, MAX_YUAN)).toBe(MAX_YUAN * 100)
    expect(() => toColumn(price, MAX_YUAN + 1)).toThrow(RangeError)
    expect(() => toColumn(count, 2 ** 53)).toThrow(RangeError)
    expect(() => toColumn(score, Number.POSITIVE_INFINITY)).toThrow(RangeError)
    expect(() => fromColumn(price, '9007199254740993')).toThrow(RangeError)
  })
  it('reads int8 as number, digits or bigint', () => {
    for (const raw of [2900, '2900', 2900n]) expect(fromColumn(price, raw)).toBe(29)
  })
  it('gives every amount of fen back', () => {
    const fen = fc.integer({ min: -(10 ** 15), max: 10 ** 15 })
    fc.assert(fc.property(fen, (amount) => toColumn(price, fromColumn(price, amount)) === amount))
  })
})
