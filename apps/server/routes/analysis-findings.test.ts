import { saidPartsText } from '@yundiao/briefings'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerText } from '../testing/answer-text.ts'
import { bodyOf } from '../testing/body-of.ts'
import { itemDesk } from '../testing/item-desk.ts'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'
import type { FindingsView, FindingView } from '../views/analysis-findings-schema.ts'
import type { PaperView } from '../views/paper.ts'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp({ demonstration: true })
})
afterAll(() => app.end())

const { send } = itemDesk(() => app)
const PATH = '/api/analysis/findings?period=2022Q1'
const findingsOf = async (as: string): Promise<FindingsView> => bodyOf(await app.request(PATH, { as }))
const wordsOf = ({ sentences }: Pick<FindingView, 'sentences'>): string => sentences.map(saidPartsText).join('')
const GDP = 'slowing:gdp:510700:2022Q1'
const ASKED = { period: '2022Q1', title: '查清三产增速回落的原因', leadUnit: null, deadline: null }
describe('reading', () => {
  it('words the slowing of the total, with its lead and what is to be looked into', async () => {
    const { findings } = await findingsOf('yunxing')
    const gdp = findings.find(({ id }) => id === GDP)
    expect(gdp && wordsOf(gdp)).toContain('地区生产总值同比增长6.6%，较上年全年回落2.1个百分点。')
    expect(gdp).toMatchObject({
      kindLabel: '较上期回落',
      regionName: '全市',
      leadUnit: { id: 'tjj', name: '市统计局' },
      suggestedTitle: '查清全市地区生产总值增速回落的原因，提出下步措施',
      marks: [],
      item: null,
    })
  })

  it('puts published figures before demonstration, which is marked', async () => {
    const { findings } = await findingsOf('yunxing')
    const first = findings.findIndex(({ marks }) => marks.includes('演示'))
    expect(first).toBeGreaterThan(0)
    expect(findings.slice(first).every(({ marks }) => marks.includes('演示'))).toBe(true)
  })

  it('every digit is bound to figures the reader may open', async () => {
    const { findings } = await findingsOf('jiangyou')
    const refs = findings
      .flatMap(({ sentences }) => sentences.flat())
      .flatMap((part) => ('figure' in part ? [part.figure] : 'formula' in part ? part.formula.inputs : []))
    const pathOf = (ref: string): string =>
      ref.startsWith('ledger:') ? `/api/ledgers/${ref.slice(7)}` : `/api/figure?ref=${encodeURIComponent(ref)}`
    for (const ref of new Set(refs)) {
      const answer = await app.request(pathOf(ref), { as: 'jiangyou' })
      expect([ref, answer.status]).toEqual([ref, 200])
    }
  })

  it('a county reads of itself and the city, and of no other county, not even by name', async () => {
    const { findings } = await findingsOf('jiangyou')
    expect(new Set(findings.map(({ region }) => region))).toEqual(new Set(['510700', '510781']))
    const text = JSON.stringify(findings)
    for (const other of ['涪城区', '游仙区', '安州区', '三台县', '盐亭县', '平武县', '510703'])
      expect(text).not.toContain(other)
    expect(findings.some(({ kind }) => kind === 'counties-behind')).toBe(false)
    expect(JSON.stringify((await findingsOf('lingdao')).findings)).toContain('平武县')
  })

  it('names county and industry that weigh most, from the dispatch, and no enterprise of it', async () => {
    const ID = 'falling-streak:iva:510700:2022Q1:demo-department'
    const said = async (as: string, path = PATH): Promise<string> => {
      const { findings } = await bodyOf<FindingsView>(await app.request(path, { as }))
      return findings.flatMap((one) => (one.id === ID ? [wordsOf(one)] : [])).join('')
    }
    const office = await said('yunxing')
    expect(office).toContain('其中江油市增速回落23.8个百分点，回落最多')
    expect(office).toMatch(/黑色金属冶炼和压延加工业产值（企业自报）较上年同期减少3\.53亿元，减少最多，都在江油市。/u)
    // A county's rows are not the city's, and two days held against one another would give a single enterprise.
    expect(await said('jiangyou')).not.toContain('企业自报')
    expect(await said('yunxing', `${PATH}&on=2022-04-25`)).not.toContain('企业自报')
    for (const as of ['yunxing', 'lingdao', 'jiangyou'])
      expect(JSON.stringify((await findingsOf(as)).findings)).not.toContain('演示工业企业')
  })

  it('the order of a partial reader is that of the whole', async () => {
    const whole = (await findingsOf('yunxing')).findings.map(({ id }) => id)
    const shared = (await findingsOf('jiangyou')).findings.map(({ id }) => id).filter((id) => whole.includes(id))
    expect(shared.length).toBeGreaterThan(8)
    expect(shared).toEqual(whole.filter((id) => shared.includes(id)))
  })

  it('reads as known on a day before anything was out', async () => {
    const answer = await app.request(`${PATH}&on=2022-04-10`, { as: 'yunxing' })
    const { findings, quick } = await bodyOf<FindingsView>(answer)
    expect(findings.some(({ id }) => id === GDP)).toBe(false)
    expect(quick.text).not.toContain('784.28')
  })

  it('nobody who is not signed in meets anything', async () => {
    for (const [path, ask] of [
      [PATH, {}],
      ['/api/analysis/findings.xlsx', {}],
      [`/api/analysis/findings/${GDP}/item`, { json: ASKED }],
      ['/api/analysis/inquiries', { json: { period: '2022Q1' } }],
    ] as const)
      expect([path, (await app.request(path, ask)).status]).toEqual([path, 401])
  })

  it('a period that is none is refused', async () => {
    const answer = await app.request('/api/analysis/findings?period=春天', { as: 'yunxing' })
    expect([answer.status, (await bodyOf<{ code: string }>(answer)).code]).toEqual([400, 'period.invalid'])
  })
})

describe('快报', () => {
  it('is at most 200 characters of published figures, and says what it leaves out', async () => {
    const { quick } = await findingsOf('yunxing')
    expect(quick.text).toContain('2022年一季度，绵阳市地区生产总值784.28亿元、增长6.6%，高于全省1.3个百分点')
    expect(quick.length).toBe([...quick.text].length)
    expect(quick.length).toBeLessThanOrEqual(quick.most)
    expect(quick.text).toBe(quick.sentences.map(saidPartsText).join(''))
    expect(quick.leftOut.flatMap(({ names }) => names)).toContain('社会消费品零售总额')
  })
})

describe('out of the page', () => {
  it('the list as a sheet, and that it was carried out is on record', async () => {
    const answer = await app.request('/api/analysis/findings.xlsx?period=2022Q1', { as: 'yunxing' })
    expect(answer.headers.get('content-type')).toContain('spreadsheetml')
    const text = await answerText(answer)
    expect(text).toContain('较上年全年回落2.1个百分点')
    expect(text).toContain('演示')
    const events = await app.store.events(await app.callerOf('yunxing'), { stream: 'access', limit: 5 })
    expect(events.map(({ kind }) => kind)).toContain('findings.exported')
  })

  it('询问提纲 as a Word paper among 材料, of published figures only', async () => {
    const made = await send('POST', '/analysis/inquiries', { period: '2022Q1' }, 'yunxing')
    expect(made.status, made.detail).toBe(200)
    const page = await bodyOf<PaperView>(await app.request(`/api/papers/${made.id}`, { as: 'duban' }))
    expect(page).toMatchObject({ kindLabel: '询问提纲', title: '2022年一季度经济运行询问提纲', format: 'docx' })
    const text = await answerText(await app.request(`/api/papers/${made.id}/file`, { as: 'lingdao' }))
    expect(text).toContain('市统计局')
    expect(text).toContain('2.1个百分点')
    expect(text).not.toContain('演示')
    expect(await send('POST', '/analysis/inquiries', { period: '2022Q1' }, 'jingxin')).toMatchObject({ status: 403 })
  })
})
