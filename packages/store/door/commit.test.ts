import type { FigureDraft } from '@yundiao/figures'
import { isProblem } from '@yundiao/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemCaller } from '../read/load-caller.ts'
import { CITY, scratchStore, TODAY } from '../testing/scratch.ts'
import type { Caller } from './caller.ts'

let scratch: Awaited<ReturnType<typeof scratchStore>>
let system: Caller
beforeAll(async () => {
  scratch = await scratchStore()
  await scratch.store.commit(systemCaller(CITY, TODAY), [
    {
      do: 'add',
      table: 'region',
      rows: [
        { id: CITY, values: { code: CITY, name: '绵阳市', shortName: '绵阳', kind: 'city', parent: null, sort: 1 } },
        {
          id: '510703',
          values: { code: '510703', name: '涪城区', shortName: '涪城', kind: 'county', parent: CITY, sort: 1 },
        },
        {
          id: '510781',
          values: { code: '510781', name: '江油市', shortName: '江油', kind: 'county', parent: CITY, sort: 2 },
        },
      ],
    },
  ])
  system = await scratch.store.wholeCity(CITY, TODAY)
})
afterAll(() => scratch.end())

const gdp = (region: string, value: number | null, more: Partial<FigureDraft> = {}): FigureDraft => ({
  series: { indicator: 'gdp', measure: 'level', accumulation: 'ytd', origin: 'official', concept: 'default', dims: {} },
  unit: '元',
  region,
  period: '2022Q1',
  value,
  printed: value === null ? null : String(value / 1e8),
  printedUnit: '亿元',
  round: 'preliminary',
  note: null,
  releaseState: 'released',
  passport: { kind: 'manual', reason: '测试' },
  ...more,
})

it('writes a record, changes it with its version, and keeps the old one', async () => {
  const { store } = scratch
  const [added] = await store.commit(system, [
    { do: 'add', table: 'meeting', rows: [{ values: { title: '甲', kind: 'x', authority: 'party', phase: '筹备' } }] },
  ])
  const id = added?.do === 'add' ? (added.ids[0] ?? '') : ''
  await store.commit(system, [{ do: 'change', table: 'meeting', id, version: 1, set: { title: '乙' } }])
  expect(await store.record(system, 'meeting', id)).toMatchObject({ title: '乙', version: 2 })
  await expect(
    store.commit(system, [{ do: 'change', table: 'meeting', id, version: 1, set: { title: '丙' } }]),
  ).rejects.toSatisfy((error) => isProblem(error) && error.code === 'version.stale')
  const events = await store.events(system, { subject: id })
  expect(events.map((event) => [event.kind, event.body.before, event.body.after])).toMatchObject([
    ['meeting.changed', { title: '甲' }, { title: '乙' }],
    ['meeting.added', undefined, { title: '甲' }],
  ])
})

it('reports figures, gives a new vintage only for a new value, and reads as known on a day', async () => {
  const { store } = scratch
  const report = (drafts: FigureDraft[]) => store.commit(system, [{ do: 'report', figures: drafts, backfill: '测试' }])
  const [first] = await report([
    gdp(CITY, 784.28e8, { knownOn: '2022-04-20' }),
    gdp('510703', 100e8, { knownOn: '2022-04-22' }),
  ])
  expect(first).toMatchObject({
    do: 'report',
    unchanged: 0,
    refs: ['fig:510700/gdp.level.ytd.official/510700/2022Q1@1', 'fig:510700/gdp.level.ytd.official/510703/2022Q1@1'],
  })
  expect((await report([gdp(CITY, 784.28e8, { knownOn: '2022-04-23' })]))[0]).toMatchObject({ unchanged: 1 })
  await report([gdp(CITY, 780e8, { knownOn: '2022-04-25' }), gdp(CITY, 781e8, { knownOn: '2022-04-26' })])
  const read = async (on: '2022-04-19' | '2022-04-21' | '2022-04-25' | '2022-04-26') =>
    (await store.figures(system, { on, indicators: ['gdp'], regions: [CITY] })).map((figure) => [
      figure.vintage,
      figure.value,
    ])
  expect(await read('2022-04-19')).toEqual([])
  expect(await read('2022-04-21')).toEqual([[1, 784.28e8]])
  expect(await read('2022-04-25')).toEqual([[2, 780e8]])
  expect(await read('2022-04-26')).toEqual([[3, 781e8]])
  const passport = await store.passport(system, 'fig:510700/gdp.level.ytd.official/510700/2022Q1@3', TODAY)
  expect(passport).toMatchObject({ kind: 'manual', source: { reason: '测试', by: { id: 'system' } } })
  expect(passport?.vintages).toHaveLength(3)
})
