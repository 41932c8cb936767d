import { addDays, type LocalDate } from '@yundiao/kernel'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { act, type Draw, emptyModel } from '../property/actions.ts'
import { makeWorld } from '../property/world.ts'
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
        if (index % 7 === 6) today = addDays(today, 1)
        if (index % 20 === 19) await store.checkpoint(city)
      }
      expect(await store.verify(city)).toMatchObject({ ok: true, firstBad: null, state: { mismatches: [] } })
    }),
    { numRuns: RUNS, endOnFailure: true },
  )
}, 600_000)
