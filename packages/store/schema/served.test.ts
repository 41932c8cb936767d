import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, type LocalDate } from '@yundiao/kernel'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Connections, connectStore } from '../connect.ts'
import { act, type Draw, emptyModel, isRelease, type Model } from '../property/actions.ts'
import { checkAsked, checkReads, readAll } from '../property/check-reads.ts'
import { makeWorld, PEOPLE, PLOTS, type World } from '../property/world.ts'
import { createStore, type Store } from '../store.ts'
import { notServed, type Served, startServed } from '../testing/served.ts'

const FIRST: LocalDate = '2022-04-01'
const CITY = '510700'
const STEPS = process.env.YUNDIAO_DEEP ? 400 : 120

const draws = fc.sample(
  fc.record({ who: fc.nat(1000), what: fc.nat(1000), place: fc.nat(1000), pick: fc.nat(1000), flag: fc.nat(1000) }),
  { numRuns: STEPS, seed: 20220426 },
)

describe.skipIf(notServed)(
  `the store on a served PostgreSQL 15${notServed ? `（未运行：缺 ${notServed}）` : ''}`,
  () => {
    let served: Served
    let connections: Connections
    let store: Store
    let world: World
    let model: Model

    beforeAll(async () => {
      served = await startServed()
      await served.asSuperuser(
        'alter role owner createrole; grant create on database yundiao to owner; grant create on schema public to owner',
      )
      connections = await connectStore(served.address)
      store = createStore({ connections, home: served.home })
    })
    afterAll(async () => {
      await connections?.end()
      await served.end()
    })

    it('is migrated once, and takes a ledger', async () => {
      expect((await store.migrate()).applied.length).toBeGreaterThan(0)
      expect((await store.migrate()).applied).toEqual([])
      world = await makeWorld(store, CITY, FIRST)
      expect(await store.defineLedger(world.system, PLOTS)).toEqual({ version: 1, changed: false })
      const wider = {
        ...PLOTS,
        fields: { ...PLOTS.fields, x_note: { ...PLOTS.fields.kind, kind: 'text', label: '备注' } },
      }
      expect(await store.defineLedger(world.system, wider as never)).toEqual({ version: 2, changed: true })
    })

    it(`binds every role to its rights over ${STEPS} acts`, async () => {
      model = emptyModel()
      for (const draw of draws) expect(await act(store, world, model, FIRST, draw as Draw)).toBeNull()
      for (const person of PEOPLE) {
        await checkReads(store, world, model, person, FIRST)
        await checkAsked(store, world, model, person, FIRST)
      }
    }, 120_000)

    it('reads as known on a day, whatever came after', async () => {
      const readers = PEOPLE.filter(({ name }) => ['office', 'industry', 'county1'].includes(name))
      const read = () =>
        Promise.all(
          readers.map(async (person) => {
            const { list, figures, items } = await readAll(store, world, person, addDays(FIRST, 1), FIRST)
            return [list?.rows, figures.map(({ ref, value }) => [ref, value]), items]
          }),
        )
      const before = await read()
      for (const draw of draws.slice(0, 60))
        if (!isRelease(draw as Draw))
          await act(store, world, model, addDays(FIRST, 1), { ...(draw as Draw), flag: draw.flag | 1 })
      expect(await read()).toEqual(before)
    }, 120_000)

    it('verifies, and is backed up', async () => {
      expect(await store.verify(CITY)).toMatchObject({ ok: true })
      const folder = join(served.home, 'backup')
      await store.backUp(folder)
      expect(existsSync(join(folder, 'manifest.json'))).toBe(true)
    }, 60_000)
  },
)
