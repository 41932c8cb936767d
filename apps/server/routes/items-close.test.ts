import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf } from '../testing/body-of.ts'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'
import type { ItemView } from '../views/item-schema.ts'

const LEDGER = 'projects.project'
const PROJECT = '国能四川天明发电公司1号机组'
const GDP = 'fig:510700/gdp.growth-real.ytd.official/510700/2022Q1@1'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp()
})
afterAll(() => app.end())

const send = async (method: string, path: string, json: unknown, as = 'duban') => {
  const answer = await app.request(`/api${path}`, { as, json, method })
  const body = (await answer.json()) as { id: string; code: string; detail: string }
  return { status: answer.status, ...body }
}
const register = async (fields: object = {}, as?: string): Promise<string> => {
  const made = await send('POST', '/items', { ...BLANK, ...fields }, as)
  expect(made.status, made.detail).toBe(200)
  return made.id
}
const BLANK = {
  title: '加快推进火电机组建设',
  leadUnit: null,
  deadline: null,
  measure: null,
  document: null,
  meeting: null,
  source: { kind: 'instruction', title: '市长批示', number: null },
}
const read = async (id: string, as = 'duban', on = ''): Promise<ItemView> => {
  const answer = await app.request(`/api/items/${id}${on === '' ? '' : `?on=${on}`}`, { as })
  expect(answer.status).toBe(200)
  return bodyOf(answer)
}
type Entry = { id: string; version: number; values: { name: string } }
const entryOf = async (as: string) => {
  const { rows } = await bodyOf<{ rows: Entry[] }>(await app.request(`/api/ledgers/${LEDGER}/rows?limit=200`, { as }))
  const found = rows.find((row) => row.values.name === PROJECT)
  if (!found) throw new Error(`no ${PROJECT}`)
  return found
}
const advance = async (values: object, state?: string, as = 'jiangyou') => {
  const { id, version } = await entryOf('yunxing')
  return send('PATCH', `/ledgers/${LEDGER}/rows/${id}`, { version, values, ...(state ? { state } : {}) }, as)
}
const NOTE = { asOf: '2022-04-26', text: '主厂房基础完成', percent: 40, problems: null, nextSteps: '汽机基座施工' }

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
