import { createHash } from 'node:crypto'
import { figuresInDocx } from '@yundiao/office'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editDocx } from '../../../packages/office/testing/edit-docx.ts'
import { bodyOf } from '../testing/body-of.ts'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'

const MEETING = '2022-04-26-standing-committee'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp()
})
afterAll(() => app.end())

type Made = {
  id: string
  title: string
  figures: number
  code: string
  file: string
  asKnownOn: string
  by: string
  detail: string
}
const make = async (json: object = {}, as = 'yunxing') => {
  const answer = await app.request('/api/papers', {
    as,
    json: { kind: 'quarter-review', meeting: MEETING, on: '2022-04-26', ...json },
  })
  return { status: answer.status, body: (await answer.json()) as Made }
}
const open = (id: string, as = 'yunxing') => app.request(`/api/papers/${id}/file`, { as })
const bytesOf = async (answer: Response): Promise<Uint8Array> => new Uint8Array(await answer.arrayBuffer())
/** Body and foot of a Word file as plain lines. */
const textOf = async (bytes: Uint8Array): Promise<string> => {
  const parts: string[] = []
  const take = (xml: string): string => {
    parts.push(xml.replace(/<\/w:p>/gu, '\n').replace(/<[^>]+>/gu, ''))
    return xml
  }
  for (const part of ['word/document.xml', 'word/footer1.xml']) await editDocx(bytes, part, take)
  return parts.join('\n')
}

describe('一季度经济运行情况', () => {
  it('is made of the board, every number bound, and kept by its content', async () => {
    const { status, body } = await make()
    expect(status, body.detail).toBe(200)
    expect(body).toMatchObject({
      title: '绵阳市2022年一季度经济运行情况',
      asKnownOn: '2022-04-26',
      by: '运行办（演示）',
    })
    expect(body.code).toMatch(/^[0-9A-F]{8}$/)
    expect(body.figures).toBeGreaterThan(20)
    const answer = await open(body.id)
    expect(answer.headers.get('content-disposition')).toContain(
      `filename*=UTF-8''${encodeURIComponent(`${body.title}.docx`)}`,
    )
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const bytes = await bytesOf(answer)
    expect(bytes.byteLength).toBe(Number(answer.headers.get('content-length')))
    const figures = await figuresInDocx(bytes)
    expect(figures).toMatchObject({ unbound: [], changed: [] })
    expect(figures.numerals).toBe(figures.bound + figures.declaredFree)
    const caller = await app.callerOf('yunxing')
    const file = await app.store.record(caller, 'file', body.file)
    expect(file?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  it('says in the office’s words what the board shows, names what lacks, and lists what was decided', async () => {
    const source = { kind: 'minutes', title: '会议纪要', number: null }
    const next = {
      title: '调度会',
      heldOn: '2022-05-10',
      kind: '调度会',
      authority: 'government',
      previous: MEETING,
      startsAt: null,
      place: null,
      chair: null,
    }
    const meeting = (await bodyOf(await app.request('/api/meetings', { as: 'yunxing', json: next }))).id
    const item = {
      title: '加快惠科项目建设',
      leadUnit: null,
      deadline: null,
      measure: null,
      document: null,
      meeting: MEETING,
      source,
    }
    await app.request('/api/items', { as: 'yunxing', json: item })
    const { body } = await make({ meeting })
    const text = await textOf(await bytesOf(await open(body.id)))
    expect(text).toContain('绵阳市地区生产总值784.28亿元，同比增长6.6%，高于全省1.3个百分点、高于全国1.8个百分点')
    expect(text).toMatch(/未查到公开数（缺）的有\d+项：.*社会消费品零售总额/)
    expect(text).toContain('汇报单位：待明确')
    expect(text).toContain('加快惠科项目建设')
    expect(text).toContain('待明确')
    expect(text).toContain('未评')
    expect(text).toContain(body.code)
  })

  it('read as known on a day gives that day’s figures, and the same ones again', async () => {
    const [early, one, other] = [await make({ on: '2022-04-20' }), await make(), await make()]
    const caller = await app.callerOf('yunxing')
    const refs = async ({ body }: typeof one) => (await app.store.record(caller, 'paper', body.id))?.figures
    expect(await refs(one)).toEqual(await refs(other))
    expect((await refs(one))?.some((ref) => ref.includes('/gdp.level.'))).toBe(true)
    expect((await refs(early))?.some((ref) => ref.includes('/gdp.level.') && ref.includes('/510700/'))).toBe(false)
    expect(await textOf(await bytesOf(await open(early.body.id)))).not.toContain('784.28')
  })

  it('read as known on a day stays the same after a later telling of its figures', async () => {
    const before = await make()
    const system = await app.store.wholeCity(app.city, '2022-04-26')
    const day = await app.store.record(system, 'setting', 'business-day')
    const pin = async (value: string, version: number) =>
      app.store.commit(system, [{ do: 'change', table: 'setting', id: 'business-day', version, set: { value } }])
    await pin('2022-07-20', day?.version ?? 1)
    const series = {
      indicator: 'gdp',
      measure: 'level',
      accumulation: 'ytd',
      origin: 'official',
      concept: 'default',
      dims: {},
    } as const
    const later = {
      series,
      unit: '元',
      region: '510700',
      period: '2022Q1',
      value: 79_000_000_000,
      printed: '790.00',
      printedUnit: '亿元',
      round: 'final',
      note: '终核',
      releaseState: 'reported',
      passport: { kind: 'manual', reason: '终核' },
    } as const
    const [told] = await app.store.commit(await app.callerOf('tongji'), [{ do: 'report', figures: [later] }])
    await app.store.commit(await app.callerOf('tongji'), [
      { do: 'release', refs: told && 'refs' in told ? told.refs : [], state: 'released' },
    ])
    expect(await textOf(await bytesOf(await open((await make({ on: '2022-07-20' })).body.id)))).toContain('790.00亿元')
    const after = await make()
    const said = async ({ body }: typeof after) =>
      (await textOf(await bytesOf(await open(body.id)))).replace(/打印时间.*/u, '')
    expect(await said(after)).toBe(await said(before))
    await pin('2022-04-26', (day?.version ?? 1) + 1)
  })

  it.each([
    [{ meeting: 'no-such' }, 404, '没有这次会议'],
    [{ on: '2022-04-27' }, 400, '晚于当前业务日期'],
    [{ on: '2022-02-30' }, 400, '不存在'],
    [{ kind: 'poem' }, 400, 'kind'],
  ])('%j is refused, nothing is kept', async (wrong, status, words) => {
    const count = async () => (await bodyOf<Made[]>(await app.request('/api/papers', { as: 'yunxing' }))).length
    const before = await count()
    const answer = await make(wrong)
    expect([answer.status, answer.body.detail]).toEqual([status, expect.stringContaining(words)])
    expect(await count()).toBe(before)
  })

  it('is made by its keepers and read by the city', async () => {
    const { body } = await make()
    for (const [as, mayMake, mayOpen] of [
      ['duban', 200, 200],
      ['lingdao', 403, 200],
      ['shenji', 403, 200],
      ['jingxin', 403, 404],
      ['jiangyou', 403, 404],
    ] as const)
      expect([as, (await make({}, as)).status, (await open(body.id, as)).status]).toEqual([as, mayMake, mayOpen])
    expect((await app.request(`/api/papers/${body.id}/file`)).status).toBe(401)
    expect(await (await app.request('/api/papers', { as: 'jiangyou' })).json()).toEqual([])
  })
})

it('a paper that holds a figure not yet released opens only for those on its list', async () => {
  const statistics = await app.callerOf('tongji')
  const reader = await app.callerOf('yunxing')
  const series = {
    indicator: 'tax',
    measure: 'level',
    accumulation: 'ytd',
    origin: 'official',
    concept: 'default',
    dims: {},
  } as const
  const draft = {
    series,
    unit: '元',
    region: '510700',
    period: '2022Q1',
    value: 3_210_000_000,
    printed: '32.10',
    printedUnit: '亿元',
    round: null,
    note: null,
    releaseState: 'reported',
    passport: { kind: 'manual', reason: '测试' },
  } as const
  const listed = [statistics, reader].map(({ id }) => ({ values: { indicator: 'tax', account: id, reason: '起草' } }))
  await app.store.commit(statistics, [{ do: 'add', table: 'earlyReader', rows: listed }])
  await app.store.commit(await app.callerOf('tongji'), [
    { do: 'report', figures: [draft], releaseAt: '2999-01-01T00:00:00.000Z' },
  ])
  const early = await make({}, 'yunxing')
  const late = await make({}, 'duban')
  expect(await textOf(await bytesOf(await open(early.body.id, 'yunxing')))).toContain('32.10')
  expect(await textOf(await bytesOf(await open(late.body.id, 'duban')))).not.toContain('32.10')
  for (const as of ['duban', 'lingdao', 'shenji', 'guanli']) {
    const answer = await open(early.body.id, as)
    expect([as, answer.status, (await bodyOf(answer)).code]).toEqual([as, 403, 'right.missing'])
  }
})
