import type { FigureRef, ReleaseState } from '@yundiao/figures'
import { addDays, isProblem, type LocalDate } from '@yundiao/kernel'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Caller } from '../door/caller.ts'
import type { Change } from '../door/changes.ts'
import { makeWorld } from '../property/world.ts'
import { dayInCity } from '../read/day-in-city.ts'
import { FIRST, gdpOf } from '../testing/lived-in.ts'
import { scratchStore } from '../testing/scratch.ts'

const RUNS = process.env.YUNDIAO_DEEP ? 200 : 12
const HOUR = 3_600_000

let clock = Date.parse('2022-04-01T01:00:00.000Z')
let scratch: Awaited<ReturnType<typeof scratchStore>>
let cities = 510100
beforeAll(async () => {
  scratch = await scratchStore({ now: () => new Date(clock) })
})
afterAll(() => scratch.end())

type Step = { what: number; place: number; lock: number; state: number; pick: number; hours: number }

const steps = fc.array(
  fc.record({
    what: fc.nat(9),
    place: fc.nat(2),
    lock: fc.nat(5),
    state: fc.nat(2),
    pick: fc.nat(1000),
    hours: fc.nat(40),
  }),
  { minLength: 40, maxLength: 40 },
)

const STATES: readonly ReleaseState[] = ['reported', 'approved', 'released']

/** Locked for some hours in one case of two; written with an offset, as people do. */
const lockOf = ({ lock }: Step): string | undefined =>
  lock < 3 ? undefined : new Date(clock + lock * 11 * HOUR).toISOString().replace('Z', '+00:00')

const changeOf = (city: string, step: Step, refs: readonly FigureRef[], value: number): Change => {
  const at = lockOf(step)
  const state = STATES[step.state] ?? 'reported'
  if (step.what < 6 || refs.length === 0) {
    const places = step.what === 0 ? [city, 'c1', city] : [[city, 'c1', 'nation'][step.place] ?? city]
    const figures = places.map((place, i) => gdpOf(place, value + i, { releaseState: state }))
    return { do: 'report', figures, ...(at ? { releaseAt: at } : {}) }
  }
  const picked = [refs[step.pick % refs.length], refs[(step.pick * 7) % refs.length]].slice(0, 1 + (step.what % 2))
  return {
    do: 'release',
    refs: picked.filter((ref) => ref !== undefined),
    state: state === 'reported' ? 'released' : state,
    ...(at ? { at } : {}),
  }
}

it(`follows vintages through locks that hold, move and lift (${RUNS} runs of 40 acts)`, async () => {
  const { store } = scratch
  let done = 0
  await fc.assert(
    fc.asyncProperty(steps, async (all: Step[]) => {
      cities += 1
      const city = String(cities)
      const { system } = await makeWorld(store, city, FIRST)
      const refs: FigureRef[] = []
      for (const [index, step] of all.entries()) {
        clock += step.hours * HOUR
        const today: LocalDate =
          step.pick % 9 === 0 ? addDays(dayInCity(new Date(clock)), 1) : dayInCity(new Date(clock))
        const caller: Caller = { ...system, today, earlyIndicators: ['gdp'] }
        try {
          const [outcome] = await store.commit(caller, [changeOf(city, step, refs, index * 10)])
          if (outcome?.do === 'report') refs.push(...outcome.refs)
          done += 1
        } catch (error) {
          if (!isProblem(error)) throw error
        }
      }
      expect(await store.verify(city)).toMatchObject({ ok: true, state: { mismatches: [] } })
    }),
    { numRuns: RUNS, endOnFailure: true },
  )
  expect(done / RUNS).toBeGreaterThan(10)
}, 600_000)
