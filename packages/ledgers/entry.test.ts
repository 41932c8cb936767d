import { describe, expect, it } from 'vitest'
import { canMove, diffEntry, parseEntry } from './entry.ts'
import { parcels } from './sample.fixture.ts'

describe('parseEntry', () => {
  it('answers every field of a new entry', () => {
    const parsed = parseEntry(parcels, { name: '甲地', price: '1,000' }, 'new')
    if (parsed.kind !== 'ok') throw new Error('refused')
    expect(Object.keys(parsed.values)).toEqual(Object.keys(parcels.fields))
    expect(parsed.values).toMatchObject({ name: '甲地', price: 1000, use: null })
  })
  it('answers only what a change gives', () => {
    expect(parseEntry(parcels, { price: null }, 'change')).toEqual({
      kind: 'ok',
      values: { price: null },
      warnings: [],
    })
  })
  it.each([
    ['a new entry without its name', {}, 'new', ['name']],
    ['emptying a required field', { name: ' ' }, 'change', ['name']],
    ['every fault at once', { name: '', price: '多', use: '草地' }, 'change', ['name', 'use', 'price']],
    ['a name that is no field', { constructor: 1 }, 'change', ['constructor']],
  ] as const)('refuses %s', (_, input, mode, fields) => {
    const parsed = parseEntry(parcels, input, mode)
    expect(parsed.kind === 'invalid' ? parsed.errors.map((error) => error.field) : parsed).toEqual(fields)
  })
  it('names the field by its whole head and says what to do', () => {
    const parsed = parseEntry(parcels, { price: '约16' }, 'change')
    expect(parsed.kind === 'invalid' && parsed.errors[0]).toEqual({
      field: 'price',
      label: '价款·应缴',
      code: 'value.not-a-number',
      message: '价款·应缴：应为数字；文字说明请写在备注',
    })
  })
  it('warns and goes on', () => {
    const parsed = parseEntry(parcels, { holderCode: 'X' }, 'change')
    expect(parsed.kind).toBe('ok')
    expect(parsed.warnings.map((warning) => warning.field)).toEqual(['holderCode'])
  })
})

describe('diffEntry', () => {
  it('keeps what differs', () =>
    expect(diffEntry({ a: 1, b: 'x', c: null }, { a: 2, b: 'x', d: true })).toEqual({
      a: { before: 1, after: 2 },
      d: { before: null, after: true },
    }))
})

describe('canMove', () => {
  it.each([
    ['涉嫌', '调查中', true],
    ['涉嫌', '已认定', false],
    ['已销号', '涉嫌', false],
    ['涉嫌', '涉嫌', false],
    ['涉嫌', '没有的', false],
    ['constructor', '涉嫌', false],
  ])('%s → %s: %s', (from, to, may) => expect(canMove(parcels, from, to)).toBe(may))
  it('leaves all moves open where none are listed', () => {
    const { moves: _, ...open } = parcels
    expect(canMove(open, '已销号', '涉嫌')).toBe(true)
  })
})
