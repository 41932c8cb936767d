import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerText } from '../testing/answer-text.ts'
import { enterFirms, publish, runHuangyan, setDay } from '../testing/evaluation-desk.ts'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'
import type { CardView } from '../views/evaluation/card-schema.ts'
import type { PlanView, SideBySideView, WhatIfView } from '../views/evaluation/effect-schema.ts'
import type { MethodView } from '../views/evaluation/item-schema.ts'
import type { RunView } from '../views/evaluation/list-schema.ts'
import type { EvaluationPage, RankingView } from '../views/evaluation/run-schema.ts'

let app: ScratchApp
let run: RunView
beforeAll(async () => {
  app = await scratchApp()
  await enterFirms(app, 2021)
  await enterFirms(app, 2022, (one) => ({ ...one, tax: one.tax === null ? null : one.tax * 1.1 }))
  run = await runHuangyan(app, 2022)
})
afterAll(() => app.end())

const get = <T>(path: string, as = 'jingxin'): Promise<T> => app.read<T>(`/api${path}`, as)
const post = async <T>(path: string, json: unknown, as = 'jingxin'): Promise<T> => {
  const answer = await app.request(`/api${path}`, { as, json })
  return (await answer.json()) as T
}
const statusOf = async (path: string, as: string, json?: unknown): Promise<number> =>
  (await app.request(`/api${path}`, { as, ...(json === undefined ? {} : { json }) })).status

const pageOf = (id: string, as?: string): Promise<EvaluationPage> => get(`/evaluations/${id}`, as)
const rowNamed = (page: EvaluationPage, name: string): RankingView => {
  const row = page.rows.find((one) => one.name === name)
  if (!row) throw new Error(`no ${name}`)
  return row
}

describe('a run', () => {
  it('ranks the rows of a year with the provenance of every value', async () => {
    const page = await pageOf(run.id)
    expect(page.run).toMatchObject({ state: '试算', units: 12, year: 2022, changed: false })
    expect(page.rows.map(({ rank }) => rank)).toEqual(
      [...page.rows.map(({ rank }) => rank)].sort((a, b) => (a ?? 0) - (b ?? 0)),
    )
    expect(page.rows[0]).toMatchObject({ name: '测试甲公司', rank: 1 })
    expect(page.items).toHaveLength(6)
    expect(page.items[0]).toMatchObject({ name: '亩均税收', benchmark: '24.097 万元/亩', cap: null })
    expect(page.items.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12)
    const card = await get<CardView>(`/evaluations/${run.id}/units/${rowNamed(page, '测试丁公司').unit}`)
    const tax = card.inputs.find(({ code }) => code === '亩均税收')
    expect(tax).toMatchObject({
      value: 0,
      sourceClass: '税务',
      entryVersion: 1,
      missingWords: '台账为 −44，按方案计 0',
    })
    expect(card.parts.reduce((sum, { points, depth }) => sum + (depth === 1 ? (points ?? 0) : 0), 0)).toBeCloseTo(
      card.row.score ?? 0,
      9,
    )
  })

  it('against another unit and last year the parts add up', async () => {
    const last = await runHuangyan(app, 2021)
    const page = await pageOf(run.id)
    const unit = rowNamed(page, '测试己公司').unit
    for (const against of [rowNamed(page, '测试甲公司').unit, 'last-year']) {
      const card = await get<CardView>(`/evaluations/${run.id}/units/${unit}?against=${against}`)
      const { from, to, lines } = card.against ?? { from: null, to: null, lines: [] }
      const told = lines
        .filter(({ depth }) => depth === 1)
        .reduce((sum, { byScore, byWeight }) => sum + byScore + byWeight, 0)
      expect(told).toBeCloseTo((to ?? 0) - (from ?? 0), 9)
      expect(card.lastRun?.id).toBe(last.id)
    }
  })

  it('shows beside each grade the one of the year before under the same method', async () => {
    const runOf = async (year: number) => {
      const json = { scheme: 'parks.sichuan', version: 'parks.sichuan:2020-01-01', year, title: `四川${year}` }
      const answer = await app.request('/api/evaluations', { as: 'jingxin', json })
      return pageOf(((await answer.json()) as RunView).id)
    }
    const before = await runOf(2021)
    expect([before.lastRun, before.rows.flatMap(({ gradeBefore }) => gradeBefore ?? [])]).toEqual([null, []])
    const now = await runOf(2022)
    expect(now.lastRun).toEqual({ id: before.run.id, name: '四川2021' })
    const gradesBy = (of: 'grade' | 'gradeBefore', rows: EvaluationPage['rows']) =>
      Object.fromEntries(rows.map((one) => [one.name, one[of]]))
    expect(new Set(before.rows.map(({ grade }) => grade)).size).toBeGreaterThan(1)
    expect(gradesBy('gradeBefore', now.rows)).toEqual(gradesBy('grade', before.rows))
  })

  it('offers each number once, with every indicator that rests on it', async () => {
    const unit = rowNamed(await pageOf(run.id), '测试己公司').unit
    const { levers } = await get<CardView>(`/evaluations/${run.id}/units/${unit}`)
    expect(new Set(levers.map(({ label }) => label)).size).toBe(levers.length)
    expect(levers.find(({ label }) => label === '工业增加值')?.usedIn).toEqual([
      '亩均增加值',
      '单位能耗增加值',
      '单位排放增加值',
      '全员劳动生产率',
    ])
  })

  it('tells the cheapest way to a score within bounds, and that too narrow ones do not do', async () => {
    const page = await pageOf(run.id)
    const row = rowNamed(page, '测试己公司')
    const ask = (most: number) =>
      post<PlanView>(`/evaluations/${run.id}/units/${row.unit}/cheapest`, {
        goal: { score: (row.score ?? 0) + 5 },
        levers: [{ code: '亩均税收', least: 0, most }],
      })
    expect(await ask(100_000)).toMatchObject({ kind: 'plan', moves: [{ code: '亩均税收', unitShown: '万元' }] })
    expect(await ask(331)).toMatchObject({ kind: 'out-of-reach' })
  })

  it('other weights show winners and losers and are kept as a run of their own', async () => {
    const weights = {
      亩均税收: 0.9,
      亩均增加值: 0.02,
      单位能耗增加值: 0.02,
      单位排放增加值: 0.02,
      全员劳动生产率: 0.02,
      研发经费占比: 0.02,
    }
    const effect = await post<WhatIfView>(`/evaluations/${run.id}/what-if`, { weights })
    expect(effect).toMatchObject({ kind: 'compared' })
    if (effect.kind === 'compared') expect(effect.winners + effect.losers + effect.unchanged).toBe(12)
    const kept = await post<RunView>(`/evaluations/${run.id}/change`, { title: '税收优先', weights })
    expect(kept).toMatchObject({ state: '试算', changed: true, basedOn: { id: run.id } })
    expect((await pageOf(kept.id)).items[0]?.weight).toBeCloseTo(0.9, 12)
    const beside = await get<SideBySideView>(
      `/evaluations/${run.id}/side-by-side?schemes=${kept.id},parks.jingde:2021-01-01`,
    )
    if (beside.kind === 'refused') throw new Error(beside.message)
    const [own, other, shipped] = beside.schemes
    expect([own?.differs, own?.words]).toEqual([[], expect.stringContaining('试算 2022-04-26')])
    expect([other?.id, other?.differs]).toEqual([kept.id, [expect.stringMatching(/^权重：.*亩均税收 .*%→.*%/u)]])
    expect(shipped?.differs).toEqual(['另一办法'])
    // Places apart are told among those every scheme ranks: a scheme that ranks more of them would shift all.
    const told = beside.rows.filter(({ spread }) => spread !== null)
    expect([told.length, Math.min(...beside.schemes.map(({ units }) => units))]).toEqual([
      beside.common,
      expect.any(Number),
    ])
    expect(told.filter(({ ranks }) => ranks.includes(null))).toEqual([])
    expect(Math.max(...told.map(({ spread }) => spread ?? 0))).toBeLessThan(beside.common)
    expect(await statusOf(`/evaluations/${run.id}/what-if`, 'jiangyou', { weights })).toBe(404)
  })

  it('computed again from its files it is the same to the byte', async () => {
    expect(await get(`/evaluations/${run.id}/replay`)).toMatchObject({ reproduced: true })
  })

  it('is made by those who keep the ledger alone', async () => {
    const asked = { scheme: 'parks.huangyan', version: 'parks.huangyan:2022-01-01', year: 2022, title: '试' }
    for (const as of ['jiangyou', 'jingkai', 'duban', 'tongji', 'lingdao', 'shenji', 'guanli'])
      expect([as, await statusOf('/evaluations', as, asked)]).toEqual([as, 403])
    expect(await statusOf('/evaluations', 'jingxin', { ...asked, year: 2005 })).toBe(422)
  })

  it('the method says what its documents do not', async () => {
    const method = await get<MethodView>('/evaluation-schemes/parks.sichuan', 'jiangyou')
    expect(method.unknowns.length).toBeGreaterThan(5)
    expect(method.items.find(({ code }) => code === '研发投入强度')).toMatchObject({ benchmark: '1.5%', cap: null })
    expect(method.grading[0]).toMatchObject({ words: 'A：不超过 30%' })
  })
})

describe('公示', () => {
  it('before it a county meets nothing; after it places and grades, and values of its own firms', async () => {
    const fresh = await runHuangyan(app, 2022)
    expect(await statusOf(`/evaluations/${fresh.id}`, 'jiangyou')).toBe(404)
    expect((await get<{ runs: RunView[] }>('/evaluations', 'jiangyou')).runs).toEqual([])
    const shown = await publish(app, fresh, '2022-04-26')
    expect(shown).toMatchObject({ state: '公示', publicFrom: '2022-04-26', publicTo: '2022-04-28' })
    const page = await pageOf(fresh.id, 'jiangyou')
    const own = rowNamed(page, '测试甲公司')
    const others = rowNamed(page, '测试丁公司')
    expect(own).toMatchObject({ rank: 1, own: true, score: expect.any(Number) })
    expect(others).toMatchObject({ rank: expect.any(Number), own: false, score: null, entry: null })
    const card = await get<CardView>(`/evaluations/${fresh.id}/units/${others.unit}`, 'jiangyou')
    expect(card).toMatchObject({ inputs: [], parts: [], levers: [] })
    expect(await statusOf(`/evaluations/${fresh.id}/units/${own.unit}?against=${others.unit}`, 'jiangyou')).toBe(403)
    expect((await pageOf(fresh.id, 'duban')).rows.every(({ score }) => score === null)).toBe(true)
  })

  it('is only for results of a year the method is in force for', async () => {
    const tried = await app.request('/api/evaluations', {
      as: 'jingxin',
      json: { scheme: 'parks.huangyan', version: 'parks.huangyan:2021-01-01', year: 2022, title: '旧办法试算' },
    })
    const run = (await tried.json()) as RunView
    const answer = await app.request(`/api/evaluations/${run.id}/publish`, {
      as: 'jingxin',
      json: { version: run.version, from: '2022-04-26' },
    })
    expect([tried.status, answer.status]).toEqual([200, 409])
    expect(await answer.text()).toContain('2022年的结果只能试算')
  })

  it('prints as a Word file of places and grades, and is kept among the papers by who keeps them', async () => {
    const fresh = await publish(app, await runHuangyan(app, 2022), '2022-04-26')
    const door = `/api/evaluations/${fresh.id}/notice`
    const printed = await app.request(door, { as: 'jiangyou' })
    const text = await answerText(printed)
    expect(text).toContain('测试丁公司')
    expect(text).toContain('2022年4月28日')
    expect((await app.request(door, { as: 'jingxin', method: 'POST' })).status).toBe(403)
    const kept = await app.request(door, { as: 'yunxing', method: 'POST' })
    const { id } = (await kept.json()) as { id: string }
    expect(await get(`/papers/${id}`, 'yunxing')).toMatchObject({ kindLabel: '评价结果公示', state: '草稿' })
  })

  it('on the day after its last, with every appeal answered, it is settled by name', async () => {
    const fresh = await publish(app, await runHuangyan(app, 2022), '2022-04-26')
    const settle = () =>
      app.request(`/api/evaluations/${fresh.id}/settle`, {
        as: 'jingxin',
        json: { version: fresh.version, approver: '王某' },
      })
    await setDay(app, '2022-04-28')
    expect((await settle()).status).toBe(409)
    await setDay(app, '2022-04-29')
    expect(await (await settle()).json()).toMatchObject({ state: '定稿', finalOn: '2022-04-29' })
    await setDay(app, '2022-04-26')
  })

  it('is neither settled nor published anew while it runs', async () => {
    const fresh = await publish(app, await runHuangyan(app, 2022), '2022-04-26')
    const ask = { version: fresh.version, approver: '王某' }
    expect(await statusOf(`/evaluations/${fresh.id}/settle`, 'jingxin', ask)).toBe(409)
    expect(
      await statusOf(`/evaluations/${fresh.id}/publish`, 'jingxin', { version: fresh.version, from: '2022-04-27' }),
    ).toBe(409)
  })
})

describe('删除试算', () => {
  const remove = ({ id, version }: RunView, as = 'jingxin'): Promise<number> =>
    statusOf(`/evaluations/${id}/remove`, as, { version })

  it('is for who made it, and leaves what others rest on or saw', async () => {
    const own = await runHuangyan(app, 2022)
    expect([await remove(own, 'yunxing'), await remove(own, 'jiangyou')]).toEqual([409, 404])
    expect(await remove(own)).toBe(200)
    expect(await statusOf(`/evaluations/${own.id}`, 'jingxin')).toBe(404)
    expect((await get<{ runs: RunView[] }>('/evaluations')).runs.map(({ id }) => id)).not.toContain(own.id)
    const base = await runHuangyan(app, 2022)
    const weights = Object.fromEntries((await pageOf(base.id)).items.map(({ code }, i) => [code, i === 0 ? 0.5 : 0.1]))
    const child = await post<RunView>(`/evaluations/${base.id}/change`, { title: '另一种', weights })
    expect(await remove(base)).toBe(409)
    expect([await remove(child), await remove(base)]).toEqual([200, 200])
    const kept = await runHuangyan(app, 2022)
    await app.request(`/api/evaluations/${kept.id}/notice`, { as: 'yunxing', method: 'POST' })
    expect(await remove(kept)).toBe(409)
    const shown = await publish(app, kept, '2022-04-26')
    expect(await remove(shown)).toBe(409)
  })
})
