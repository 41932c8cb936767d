import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GDP, itemDesk, LEDGER, NOTE } from '../testing/item-desk.ts'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp()
})
afterAll(() => app.end())

const { send, register, read, entryOf, advance } = itemDesk(() => app)

describe('closing, by kind', () => {
  const close = (id: string, version: number, kind: string, evidence: object = {}, as?: string) =>
    send('POST', `/items/${id}/close`, { version, kind, evidence }, as)

  it.each([
    ['figure', {}, '量化目标待明确'],
    ['ledger', {}, '请先关联台账记录'],
    ['product', { number: '绵府办〔2022〕3号' }, '文号和日期'],
    ['product', { date: '2022-04-20' }, '文号和日期'],
    ['product', { file: 'nothing' }, '成果文件'],
    ['decision', { leader: '常务副市长' }, '市领导和日期'],
    ['decision', { date: '2022-04-20' }, '市领导和日期'],
  ])('%s with %j is held', async (kind, evidence, words) => {
    const id = await register()
    const answer = await close(id, 1, kind, evidence)
    expect(answer).toMatchObject({ status: 409, code: 'closure.no-evidence', detail: expect.stringContaining(words) })
    expect((await read(id)).item).toMatchObject({ closed: null, version: 1 })
  })

  it.each([
    ['product', { number: '绵府办〔2022〕3号', date: '2022-04-20' }, '绵府办〔2022〕3号，2022-04-20'],
    ['decision', { leader: '常务副市长', date: '2022-04-26' }, '常务副市长 2022-04-26 审定'],
  ])('%s with its evidence is closed, once', async (kind, evidence, words) => {
    const id = await register()
    expect((await close(id, 1, kind, evidence)).status).toBe(200)
    const { item, history, may } = await read(id)
    expect(item).toMatchObject({ closed: '2022-04-26', state: { word: '已办结' } })
    expect(history[0]?.lines.at(-1)).toContain(words)
    expect(may).toEqual({ edit: false, progress: false, link: false, close: false })
    expect(await close(id, 2, kind, evidence)).toMatchObject({ status: 409, code: 'state.illegal' })
    expect(await send('PATCH', `/items/${id}`, { version: 2, measure: '改' })).toMatchObject({ code: 'state.illegal' })
    expect(await send('POST', `/items/${id}/progress`, NOTE)).toMatchObject({ code: 'state.illegal' })
  })

  it('on a ledger only once a linked row has changed', async () => {
    const id = await register({ leadUnit: 'u-510781' })
    const { id: entry } = await entryOf('duban')
    await send('POST', `/items/${id}/links`, { ledger: LEDGER, entry })
    expect(await close(id, 1, 'ledger')).toMatchObject({ status: 409, detail: expect.stringContaining('没有变化') })
    await advance({ remark: '并网发电' })
    expect((await close(id, 1, 'ledger')).status).toBe(200)
    const said = (await read(id)).history[0]?.lines.at(-1)
    expect(said).toContain('变更1次')
    expect(said).not.toContain('并网发电')
  })

  it('on a figure once it is linked and the measure is said', async () => {
    const id = await register({ measure: '一季度增速6.5%以上' })
    expect(await close(id, 1, 'figure')).toMatchObject({ status: 409, detail: expect.stringContaining('关联') })
    await send('POST', `/items/${id}/links`, { figure: GDP })
    expect((await close(id, 1, 'figure')).status).toBe(200)
  })

  it('长期坚持 is not closed: it goes on, and may be reported on', async () => {
    const id = await register()
    expect((await close(id, 1, 'standing')).status).toBe(200)
    expect((await read(id)).item).toMatchObject({ closed: null, state: { word: '长期坚持' }, kind: '长期坚持型' })
    expect(await close(id, 2, 'standing')).toMatchObject({ status: 409, code: 'state.illegal' })
    expect((await send('POST', `/items/${id}/progress`, NOTE)).status).toBe(200)
  })

  it('is for the keepers of items', async () => {
    const id = await register({ leadUnit: 'u-510781' })
    const evidence = { leader: '常务副市长', date: '2022-04-26' }
    expect((await close(id, 1, 'decision', evidence, 'jiangyou')).status).toBe(403)
    expect((await close(id, 1, 'decision', evidence, 'fucheng')).status).toBe(404)
    expect((await read(id)).item.closed).toBeNull()
  })
})
