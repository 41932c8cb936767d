import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf } from '../testing/body-of.ts'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'
import type { Compare } from '../views/figure-schema.ts'
import type { MeetingView } from '../views/meeting-schema.ts'

const FIRST = '2022-04-26-standing-committee'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp()
})
afterAll(() => app.end())

type Answer = { status: number; body: { id: string; clause: string; version: number; code: string; detail: string } }
const send = async (method: string, path: string, json: unknown, as = 'yunxing'): Promise<Answer> => {
  const answer = await app.request(`/api${path}`, { as, json, method })
  return { status: answer.status, body: await bodyOf(answer) }
}
const read = async (id: string, as = 'yunxing'): Promise<MeetingView> =>
  bodyOf(await app.request(`/api/meetings/${id}`, { as }))
const NEW = {
  title: '专题调度会',
  heldOn: '2022-05-10',
  kind: '专题会',
  authority: 'government',
  previous: null,
  startsAt: null,
  place: null,
  chair: null,
}
const add = async (fields: object = {}): Promise<string> =>
  (await send('POST', '/meetings', { ...NEW, ...fields })).body.id
const startIt = (id: string) => send('PATCH', `/meetings/${id}`, { version: 1, phase: '会中' })

describe('keeping the facts of a meeting', () => {
  it('changes time, place, chair and the one before, and leaves the rest', async () => {
    const id = await add()
    const change = { version: 1, startsAt: '15:00', place: '第三会议室', chair: '市长', previous: FIRST }
    expect((await send('PATCH', `/meetings/${id}`, change)).body.version).toBe(2)
    expect((await read(id)).meeting).toMatchObject({
      title: '专题调度会',
      startsAt: '15:00',
      place: '第三会议室',
      chair: '市长',
      previous: FIRST,
      phase: '筹备',
    })
    expect((await send('PATCH', `/meetings/${id}`, { version: 2, place: null })).status).toBe(200)
    expect((await read(id)).meeting.place).toBeNull()
  })

  it.each([
    [{ version: 1, startsAt: '9点' }, 400, '09:00'],
    [{ version: 1, heldOn: '2022-04-31' }, 400, '2022-06-30'],
    [{ version: 1, heldOn: '2022-04-01', previous: FIRST }, 400, '晚于本次'],
    [{ version: 1 }, 400, '没有要改的内容'],
    [{ version: 7, place: '别处' }, 409, '更新'],
  ])('refuses %j', async (wrong, status, words) => {
    const { status: got, body } = await send('PATCH', `/meetings/${await add()}`, wrong)
    expect([got, body.detail]).toEqual([status, expect.stringContaining(words)])
  })

  it('never lets a chain close on itself', async () => {
    const first = await add()
    const second = await add({ previous: first })
    for (const previous of [first, second])
      expect(
        (await send('PATCH', `/meetings/${first}`, { version: 1, previous: second })).body.detail,
        previous,
      ).toContain('自己之后')
    expect((await read(first)).meeting.previous).toBeNull()
  })

  it('keeps a light meeting without an agenda', async () => expect((await read(await add())).agenda).toEqual([]))
})

describe('the agenda', () => {
  const agendaOf = async () => {
    const meeting = await add({ previous: FIRST })
    for (const title of ['甲', '乙', '丙']) await send('POST', `/meetings/${meeting}/agenda`, { title })
    const { agenda } = await read(meeting)
    return { meeting, points: agenda.filter((point) => !point.given) }
  }

  it('is changed, put in order and shortened; the given point stays first', async () => {
    const { meeting, points } = await agendaOf()
    const [a, b, c] = points.map(({ id }) => id)
    const change = { version: 1, reportingUnit: '市经信局', minutes: 8, decision: '定电价', materials: '送审' }
    expect((await send('PATCH', `/agenda/${b}`, { ...change, indicators: ['iva'] })).status).toBe(200)
    const order = [
      { id: c, version: 1 },
      { id: b, version: 2 },
      { id: a, version: 1 },
    ]
    expect((await send('POST', `/meetings/${meeting}/agenda/order`, { points: order })).status).toBe(200)
    expect((await send('PATCH', `/agenda/${a}`, { version: 2, dropped: true })).status).toBe(200)
    const { agenda } = await read(meeting)
    expect(agenda).toMatchObject([
      { seq: 1, given: true, materials: '系统生成' },
      { seq: 2, title: '丙' },
      { seq: 3, title: '乙', minutes: 8, decision: '定电价', materials: '送审', worst: { label: '规上工业' } },
    ])
    expect((await send('PATCH', `/agenda/${a}`, { version: 3, title: '再来' })).status).toBe(404)
  })

  it('takes the state of its paper until somebody sets it by hand', async () => {
    const { points } = await agendaOf()
    expect(points.map(({ materials }) => materials)).toEqual(['未交', '未交', '未交'])
    expect((await send('PATCH', `/agenda/${points[0]?.id}`, { version: 1, paper: 'no-such' })).status).toBe(404)
  })

  it('is not put in order from an agenda others have changed', async () => {
    const { meeting, points } = await agendaOf()
    const order = points.slice(1).map(({ id, version }) => ({ id, version }))
    expect((await send('POST', `/meetings/${meeting}/agenda/order`, { points: order })).body.code).toBe('version.stale')
  })

  it('names an unknown indicator', async () => {
    const { points } = await agendaOf()
    const { status, body } = await send('PATCH', `/agenda/${points[0]?.id}`, { version: 1, indicators: ['xyz'] })
    expect([status, body.detail]).toEqual([400, expect.stringContaining('xyz')])
  })
})

describe('记一条', () => {
  const NOTE = { speaker: '市长', words: '这个月底前你们两家碰一下', unit: '市发改委、市经信局', day: '5月底前' }

  it('adds a line and a requirement with its place, and no line moves the ones before it', async () => {
    const meeting = await add()
    await startIt(meeting)
    await send('POST', `/meetings/${meeting}/notes`, NOTE)
    await send('POST', `/meetings/${meeting}/notes`, { speaker: '常务\n副市长', words: ' 电价方案　再报一次 ' })
    const { notes, documents, waiting } = await read(meeting)
    expect(notes?.lines).toMatchObject([
      { speaker: '常务 副市长', words: '电价方案 再报一次', units: [], deadline: null, disposition: 'pending' },
      { speaker: '市长', words: NOTE.words, deadline: '2022-05-31', deadlineWords: '5月底前' },
    ])
    expect(documents).toMatchObject([{ kind: '会中记录', referenceOnly: true, clauses: 2, pending: 2 }])
    expect(waiting).toContainEqual({ label: '会中记录要求待核', href: `/documents/${notes?.document}`, count: 2 })
    const document = await bodyOf<{
      document: { text: string }
      clauses: { start: number; end: number; text: string }[]
    }>(await app.request(`/api/documents/${notes?.document}`, { as: 'yunxing' }))
    expect(document.document.text).toBe(
      '市长：这个月底前你们两家碰一下（市发改委、市经信局；5月底前）\n常务 副市长：电价方案 再报一次',
    )
    for (const { start, end, text } of document.clauses) expect(document.document.text.slice(start, end)).toBe(text)
  })

  it('goes into 分解立项 like any text', async () => {
    const meeting = await add()
    await startIt(meeting)
    const { clause } = (await send('POST', `/meetings/${meeting}/notes`, NOTE)).body
    const taken = await app.request(`/api/clauses/${clause}/accept`, { as: 'duban', json: { version: 1 } })
    const { item } = await bodyOf<{ item: string }>(taken)
    const view = await bodyOf<{ item: { title: string; deadline: string; source: object } }>(
      await app.request(`/api/items/${item}`, { as: 'duban' }),
    )
    expect(view.item).toMatchObject({ title: NOTE.words, deadline: '2022-05-31', source: { kindLabel: '会中记录' } })
  })

  it('of several at once loses none', async () => {
    const meeting = await add()
    await startIt(meeting)
    const notes = Array.from({ length: 6 }, (_, n) => ({ speaker: `记${n}`, words: `第${n}件` }))
    const answers = await Promise.all(notes.map((one) => send('POST', `/meetings/${meeting}/notes`, one)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
    const { notes: kept } = await read(meeting)
    expect(kept?.lines.map(({ words }) => words).sort()).toEqual(notes.map(({ words }) => words))
  })

  it('is refused before the meeting, without words or speaker, and to others', async () => {
    const meeting = await add()
    expect((await send('POST', `/meetings/${meeting}/notes`, NOTE)).body).toMatchObject({
      code: 'state.illegal',
      detail: expect.stringContaining('会中'),
    })
    await startIt(meeting)
    for (const wrong of [{ words: ' ' }, { speaker: '' }])
      expect((await send('POST', `/meetings/${meeting}/notes`, { ...NOTE, ...wrong })).status).toBe(400)
    for (const [as, status] of [
      ['lingdao', 403],
      ['jingxin', 403],
      ['jiangyou', 404],
    ] as const)
      expect((await send('POST', `/meetings/${meeting}/notes`, NOTE, as)).status, as).toBe(status)
    expect((await read(meeting)).notes).toBeNull()
  })

  it('cannot be brought in or registered as a document of another kind can', async () => {
    const json = { kind: 'notes', number: null, meeting: FIRST, text: '会议要求，要加快建设。' }
    expect((await send('POST', '/documents', json)).status).toBe(400)
  })
})

describe('a supposed target', () => {
  const ask = async (query: string, as = 'lingdao') => {
    const answer = await app.request(`/api/meetings/${FIRST}/suppose?${query}`, { as })
    return { status: answer.status, body: await bodyOf<{ answer: Compare; isShareSupposed: boolean }>(answer) }
  }

  it('says what the other quarters would need, with formula, inputs and what is supposed; kept nowhere', async () => {
    const { body } = await ask('target=0.075&shareFrom=0.2&shareTo=0.24')
    expect(body).toMatchObject({
      isShareSupposed: true,
      answer: {
        kind: 'value',
        shown: '7.7～7.8',
        unitShown: '%',
        formula: 'target.required',
        words: expect.stringContaining('目标增速'),
      },
    })
    expect(body.answer.kind === 'value' && body.answer.inputs).toEqual([
      expect.stringContaining('fig:510700/gdp.growth-real'),
      '上年同期占全年比重 20.0～24.0%（假设，绝对额未公布）',
    ])
    const targets = await app.request('/api/targets?year=2022', { as: 'yunxing' })
    expect(await targets.text()).not.toContain('假设')
  })

  it('asks for the share where last year’s amounts are not public', async () =>
    expect((await ask('target=0.075')).body.answer).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('占全年比重'),
    }))

  it.each(['target=7', 'target=abc', 'target=0.1&indicator=nothing'])('refuses %s', async (query) =>
    expect((await ask(query)).status).toBe(400),
  )

  it('says why where a figure is lacking, and is closed to those who do not see the meeting', async () => {
    expect((await ask('target=0.1&indicator=fai&shareFrom=0.2&shareTo=0.24')).body.answer.kind).toBe('refused')
    expect((await ask('target=0.1&shareFrom=0&shareTo=0.24')).body.answer).toMatchObject({ code: 'share-out-of-range' })
    expect((await ask('target=0.07', 'jiangyou')).status).toBe(404)
  })
})

it('lists what waits to be coordinated by the names of units, on the page and on the wall', async () => {
  const values = { matter: '请协调供电', raisedBy: 'jxj', responsible: null, raisedOn: '2022-04-16' }
  const system = await app.store.wholeCity('510700', '2022-04-26')
  await app.store.commit(system, [
    { do: 'enter', ledger: 'coordination.matter', rows: [{ region: '510781', values, knownFrom: '2022-04-16' }] },
  ])
  const { coordination } = await read(FIRST)
  expect(coordination?.rows).toContainEqual(
    expect.objectContaining({ title: '请协调供电', raisedBy: '市经信局', responsible: null, waitingDays: 10 }),
  )
  const slides = await bodyOf<{ slides: { id: string; rows: { name: string }[] }[] }>(
    await app.request(`/api/meetings/${FIRST}/slides`, { as: 'lingdao' }),
  )
  const told = slides.slides
    .filter(({ id }) => id === 'coordination')
    .flatMap(({ rows }) => rows.map(({ name }) => name))
  expect(told).toContain('请协调供电')
})

it('leaders and departments read the meeting and change nothing', async () => {
  const id = await add({ previous: FIRST })
  const { id: point } = (await send('POST', `/meetings/${id}/agenda`, { title: '甲' })).body
  for (const as of ['lingdao', 'jingxin', 'tongji', 'shenji']) {
    expect((await app.request(`/api/meetings/${id}`, { as })).status, as).toBe(200)
    expect((await send('PATCH', `/meetings/${id}`, { version: 1, place: '别处' }, as)).status, as).toBe(403)
    expect((await send('PATCH', `/agenda/${point}`, { version: 1, title: '乙' }, as)).status, as).toBe(403)
    expect((await send('POST', `/meetings/${id}/agenda`, { title: '乙' }, as)).status, as).toBe(403)
    expect((await read(id, as)).waiting, as).toEqual([])
  }
  for (const as of ['jiangyou', 'jingkai']) {
    expect((await send('PATCH', `/meetings/${id}`, { version: 1, place: '别处' }, as)).status, as).toBe(404)
    expect((await send('PATCH', `/agenda/${point}`, { version: 1, title: '乙' }, as)).status, as).toBe(404)
  }
})
