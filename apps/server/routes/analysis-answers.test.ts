import { type Block, checkBinding, dumpPaper } from '@yundiao/briefings'
import type { FigureDraft } from '@yundiao/figures'
import { figuresInDocx } from '@yundiao/office'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { convert, hasSoffice, pdfText } from '../../../packages/office/testing/soffice.ts'
import { answerText } from '../testing/answer-text.ts'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'
import type { AnswerIndex, AnswerView } from '../views/answers-schema.ts'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp({ demonstration: true })
}, 120_000)
afterAll(() => app.end())

const PATH = '/api/analysis/answers'

/** Text without the breaks and blanks a page lays into it. */
const plain = (text: string): string => text.replaceAll(/\s+/gu, '')

const index = async (as: string): Promise<AnswerIndex> => {
  const answer = await app.request(`${PATH}?period=2022Q1`, { as })
  expect(answer.status).toBe(200)
  return (await answer.json()) as AnswerIndex
}

const paperOf = ({ question, blocks }: AnswerView) => ({
  kind: 'answers',
  title: question,
  city: { code: '510700', name: '绵阳市' },
  asKnownOn: '2022-04-26' as const,
  checkpoint: null,
  blocks: blocks as unknown as readonly Block[],
  foot: { preparedBy: null },
})

const page = async (as: string, id: string): Promise<{ view: AnswerView; text: string }> => {
  const answer = await app.request(`${PATH}/${id}?period=2022Q1`, { as })
  expect([id, answer.status]).toEqual([id, 200])
  const view = (await answer.json()) as AnswerView
  return { view, text: dumpPaper(paperOf(view)).replaceAll(/⟦([^|]*)\|[^⟧]*⟧/gu, '$1') }
}

describe('备询要点 over HTTP', () => {
  it('asks about every county and zone, the units that have something to answer, and each line of T1', async () => {
    const { questions, periodWords } = await index('lingdao')
    const of = (kind: string) => questions.filter((one) => one.kind === kind)
    expect(periodWords).toContain('一季度')
    expect(of('place').map(({ subject }) => subject)).toEqual(
      expect.arrayContaining(['涪城区', '江油市', '北川羌族自治县', '经开区']),
    )
    expect(of('place')).toHaveLength(14)
    expect(of('unit').map(({ subject }) => subject)).toEqual(expect.arrayContaining(['市经信局', '市发改委']))
    expect(of('indicator').length).toBeGreaterThan(15)
    const jiangyou = questions.find(({ id }) => id === 'place:510781')
    expect(jiangyou).toMatchObject({
      question: expect.stringContaining('为什么'),
      words: expect.arrayContaining(['江油市', '江油', '项目', '企业']),
    })
    expect(jiangyou?.weight).toBeGreaterThan(0)
  })

  it('shows why Jiangyou fell: its lines in one kind of series, its projects, its items, its matters', async () => {
    const { text } = await page('lingdao', 'place:510781')
    expect(text).toMatch(/江油市：地区生产总值增速为什么(回落|低于全市)？/u)
    expect(text).toMatch(/居9个县（市、区）第\d位/u)
    expect(text).toContain('（演示）')
    expect(text).toMatch(/欠序时\d+个/u)
    expect(text).toContain('开工未入统')
    expect(text).toContain('请协调演示项目A03二期专线电源点')
    expect(text).toMatch(/减少最多的行业是.+减少最多的企业是演示/u)
    expect(text).toMatch(/完成投资较序时计划.+欠得最多的是演示项目/u)
  })

  it('names no enterprise to who may not see single ones, nor on an earlier day', async () => {
    const { text } = await page('duban', 'place:510781')
    expect(text).toContain('企业明细不在查看范围')
    expect(text).not.toContain('减少最多的企业')
    const before = await app.request(`${PATH}/place:510781?period=2022Q1&on=2022-04-25`, { as: 'duban' })
    expect(await before.text()).not.toContain('在调度的重点工业企业')
  })

  it('binds every number of every page', async () => {
    for (const { id } of (await index('yunxing')).questions) {
      const { view } = await page('yunxing', id)
      expect([id, checkBinding(paperOf(view)).unbound]).toEqual([id, []])
    }
  })

  it('tells a county of itself alone, and ranks it among nobody it cannot see', async () => {
    const { questions } = await index('jiangyou')
    expect(questions.filter(({ kind }) => kind !== 'indicator').map(({ id }) => id)).toEqual(['place:510781'])
    const { text } = await page('jiangyou', 'place:510781')
    expect(text).toMatch(/同比(增长|下降)/u)
    expect(text).not.toMatch(/第\d位/u)
    for (const other of ['place:510703', 'unit:jxj'])
      expect((await app.request(`${PATH}/${other}?period=2022Q1`, { as: 'jiangyou' })).status).toBe(404)
    for (const { id } of questions) expect((await page('jiangyou', id)).text).not.toContain('涪城')
  })

  it('marks 内部 what only early readers see yet, and keeps it from the others', async () => {
    for (const username of ['yunxing', 'tongji'])
      await app.request('/api/early-readers', {
        as: 'tongji',
        json: { indicator: 'budget', username, reason: '写稿', until: null },
      })
    const series = { indicator: 'budget', measure: 'level', accumulation: 'ytd', origin: 'official' } as const
    const draft: FigureDraft = {
      series: { ...series, concept: 'default', dims: {} },
      unit: '元',
      region: '510700',
      period: '2020Q1',
      value: 4_321_000_000,
      printed: '43.21',
      printedUnit: '亿元',
      round: null,
      note: null,
      releaseState: 'released',
      passport: { kind: 'manual', reason: '试验' },
    }
    await app.store.commit(await app.callerOf('tongji'), [
      { do: 'report', figures: [draft], releaseAt: '2999-01-01T00:00:00.000Z' },
    ])
    const ask = async (as: string) => (await app.request(`${PATH}/indicator:budget?period=2020Q1`, { as })).text()
    expect(await ask('yunxing')).toMatch(/43\.21亿元","mark":"内部"/u)
    expect(await ask('lingdao')).not.toContain('43.21')
  })

  it('tells a department of itself', async () => {
    const { questions } = await index('jingxin')
    expect(questions.filter(({ kind }) => kind === 'unit').map(({ id }) => id)).toEqual(['unit:jxj'])
  })

  it.each([
    ['nobody signed in', `${PATH}?period=2022Q1`, undefined, 401],
    ['a page to nobody', `${PATH}/place:510781`, undefined, 401],
    ['a period that is none', `${PATH}?period=x`, 'lingdao', 400],
    ['a question that is none', `${PATH}/place:000001`, 'lingdao', 404],
    ['a day to come', `${PATH}?on=2030-01-01`, 'lingdao', 400],
  ] as const)('refuses %s', async (_, path, as, status) =>
    expect((await app.request(path, as ? { as } : {})).status).toBe(status),
  )
})

describe('备询手册', () => {
  it('for oneself names what one may see, says whose it is, is kept nowhere and is on record', async () => {
    const own = async (as: string): Promise<string> => {
      const answer = await app.request(`${PATH}/book.docx?period=2022Q1&which=pressing`, { as })
      expect([as, answer.status]).toEqual([as, 200])
      return answerText(answer)
    }
    const papers = async () =>
      ((await (await app.request('/api/papers', { as: 'yunxing' })).json()) as unknown[]).length
    const before = await papers()
    const leader = await own('lingdao')
    expect(leader).toContain('演示工业企业D01')
    expect(leader).toContain('知悉范围：仅供')
    for (const as of ['duban', 'shenji']) expect(await own(as)).not.toContain('演示工业企业')
    expect(await papers()).toBe(before)
    const events = await app.store.events(await app.callerOf('yunxing'), { stream: 'access', limit: 9 })
    expect(events.filter(({ kind }) => kind === 'answers.exported')).toHaveLength(3)
  })

  const make = (as: string, questions: readonly string[], more: object = {}) =>
    app.request(`${PATH}/book`, { as, json: { period: '2022Q1', on: '2022-04-26', questions, ...more } })

  it('of the maker’s own sight names enterprises, and is there for those alone who may see as much', async () => {
    const { questions } = await index('yunxing')
    const asked = questions.filter(({ kind, weight }) => kind === 'place' && weight > 0).map(({ id }) => id)
    const { id } = (await (await make('yunxing', asked, { sight: 'own' })).json()) as { id: string }
    for (const [as, status] of [
      ['yunxing', 200],
      ['lingdao', 200],
      ['duban', 404],
      ['shenji', 404],
      ['guanli', 404],
    ] as const) {
      const [page, file] = [
        await app.request(`/api/papers/${id}`, { as }),
        await app.request(`/api/papers/${id}/file`, { as }),
      ]
      expect([as, page.status, file.status]).toEqual([as, status, status])
      if (status === 200) expect(await answerText(file)).toContain('演示工业企业')
      const listed = (await (await app.request('/api/papers', { as })).json()) as { id: string }[]
      expect(listed.some((paper) => paper.id === id)).toBe(status === 200)
    }
    const page = (await (await app.request(`/api/papers/${id}`, { as: 'lingdao' })).json()) as {
      asks: string
      title: string
    }
    expect(page.title).toContain('限定查阅')
    expect(page.asks).toMatch(/调度表.*、企业数据$/u)
  })

  it('is a Word file of one question a page, kept among the papers and bound throughout', async () => {
    const asked = (await index('yunxing')).questions.filter(({ weight }) => weight > 0)
    const answer = await make(
      'yunxing',
      asked.map(({ id }) => id),
    )
    expect(answer.status).toBe(200)
    const { id } = (await answer.json()) as { id: string }
    const file = new Uint8Array(await (await app.request(`/api/papers/${id}/file`, { as: 'lingdao' })).arrayBuffer())
    const figures = await figuresInDocx(file)
    expect(figures).toMatchObject({ unbound: [], changed: [], removed: [], paper: { id, kind: 'answer-book' } })
    const papers = (await (await app.request('/api/papers', { as: 'yunxing' })).json()) as { kindLabel: string }[]
    expect(papers.map(({ kindLabel }) => kindLabel)).toContain('备询手册')
    if (!hasSoffice) return
    const pdf = convert(file, 'docx', 'pdf')
    const pages = pdfText(pdf).split('\f').slice(0, -1)
    const begun = pages.filter((text) => asked.some(({ question }) => plain(text).includes(plain(question)))).length
    // The contents name every question too; one question a page leaves no more pages than that.
    expect(pages.length).toBeGreaterThan(asked.length)
    expect(pages.length - begun).toBeLessThanOrEqual(1)
    expect(pdfText(pdf)).toContain('校验码')
  }, 180_000)

  it.each([
    ['a county', 'jiangyou', ['place:510781'], 403],
    ['a leader', 'lingdao', ['place:510781'], 403],
    ['a question that is none', 'yunxing', ['place:000001'], 400],
    ['no question', 'yunxing', [], 400],
  ] as const)('refuses %s', async (_, as, questions, status) => expect((await make(as, questions)).status).toBe(status))
})
