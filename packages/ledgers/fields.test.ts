import { describe, expect, expectTypeOf, it } from 'vitest'
import { duty, type LedgerDefinition } from './definition.ts'
import { defineLedger, type EntryOf, fieldOf, fullLabel, maybe, text } from './fields.ts'
import { parcels } from './sample.fixture.ts'

describe('fields', () => {
  it('keeps the exact row type', () => {
    type Parcel = EntryOf<typeof parcels>
    expectTypeOf<Parcel['name']>().toEqualTypeOf<string>()
    expectTypeOf<Parcel['use']>().toEqualTypeOf<'工业' | '商业' | '住宅' | null>()
    expectTypeOf<Parcel['price']>().toEqualTypeOf<number | null>()
    expectTypeOf<Parcel['startDueOn']>().toEqualTypeOf<`${number}-${number}-${number}` | null>()
    expectTypeOf<Parcel['mortgaged']>().toEqualTypeOf<boolean | null>()
    expectTypeOf(parcels).toExtend<LedgerDefinition>()
  })
  it('refuses a key that is no field', () => {
    const fields = { name: text('名称') }
    // @ts-expect-error the key is none of the fields
    defineLedger({ id: 'a.b', title: '甲', owner: duty('x'), key: 'title', fields, states: ['在'] })
  })
  it('rebuilds a field that may be missing, and leaves the first as it was', () => {
    const name = text('名称')
    expect(maybe(name)).toEqual({ kind: 'text', label: '名称', sensitivity: 'internal', required: false })
    expect(name.required).toBe(true)
  })
  it('takes persons and phones as personal unless told otherwise', () => {
    expect(parcels.fields.contact.sensitivity).toBe('personal')
    expect(parcels.fields.contactPhone.sensitivity).toBe('personal')
  })
  it.each(['constructor', '__proto__', 'toString', 'nothing'])('knows no field %s', (name) =>
    expect(fieldOf(parcels, name)).toBeUndefined(),
  )
  it('labels a column with its parents', () => expect(fullLabel(parcels.fields.price)).toBe('价款·应缴'))
})
