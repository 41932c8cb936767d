import { saidPartsText } from '@yundiao/briefings'
import type { FigureDraft } from '@yundiao/figures'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerText } from '../testing/answer-text.ts'
import { bodyOf } from '../testing/body-of.ts'
import { itemDesk } from '../testing/item-desk.ts'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'
import type { FindingsView, FindingView } from '../views/analysis-findings-schema.ts'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp({ demonstration: true })
})
afterAll(() => app.end())

const { send, read } = itemDesk(() => app)
const PATH = '/api/analysis/findings?period=2022Q1'
const findingsOf = async (as: string): Promise<FindingsView> => bodyOf(await app.request(PATH, { as }))
const wordsOf = ({ sentences }: Pick<FindingView, 'sentences'>): string => sentences.map(saidPartsText).join('')
const GDP = 'slowing:gdp:510700:2022Q1'
const SERVICES = 'slowing:va3:510700:2022Q1'
const ASKED = { period: '2022Q1', title: '查清三产增速回落的原因', leadUnit: null, deadline: null }
const setUp = (finding: string, fields: object = {}, as = 'duban') =>
  send('POST', `/analysis/findings/${encodeURIComponent(finding)}/item`, { ...ASKED, ...fields }, as)
const itemCount = async (): Promise<number> => {
  const { total } = await bodyOf<{ total: number }>(await app.request('/api/items?limit=1', { as: 'duban' }))
  return total
}

describe('立项 of a finding', () => {
  it('makes the item and the links to its figures in one batch of events', async () => {
    const { findings } = await findingsOf('duban')
    const finding = findings.find(({ id }) => id === SERVICES)
    const made = await setUp(SERVICES, { leadUnit: 'fgw', deadline: '6月底前' })
    expect(made.status, made.detail).toBe(200)
    const { item, links, gaps } = await read(made.id)
    expect(item).toMatchObject({
      title: ASKED.title,
      leadUnit: '市发改委',
      deadline: '2022-06-30',
      source: { kindLabel: '研判', title: '2022年一季度研判要点', number: null, on: '2022-04-26' },
      finding: { indicator: 'va3', region: '510700', period: '2022Q1' },
    })
    expect(item.source.quote).toBe(finding && wordsOf(finding))
    expect(item.source.quote).toBe(finding?.basis?.words)
    expect(links).toHaveLength(finding?.basis?.figures ?? -1)
    expect(links.every(({ ledger }) => ledger === 'figure')).toBe(true)
    expect(gaps).toContain('办结类型')
    const events = await app.store.events(await app.callerOf('duban'), { stream: 'item', limit: 4 })
    const batch = events.filter(({ at }) => at === events[0]?.at).map(({ kind }) => kind)
    expect(batch.toSorted()).toEqual(['item.added', 'item_link.added'])
  })

  it('shows it as made, with its number, to whoever sees the item; and refuses another', async () => {
    const { findings } = await findingsOf('yunxing')
    const made = findings.find(({ id }) => id === SERVICES)?.item
    expect(made?.number).toMatch(/^绵督〔2022〕\d+$/u)
    const before = await itemCount()
    expect(await setUp(SERVICES)).toMatchObject({
      status: 409,
      code: 'duplicate',
      detail: expect.stringContaining(made?.number ?? '—'),
    })
    expect(await itemCount()).toBe(before)
    expect((await findingsOf('jiangyou')).findings.find(({ id }) => id === SERVICES)?.item).toBeNull()
  })

  it('two who press at once make one item', async () => {
    const before = await itemCount()
    const answers = await Promise.all([setUp(GDP), setUp(GDP, {}, 'yunxing'), setUp(GDP)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
    expect(await itemCount()).toBe(before + 1)
  })

  it.each([
    ['jingxin', 403],
    ['jiangyou', 403],
    ['lingdao', 403],
    ['shenji', 403],
    ['tongji', 403],
  ])('%s may not', async (as, status) => {
    expect(await setUp('slowing:va2:510700:2022Q1', {}, as)).toMatchObject({ status, code: 'right.missing' })
  })

  it.each([
    ['no such finding', 'slowing:gdp:510700:1999Q1', {}, 404, 'not-found'],
    ['one of demonstration data', 'counties-behind:gdp:510700:2022Q1:demo-department', {}, 409, 'state.illegal'],
    ['words of the client', 'slowing:va2:510700:2022Q1', { quote: '增长9.9%' }, 400, 'input.invalid'],
    ['no matter', 'slowing:va2:510700:2022Q1', { title: '  ' }, 400, 'input.invalid'],
    ['a unit nobody knows', 'slowing:va2:510700:2022Q1', { leadUnit: '某局' }, 400, 'input.invalid'],
    ['a day that is none', 'slowing:va2:510700:2022Q1', { deadline: '2022-02-30' }, 400, 'day.invalid'],
  ])('%s: refused, and nothing is written', async (_, finding, fields, status, code) => {
    const before = await itemCount()
    expect(await setUp(finding, fields)).toMatchObject({ status, code })
    expect(await itemCount()).toBe(before)
  })

  it('the words of the basis are nobody’s to rewrite', async () => {
    const { id } = await setUp('slowing:va1:510700:2022Q1')
    expect(await send('PATCH', `/items/${id}`, { version: 1, quote: '增长9.9%' })).toMatchObject({
      status: 400,
      detail: expect.stringContaining('不能改写'),
    })
    expect((await send('PATCH', `/items/${id}`, { version: 1, measure: '说明材料' })).status).toBe(200)
  })
})

const growth = (
  what: { indicator: string; measure?: 'growth-nominal' },
  period: string,
  percent: number,
  region = '510700',
) =>
  ({
    series: {
      indicator: what.indicator,
      measure: what.measure ?? 'growth-real',
      accumulation: 'ytd',
      origin: 'official',
      concept: 'default',
      dims: {},
    },
    unit: 'ratio',
    region,
    period,
    value: percent / 100,
    printed: String(percent),
    printedUnit: '%',
    round: null,
    note: null,
    releaseState: 'released',
    passport: { kind: 'manual', reason: '试验' },
  }) satisfies FigureDraft

describe('a finding that names counties', () => {
  const BEHIND = 'counties-behind:retail:510700:2019Q1'
  const ASK = { period: '2019Q1', title: '分析社零偏低县区情况' }
  beforeAll(async () => {
    const retail = { indicator: 'retail', measure: 'growth-nominal' } as const
    const drafts = [
      growth(retail, '2019Q1', 9.1),
      growth(retail, '2019Q1', 4.3, '510781'),
      growth(retail, '2019Q1', 5.2, '510727'),
      growth(retail, '2019Q1', 9.9, '510703'),
    ]
    await app.store.commit(await app.callerOf('tongji'), [{ do: 'report', figures: drafts }])
  })

  it('is told in full to a department, and to a county without the figures of another', async () => {
    const refused = await setUp(BEHIND, { ...ASK, leadUnit: 'u-510781' })
    expect(refused).toMatchObject({ status: 400, code: 'input.invalid', detail: expect.stringContaining('其他县区') })
    const made = await setUp(BEHIND, { ...ASK, leadUnit: 'swj' })
    expect(made.status, made.detail).toBe(200)
    const { item, links } = await read(made.id)
    expect(item.source.quote).toContain('江油市')
    expect(item.source.quote).toContain('平武县')
    expect(links.map(({ state }) => state)).toContain('4.3%')
  })
})

describe('targets that were never made public', () => {
  const ID = 'below-target:va2:510700:2022Q1'
  beforeAll(async () => {
    const values = {
      region: '510700',
      owner: '绵阳市',
      year: 2022,
      indicator: 'va2',
      measure: 'growth-real',
      concept: 'default',
      operator: '≥',
      value: 0.0917,
      printed: '9.17',
      printedUnit: '%',
      unit: 'ratio',
      document: '试验文件',
      layer: '奋斗目标',
      grade: 'B',
    }
    const farm = { ...values, indicator: 'va1' }
    for (const one of [
      values,
      { ...farm, value: 0.04, printed: '4.0', layer: '人代会', document: '公开的文件' },
      { ...farm, value: 0.06, printed: '6.0' },
    ])
      await app.store.commit(await app.callerOf('yunxing'), [{ do: 'add', table: 'target', rows: [{ values: one }] }])
  })

  it('are told to the city’s offices, marked 内部, and go into no item and no question', async () => {
    const { findings, inquiries } = await findingsOf('yunxing')
    const found = findings.find(({ id }) => id === ID)
    expect(found && wordsOf(found)).toContain('奋斗目标')
    expect(found).toMatchObject({ marks: ['内部'], basis: null })
    expect(JSON.stringify(inquiries)).not.toContain('奋斗目标')
    expect(await setUp(ID)).toMatchObject({ status: 409, code: 'state.illegal' })
  })

  it('what a finding says beside one is told to an item as those who have no such target read it', async () => {
    const { findings } = await findingsOf('yunxing')
    const fell = findings.find(({ id }) => id === 'slowing:va2:510700:2022Q1')
    const read = (await findingsOf('jingxin')).findings.find(({ id }) => id === 'slowing:va2:510700:2022Q1')
    expect(fell?.basis?.words).toBe(read && wordsOf(read))
    expect(fell?.marks).toEqual([])
  })

  it('备询 marks what rests on one', async () => {
    const path = '/api/analysis/answers/indicator:va2?period=2022Q1'
    const text = JSON.stringify(await bodyOf(await app.request(path, { as: 'yunxing' })))
    expect(text).toContain('第二产业增加值为什么低于奋斗目标')
    expect(text).toMatch(/"shown":"低于目标[^"]*","mark":"内部"/u)
    const farm = async (as: string): Promise<string> =>
      JSON.stringify(await bodyOf(await app.request(path.replace('va2', 'va1'), { as })))
    // Beside the public one it is judged by, and to nobody who may not read it.
    expect(await farm('yunxing')).toMatch(
      /"低于奋斗目标1\.5个百分点"[^}]*"内部"|"内部"[^}]*"低于奋斗目标1\.5个百分点"/u,
    )
    expect(await farm('jingxin')).not.toContain('奋斗')
  })

  it.each(['jingxin', 'jiangyou'])('%s meets none', async (as) => {
    const answers = await app.request('/api/analysis/answers?period=2022Q1', { as })
    const text = `${JSON.stringify(await findingsOf(as))}${JSON.stringify(await bodyOf(answers))}`
    expect(text).not.toContain('奋斗目标')
    expect(text).not.toContain(ID)
  })
})

describe('figures before their minute', () => {
  const LOCKED = /规模以上工业增加值[^。]*下降7\.73%/u

  beforeAll(async () => {
    for (const username of ['yunxing', 'tongji']) {
      const json = { indicator: 'iva', username, reason: '写稿', until: null }
      expect((await app.request('/api/early-readers', { as: 'tongji', json })).status).toBe(200)
    }
    const tongji = await app.callerOf('tongji')
    await app.store.commit(tongji, [
      { do: 'report', figures: [growth({ indicator: 'iva' }, '2019Q1', 8.1)] },
      { do: 'report', figures: [growth({ indicator: 'iva' }, '2019Q2', -7.73)], releaseAt: '2999-01-01T00:00:00.000Z' },
    ])
  })

  const half = async (as: string): Promise<FindingsView> =>
    bodyOf(await app.request('/api/analysis/findings?period=2019Q2', { as }))

  it('are marked 内部 for early readers, and stay out of 快报 and 询问提纲', async () => {
    const { findings, quick, inquiries } = await half('yunxing')
    const [locked] = findings.filter((finding) => LOCKED.test(wordsOf(finding)))
    expect(locked?.marks).toEqual(['内部'])
    expect(JSON.stringify([quick, inquiries])).not.toContain('7.73')
    expect(await setUp(locked?.id ?? '', { period: '2019Q2' }, 'yunxing')).toMatchObject({
      status: 409,
      code: 'state.illegal',
    })
  })

  it.each(['duban', 'lingdao', 'shenji', 'jingxin', 'jiangyou'])('%s meets none', async (as) => {
    expect(JSON.stringify(await half(as))).not.toContain('7.73')
    const sheet = await app.request('/api/analysis/findings.xlsx?period=2019Q2', { as })
    expect(await answerText(sheet)).not.toContain('7.73')
  })
})
