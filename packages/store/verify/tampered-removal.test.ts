import { afterAll, beforeAll, expect, it } from 'vitest'
import { demonstrate } from '../testing/demonstrated.ts'
import { scratchStore } from '../testing/scratch.ts'
import { type Lived, tamperingWith } from '../testing/tampering.ts'

let scratch: Awaited<ReturnType<typeof scratchStore>>
beforeAll(async () => {
  scratch = await scratchStore()
})
afterAll(() => scratch.end())

const { newCity, tamper } = tamperingWith(() => scratch)

const ITEM_COLUMNS = async (): Promise<string> => {
  const { rows } = await scratch.connections.owner.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = 'item' order by ordinal_position`,
  )
  return rows.map(({ name }) => name).join(', ')
}

type Expected = { table: string; id: RegExp; why: RegExp }

it.each<[string, (lived: Lived) => Promise<void>, Expected]>([
  [
    'a real row moved away without an event',
    async ({ city, item }) => {
      const columns = await ITEM_COLUMNS()
      await tamper(
        `insert into item_was (${columns}, known_to) select ${columns}, '2022-04-02' from item where city = $1 and id = $2`,
        city,
        item,
      )
      await tamper(`delete from item where city = $1 and id = $2`, city, item)
    },
    { table: 'item', id: /./, why: /现行的一版缺失/ },
  ],
  [
    'a removed row put back',
    async ({ city }) => {
      const columns = await ITEM_COLUMNS()
      await tamper(
        `insert into item (${columns}) select ${columns} from item_was where city = $1 and id = 'demo-item' and version = 2`,
        city,
      )
      await tamper(`delete from item_was where city = $1 and id = 'demo-item' and version = 2`, city)
    },
    { table: 'item', id: /demo-item/, why: /操作记录里已清除，现行表中却仍有/ },
  ],
  [
    'a removed row copied back',
    async ({ city }) => {
      const columns = await ITEM_COLUMNS()
      await tamper(
        `insert into item (${columns}) select ${columns} from item_was where city = $1 and id = 'demo-item' and version = 2`,
        city,
      )
    },
    { table: 'item', id: /demo-item/, why: /添加过|版本不连续/ },
  ],
  [
    'a removed row wiped out',
    ({ city }) => tamper(`delete from item_was where city = $1 and id = 'demo-item'`, city),
    { table: 'item', id: /demo-item/, why: /表中却没有它/ },
  ],
  [
    'the day a removed row ended',
    ({ city }) =>
      tamper(`update item_was set known_to = known_to + 1 where city = $1 and id = 'demo-item' and version = 2`, city),
    { table: 'item', id: /demo-item/, why: /与清除的日期/ },
  ],
  [
    'a removed entry put back',
    async ({ city }) => {
      await tamper(
        `insert into l_test_plot select city, id, version, region, unit, state, known_from, grams, demo, event_seq, leaf_no, leaf, name, kind, price, contact, contact_hmac
         from l_test_plot_was where city = $1 and demo`,
        city,
      )
      await tamper(`delete from l_test_plot_was where city = $1 and demo`, city)
    },
    { table: 'l_test_plot', id: /./, why: /操作记录里已清除/ },
  ],
  [
    'a removed figure made to hold again',
    ({ city }) =>
      tamper(
        `update figure f set known_to = 'infinity', open_to = 'infinity' from series s
         where f.city = $1 and s.city = f.city and s.id = f.series and s.concept = '演示'`,
        city,
      ),
    { table: 'figure', id: /演示/, why: /known_to 应为/ },
  ],
  [
    'a real figure ended like a removed one',
    ({ city }) =>
      tamper(
        `update figure set known_to = '2022-04-05' where city = $1 and region = 'c1' and known_to = 'infinity'`,
        city,
      ),
    { table: 'figure', id: /./, why: /known_to 应为 infinity/ },
  ],
])('%s is named', async (_, change, { table, id, why }) => {
  const { store } = scratch
  const lived = await newCity()
  await demonstrate(store, lived)
  await store.removeDemonstration(await store.wholeCity(lived.city, lived.later.today))
  expect(await store.verify(lived.city)).toMatchObject({ ok: true })
  await change(lived)
  const { ok, firstBad, state } = await store.verify(lived.city)
  expect([ok, firstBad]).toEqual([false, null])
  expect(
    state.mismatches.filter((one) => one.table === table && id.test(one.id) && why.test(one.why)),
    JSON.stringify(state.mismatches),
  ).not.toEqual([])
})

it('an event that tells of a removal which never was breaks the chain', async () => {
  const { store } = scratch
  const lived = await newCity()
  await demonstrate(store, lived)
  await store.removeDemonstration(await store.wholeCity(lived.city, lived.later.today))
  await tamper(
    `update event set body = replace(body, '"demo-item"', '"demo-item","${lived.item}"') where city = $1 and kind = 'item.removed'`,
    lived.city,
  )
  const { firstBad, state } = await store.verify(lived.city)
  expect(firstBad).toMatchObject({ stream: 'item' })
  expect(state.mismatches).toContainEqual({
    table: 'item',
    id: lived.item,
    why: expect.stringContaining('操作记录里已清除，现行表中却仍有'),
  })
})
