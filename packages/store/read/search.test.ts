import { compileListQuery } from '@yundiao/ledgers'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Caller } from '../door/caller.ts'
import { withCaller } from '../door/with-caller.ts'
import { makeWorld, PLOTS, type World } from '../property/world.ts'
import { SEARCH_REBUILT } from '../schema/search-functions.ts'
import { CITY, scratchStore, TODAY } from '../testing/scratch.ts'

const RUNS = process.env.YUNDIAO_DEEP ? 300 : 40
const WORDS = ['光电', '锂电', '电池', '储能', 'A1', '基地']
const TABLE = 'l_test_plot'

let scratch: Awaited<ReturnType<typeof scratchStore>>
let world: World
let names: string[]

const callerOf = async (name: string): Promise<Caller> => {
  const caller = await world.people.get(name)?.(TODAY)
  if (!caller) throw new Error(name)
  return caller
}

beforeAll(async () => {
  scratch = await scratchStore()
  world = await makeWorld(scratch.store, CITY, TODAY)
  const pick = (n: number): string => WORDS[n % WORDS.length] ?? ''
  const rows = Array.from({ length: 400 }, (_, n) => ({
    region: ['c1', 'c1t', 'c2', 'z1'][n % 4] ?? 'c1',
    values: { name: `${pick(n)}${n % 7 === 0 ? '冻干' : ''}${pick(n * 7 + 3)}${n % 11}期建设` },
  }))
  names = rows.map((row) => row.values.name)
  await scratch.store.commit(world.system, [{ do: 'enter', ledger: PLOTS.id, rows }])
  await scratch.connections.owner.query(`analyze ${TABLE}`)
})
afterAll(() => scratch.end())

/** Both roads of one search, whichever the store would take. */
const bothRoads = async (caller: Caller, search: string): Promise<[string[], string[]]> => {
  const made = compileListQuery(PLOTS, {
    city: CITY,
    clearance: 'firm',
    asKnownOn: null,
    regions: caller.regions,
    limit: 200,
    search,
  })
  if (made.kind !== 'ok' || !made.search) throw new Error('not compiled')
  const { walk } = made.search
  return withCaller(scratch.store.parts.app, caller, async (client) => {
    const narrow = await client.query<{ id: string }>(made.sql, made.params)
    const wide = await client.query<{ id: string }>(walk.sql, walk.params)
    return [narrow.rows.map((row) => row.id), wide.rows.map((row) => row.id)]
  })
}

it(`finds the same rows in the same order by the index and by walking (${RUNS} runs)`, async () => {
  const word = fc.oneof(
    fc.constantFrom(...WORDS, '冻干', '电', '建设', '干光'),
    fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...WORDS)).map((pair) => pair.join(' ')),
  )
  await fc.assert(
    fc.asyncProperty(word, fc.constantFrom('office', 'county1', 'county2', 'zone1'), async (search, name) => {
      const [narrow, wide] = await bothRoads(await callerOf(name), search)
      expect(narrow).toEqual(wide)
    }),
    { numRuns: RUNS },
  )
})

it('takes the index for a rare word and the walk for one that most rows hold', async () => {
  const office = await callerOf('office')
  const walks = (gram: string) =>
    withCaller(scratch.store.parts.app, office, async (client) => {
      const { rows } = await client.query<{ walks: boolean }>('select yd_search_walks($1, $2, $3) as walks', [
        CITY,
        TABLE,
        [gram],
      ])
      return rows[0]?.walks
    })
  expect([await walks('没有'), await walks('冻干'), await walks('建设')]).toEqual([false, false, true])
  const found = await scratch.store.entries(office, PLOTS.id, { search: '冻干', limit: 200 })
  expect(found.rows).toHaveLength(names.filter((name) => name.includes('冻干')).length)
})

/** The ids at the places the function gives. */
const found = async (caller: Caller, gram: string): Promise<string[]> => {
  const { rows } = await withCaller(scratch.store.parts.app, caller, (client) =>
    client.query<{ id: string }>(
      `select id from ${TABLE} where ctid = any(array(select yd_search($1, $2, $3, null))) order by id::text`,
      [CITY, TABLE, [gram]],
    ),
  )
  return rows.map((row) => row.id)
}

it('gives a caller no place outside their regions, nor anything without settings', async () => {
  const { owner } = scratch.connections
  const places = (caller: Caller) =>
    withCaller(scratch.store.parts.app, caller, async (client) => {
      const { rows } = await client.query<{ place: string }>('select yd_search($1, $2, $3, null)::text as place', [
        CITY,
        TABLE,
        ['冻干'],
      ])
      return rows.map((row) => row.place).sort()
    })
  const { rows } = await owner.query<{ place: string }>(
    `select ctid::text as place from ${TABLE} where region in ('c1', 'c1t') and name like '%冻干%'`,
  )
  expect(rows.length).toBeGreaterThan(0)
  const county = await callerOf('county1')
  expect(await places(county)).toEqual(rows.map((row) => row.place).sort())
  // With many regions the place is no longer asked of the index; the answer is the same.
  const padded = { ...county, regions: [...county.regions, ...Array.from({ length: 80 }, (_, n) => `x${n}`)] }
  expect(await places(padded)).toEqual(await places(county))
  const bare = await owner.query('select yd_search($1, $2, $3, null)', [CITY, TABLE, ['冻干']])
  expect(bare.rows).toEqual([])
  await expect(owner.query('select yd_search($1, $2, $3, null)', [CITY, 'account', ['冻干']])).rejects.toThrow(
    'not a ledger',
  )
})

it('goes on searching after an update from the program whose index held the grams alone', async () => {
  const { owner } = scratch.connections
  const indexes = async (): Promise<string[]> => {
    const { rows } = await owner.query<{ name: string; made: string }>(
      `select indexname as name, indexdef as made from pg_indexes where tablename = $1 and indexdef like '%USING gin%'`,
      [TABLE],
    )
    return rows.map((row) => row.made.replace(row.name, ''))
  }
  const office = await callerOf('office')
  const [before, ids] = [await indexes(), await found(office, '冻干')]
  const { rows } = await owner.query<{ name: string }>(
    `select indexname as name from pg_indexes where tablename = $1 and indexdef like '%USING gin%'`,
    [TABLE],
  )
  await owner.query(`drop index ${rows[0]?.name}`)
  await owner.query(`create index on ${TABLE} using gin (grams)`)
  await owner.query(`drop function yd_search(text, text, text[], int)`)
  await owner.query(
    `create function yd_search(of_city text, of_table text, of_grams text[], most int) returns setof uuid
       language sql as 'select null::uuid'`,
  )
  for (const statement of SEARCH_REBUILT) await owner.query(statement)
  expect(await indexes()).toEqual(before)
  expect(ids.length).toBeGreaterThan(0)
  expect(await found(await callerOf('office'), '冻干')).toEqual(ids)
})
