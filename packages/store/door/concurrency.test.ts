import { isProblem, type LocalDate } from '@yundiao/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeWorld, PLOTS, type World } from '../property/world.ts'
import { scratchStore } from '../testing/scratch.ts'
import type { Caller } from './caller.ts'
import type { Change, Outcome } from './changes.ts'

const TODAY: LocalDate = '2022-04-26'
const CLIENTS = 20
const ROUNDS = process.env.YUNDIAO_DEEP ? 60 : 12
const ROWS = 5

let scratch: Awaited<ReturnType<typeof scratchStore>>
let world: World
let caller: Caller
let entries: readonly string[]
let meetings: readonly string[]
const idsOf = (outcome: Outcome | undefined): readonly string[] =>
  outcome?.do === 'enter' || outcome?.do === 'add' ? outcome.ids : []

beforeAll(async () => {
  scratch = await scratchStore()
  world = await makeWorld(scratch.store, '510700', TODAY)
  caller = world.system
  const rows = Array.from({ length: ROWS }, (_, i) => ({ region: null, values: { name: `地块${i}`, price: 0 } }))
  const held = Array.from({ length: ROWS }, (_, i) => ({
    values: { title: `会${i}`, kind: '专题会', authority: 'party', phase: '筹备' },
  }))
  const [entered, added] = await scratch.store.commit(caller, [
    { do: 'enter', ledger: PLOTS.id, rows },
    { do: 'add', table: 'meeting', rows: held },
  ])
  entries = idsOf(entered)
  meetings = idsOf(added)
})
afterAll(() => scratch.end())

/** Tries with the version read, and again on a stale one, until it is in: what a person does who presses 刷新. */
const persist = async (write: () => Promise<unknown>, tries = { stale: 0 }): Promise<number> => {
  try {
    await write()
    return tries.stale
  } catch (error) {
    if (!isProblem(error) || error.code !== 'version.stale') throw error
    return persist(write, { stale: tries.stale + 1 })
  }
}

const amendOnce = async (id: string): Promise<void> => {
  const row = await scratch.store.entry(caller, PLOTS.id, id)
  if (!row) throw new Error(`no entry ${id}`)
  const values = { price: Number(row.values.price) + 1 }
  await scratch.store.commit(caller, [{ do: 'amend', ledger: PLOTS.id, id, version: row.version, values }])
}

/** Two rows of two streams in one commit, named in either order: what would deadlock if locks were taken as asked. */
const changeBoth = async (entry: string, meeting: string, turned: boolean): Promise<void> => {
  const { store } = scratch
  const [row, held] = [await store.entry(caller, PLOTS.id, entry), await store.record(caller, 'meeting', meeting)]
  if (!row || !held) throw new Error('rows are gone')
  const changes: Change[] = [
    {
      do: 'amend',
      ledger: PLOTS.id,
      id: entry,
      version: row.version,
      values: { price: Number(row.values.price) + 1 },
    },
    { do: 'change', table: 'meeting', id: meeting, version: held.version, set: { place: `${held.version}` } },
  ]
  await store.commit(caller, turned ? changes.toReversed() : changes)
}

const reportOnce = (region: string, value: number): Promise<unknown> =>
  scratch.store.commit(caller, [
    {
      do: 'report',
      figures: [
        {
          series: {
            indicator: 'fai',
            measure: 'level',
            accumulation: 'ytd',
            origin: 'official',
            concept: 'default',
            dims: {},
          },
          unit: '元',
          region,
          period: '2022Q1',
          value,
          printed: String(value),
          printedUnit: '元',
          round: null,
          note: null,
          releaseState: 'reported',
          passport: { kind: 'manual', reason: '试验' },
        },
      ],
    },
  ])

const at = (list: readonly string[], n: number): string => list[n % list.length] ?? ''

it(`${CLIENTS} clients × ${ROUNDS} commits on mixed streams: nothing lost, no deadlock told, no gap in the chain`, async () => {
  const { store, connections } = scratch
  let [amended, changed, stale] = [0, 0, 0]
  const client = async (n: number): Promise<void> => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const pick = n + round
      const kind = pick % 4
      if (kind === 0) stale += await persist(() => amendOnce(at(entries, round)))
      if (kind === 1)
        stale += await persist(() => changeBoth(at(entries, pick), at(meetings, n * 3 + round), n % 2 === 0))
      if (kind === 2) await reportOnce(at(['c1', 'c2', 'z1'], round), n * 1000 + round)
      if (kind === 3)
        await store.commit(caller, [
          {
            do: 'add',
            table: 'unit',
            rows: [{ values: { name: `单位${n}-${round}`, shortName: '单位', kind: 'office' } }],
          },
        ])
      if (kind < 2) amended += 1
      if (kind === 1) changed += 1
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, (_, n) => client(n)))
  const rows = (await store.entries(caller, PLOTS.id, { limit: ROWS })).rows
  const held = await store.records(caller, 'meeting')
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
  expect(sum(rows.map((row) => row.version - 1))).toBe(amended)
  expect(sum(rows.map((row) => Number(row.values.price)))).toBe(amended)
  expect(sum(held.map((row) => row.version - 1))).toBe(changed)
  expect(stale, 'the clients met on the same rows').toBeGreaterThan(0)
  const was = await connections.owner.query('select count(*)::int as n from l_test_plot_was')
  expect(was.rows[0]?.n).toBe(amended)
  const vintages = await store.figures(caller, { allVintages: true })
  for (const region of ['c1', 'c2', 'z1']) {
    const own = vintages.filter((figure) => figure.region === region).map((figure) => figure.vintage)
    expect(own).toEqual(own.map((_, index) => index + 1))
  }
  const gaps = await connections.owner.query(
    `select e.stream, e.seq from event e left join event p on p.city = e.city and p.stream = e.stream and p.seq = e.seq - 1
     where e.seq > 1 and (p.seq is null or p.hash <> e.prev)`,
  )
  expect(gaps.rows).toEqual([])
  const ends = await connections.owner.query(
    `select h.stream from stream_head h join lateral (select max(seq) as seq from event e where e.city = h.city and e.stream = h.stream) m on true
     where h.seq <> coalesce(m.seq, 0)`,
  )
  expect(ends.rows).toEqual([])
}, 120_000)

it.each([2, CLIENTS])('of %i amendments of one version exactly one wins; the others are told so', async (many) => {
  const [id = ''] = entries
  const version = (await scratch.store.entry(caller, PLOTS.id, id))?.version ?? 0
  const tried = await Promise.allSettled(
    Array.from({ length: many }, (_, n) =>
      scratch.store.commit(caller, [{ do: 'amend', ledger: PLOTS.id, id, version, values: { price: 1000 + n } }]),
    ),
  )
  expect(tried.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  for (const one of tried)
    if (one.status === 'rejected')
      expect(one.reason).toMatchObject({ code: 'version.stale', details: { yours: version, current: version + 1 } })
  const now = await scratch.store.entry(caller, PLOTS.id, id)
  const winner = tried.findIndex((one) => one.status === 'fulfilled')
  expect([now?.version, now?.values.price]).toEqual([version + 1, 1000 + winner])
})

it('of two additions of one unique word exactly one wins', async () => {
  const add = () =>
    scratch.store.commit(caller, [
      {
        do: 'add',
        table: 'item',
        rows: [{ values: { number: '绵督1', title: '事', sourceKind: 'minutes', state: '未评' } }],
      },
    ])
  const tried = await Promise.allSettled([add(), add()])
  expect(tried.map((one) => (one.status === 'rejected' ? one.reason.code : 'done')).sort()).toEqual([
    'done',
    'duplicate',
  ])
})
