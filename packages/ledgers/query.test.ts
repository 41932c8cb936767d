import { SENSITIVITIES } from '@yundiao/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64url, toBase64url } from './base64url.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { type Filter, filtersShape } from './filters.ts'
import { pageOf } from './page.ts'
import {
  type CompiledList,
  compileCountQuery,
  compileLaterQuery,
  compileListQuery,
  compileTotalsQuery,
  type ListRequest,
} from './query.ts'
import { parcels } from './sample.fixture.ts'
import type { Sort } from './sort.ts'
import { totalsOf } from './totals.ts'

const base: ListRequest = { city: '510700', clearance: 'firm', asKnownOn: null }
const ID = '01900000-0000-7000-8000-000000000001'

const list = (request: Partial<ListRequest>): CompiledList => {
  const made = compileListQuery(parcels, { ...base, ...request })
  if (made.kind !== 'ok') throw new Error(made.message)
  return made
}
const refused = (request: Partial<ListRequest>) => compileListQuery(parcels, { ...base, ...request })
const filtered = (...filters: Filter[]) => list({ filters })

describe('compileListQuery', () => {
  it('walks the newest first, one row more than the page', () => {
    const { sql, params } = list({ limit: 50, columns: ['name', 'price'] })
    expect(sql).toBe(
      'select id, version, region, unit, state, known_from, demo, "name", "price", known_from as sort_key ' +
        'from l_land_parcel where city = $1::text order by known_from desc, id desc limit 51',
    )
    expect(params).toEqual(['510700'])
  })
  it('reads a day from the rows known by then and those that held then', () => {
    const { sql, params } = list({ asKnownOn: '2022-04-26', columns: [] })
    expect(sql).toContain('from l_land_parcel where city = $1::text and known_from <= $2::date order by')
    expect(sql).toContain(
      'from l_land_parcel_was where city = $1::text and known_from <= $2::date and known_to > $2::date',
    )
    expect(params).toEqual(['510700', '2022-04-26'])
  })
  it("says the caller's regions to the planner, of the present and of the past", () => {
    const { sql, params } = list({ regions: ['510703', 'my-gaoxin'], asKnownOn: '2022-04-26' })
    expect(sql.split('where city = $1::text and region = any($2::text[]) and known_from <= $3::date')).toHaveLength(3)
    expect(params[1]).toEqual(['510703', 'my-gaoxin'])
  })
  it.each<[string, Filter, string, unknown]>([
    ['equal, in fen', { field: 'price', op: 'is', value: 12.5 }, '"price" = $2::int8', 1250],
    ['one of', { field: 'use', op: 'in', values: ['工业'] }, '"use" = any($2::text[])', ['工业']],
    ['from', { field: 'startDueOn', op: 'range', from: '2022-01-01' }, '"start_due_on" >= $2::date', '2022-01-01'],
    ['a state', { field: 'state', op: 'is', value: '涉嫌' }, 'state = $2::text', '涉嫌'],
    ['not known', { field: 'site', op: 'missing', missing: true }, '"site" is null', undefined],
    ['known', { field: 'site', op: 'missing', missing: false }, '"site" is not null', undefined],
    ['待归属', { field: 'region', op: 'missing', missing: true }, 'region = city', undefined],
  ])('filters %s', (_, filter, condition, param) => {
    const { sql, params } = filtered(filter)
    expect(sql).toContain(`where city = $1::text and ${condition} order by`)
    expect(params[1]).toEqual(param)
  })
  it('sorts words in the order of their list, other text by pinyin, the unknown last', () => {
    expect(list({ sort: { field: 'use', direction: 'asc' } }).params).toEqual(['510700', ['工业', '商业', '住宅']])
    const { sql } = list({ sort: { field: 'name', direction: 'desc' } })
    expect(sql).toContain('order by "name" collate "zh-x-icu" desc nulls last, id desc')
  })
  it('goes on behind the last row, whether its value is known or not', () => {
    const sort: Sort = { field: 'price', direction: 'desc' }
    const known = list({ sort, after: writeCursor(sort, { value: 1250, id: ID }) })
    expect(known.sql).toContain('("price" < $3::int8 or ("price" = $3::int8 and id < $2::uuid) or "price" is null)')
    expect(known.params).toEqual(['510700', ID, 1250])
    expect(list({ sort, after: writeCursor(sort, { value: null, id: ID }) }).sql).toContain(
      '("price" is null and id < $2::uuid)',
    )
  })
  it('looks a sealed field up by its keyed hash, for a reader cleared for it', () => {
    const filters: Filter[] = [{ field: 'contactPhone', op: 'is', value: '0816-2220000' }]
    const made = list({ filters, clearance: 'personal', lookUp: (field, words) => `${field}/${words}` })
    expect(made.sql).toContain('"contact_phone_hmac" = $2::text')
    expect(made.params[1]).toBe('contactPhone/0816-2220000')
    expect(refused({ filters, clearance: 'personal' })).toMatchObject({ kind: 'refused', code: 'input.invalid' })
  })
  it.each<[string, Partial<ListRequest>, string]>([
    [
      'a filter above the clearance',
      { filters: [{ field: 'contact', op: 'missing', missing: true }] },
      'right.missing',
    ],
    ['a sort above it', { sort: { field: 'holderCode', direction: 'asc' }, clearance: 'internal' }, 'right.missing'],
    ['a column above it', { columns: ['contactPhone'] }, 'right.missing'],
    ['an unknown filter', { filters: [{ field: 'constructor', op: 'is', value: 1 }] }, 'input.invalid'],
    ['an unknown sort', { sort: { field: 'known_from', direction: 'asc' } }, 'input.invalid'],
    ['a sort by ciphertext', { sort: { field: 'contact', direction: 'asc' }, clearance: 'sensitive' }, 'input.invalid'],
    ['text in a number', { filters: [{ field: 'price', op: 'is', value: '多' }] }, 'input.invalid'],
    ['a range of words', { filters: [{ field: 'name', op: 'range', from: '甲' }] }, 'input.invalid'],
    ['a range without ends', { filters: [{ field: 'price', op: 'range' }] }, 'input.invalid'],
    ['no rows', { limit: 0 }, 'input.invalid'],
    ['201 rows', { limit: 201 }, 'input.invalid'],
    ['a cursor of our own making', { after: 'x' }, 'input.invalid'],
    ['a NUL in the search', { search: '甲\u0000乙' }, 'input.invalid'],
    ['61 characters', { search: '字'.repeat(61) }, 'input.invalid'],
  ])('refuses %s', (_, request, code) => expect(refused(request)).toMatchObject({ kind: 'refused', code }))
  it('takes 200 rows and 60 characters', () => {
    expect(list({ limit: 200, search: '字'.repeat(60) }).sql).toContain('limit 201')
  })

  it('puts no word of a request into the SQL', () => {
    const word = fc.string({ minLength: 1, maxLength: 12 }).map((text) => `${text}';--`)
    fc.assert(
      fc.property(word, word, (value, search) => {
        const filters: Filter[] = [
          { field: 'parcelNo', op: 'is', value },
          { field: 'region', op: 'in', values: [value] },
        ]
        const made = compileListQuery(parcels, { ...base, filters, search, city: value })
        if (made.kind === 'ok') expect(made.sql).not.toContain("';--")
      }),
    )
  })
  it('gives a reader no column above the clearance, whichever it is', () => {
    for (const clearance of SENSITIVITIES) {
      const { columns } = list({ clearance })
      const open = Object.entries(parcels.fields).filter(
        ([, field]) => SENSITIVITIES.indexOf(field.sensitivity) <= SENSITIVITIES.indexOf(clearance),
      )
      expect(columns).toEqual(open.map(([name]) => name))
    }
  })
})

describe('search', () => {
  it('narrows by the index, verifies on the row, and has a walk for common words', () => {
    const made = list({ search: '锂电 池', columns: [] })
    expect(made.sql).toContain("ctid = any(array(select yd_search($1, 'l_land_parcel', $4::text[], null)))")
    expect(made.sql).toContain('(strpos(lower(normalize("name", NFKC)), $2::text) > 0 or strpos(')
    expect(made.sql).toContain('(starts_with(lower(normalize("name", NFKC)), $3::text) or')
    expect(made.params.slice(1)).toEqual(['锂电', '池', ['锂电', '^池']])
    expect(made.search?.walks).toEqual({
      sql: "select yd_search_walks($1, 'l_land_parcel', $2::text[]) as walks",
      params: ['510700', ['锂电', '^池']],
    })
    expect(made.search?.walk.sql).not.toContain('yd_search')
    expect(made.search?.walk.sql).toContain('($4::text[])[1] = any(grams) and ($4::text[])[2] = any(grams) order by')
    expect(made.search?.walk.params).toEqual(made.params)
  })
  it('verifies only in fields the reader may see', () => {
    expect(list({ search: '甲乙', clearance: 'internal' }).sql).not.toContain('"note"')
    const hidden = {
      ...parcels,
      fields: { ...parcels.fields, name: { ...parcels.fields.name, sensitivity: 'firm' as const } },
    }
    expect(compileListQuery(hidden, { ...base, clearance: 'internal', search: '甲乙' })).toMatchObject({
      code: 'right.missing',
    })
  })
  it('reads replaced rows without the index of grams', () => {
    const { sql } = list({ search: '甲乙', asKnownOn: '2022-04-26' })
    expect(sql.slice(sql.indexOf('l_land_parcel_was'))).not.toContain('yd_search')
    const walk = list({ search: '甲乙', asKnownOn: '2022-04-26' }).search?.walk.sql ?? ''
    expect(walk.slice(walk.indexOf('l_land_parcel_was'))).not.toContain('grams')
  })
  it('takes a blank search for none', () => expect(list({ search: ' \n' }).search).toBeNull())
})

describe('counts', () => {
  it('stop one past the cap', () => {
    const made = compileCountQuery(parcels, { ...base, asKnownOn: '2022-04-26' })
    expect(made.kind === 'ok' && made.sql).toMatch(
      /union all select 1 from l_land_parcel_was .* limit 1001\) as counted$/,
    )
  })
  it('refuse what the list refuses', () => {
    const filters: Filter[] = [{ field: 'contact', op: 'missing', missing: true }]
    expect(compileCountQuery(parcels, { ...base, filters })).toMatchObject({ code: 'right.missing' })
  })
  it('walk only where the first candidates do not settle it', () => {
    const made = compileCountQuery(parcels, { ...base, search: '甲乙' })
    const walk = made.kind === 'ok' ? made.search?.walk.sql : ''
    expect(walk).toMatch(/^select case when few\.n > 1000 then few\.n else \(select/)
    expect(walk?.split('yd_search(')).toHaveLength(2)
    expect(walk).toContain("'l_land_parcel', $3::text[], 3000)")
  })
  it('count what came later', () =>
    expect(compileLaterQuery(parcels, { city: '510700', asKnownOn: '2022-04-26' }).params).toEqual([
      '510700',
      '2022-04-26',
    ]))
})

describe('totals', () => {
  const totals = (request: Partial<ListRequest>) => compileTotalsQuery(parcels, { ...base, ...request })
  it('add money and area over the whole list, under its conditions, and nothing else', () => {
    const made = totals({ limit: 10, filters: [{ field: 'state', op: 'is', value: '涉嫌' }] })
    if (made?.kind !== 'ok') throw new Error('refused')
    expect(made.columns.map((name) => Object.entries(parcels.fields).find(([key]) => key === name)?.[1].kind)).toEqual(
      made.columns.map(() => expect.stringMatching(/^(money|area)$/)),
    )
    expect(made.columns.length).toBeGreaterThan(0)
    expect(made.sql).not.toContain('limit')
    expect(made.params).toEqual(['510700', '涉嫌'])
  })
  it('hold replaced rows that were in force on a day', () =>
    expect(totals({ asKnownOn: '2022-04-26' })).toMatchObject({ sql: expect.stringContaining('l_land_parcel_was') }))
  it('are none where no such column is in sight', () => expect(totals({ columns: ['name'] })).toBeNull())
  it('refuse what the list refuses', () =>
    expect(totals({ columns: ['contact'] })).toMatchObject({ code: 'right.missing' }))
  it('count what lacks, and give no sum of nothing', () =>
    expect(totalsOf(parcels, ['price', 'site'], { n: 3, sum_0: '12550', known_0: 2, sum_1: null, known_1: 0 })).toEqual(
      {
        price: { sum: 125.5, lacking: 1 },
        site: { sum: null, lacking: 3 },
      },
    ))
})

describe('pages', () => {
  const raw = (n: number) => ({
    id: ID,
    version: 1,
    region: '510700',
    unit: null,
    state: '涉嫌',
    known_from: '2022-04-26',
    demo: false,
    name: `甲${n}`,
    price: '1250',
    sort_key: '2022-04-26',
  })
  it('read rows, and end where nothing follows', () => {
    const made = list({ limit: 2, columns: ['name', 'price'] })
    expect(pageOf(parcels, made, [raw(1), raw(2)]).next).toBeNull()
    const page = pageOf(parcels, made, [raw(1), raw(2), raw(3)])
    expect(page.rows).toHaveLength(2)
    expect(page.rows[0]).toMatchObject({
      region: '510700',
      knownFrom: '2022-04-26',
      values: { name: '甲1', price: 12.5 },
    })
    expect(list({ after: page.next }).params).toEqual(['510700', ID, '2022-04-26'])
  })
})

describe('cursors', () => {
  const sort: Sort = { field: 'name', direction: 'asc' }
  const key = { type: 'text', nullable: true } as const
  it('give back what was written', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        fc.pre(!value.includes('\0'))
        expect(readCursor(writeCursor(sort, { value, id: ID }), sort, key)).toEqual({ value, id: ID })
      }),
    ))
  it.each<[string, string]>([
    ['not base64url', '***'],
    ['not JSON', toBase64url('甲')],
    ['another sort', writeCursor({ field: 'name', direction: 'desc' }, { value: '甲', id: ID })],
    ['another type', writeCursor(sort, { value: 5, id: ID })],
    ['no id', writeCursor(sort, { value: '甲', id: "1' or true" })],
    ['an object', toBase64url(JSON.stringify({ 0: 'name:asc' }))],
  ])('refuse %s', (_, cursor) => expect(readCursor(cursor, sort, key)).toBeNull())
  it.each([
    ['int8', 1.5],
    ['float8', 'x'],
    ['date', '2022-02-30'],
    ['boolean', 'true'],
  ] as const)('refuse a value that is no %s', (type, value) =>
    expect(readCursor(writeCursor(sort, { value, id: ID }), sort, { type, nullable: true })).toBeNull(),
  )
  it('refuse the unknown where there is none', () =>
    expect(readCursor(writeCursor(sort, { value: null, id: ID }), sort, { type: 'date', nullable: false })).toBeNull())
})

describe('base64url', () => {
  it.each([
    ['', ''],
    ['f', 'Zg'],
    ['fo', 'Zm8'],
    ['foo', 'Zm9v'],
    ['foobar', 'Zm9vYmFy'],
    ['绵', '57u1'],
  ])('RFC 4648: %s', (text, encoded) => {
    expect(toBase64url(text)).toBe(encoded)
    expect(fromBase64url(encoded)).toBe(text)
  })
  it('says null to bytes that are no text', () => expect(fromBase64url('_w')).toBeNull())
})

describe('filtersShape', () => {
  it('parses what a request carries', () =>
    expect(filtersShape.parse([{ field: 'price', op: 'range', from: 1 }])).toEqual([
      { field: 'price', op: 'range', from: 1 },
    ]))
  it.each([
    [{ field: 'a', op: 'like', value: 'x' }],
    [{ field: 'a', op: 'is', value: null }],
    [{ field: 'a', op: 'in', values: [] }],
  ])('refuses %j', (filter) => expect(filtersShape.safeParse([filter]).success).toBe(false))
})
