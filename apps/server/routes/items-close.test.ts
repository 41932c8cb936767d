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
  const close = (id: string, version: number, kind: string, evidence: object = {}, as?: string, feedback?: string) =>
    send('POST', `/items/${id}/close`, { version, kind, evidence, ...(feedback ? { feedback } : {}) }, as)

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
    expect(may).toMatchObject({ edit: false, progress: false, link: false, close: false, check: true, reopen: true })
    expect(item.closure).toMatchObject({ on: '2022-04-26', evidence: words })
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
    expect((await read(id)).item.closure.evidence).toContain('一季度增速6.5%以上')
  })

  it.each([
    ['一季度增速6.7%以上', {}, '未达到量化目标'],
    ['完成投资达到100亿元', {}, '不能对照'],
    ['增长8%左右', {}, '没有写明'],
    ['印发实施方案', {}, '没有可对照的数值'],
    ['增长8%左右', { operator: '>=', value: 8 }, '未达到量化目标'],
  ])('a figure of 6.6% against “%s” %j is held, and the page says why', async (measure, stated, words) => {
    const id = await register({ measure, closureKind: 'figure' })
    await send('POST', `/items/${id}/links`, { figure: GDP })
    const answer = await close(id, 1, 'figure', stated)
    expect(answer).toMatchObject({ status: 409, code: 'closure.no-evidence', detail: expect.stringContaining(words) })
    const view = await read(id)
    expect(view.item).toMatchObject({ closed: null, version: 1 })
    if (Object.keys(stated).length === 0) expect(view.hold).toContain(words)
  })

  it('what the measure leaves open, whoever closes states; the statement stays with the item', async () => {
    const id = await register({ measure: '增长6.5%左右' })
    await send('POST', `/items/${id}/links`, { figure: GDP })
    expect((await close(id, 1, 'figure', { operator: '>=', value: 6.4 })).status).toBe(200)
    expect((await read(id)).item.closure.evidence).toContain('经办核定不低于6.4%（量化目标“增长6.5%左右”）')
  })

  it('on a delivered file, which whoever sees the item may open and nobody else', async () => {
    const id = await register({ leadUnit: 'u-510781' })
    const form = new FormData()
    form.set('file', new File(['%PDF-1.7 方案'], '实施方案.pdf'))
    const sent = await app.request(`/api/items/${id}/files`, { as: 'jiangyou', method: 'POST', body: form })
    const { id: file } = (await sent.json()) as { id: string }
    const other = await register()
    expect(await close(other, 1, 'product', { file })).toMatchObject({ code: 'closure.no-evidence' })
    expect((await close(id, 1, 'product', { file })).status).toBe(200)
    expect((await read(id)).item).toMatchObject({ evidenceFile: { id: file, name: '实施方案.pdf' } })
    const opened = await app.request(`/api/items/${id}/files/${file}`, { as: 'jiangyou' })
    expect([opened.status, await opened.text()]).toEqual([200, '%PDF-1.7 方案'])
    expect((await app.request(`/api/items/${id}/files/${file}`, { as: 'fucheng' })).status).toBe(404)
    expect((await app.request(`/api/items/${other}/files/${file}`, { as: 'jiangyou' })).status).toBe(404)
    const false_ = new FormData()
    false_.set('file', new File(['MZ not a scan'], '方案.pdf'))
    const refused = await app.request(`/api/items/${id}/files`, { as: 'jiangyou', method: 'POST', body: false_ })
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([400, 'input.format'])
  })

  it('长期坚持 is not closed: it goes on, and may be reported on', async () => {
    const id = await register()
    expect(await close(id, 1, 'standing')).toMatchObject({ status: 400, detail: expect.stringContaining('反馈频次') })
    expect((await close(id, 1, 'standing', {}, 'duban', '每月25日前')).status).toBe(200)
    expect((await read(id)).item).toMatchObject({
      closed: null,
      state: { word: '长期坚持' },
      kind: '长期坚持型',
      feedback: '每月25日前',
    })
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
