import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf } from '../testing/body-of.ts'
import { BLANK, GDP, itemDesk, LEDGER, NOTE, PROJECT } from '../testing/item-desk.ts'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'
import type { ItemRow } from '../views/item-schema.ts'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp()
})
afterAll(() => app.end())

const { send, register, read, entryOf, advance } = itemDesk(() => app)
const statusFor = async (id: string, as: string) => (await app.request(`/api/items/${id}`, { as })).status
type Page = { rows: ItemRow[]; next: string | null; total: number }
const list = async (query: string, as = 'duban'): Promise<Page> =>
  bodyOf(await app.request(`/api/items?${query}`, { as }))

describe('registering and filling in', () => {
  it('takes a number, and says what is still 待明确', async () => {
    const { item, gaps, may, history } = await read(await register())
    expect(item).toMatchObject({
      number: expect.stringMatching(/^绵督〔2022〕\d+$/),
      leadUnit: null,
      sentence: null,
      source: { kindLabel: '批示', title: '市长批示', number: null },
      state: { word: '未评', reason: '完成时限待明确' },
    })
    expect(gaps).toHaveLength(4)
    expect(may).toMatchObject({ edit: true, progress: true, link: true, close: true, ask: false, check: false })
    expect(history).toMatchObject([{ what: '立项', by: '督查室（演示）' }])
  })

  it('a correction is one line of the life, with before and after', async () => {
    const id = await register()
    const set = { leadUnit: 'jxj', assistUnits: ['fgw', 'zrzy'], deadline: '2022-06-30', closureKind: 'ledger' }
    expect((await send('PATCH', `/items/${id}`, { version: 1, ...set })).status).toBe(200)
    const { item, history, gaps } = await read(id)
    expect(item).toMatchObject({
      leadUnit: '市经信局',
      leadUnitId: 'jxj',
      assistUnits: ['市发改委', '市自然资源和规划局'],
      kind: '台账型',
      version: 2,
      state: { word: '未启动', reason: '尚无进展情况' },
    })
    expect(gaps).toEqual(['量化目标或成果形式'])
    expect(history[0]?.lines).toEqual(
      expect.arrayContaining([
        '牵头单位：待明确 → 市经信局',
        '配合单位：待明确 → 市发改委、市自然资源和规划局',
        '办结类型：待明确 → 台账型',
      ]),
    )
    expect(await send('PATCH', `/items/${id}`, { version: 1, measure: '并网' })).toMatchObject({
      status: 409,
      code: 'version.stale',
    })
  })

  it.each([
    [{ leadUnit: '某局' }, 'input.invalid', '单位名录'],
    [{ deadline: '尽快' }, 'day.invalid', '6月底前'],
    [{ deadline: '2022-02-30' }, 'day.invalid', '2022-06-30'],
    [{ region: '999999' }, 'region.unknown', '核对'],
    [{ state: '已办结' }, 'input.invalid', 'state'],
    [{ title: '  ' }, 'input.invalid', 'title'],
    [{}, 'input.invalid', '没有改动'],
  ])('%j is refused and changes nothing', async (set, code, words) => {
    const id = await register()
    const answer = await send('PATCH', `/items/${id}`, { version: 1, ...set })
    expect(answer).toMatchObject({ status: 400, code, detail: expect.stringContaining(words) })
    expect((await read(id)).item.version).toBe(1)
  })

  it.each([
    ['6月底前', '2022-06-30', '6月底前'],
    ['2022.4.30', '2022-04-30', null],
    ['年底前', '2022-12-31', '年底前'],
    ['每月25日前', null, '每月25日前'],
    ['长期坚持', null, '长期坚持'],
    ['', null, null],
  ])('时限 typed as %s', async (deadline, day, deadlineWords) => {
    const { item } = await read(await register({ deadline }))
    expect(item).toMatchObject({ deadline: day, deadlineWords })
  })

  it('a basis that may not come onto the net is its number alone; one without either is refused', async () => {
    const source = { kind: 'minutes', title: null, number: '绵委纪〔2022〕4号' }
    const { item } = await read(await register({ source, sourceOn: '2022-04-20', quote: '请市经信局牵头推进' }))
    expect(item.source).toEqual({
      kindLabel: '会议纪要',
      title: null,
      number: '绵委纪〔2022〕4号',
      on: '2022-04-20',
      quote: '请市经信局牵头推进',
    })
    const none = await send('POST', '/items', { ...BLANK, source: { ...source, number: ' ' } })
    expect(none).toMatchObject({ status: 400, code: 'input.invalid', detail: expect.stringContaining('依据') })
  })

  it('every field of the sheet can be filled in, and the units share what hangs on the item', async () => {
    const id = await register({ leadUnit: 'u-510781', title: '各栏都填的一件' })
    await send('POST', `/items/${id}/progress`, { ...NOTE, text: '江油先报的一句' }, 'jiangyou')
    const nodes = [{ by: '2022-06-30', words: '完成选址' }]
    const set = { steps: '分三步', nodes, remark: '备注一句', feedback: '每月25日前', leadLeader: '常务副市长' }
    const changed = await send('PATCH', `/items/${id}`, { version: 1, ...set, assistUnits: ['u-510703'] })
    expect(changed.status, changed.detail).toBe(200)
    const { item, progress } = await read(id, 'fucheng')
    expect(item).toMatchObject({ ...set, assistUnitIds: ['u-510703'], assistUnits: ['涪城区'] })
    expect(progress).toMatchObject([{ text: '江油先报的一句' }])
  })

  it.each(['jiangyou', 'jingxin', 'lingdao', 'shenji', 'tongji'])('%s may not register', async (as) => {
    const before = (await list('')).total
    expect((await send('POST', '/items', BLANK, as)).status).toBe(403)
    expect((await list('')).total).toBe(before)
  })
})

describe('who sees an item', () => {
  it('its units and the city, and nobody else', async () => {
    const county = await register({ leadUnit: 'u-510781' })
    const helped = await register({ leadUnit: 'jxj', assistUnits: ['u-510703', 'u-my-jingkai'] })
    const nobody = await register()
    const seen = async (as: string) => Promise.all([county, helped, nobody].map((id) => statusFor(id, as)))
    expect(await seen('jiangyou')).toEqual([200, 404, 404])
    expect(await seen('fucheng')).toEqual([404, 200, 404])
    expect(await seen('jingkai')).toEqual([404, 200, 404])
    expect(await seen('jingxin')).toEqual([404, 200, 404])
    expect(await seen('lingdao')).toEqual([200, 200, 200])
    const rows = (await list('limit=200', 'jiangyou')).rows.map((row) => row.id)
    expect(rows).toContain(county)
    expect(rows).not.toContain(helped)
    expect((await list(`q=${encodeURIComponent('加快推进')}`, 'fucheng')).rows.map((row) => row.id)).toEqual([helped])
  })

  it('progress comes from them, and moves the state', async () => {
    const id = await register({ leadUnit: 'u-510781', deadline: '2022-04-26' })
    expect((await send('POST', `/items/${id}/progress`, NOTE, 'fucheng')).status).toBe(404)
    expect((await send('POST', `/items/${id}/progress`, NOTE, 'lingdao')).status).toBe(403)
    expect((await send('POST', `/items/${id}/progress`, NOTE, 'jiangyou')).status).toBe(200)
    const { item, progress, history, may } = await read(id, 'jiangyou')
    expect(item.state).toEqual({ word: '欠序时', reason: '截至2022-04-26完成40%，序时进度100%，慢60个百分点' })
    expect(progress).toMatchObject([{ ...NOTE, by: '江油市（演示）' }])
    expect(history[0]).toMatchObject({ what: '反馈进展', lines: ['主厂房基础完成'] })
    expect(may).toMatchObject({ edit: false, progress: true, link: false, close: false, ask: true })
    expect(await send('PATCH', `/items/${id}`, { version: 1, deadline: '2022-12-31' }, 'jiangyou')).toMatchObject({
      status: 403,
    })
  })

  it.each([
    [{ asOf: '2022-04-27' }, '晚于业务日期'],
    [{ asOf: '' }, '截至日'],
    [{ text: '长'.repeat(151) }, '151 字'],
    [{ text: ' ' }, 'text'],
    [{ percent: 101 }, 'percent'],
  ])('a note with %j is refused', async (wrong, words) => {
    const id = await register({ leadUnit: 'u-510781' })
    const answer = await send('POST', `/items/${id}/progress`, { ...NOTE, ...wrong }, 'jiangyou')
    expect([answer.status, answer.detail]).toEqual([400, expect.stringContaining(words)])
    expect((await read(id)).progress).toEqual([])
  })
})

describe('what moved by itself', () => {
  it('after the county advances the project, the item tells it to each reader as far as they may see', async () => {
    const id = await register({ leadUnit: 'u-510781' })
    const entry = await entryOf('duban')
    expect(await send('POST', `/items/${id}/links`, { ledger: LEDGER, entry: entry.id })).toMatchObject({ status: 200 })
    expect((await read(id)).links).toMatchObject([{ label: PROJECT, since: '2022-04-26', changes: [] }])
    expect((await advance({ progressText: '锅炉钢架吊装', doneThisYear: 120_000_000 }, '在建')).status).toBe(200)
    const { links, item } = await read(id)
    const lines = links[0]?.changes[0]?.lines ?? []
    expect(lines).toEqual([
      '完成投资·累计：待明确 → 12000万元',
      '截至目前形象进度：整套启动试运行并网 → 锅炉钢架吊装',
      '状态：待明确 → 在建',
    ])
    expect(item).toMatchObject({ change: expect.stringContaining(PROJECT), changedOn: '2022-04-26', links: 1 })
    expect(links[0]).toMatchObject({ state: '在建', ledger: LEDGER, entry: entry.id })
    expect((await list('limit=200')).rows.find((row) => row.id === id)?.change).toContain('锅炉钢架吊装')
    expect((await read(id, 'jiangyou')).links[0]?.changes).toHaveLength(1)
    expect((await read(id, 'jiangyou')).links[0]?.changes[0]?.by).toBe('江油市（演示）')
  })

  it('what happened before the link, and fields above the clearance, are left out', async () => {
    const id = await register({ leadUnit: 'u-510781' })
    const { id: entry } = await entryOf('duban')
    await send('POST', `/items/${id}/links`, { ledger: LEDGER, entry })
    await advance({ contact: '张三', remark: '已复核' })
    const told = JSON.stringify((await read(id)).links[0]?.changes)
    expect(told).toContain('已复核')
    expect(told).not.toContain('张三')
    expect(told).not.toContain('锅炉钢架吊装')
  })

  it('a reader who may not see the row sees neither it nor its change', async () => {
    const id = await register({ leadUnit: 'u-510781', assistUnits: ['u-510703'] })
    const { id: entry } = await entryOf('duban')
    await send('POST', `/items/${id}/links`, { ledger: LEDGER, entry })
    await advance({ remark: '不给邻县看' })
    const view = await read(id, 'fucheng')
    expect(view.links).toEqual([])
    expect(view.item.change).toBeNull()
    expect(JSON.stringify(view)).not.toContain('不给邻县看')
    expect(JSON.stringify(view)).not.toContain(PROJECT)
  })

  it('links once, to what exists, by those who keep items', async () => {
    const id = await register({ leadUnit: 'u-510781' })
    const { id: entry } = await entryOf('duban')
    const link = (json: object, as?: string) => send('POST', `/items/${id}/links`, json, as)
    expect(await link({ figure: GDP })).toMatchObject({ status: 200 })
    expect(await link({ ledger: LEDGER, entry })).toMatchObject({ status: 200 })
    expect(await link({ ledger: LEDGER, entry })).toMatchObject({ status: 409, code: 'duplicate' })
    expect(await link({ figure: GDP })).toMatchObject({ status: 409, code: 'duplicate' })
    expect(await link({ figure: 'fig:x' })).toMatchObject({ status: 400 })
    expect(await link({ figure: GDP.replace('@1', '@9') })).toMatchObject({ status: 404 })
    expect(await link({ ledger: 'no.such', entry })).toMatchObject({ status: 404 })
    expect(await link({ ledger: LEDGER, entry: 'x' })).toMatchObject({ status: 404 })
    const other = GDP.replace('growth-real', 'level')
    expect(await link({ figure: other }, 'jiangyou')).toMatchObject({ status: 403 })
    expect(await link({ figure: other }, 'fucheng')).toMatchObject({ status: 404 })
    const figure = (await read(id)).links.find((one) => one.ledger === 'figure')
    expect(figure).toMatchObject({ entry: GDP, state: '6.6%', label: '绵阳 2022年一季度 地区生产总值 同比增速' })
  })
})

describe('the list', () => {
  it('is worst first, filtered by state, unit and words, and paged without a gap', async () => {
    await register({ title: '逾期的一件', deadline: '2022-04-25', leadUnit: 'swj' })
    const { rows } = await list('limit=200')
    expect(rows[0]).toMatchObject({ title: '逾期的一件', state: { word: '逾期' } })
    expect((await list('state=逾期')).rows.every((row) => row.state.word === '逾期')).toBe(true)
    expect((await list('unit=swj')).rows.map((row) => row.title)).toEqual(['逾期的一件'])
    expect((await list('q=逾期的')).total).toBe(1)
    const paged: string[] = []
    let after = ''
    do {
      const page = await list(`limit=7${after === '' ? '' : `&after=${after}`}`)
      paged.push(...page.rows.map((row) => row.id))
      after = page.next ?? ''
    } while (after !== '')
    expect(paged).toEqual(rows.map((row) => row.id))
    expect((await app.request('/api/items?limit=500', { as: 'duban' })).status).toBe(400)
    expect((await app.request('/api/items')).status).toBe(401)
  })
})

describe('as known on', () => {
  it('an item, its links and what moved are read as they were on the day', async () => {
    const id = await register({ leadUnit: 'u-510781' })
    const { id: entry } = await entryOf('duban')
    await send('POST', `/items/${id}/links`, { ledger: LEDGER, entry })
    const admin = await app.callerOf('guanli')
    const set = { value: '2022-05-10' }
    const setting = await app.store.record(admin, 'setting', 'business-day')
    await app.store.commit(admin, [
      { do: 'change', table: 'setting', id: 'business-day', version: setting?.version ?? 1, set },
    ])
    await advance({ remark: '五月的变化' })
    await send('PATCH', `/items/${id}`, { version: 1, deadline: '2022-05-01' })
    await send('POST', `/items/${id}/progress`, { ...NOTE, asOf: '2022-05-09' })
    const now = await read(id)
    expect(now.item).toMatchObject({ deadline: '2022-05-01', state: { word: '逾期' }, changedOn: '2022-05-10' })
    const then = await read(id, 'duban', '2022-04-26')
    expect(then.item).toMatchObject({ deadline: null, state: { word: '未评' }, change: null })
    expect(then).toMatchObject({ progress: [], links: [{ changes: [] }], may: { edit: false, close: false } })
    expect(then.history.map((line) => line.what)).toEqual(['关联', '立项'])
    expect((await app.request(`/api/items/${id}?on=2022-04-25`, { as: 'duban' })).status).toBe(404)
    expect((await list('on=2022-04-25')).total).toBe(0)
  })
})
