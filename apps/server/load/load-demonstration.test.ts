import { mianyang } from '@yundiao/mianyang'
import type { Store } from '@yundiao/store'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'
import type { IndicatorView } from '../views/indicator.ts'
import { loadDemonstration } from './load-demonstration.ts'

const DAY = mianyang.demonstrationDay

let plain: ScratchApp
let shown: ScratchApp
beforeAll(async () => {
  plain = await scratchApp()
  shown = await scratchApp({ demonstration: true })
})
afterAll(async () => {
  await plain.end()
  await shown.end()
})

/** What a city holds live, without what tells one loading from another: versions, events, ids the store draws. */
const holds = async ({ connections }: ScratchApp): Promise<Record<string, string[]>> => {
  const { rows: tables } = await connections.owner.query<{ name: string }>(
    `select tablename::text as name from pg_tables where schemaname = 'public' and not tablename like any
       (array['%\\_was', 'event', 'stream\\_head', 'checkpoint', 'migration%', 'loaded', 'passport', 'series', 'figure\\_slot', 'definition', 'account'])`,
  )
  const found: Record<string, string[]> = {}
  for (const { name } of tables) {
    const isDrawn = name.startsWith('l_') || name === 'figure'
    const left = `- '{version,event_seq,leaf_no,leaf,passport,recorded_at,release_at,release_on,series}'::text[]`
    const live = name === 'figure' ? `where known_to = 'infinity'` : ''
    const { rows } = await connections.owner.query<{ row: string }>(
      `select (to_jsonb(t) ${left} ${isDrawn ? `- 'id'` : ''})::text as row from ${name} t ${live}`,
    )
    found[name] = rows.map(({ row }) => row).sort()
  }
  return found
}

const counts = async (store: Store) => {
  const { rows, figures } = await store.demonstration(await store.wholeCity(mianyang.code, DAY))
  return { ...Object.fromEntries(rows.map(({ name, count }) => [name, count])), figures }
}

it('is loaded once: the same content again does nothing', async () => {
  const { store, city, connections } = shown
  const events = async () => (await connections.owner.query('select 1 from event where city = $1', [city])).rowCount
  const [before, held] = [await events(), await counts(store)]
  expect(held).toMatchObject({ meeting: 3, item: 15, 'projects.project': expect.any(Number), figures: 539 })
  expect(await loadDemonstration(store, DAY)).toBe(false)
  expect(await loadDemonstration(store, DAY, { again: true })).toBe(false)
  expect([await events(), await counts(store)]).toEqual([before, held])
  expect(await store.verify(city)).toMatchObject({ ok: true, state: { mismatches: [] } })
})

it('shows an item in every state the office has a word for, and the real meeting hears of them', async () => {
  const meeting = await shown.request(`/api/meetings/${mianyang.meetings[0].id}`, { as: 'yunxing' })
  const { carryOver } = (await meeting.json()) as { carryOver: { rows: { state: { word: string } }[] } }
  const words = new Set(carryOver.rows.map(({ state }) => state.word))
  for (const word of [
    '逾期',
    '欠序时',
    '达序时',
    '超序时',
    '未启动',
    '已办结',
    '已销号',
    '已办结待核',
    '长期坚持',
    '暂缓',
    '未评',
  ])
    expect(words).toContain(word)
})

it('is read as it stood on an earlier day', async () => {
  const { store } = shown
  const caller = await store.wholeCity(mianyang.code, DAY)
  const on = async (day: '2022-03-01' | '2022-04-26') =>
    (await store.records(caller, 'item', { on: day })).filter(({ state }) => state === '已销号').length
  expect([await on('2022-03-01'), await on('2022-04-26')]).toEqual([0, 1])
  expect((await store.records(caller, 'meeting', { on: '2022-01-13' })).length).toBe(0)
})

it('keeps its figures out of every real series', async () => {
  const { store } = shown
  const caller = await shown.callerOf('yunxing')
  const figures = await store.figures(caller, { periods: ['2022Q1'], regions: ['510703'], on: DAY })
  expect(figures.length).toBeGreaterThan(0)
  for (const { series, note } of figures) expect([series.concept, note]).toEqual(['演示', '演示数据，非真实数据'])
})

it('marks its figures on the page and lets them into no sheet, break or sum of a real series', async () => {
  const answer = await shown.request('/api/indicators/gdp', { as: 'yunxing' })
  type Series = {
    measureLabel: string
    concept: string
    points: { region: string; period: string; fig: { mark: string | null } }[]
  }
  const view = (await answer.json()) as { series: Series[]; breaks: { period: string }[] }
  const demo = view.series.filter(({ concept }) => concept === '演示')
  expect(demo.map(({ measureLabel }) => measureLabel)).toEqual(['绝对额（演示）', '同比增速（演示）'])
  expect(demo[0]?.points).toHaveLength(50)
  expect(demo[0]?.points.every(({ fig }) => fig.mark === '演示')).toBe(true)
  expect(view.breaks.filter(({ period }) => period === '2022Q1')).toEqual([])
  const board = async (app: ScratchApp) =>
    (await (await app.request('/api/board?period=2022Q1', { as: 'yunxing' })).json()) as { rows: object[] }
  const withoutLeaders = ({ rows }: { rows: object[] }) => rows.map((row) => ({ ...row, leader: null }))
  expect(withoutLeaders(await board(shown))).toEqual(withoutLeaders(await board(plain)))
  const periods = async (app: ScratchApp) => (await app.request('/api/periods', { as: 'yunxing' })).json()
  expect(await periods(shown)).toEqual(await periods(plain))
})

it('goes without a trace among what is live, the records verified, and stays away at the next start', async () => {
  const { request, store, city } = shown
  const refused = await request('/api/demonstration', { as: 'guanli', method: 'DELETE', json: { confirm: '清除' } })
  expect(refused.status).toBe(400)
  const gone = await request('/api/demonstration', {
    as: 'guanli',
    method: 'DELETE',
    json: { confirm: '清除演示数据' },
  })
  expect(await gone.json()).toMatchObject({ figures: 539, changedBack: 1 })
  const [now, without] = [await holds(shown), await holds(plain)]
  for (const name of Object.keys(without)) expect(now[name], name).toEqual(without[name])
  expect(await store.verify(city)).toMatchObject({ ok: true, firstBad: null, state: { mismatches: [] } })
  expect(await loadDemonstration(store, DAY)).toBe(false)
  const caller = await store.wholeCity(city, DAY)
  expect((await store.records(caller, 'item', { on: '2022-04-25' })).every((item) => item.demo)).toBe(true)
  const [event] = await store.events(await shown.callerOf('guanli'), { stream: 'item', limit: 1 })
  expect(event).toMatchObject({ by: '管理员（演示）', kind: expect.stringContaining('.removed') })
})

it('comes back under ids of its own when asked, known from that day on', async () => {
  const { request, store, city } = shown
  const loaded = await request('/api/demonstration', { as: 'guanli', method: 'POST' })
  expect(await loaded.json()).toMatchObject({ figures: 539, removedOn: null })
  const caller = await store.wholeCity(city, DAY)
  const ids = async (on: '2022-04-25' | '2022-04-26') =>
    (await store.records(caller, 'item', { on })).map(({ id }) => id)
  expect((await ids('2022-04-25')).some((id) => id.startsWith('demo-2-'))).toBe(false)
  expect((await ids('2022-04-26')).every((id) => id.startsWith('demo-2-'))).toBe(true)
  expect(await store.verify(city)).toMatchObject({ ok: true, state: { mismatches: [] } })
})

it.each(['yunxing', 'duban', 'jingxin', 'jiangyou', 'lingdao', 'tongji', 'shenji'])(
  '%s may neither look nor clear',
  async (as) => {
    const look = await plain.request('/api/demonstration', { as })
    const clear = await plain.request('/api/demonstration', { as, method: 'DELETE', json: { confirm: '清除演示数据' } })
    const load = await plain.request('/api/demonstration', { as, method: 'POST' })
    expect([look.status, clear.status, load.status]).toEqual([403, 403, 403])
  },
)

it('leaves the real series of an indicator first, as its page opens with one', async () => {
  const answer = await shown.request('/api/indicators/gdp', { as: 'yunxing' })
  const { series } = (await answer.json()) as IndicatorView
  const isDemonstration = series.map(({ concept }) => concept === '演示')
  expect(isDemonstration).toEqual([...isDemonstration].sort())
  expect(new Set(isDemonstration).size).toBe(2)
})
