import { addDays, type LocalDate } from '@yundiao/kernel'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { act, type Draw, emptyModel } from '../property/actions.ts'
import { makeWorld, PLOTS } from '../property/world.ts'
import type { Store } from '../store.ts'
import { gdpOf } from '../testing/lived-in.ts'
import { scratchStore } from '../testing/scratch.ts'

const RUNS = process.env.YUNDIAO_DEEP ? 100 : 8
const FIRST: LocalDate = '2022-04-01'

let scratch: Awaited<ReturnType<typeof scratchStore>>
let cities = 510100
beforeAll(async () => {
  scratch = await scratchStore()
})
afterAll(() => scratch.end())

const draws = fc.array(
  fc.record({ who: fc.nat(1000), what: fc.nat(1000), place: fc.nat(1000), pick: fc.nat(1000), flag: fc.nat(1000) }),
  { minLength: 60, maxLength: 60 },
)

/** A demonstration comes and goes again and again, under ids of its own each time; people write on it meanwhile. */
const comeAndGo = async (store: Store, city: string, today: LocalDate, step: number): Promise<void> => {
  const system = await store.wholeCity(city, today)
  if (step % 24 === 23) return void (await store.removeDemonstration(system))
  const item = `demo-${step}`
  const frame = { demo: true, knownFrom: step % 2 === 0 ? FIRST : today } as const
  const values = { number: item, title: '演示', sourceKind: 'minutes', state: '未评' }
  await store.commit(system, [
    { do: 'add', table: 'item', rows: [{ id: item, values, ...frame }] },
    { do: 'enter', ledger: PLOTS.id, rows: [{ region: 'c1', values: { name: item }, ...frame }] },
    { do: 'report', figures: [{ ...gdpOf('c1', step), series: { ...gdpOf('c1', 1).series, concept: '演示' } }] },
  ])
  await store.commit(system, [{ do: 'add', table: 'progress', rows: [{ values: { item, text: '进展' } }] }])
  await store.commit(system, [{ do: 'change', table: 'item', id: item, version: 1, set: { title: '改过' } }])
}

it(`finds nothing in any honest history (${RUNS} runs of 60 acts over days)`, async () => {
  const { store } = scratch
  await fc.assert(
    fc.asyncProperty(draws, async (steps: Draw[]) => {
      cities += 1
      const city = String(cities)
      const world = await makeWorld(store, city, FIRST)
      const model = emptyModel()
      let today = FIRST
      // A shrunk counterexample costs minutes here and says less than the mismatch itself.
      for (const [index, draw] of steps.entries()) {
        await act(store, world, model, today, draw)
        if (index % 8 === 7) await comeAndGo(store, city, today, index)
        if (index % 7 === 6) today = addDays(today, 1)
        if (index % 20 === 19) await store.checkpoint(city)
      }
      expect(await store.verify(city)).toMatchObject({ ok: true, firstBad: null, state: { mismatches: [] } })
    }),
    { numRuns: RUNS, endOnFailure: true },
  )
}, 600_000)
