import { isProblem } from '@yundiao/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { PLOTS } from '../property/world.ts'
import { DEMO_ITEM, DEMO_PLOT, demonstrate } from '../testing/demonstrated.ts'
import { FIRST, gdpOf } from '../testing/lived-in.ts'
import { scratchStore } from '../testing/scratch.ts'
import { tamperingWith } from '../testing/tampering.ts'

let scratch: Awaited<ReturnType<typeof scratchStore>>
beforeAll(async () => {
  scratch = await scratchStore()
})
afterAll(() => scratch.end())

const { newCity } = tamperingWith(() => scratch)

const withDemonstration = async () => {
  const lived = await newCity()
  await demonstrate(scratch.store, lived)
  const system = await scratch.store.wholeCity(lived.city, lived.later.today)
  return { ...lived, system }
}

it('takes marked rows and what hangs on them, sets back what pointed at them, and touches nothing else', async () => {
  const { store } = scratch
  const { city, system, later, item, plot } = await withDemonstration()
  expect(await store.removeDemonstration(system, { note: '试用结束' })).toEqual({
    rows: [
      { name: 'meeting', count: 1 },
      { name: 'item', count: 1 },
      { name: 'progress', count: 1 },
      { name: PLOTS.id, count: 1 },
    ],
    figures: 1,
    changedBack: 2,
  })
  expect(await store.record(later, 'meeting', 'real')).toMatchObject({ previous: null, version: 2 })
  expect(await store.record(later, 'itemLink', 'link')).toMatchObject({ dropped: true })
  expect(await store.record(later, 'item', item)).toMatchObject({ demo: false })
  expect((await store.entries(later, PLOTS.id)).rows.map((row) => row.id)).toContain(plot)
  expect((await store.figures(later, {})).filter(({ series }) => series.concept === '演示')).toEqual([])
  expect(await store.verify(city)).toMatchObject({ ok: true, firstBad: null, state: { mismatches: [] } })
  expect(await store.removeDemonstration(system)).toEqual({ rows: [], figures: 0, changedBack: 0 })
})

it('leaves what was known on an earlier day readable, still marked', async () => {
  const { store } = scratch
  const { system, later } = await withDemonstration()
  await store.removeDemonstration(system)
  expect(await store.record(later, 'item', DEMO_ITEM)).toBeNull()
  expect(await store.record(later, 'item', DEMO_ITEM, later.today)).toBeNull()
  expect(await store.record(later, 'item', DEMO_ITEM, FIRST)).toMatchObject({ demo: true, title: '演示事项' })
  expect(await store.entry(later, PLOTS.id, DEMO_PLOT)).toBeNull()
  expect(await store.entry(later, PLOTS.id, DEMO_PLOT, FIRST)).toMatchObject({ demo: true })
  const known = await store.figures(later, { on: FIRST })
  expect(known.filter(({ series }) => series.concept === '演示')).toHaveLength(1)
})

it('tells ids to those alone who hold the whole city', async () => {
  const { store } = scratch
  const { city, system, later } = await withDemonstration()
  await store.removeDemonstration(system)
  const kinds = async (who: string) => {
    const caller = await store.loadCaller(city, who, later.today, 'test')
    return (await store.events(caller, { limit: 1000 }))
      .map(({ kind }) => kind)
      .filter((kind) => kind.endsWith('.removed'))
  }
  expect((await kinds('auditor')).sort()).toEqual(
    ['entry.removed', 'figure.removed', 'item.removed', 'meeting.removed', 'progress.removed'].sort(),
  )
  expect(await kinds('county1')).toEqual([])
  expect(await kinds('land')).toEqual([])
})

it.each(['office', 'administrator', 'supervision', 'auditor'])('%s may not remove', async (who) => {
  const { store } = scratch
  const { city, later } = await newCity()
  const caller = await store.loadCaller(city, who, later.today, 'test')
  const refused = await store.removeDemonstration(caller).then(
    () => null,
    (error: unknown) => (isProblem(error) ? error.code : error),
  )
  expect(refused).toBe('right.missing')
})

it('a figure told again after its removal is the next vintage, from the day it went on', async () => {
  const { store } = scratch
  const { city, system, later } = await withDemonstration()
  await store.removeDemonstration(system)
  const demo = { ...gdpOf('c1', 3).series, concept: '演示' }
  const told = { ...gdpOf('c1', 3), series: demo, releaseState: 'released' } as const
  await expect(
    store.commit(system, [{ do: 'report', figures: [{ ...told, knownOn: FIRST }], backfill: '演示' }]),
  ).rejects.toMatchObject({ code: 'figure.backfill-closed' })
  const [outcome] = await store.commit(system, [{ do: 'report', figures: [told] }])
  expect(outcome).toMatchObject({ refs: [expect.stringMatching(/@2$/)], unchanged: 0 })
  expect(
    (await store.figures(later, { on: later.today })).filter(({ series }) => series.concept === '演示'),
  ).toHaveLength(1)
  expect(await store.verify(city)).toMatchObject({ ok: true, state: { mismatches: [] } })
})

it('accounts stay unless they are asked for', async () => {
  const { store } = scratch
  const { city, system } = await newCity()
  const values = { username: 'shi', name: '演示账号', role: 'office' }
  await store.commit(system, [{ do: 'add', table: 'account', rows: [{ id: 'shi', values, demo: true }] }])
  expect((await store.removeDemonstration(system)).rows).toEqual([])
  expect((await store.removeDemonstration(system, { accounts: true })).rows).toEqual([{ name: 'account', count: 1 }])
  await expect(store.loadCaller(city, 'shi', system.today, 'test')).rejects.toMatchObject({ code: 'right.missing' })
  expect(await store.verify(city)).toMatchObject({ ok: true })
})
