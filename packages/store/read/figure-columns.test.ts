import type { FigureDraft } from '@yundiao/figures'
import { addDays, isProblem, type LocalDate } from '@yundiao/kernel'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '../door/caller.ts'
import { makeWorld, PEOPLE, PLACES, type World } from '../property/world.ts'
import { scratchStore } from '../testing/scratch.ts'
import type { FigureRow } from './read-figures.ts'

const RUNS = process.env.YUNDIAO_DEEP ? 100 : 8
const FIRST: LocalDate = '2022-04-01'
const FAR = '2999-01-01T00:00:00.000Z'

let scratch: Awaited<ReturnType<typeof scratchStore>>
let cities = 520100
beforeAll(async () => {
  scratch = await scratchStore()
})
afterAll(() => scratch.end())

type Step = { indicator: string; place: string; period: string; value: number | null; printed: string | null }
type Night = { steps: Step[]; isLocked: boolean; isReleased: boolean }

const printed = fc.constantFrom(null, '', '1,234.5', '{"x":1}', '"', '\\', '…', '\u0001', '不到 0.1')
const step = fc.record({
  indicator: fc.constantFrom('gdp', 'fai'),
  place: fc.constantFrom(...PLACES),
  period: fc.constantFrom('2022Q1', '2021'),
  value: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
  printed,
})
const nights = fc.array(
  fc.record({
    steps: fc.array(step, { minLength: 1, maxLength: 8 }),
    isLocked: fc.boolean(),
    isReleased: fc.boolean(),
  }),
  { minLength: 1, maxLength: 5 },
)

const codeOf = (world: World, place: string): string => (place === 'CITY' ? world.city : place)

const draftOf = (world: World, one: Step, isReleased: boolean): FigureDraft => ({
  series: {
    indicator: one.indicator,
    measure: 'level',
    accumulation: 'ytd',
    origin: 'official',
    concept: 'default',
    dims: {},
  },
  unit: '元',
  region: codeOf(world, one.place),
  period: one.period,
  value: one.value,
  printed: one.printed,
  printedUnit: one.printed === null ? null : '元',
  round: null,
  note: null,
  releaseState: isReleased ? 'released' : 'reported',
  passport: { kind: 'manual', reason: '试验' },
})

/** One day's reports by the statistics office; a day the door refuses (order of locks) leaves nothing, and that is fine. */
const report = async (world: World, night: Night, today: LocalDate): Promise<void> => {
  const caller = await world.people.get('statistics')?.(today)
  if (!caller) throw new Error('no statistics office')
  const figures = night.steps
    .filter((one) => !night.isLocked || one.indicator === 'gdp')
    .map((one) => draftOf(world, one, night.isReleased))
  if (figures.length === 0) return
  await scratch.store
    .commit(caller, [{ do: 'report', figures, ...(night.isLocked ? { releaseAt: FAR } : {}) }])
    .catch((error: unknown) => {
      if (!isProblem(error)) throw error
    })
}

const facts = (row: Pick<FigureRow, 'series' | 'unit' | 'region' | 'period'>, rest: readonly unknown[]): string =>
  JSON.stringify([row.series.indicator, row.unit, row.region, row.period, ...rest])

const compare = async (caller: Caller, world: World, on: LocalDate | undefined, periods: string[] | undefined) => {
  const regions = ['z1', 'nation', 'c1t', world.city, 'c2', 'c1']
  const query = { indicators: ['gdp', 'fai'], regions, ...(on ? { on } : {}), ...(periods ? { periods } : {}) }
  const rows = await scratch.store.figures(caller, query)
  const got = await scratch.store.figureColumns(caller, query)
  const flat = got.columns.flatMap((column) =>
    got.regions.flatMap((region, at) =>
      column.vintages[at] === null
        ? []
        : [
            facts({ ...column, region }, [
              column.vintages[at],
              column.values[at],
              column.printed[at],
              column.printedUnits[at],
            ]),
          ],
    ),
  )
  const wanted = rows.map((row) => facts(row, [row.vintage, row.value, row.printed, row.printedUnit]))
  expect(flat.sort()).toEqual(wanted.sort())
  for (const column of got.columns)
    for (const list of [column.values, column.printed, column.printedUnits, column.vintages])
      expect(list).toHaveLength(regions.length)
}

describe('figureColumns', () => {
  it(`places the very figures of readFigures by region, for everybody and every day (${RUNS} runs)`, async () => {
    await fc.assert(
      fc.asyncProperty(nights, async (days) => {
        cities += 1
        const world = await makeWorld(scratch.store, String(cities), FIRST)
        let today = FIRST
        for (const night of days) {
          await report(world, night, today)
          today = addDays(today, 1)
        }
        for (const person of PEOPLE) {
          const caller = await world.people.get(person.name)?.(today)
          if (!caller) throw new Error(person.name)
          for (const on of [undefined, FIRST, addDays(FIRST, 1), today]) await compare(caller, world, on, undefined)
          await compare(caller, world, today, ['2021'])
        }
      }),
      { numRuns: RUNS },
    )
  }, 300_000)

  it('keeps a hole apart from a figure looked for and not found', async () => {
    cities += 1
    const world = await makeWorld(scratch.store, String(cities), FIRST)
    const step: Step = { indicator: 'gdp', place: 'c1', period: '2022Q1', value: null, printed: null }
    await report(world, { steps: [step], isLocked: false, isReleased: true }, FIRST)
    const caller = await world.people.get('office')?.(FIRST)
    if (!caller) throw new Error('no office')
    const { columns } = await scratch.store.figureColumns(caller, { regions: ['c2', 'c1'] })
    expect(columns).toHaveLength(1)
    expect(columns[0]).toMatchObject({ period: '2022Q1', values: [null, null], vintages: [null, 1] })
  })
})
