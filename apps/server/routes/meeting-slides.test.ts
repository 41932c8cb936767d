import type { FigureDraft } from '@yundiao/figures'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf } from '../testing/body-of.ts'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'
import type { SlidesView } from '../views/slides-schema.ts'

const FIRST = '2022-04-26-standing-committee'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp()
})
afterAll(() => app.end())

const slidesOf = async (id = FIRST, as = 'yunxing', on = ''): Promise<SlidesView> =>
  bodyOf(await app.request(`/api/meetings/${id}/slides${on === '' ? '' : `?on=${on}`}`, { as }))
const send = async (method: string, path: string, json: unknown) =>
  bodyOf<{ id: string }>(await app.request(`/api${path}`, { as: 'yunxing', json, method }))

describe('slides of the first meeting', () => {
  it('open with the city’s figures as published, holes in words, as known on the day', async () => {
    const { slides, asKnownOn } = await slidesOf()
    const [first] = slides
    expect(asKnownOn).toBe('2022-04-26')
    expect(first?.lead).toBe(
      '地区生产总值784.28亿元，同比增长6.6%，高于全省1.3个百分点、高于全国1.8个百分点，总量居全省第2位、增速居全省第4位。',
    )
    expect(first?.rows[0]).toMatchObject({
      name: 'GDP',
      cells: [{ text: '784.28亿元' }, { text: '6.6' }, { text: '+1.3' }, {}, { text: '未评', isState: true }],
    })
    expect(first?.rows.find(({ name }) => name === '固投')?.cells.map(({ text }) => text)).toContain('缺')
    expect(slides.every((slide) => slide.rows.length <= 9)).toBe(true)
  })

  it('set the other cities beside it without a place while some are not published', async () => {
    const { slides } = await slidesOf()
    const peers = slides.find(({ id }) => id === 'peers-gdp')
    expect(peers?.rows.map(({ name }) => name)).toEqual(['凉山', '甘孜', '宜宾', '绵阳', '遂宁', '巴中'])
    expect(peers?.columns.map(({ label }) => label)).toEqual(['地区', '同比%'])
    expect(peers?.rows.map(({ cells }) => cells[0]?.text)).toEqual(['8.1', '6.9', '6.7', '6.6', '6.5', '2.8'])
    expect(peers?.note).toContain('不编位次')
  })

  it('count projects and name none', async () => {
    const { slides } = await slidesOf()
    const projects = slides.filter(({ id }) => id === 'projects')
    const text = JSON.stringify(slides)
    expect(projects.length).toBeGreaterThan(0)
    const page = await bodyOf<{ rows: { values: { name: string } }[] }>(
      await app.request('/api/ledgers/projects.project/rows?limit=50', { as: 'yunxing' }),
    )
    expect(page.rows.length).toBeGreaterThan(5)
    for (const { values } of page.rows) expect(text).not.toContain(values.name)
  })

  it('are open to leaders and departments, not to counties', async () => {
    for (const [as, status] of [
      ['lingdao', 200],
      ['jingxin', 200],
      ['jiangyou', 404],
      ['jingkai', 404],
    ] as const)
      expect((await app.request(`/api/meetings/${FIRST}/slides`, { as })).status, as).toBe(status)
  })
})

it('a figure before its release stands under the watermark, and only for its early readers', async () => {
  for (const username of ['yunxing', 'tongji'])
    await app.request('/api/early-readers', {
      as: 'tongji',
      json: { indicator: 'retail', username, reason: '写稿', until: null },
    })
  const figure: FigureDraft = {
    series: {
      indicator: 'retail',
      measure: 'level',
      accumulation: 'ytd',
      origin: 'official',
      concept: 'default',
      dims: {},
    },
    unit: '元',
    region: '510700',
    period: '2022Q1',
    value: 41_370_000_000,
    printed: '413.70',
    printedUnit: '亿元',
    round: null,
    note: null,
    releaseState: 'released',
    passport: { kind: 'manual', reason: '试验' },
  }
  await app.store.commit(await app.callerOf('tongji'), [
    { do: 'report', figures: [figure], releaseAt: '2999-01-01T00:00:00.000Z' },
  ])
  const cellsOf = async (as: string) =>
    (await slidesOf(FIRST, as)).slides.flatMap((slide) =>
      slide.rows.flatMap((row) => row.cells.map((cell) => ({ ...cell, isInner: slide.isInner }))),
    )
  const early = (await cellsOf('yunxing')).filter(({ text }) => text.includes('413.70'))
  expect(early).toEqual([{ text: '413.70亿元', mark: '内部', isInner: true }])
  for (const as of ['lingdao', 'duban', 'jingxin'])
    expect(
      (await cellsOf(as)).filter(({ text, isInner }) => text.includes('413.70') || isInner),
      as,
    ).toEqual([])
})

it('tell what the meetings before left open, and what is to be decided', async () => {
  const next = {
    title: '专题会',
    heldOn: '2022-05-10',
    kind: '专题会',
    authority: 'government',
    previous: FIRST,
    startsAt: null,
    place: null,
    chair: null,
  }
  const { id } = await send('POST', '/meetings', next)
  await send('POST', `/meetings/${id}/agenda`, { title: '电价', decision: '是否上浮', reportingUnit: '市发改委' })
  const item = { leadUnit: null, deadline: null, measure: null, document: null, meeting: FIRST }
  const source = { kind: 'minutes', title: '会议纪要', number: null }
  for (let n = 0; n < 7; n += 1) await send('POST', '/items', { ...item, source, title: `第${n}件` })
  const { slides } = await slidesOf(id)
  const carried = slides.filter((slide) => slide.id === 'carried')
  expect(carried.map((slide) => [slide.title, slide.rows.length, slide.page])).toEqual([
    ['上次议定未办结事项（7件）', 4, 1],
    ['上次议定未办结事项（7件）', 3, 2],
  ])
  expect(carried[0]?.rows[0]?.cells).toMatchObject([
    { text: '待明确' },
    { text: '待明确' },
    { text: '未评', isState: true },
  ])
  expect(slides.at(-1)).toMatchObject({
    id: 'decisions',
    rows: [{ name: '电价', cells: [{ text: '是否上浮' }, { text: '市发改委' }] }],
  })
})
