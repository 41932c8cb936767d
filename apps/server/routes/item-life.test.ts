import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { itemDesk, NOTE } from '../testing/item-desk.ts'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp()
})
afterAll(() => app.end())

const { send, register, read } = itemDesk(() => app)
const act = (id: string, name: string, json: object, as?: string) => send('POST', `/items/${id}/${name}`, json, as)
const approved = { approver: '常务副市长', reason: '等待省级批复' }
const decided = { kind: 'decision', evidence: { leader: '市长', date: '2022-04-26' } }
const late = () => register({ leadUnit: 'u-510781', deadline: '2022-04-25' })
const statusFor = async (id: string, as: string) => (await app.request(`/api/items/${id}`, { as })).status

describe('延期, 暂缓, 恢复', () => {
  it('an extension moves the day that counts, keeps the day of the basis and says who approved it', async () => {
    const id = await late()
    expect((await read(id)).item.state.word).toBe('逾期')
    expect((await act(id, 'extend', { version: 1, to: '2022-06-30', ...approved })).status).toBe(200)
    const { item, history } = await read(id)
    expect(item).toMatchObject({
      deadline: '2022-04-25',
      extension: { to: '2022-06-30', by: '常务副市长', reason: '等待省级批复' },
      state: { word: '未启动' },
    })
    expect(history[0]).toMatchObject({
      what: '延期',
      lines: ['延期：2022-04-25 → 2022-06-30，常务副市长批准，等待省级批复'],
    })
  })

  it.each([
    [{ to: '2022-04-25', ...approved }, 'day.invalid', '不晚于现时限'],
    [{ to: '', ...approved }, 'day.invalid', '延期至'],
    [{ to: '2022-06-30', approver: ' ', reason: '等待' }, 'input.invalid', '批准人'],
    [{ to: '2022-06-30', approver: '市长', reason: '' }, 'input.invalid', '理由'],
  ])('an extension %j is refused', async (asked, code, words) => {
    const id = await late()
    const answer = await act(id, 'extend', { version: 1, ...asked })
    expect(answer).toMatchObject({ status: 400, code, detail: expect.stringContaining(words) })
    expect((await read(id)).item).toMatchObject({ version: 1, extension: null })
  })

  it('an item without a deadline has nothing to extend', async () => {
    const answer = await act(await register(), 'extend', { version: 1, to: '2022-06-30', ...approved })
    expect(answer).toMatchObject({ status: 409, code: 'state.illegal', detail: expect.stringContaining('待明确') })
  })

  it('暂缓 stops the calendar with its reason until 恢复; neither is done twice', async () => {
    const id = await late()
    expect((await act(id, 'pause', { version: 1, ...approved })).status).toBe(200)
    const { item, may } = await read(id)
    expect(item.state).toEqual({ word: '暂缓', reason: '已批准暂缓，自2022-04-26，常务副市长批准，等待省级批复' })
    expect(may.resume).toBe(true)
    expect(await act(id, 'pause', { version: 2, ...approved })).toMatchObject({ code: 'state.illegal' })
    expect((await act(id, 'resume', { version: 2, reason: '批复已到' })).status).toBe(200)
    expect((await read(id)).item.state.word).toBe('逾期')
    expect(await act(id, 'resume', { version: 3, reason: '再恢复' })).toMatchObject({ code: 'state.illegal' })
    expect((await read(id)).history.map((line) => line.what)).toEqual(['恢复', '暂缓', '立项'])
  })
})

describe('改办', () => {
  it('gives the item with all that hangs on it to the new lead, and takes it from the old', async () => {
    const id = await register({ leadUnit: 'u-510781' })
    await send('POST', `/items/${id}/progress`, { ...NOTE, text: '江油报的进展' }, 'jiangyou')
    expect((await act(id, 'reassign', { version: 1, leadUnit: 'u-510703', reason: '属地调整' })).status).toBe(200)
    expect(await Promise.all(['jiangyou', 'fucheng'].map((as) => statusFor(id, as)))).toEqual([404, 200])
    const { progress } = await read(id, 'fucheng')
    expect(progress).toMatchObject([{ text: '江油报的进展' }])
    const { history, item } = await read(id)
    expect(item).toMatchObject({ leadUnitId: 'u-510703', region: '510703' })
    expect(history[0]).toMatchObject({ what: '改办' })
    expect(history[0]?.lines).toEqual(expect.arrayContaining(['牵头单位：江油市 → 涪城区', '改办：属地调整']))
    expect(history.map((line) => line.what)).toEqual(['改办', '反馈进展', '立项'])
    const verified = await app.store.verify(app.city)
    expect(verified).toMatchObject({ ok: true })
  })

  it.each([
    ['u-510781', '同一个牵头单位'],
    ['某局', '单位名录'],
  ])('to %s is refused', async (leadUnit, words) => {
    const id = await register({ leadUnit: 'u-510781' })
    const answer = await act(id, 'reassign', { version: 1, leadUnit, reason: '调整' })
    expect(answer).toMatchObject({ status: 400, detail: expect.stringContaining(words) })
  })
})

describe('from 申请办结 to 已销号', () => {
  const asked = { asOf: '2022-04-26', text: '方案已印发' }

  it('the unit asks, the office closes on evidence and checks; each once', async () => {
    const id = await late()
    expect((await act(id, 'ask', asked, 'jiangyou')).status).toBe(200)
    const waiting = await read(id, 'jiangyou')
    expect(waiting.item.state).toEqual({ word: '已办结待核', reason: '承办单位截至2022-04-26申请办结，等待核查' })
    expect(waiting.may).toMatchObject({ ask: false })
    expect(waiting.progress[0]).toMatchObject({ percent: 100, closing: '待核' })
    expect(await act(id, 'ask', asked, 'jiangyou')).toMatchObject({
      status: 409,
      detail: expect.stringContaining('无需重复'),
    })
    expect((await read(id)).may).toMatchObject({ giveBack: true, close: true })
    expect(await act(id, 'check', { version: 1, kind: '现场', words: '属实' })).toMatchObject({ code: 'state.illegal' })
    expect((await act(id, 'close', { version: 1, ...decided })).status).toBe(200)
    expect((await read(id)).progress[0]).toMatchObject({ closing: '已核' })
    expect((await act(id, 'check', { version: 2, kind: '现场核查', words: '属实' })).status).toBe(200)
    const { item, may, history } = await read(id)
    expect(item).toMatchObject({
      state: { word: '已销号', reason: '2022-04-26核查销号' },
      checked: { kind: '现场核查', on: '2022-04-26', words: '属实' },
    })
    expect(may).toMatchObject({ close: false, check: false, reopen: true, progress: false })
    expect(history.map((line) => line.what)).toEqual(['核查销号', '申请办结', '办结', '申请办结', '立项'])
    expect(await act(id, 'check', { version: 3, kind: '现场', words: '再核' })).toMatchObject({ code: 'state.illegal' })
    expect(await act(id, 'close', { version: 3, ...decided })).toMatchObject({ code: 'state.illegal' })
    expect(await act(id, 'ask', asked, 'jiangyou')).toMatchObject({ code: 'state.illegal' })
  })

  it('退回 with a reason puts the item back where the calendar has it, and may be asked again', async () => {
    const id = await late()
    await act(id, 'ask', asked, 'jiangyou')
    expect((await act(id, 'return', { reason: '缺印发文号' })).status).toBe(200)
    const { item, progress, history } = await read(id, 'jiangyou')
    expect(item.state.word).toBe('逾期')
    expect(progress[0]).toMatchObject({ closing: '退回', closingWords: '缺印发文号' })
    expect(history[0]).toMatchObject({ what: '退回', lines: ['退回：缺印发文号'] })
    expect(await act(id, 'return', { reason: '再退' })).toMatchObject({ status: 409, code: 'state.illegal' })
    expect((await act(id, 'ask', asked, 'jiangyou')).status).toBe(200)
  })

  it('a refused closing leaves the request waiting', async () => {
    const id = await late()
    await act(id, 'ask', asked, 'jiangyou')
    expect(await act(id, 'close', { version: 1, kind: 'product', evidence: {} })).toMatchObject({
      code: 'closure.no-evidence',
    })
    expect((await read(id)).item).toMatchObject({ version: 1, state: { word: '已办结待核' } })
  })

  it('two people at once: the second is told, and nothing of theirs is half done', async () => {
    const id = await late()
    await act(id, 'ask', asked, 'jiangyou')
    const both = await Promise.all([
      act(id, 'close', { version: 1, ...decided }),
      act(id, 'close', { version: 1, ...decided }, 'yunxing'),
    ])
    expect(both.map((one) => one.status).sort()).toEqual([200, 409])
    const told = both.find((one) => one.status === 409)
    expect(['version.stale', 'state.illegal']).toContain(told?.code)
    expect((await read(id)).history.filter((line) => line.what === '办结')).toHaveLength(1)
  })

  it('重新督办 takes it up again with its reason and keeps what it was closed on in its life', async () => {
    const id = await late()
    await act(id, 'close', { version: 1, ...decided })
    expect((await act(id, 'reopen', { version: 2, reason: '群众反映未整改到位' })).status).toBe(200)
    const { item, history, may } = await read(id)
    expect(item).toMatchObject({ closed: null, state: { word: '逾期' }, closure: { evidence: null, approver: null } })
    expect(history[0]).toMatchObject({ what: '重新督办' })
    expect(JSON.stringify(history)).toContain('市长 2022-04-26 审定')
    expect(may).toMatchObject({ close: true, reopen: false })
    expect(await act(id, 'reopen', { version: 3, reason: '再' })).toMatchObject({
      code: 'state.illegal',
      detail: expect.stringContaining('逾期'),
    })
  })
})

describe('who may', () => {
  it.each(['extend', 'pause', 'reassign', 'check', 'reopen', 'return', 'unlink'])('%s: not a county', async (name) => {
    const id = await register({ leadUnit: 'u-510781' })
    if (['check', 'reopen'].includes(name)) await act(id, 'close', { version: 1, ...decided })
    if (name === 'return') await act(id, 'ask', { asOf: '2022-04-26', text: '已办' }, 'jiangyou')
    const version = ['check', 'reopen'].includes(name) ? 2 : 1
    if (name === 'extend') await send('PATCH', `/items/${id}`, { version: 1, deadline: '2022-05-30' })
    const bodies: Record<string, object> = {
      extend: { version: 2, to: '2022-06-30', ...approved },
      pause: { version, ...approved },
      reassign: { version, leadUnit: 'jxj', reason: '换' },
      check: { version, kind: '现场', words: '好' },
      reopen: { version, reason: '再办' },
      return: { reason: '不行' },
      unlink: { link: 'x', reason: '不行' },
    }
    const before = await read(id)
    expect([403, 404]).toContain((await act(id, name, bodies[name] ?? {}, 'fucheng')).status)
    if (name !== 'return' && name !== 'unlink')
      expect((await act(id, name, bodies[name] ?? {}, 'jiangyou')).status).toBe(403)
    expect((await read(id)).item.version).toBe(before.item.version)
  })

  it('a unit cannot answer its own request', async () => {
    const id = await late()
    await act(id, 'ask', { asOf: '2022-04-26', text: '已办' }, 'jiangyou')
    expect(await act(id, 'return', { reason: '自己退' }, 'jiangyou')).toMatchObject({
      status: 403,
      code: 'right.missing',
    })
    expect((await read(id)).item.state.word).toBe('已办结待核')
  })
})

describe('并案提示', () => {
  const themed = async (authority: string, title: string, leadUnit: string | null = null) => {
    const id = await register({ title, leadUnit })
    const duban = await app.callerOf('duban')
    const set = { theme: 'land', authority }
    await app.store.commit(duban, [{ do: 'change', table: 'item', id, version: 1, set }])
    return id
  }

  it('shows open items of the other authority on the theme, in the reader’s sight, and merges nothing', async () => {
    const party = await themed('party', '党委的用地一件', 'u-510781')
    const government = await themed('government', '政府的用地一件', 'u-510703')
    const closed = await themed('government', '政府已办结的一件')
    await act(closed, 'close', { version: 2, ...decided })
    expect((await read(party)).alike).toMatchObject([{ id: government, authority: 'government', state: '未评' }])
    expect((await read(government)).alike.map((one) => one.id)).toEqual([party])
    expect((await read(party, 'jiangyou')).alike).toEqual([])
    expect((await read(await register())).alike).toEqual([])
  })
})
