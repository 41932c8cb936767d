import type { LocalDate, Role } from '@yundiao/kernel'
import { choice, defineLedger, duty, maybe, money, phone, text } from '@yundiao/ledgers'
import type { Caller } from '../door/caller.ts'
import { systemCaller } from '../read/load-caller.ts'
import type { Store } from '../store.ts'

/** A small ledger with a field of each sensitivity. */
export const PLOTS = defineLedger({
  id: 'test.plot',
  title: '试验台账',
  owner: duty('land'),
  key: 'name',
  fields: {
    name: text('名称', { sensitivity: 'public', searchable: true }),
    kind: maybe(choice('类别', ['甲', '乙'])),
    price: maybe(money('价款', { sensitivity: 'firm' })),
    contact: maybe(phone('电话')),
  },
  states: ['线索', '认定'],
})

export type Person = { name: string; role: Role; region: string | null; unit: string | null }

/** Every role, two counties and two zones, two departments: one of them owns the ledger. */
export const PEOPLE: readonly Person[] = [
  { name: 'office', role: 'office', region: null, unit: null },
  { name: 'supervision', role: 'supervision', region: null, unit: null },
  { name: 'land', role: 'department', region: null, unit: 'land' },
  { name: 'industry', role: 'department', region: null, unit: 'industry' },
  { name: 'county1', role: 'county', region: 'c1', unit: null },
  { name: 'county2', role: 'county', region: 'c2', unit: null },
  { name: 'zone1', role: 'park', region: 'z1', unit: null },
  { name: 'leader', role: 'leader', region: null, unit: null },
  { name: 'statistics', role: 'statistics', region: null, unit: null },
  { name: 'auditor', role: 'auditor', region: null, unit: null },
  { name: 'administrator', role: 'administrator', region: null, unit: null },
]

/** Regions in which rows and figures are placed; `CITY` stands for the city's own code. */
export const PLACES = ['CITY', 'c1', 'c1t', 'c2', 'z1', 'nation'] as const

const regionRows = (city: string) =>
  [
    ['nation', 'nation', null],
    [city, 'city', 'nation'],
    ['c1', 'county', city],
    ['c2', 'county', city],
    ['c1t', 'town', 'c1'],
    ['z1', 'zone', city],
  ].map(([code, kind, parent], sort) => ({
    id: String(code),
    values: {
      code: String(code),
      name: String(code),
      shortName: String(code),
      kind: String(kind),
      parent: parent ?? null,
      sort,
    },
  }))

const GRANTS: readonly [grantee: string, may: string][] = [
  ['role:office', 'write'],
  ['role:county', 'write'],
  ['role:park', 'write'],
  ['unit:land', 'write'],
  ['role:leader', 'read'],
  ['role:auditor', 'read'],
]

export type World = { city: string; people: ReadonlyMap<string, (today: LocalDate) => Promise<Caller>>; system: Caller }

/** A city of its own with regions, the ledger, grants and accounts; the office reads gdp before its release. */
export const makeWorld = async (store: Store, city: string, today: LocalDate): Promise<World> => {
  const narrow = systemCaller(city, today)
  await store.commit(narrow, [{ do: 'add', table: 'region', rows: regionRows(city) }])
  const system = await store.wholeCity(city, today)
  await store.defineLedger(system, PLOTS)
  const grants = GRANTS.map(([grantee, may]) => ({ values: { ledger: PLOTS.id, grantee, may } }))
  const accounts = PEOPLE.map(({ name, role, region, unit }) => ({
    id: name,
    values: { username: name, name, role, region, unit },
  }))
  await store.commit(system, [
    { do: 'add', table: 'ledgerGrant', rows: grants },
    { do: 'add', table: 'account', rows: accounts },
    {
      do: 'add',
      table: 'earlyReader',
      rows: [
        { values: { indicator: 'gdp', account: 'office', reason: '写稿' } },
        { values: { indicator: 'gdp', account: 'statistics', reason: '核数' } },
      ],
    },
  ])
  const people = new Map(
    PEOPLE.map(({ name }) => [name, (day: LocalDate) => store.loadCaller(city, name, day, 'test')]),
  )
  return { city, people, system }
}
