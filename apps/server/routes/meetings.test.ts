import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf } from '../testing/body-of.ts'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'
import { workdaysLeft } from '../views/meeting.ts'
import type { MeetingRow, MeetingView } from '../views/meeting-schema.ts'

const FIRST = '2022-04-26-standing-committee'
const READOUT = readFileSync(
  join(import.meta.dirname, '../../../packages/directives/fixtures/mianyang-2022-04-26.txt'),
  'utf8',
)

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp()
})
afterAll(() => app.end())

const send = async (method: string, path: string, json: unknown, as = 'yunxing') => {
  const answer = await app.request(`/api${path}`, { as, json, method })
  return { status: answer.status, body: (await answer.json()) as MeetingRow & { code: string; detail: string } }
}
const read = async (id: string, as = 'yunxing', on = ''): Promise<MeetingView> =>
  bodyOf(await app.request(`/api/meetings/${id}${on === '' ? '' : `?on=${on}`}`, { as }))
const NEXT = {
  title: '市政府经济运行调度会',
  heldOn: '2022-05-10',
  kind: '调度会',
  authority: 'government',
  previous: FIRST,
  startsAt: '09:00',
  place: null,
  chair: null,
}
const add = async (fields: object = {}): Promise<string> =>
  (await send('POST', '/meetings', { ...NEXT, ...fields })).body.id
const register = async (meeting: string, fields: object = {}): Promise<string> => {
  const source = { kind: 'minutes', title: '会议纪要', number: null }
  const json = {
    title: '一件',
    leadUnit: null,
    deadline: null,
    measure: null,
    document: null,
    meeting,
    source,
    ...fields,
  }
  return (await send('POST', '/items', json)).body.id
}

it.each([
  ['2022-04-26', '2022-04-26', 0],
  ['2022-04-25', '2022-04-26', 1],
  ['2022-04-22', '2022-04-26', 3],
  ['2022-04-29', '2022-05-05', 1],
  ['2022-04-27', '2022-04-26', null],
  ['2022-04-26', '2031-04-26', null],
] as const)('from %s to the meeting on %s: %s working days', (on, heldOn, days) =>
  expect(workdaysLeft(on, heldOn)).toBe(days),
)

describe('the first meeting', () => {
  it('shows eight lines of the board with the city’s real figures, agenda and nothing carried over', async () => {
    const view = await read(FIRST)
    expect(view.meeting).toMatchObject({
      title: '市委常委会（扩大）会议',
      heldOn: '2022-04-26',
      phase: '筹备',
      startsAt: null,
      workdaysLeft: 0,
      demo: false,
    })
    expect(view.period).toBe('2022Q1')
    expect(view.headline).toHaveLength(8)
    expect(view.headline[0]).toMatchObject({
      label: 'GDP',
      level: { shown: '784.28' },
      growth: { shown: '6.6' },
      vsProvince: { shown: '+1.3' },
      rankTotal: { shown: '2' },
      state: { word: '未评' },
    })
    expect(view.agenda.map((point) => point.title)).toEqual([
      '上次议定事项落实情况',
      '听取全市一季度经济运行情况汇报',
      '研究部署下一步工作',
    ])
    expect(view.agenda[1]?.worst).toMatchObject({ label: '一产', words: '较全省+0.2个百分点' })
    expect(view.agenda[2]?.worst).toBeNull()
    expect(view.carryOver).toEqual({
      meeting: null,
      counts: { closed: 0, onTime: 0, behind: 0, overdue: 0, unjudged: 0, total: 0 },
      rows: [],
      sentences: [],
    })
    expect(view.waiting[0]).toMatchObject({ label: '指标未报送', href: '/figures' })
  })

  it('counts the requirements of its texts', async () => {
    const json = { kind: 'readout', number: null, meeting: FIRST, text: READOUT }
    const document = (await send('POST', '/documents', json)).body.id
    const { documents, waiting } = await read(FIRST)
    expect(documents).toMatchObject([{ id: document, kind: '会议通稿', referenceOnly: true }])
    expect(documents[0]?.pending).toBe(documents[0]?.clauses)
    expect(waiting).toContainEqual({
      label: '会议通稿要求待核',
      href: `/documents/${document}`,
      count: documents[0]?.pending,
    })
  })

  it('is open to city and departments, not to counties; and unknown the day before', async () => {
    for (const [as, status] of [
      ['lingdao', 200],
      ['jingxin', 200],
      ['jiangyou', 404],
      ['jingkai', 404],
    ] as const)
      expect((await app.request(`/api/meetings/${FIRST}`, { as })).status, as).toBe(status)
    expect((await app.request('/api/meetings')).status).toBe(401)
    expect(await (await app.request('/api/meetings', { as: 'jiangyou' })).json()).toEqual([])
    expect((await app.request(`/api/meetings/${FIRST}?on=2022-04-25`, { as: 'yunxing' })).status).toBe(404)
    expect((await app.request(`/api/meetings/${FIRST}?on=2022-04-31`, { as: 'yunxing' })).status).toBe(400)
  })
})

describe('keeping meetings', () => {
  it('adds one behind another, points to its agenda, and moves its phase', async () => {
    const { status, body } = await send('POST', '/meetings', NEXT)
    expect([status, body.phase, body.version]).toEqual([200, '筹备', 1])
    await send('POST', `/meetings/${body.id}/agenda`, { title: '投资', reportingUnit: '市发改委', minutes: 10 })
    await send('POST', `/meetings/${body.id}/agenda`, { title: '消费', reportingUnit: null, minutes: null })
    const view = await read(body.id)
    expect(view.agenda).toMatchObject([
      { seq: 1, given: true, title: '上次议定事项落实情况' },
      { seq: 2, title: '投资', reportingUnit: '市发改委', minutes: 10, materials: '未交' },
      { seq: 3, title: '消费', reportingUnit: null, minutes: null },
    ])
    expect(view.meeting).toMatchObject({ previous: FIRST, workdaysLeft: 8 })
    const phase = (version: number, to: string, as?: string) =>
      send('PATCH', `/meetings/${body.id}`, { version, phase: to }, as)
    expect((await phase(1, '会中')).body).toMatchObject({ phase: '会中', version: 2 })
    expect((await phase(1, '会后')).body.code).toBe('version.stale')
    expect((await phase(2, '会中')).body.code).toBe('state.illegal')
    expect((await phase(2, '散会')).status).toBe(400)
    expect((await phase(2, '会后', 'lingdao')).status).toBe(403)
  })

  it.each([
    [{ heldOn: '2022-02-30' }, 400, '2022-06-30'],
    [{ startsAt: '9点' }, 400, '09:00'],
    [{ startsAt: '25:00' }, 400, '09:00'],
    [{ previous: 'no-such' }, 404, '没有这次会议'],
    [{ heldOn: '2022-04-01' }, 400, '晚于本次'],
    [{ title: ' ' }, 400, 'title'],
    [{ authority: 'company' }, 400, 'authority'],
  ])('refuses %j', async (wrong, status, words) => {
    const count = async () => (await bodyOf<MeetingRow[]>(await app.request('/api/meetings', { as: 'yunxing' }))).length
    const before = await count()
    const answer = await send('POST', '/meetings', { ...NEXT, ...wrong })
    expect([answer.status, answer.body.detail]).toEqual([status, expect.stringContaining(words)])
    expect(await count()).toBe(before)
  })

  it('is for its keepers', async () => {
    for (const as of ['jiangyou', 'jingxin', 'lingdao', 'tongji'])
      expect((await send('POST', '/meetings', { ...NEXT, previous: null }, as)).status, as).toBe(403)
  })
})

describe('what the last meeting decided', () => {
  it('comes back along the chain until it is closed, worst first, each once', async () => {
    const second = await add()
    const third = await add({ heldOn: '2022-05-20', previous: second })
    const late = await register(FIRST, { title: '逾期的', deadline: '2022-04-25', leadUnit: 'jxj' })
    const open = await register(second, { title: '未启动的', deadline: '2022-06-30' })
    const closed = await register(FIRST, { title: '已办的' })
    await register(third, { title: '本次会议自己的' })
    const evidence = { leader: '市长', date: '2022-04-26' }
    await send('POST', `/items/${closed}/close`, { version: 1, kind: 'decision', evidence })
    const { carryOver } = await read(third)
    expect(carryOver.meeting).toMatchObject({ id: second, heldOn: '2022-05-10' })
    expect(carryOver.rows.map((row) => row.item)).toEqual([late, open])
    expect(carryOver.rows[0]).toMatchObject({ leadUnit: '市经信局', state: { word: '逾期' }, change: null })
    expect(carryOver.counts).toEqual({ closed: 0, onTime: 0, behind: 0, overdue: 1, unjudged: 1, total: 2 })
    const news = (await read(second)).carryOver
    expect(news.rows.map((row) => row.item)).toEqual([late, closed])
    expect(news.counts).toMatchObject({ closed: 1, overdue: 1, total: 2 })
    expect((await read(third, 'jingxin')).carryOver.rows.map((row) => row.item)).toEqual([late])
  })
})
