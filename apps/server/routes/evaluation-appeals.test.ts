import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerText } from '../testing/answer-text.ts'
import { enterFirms, publish, runHuangyan, setDay } from '../testing/evaluation-desk.ts'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'
import type { AppealView, CorrectionView } from '../views/evaluation/appeal-schema.ts'
import type { CardView } from '../views/evaluation/card-schema.ts'
import type { RunView } from '../views/evaluation/list-schema.ts'
import type { PaperRunView } from '../views/evaluation/paper-run.ts'
import type { EvaluationPage } from '../views/evaluation/run-schema.ts'

type Appeals = { appeals: AppealView[]; corrections: CorrectionView[] }

let app: ScratchApp
let run: RunView
let page: EvaluationPage
beforeAll(async () => {
  app = await scratchApp()
  await enterFirms(app, 2022)
  run = await publish(app, await runHuangyan(app, 2022), '2022-04-26')
  page = await get(`/evaluations/${run.id}`)
})
afterAll(() => app.end())

const get = <T>(path: string, as = 'jingxin'): Promise<T> => app.read<T>(`/api${path}`, as)
const unitNamed = (name: string): string => page.rows.find((one) => one.name === name)?.unit ?? ''

const file = (as: string, fields: Readonly<Record<string, string>>, upload?: File): Promise<Response> => {
  const form = new FormData()
  for (const [key, value] of Object.entries(fields)) form.set(key, value)
  if (upload) form.set('file', upload)
  return app.request(`/api/evaluations/${run.id}/appeals`, { as, method: 'POST', body: form })
}
const filed = async (as: string, name: string, more: Readonly<Record<string, string>>): Promise<string> => {
  const answer = await file(as, { unit: unitNamed(name), reason: '完税证明与台账不一致', ...more })
  if (!answer.ok) throw new Error(await answer.text())
  return ((await answer.json()) as { id: string }).id
}
const decide = (appeal: string, json: object, as = 'jingxin'): Promise<Response> =>
  app.request(`/api/evaluations/${run.id}/appeals/${appeal}/decide`, { as, json })

/** The 公示稿 of a run kept among the papers. */
const keepNotice = async (id: string): Promise<string> => {
  const answer = await app.request(`/api/evaluations/${id}/notice`, { as: 'yunxing', method: 'POST' })
  return ((await answer.json()) as { id: string }).id
}

const DECISION = { version: 1, decision: '经税务部门核实', decidedBy: '李某' }

describe('申诉', () => {
  it('is filed by the county or park of the firm, with evidence that those without its values do not meet', async () => {
    const pdf = new File([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d])], '完税证明.pdf')
    const answer = await file(
      'jiangyou',
      { unit: unitNamed('测试癸公司'), indicator: '亩均税收', asked: '345.678', reason: '实缴税收应为 345.678 万元' },
      pdf,
    )
    const { id } = (await answer.json()) as { id: string }
    const own = (await get<Appeals>(`/evaluations/${run.id}/appeals`, 'jiangyou')).appeals[0]
    expect(own).toMatchObject({ id, was: 140, asked: 345.678, state: '待核', file: { name: '完税证明.pdf' } })
    const door = `/api/evaluations/${run.id}/appeals/${id}/file`
    expect((await app.request(door, { as: 'jiangyou' })).headers.get('content-type')).toBe('application/pdf')
    for (const as of ['fucheng', 'jingkai'])
      expect((await get<Appeals>(`/evaluations/${run.id}/appeals`, as)).appeals).toEqual([])
    for (const as of ['duban', 'shenji', 'fucheng']) {
      expect([as, (await app.request(door, { as })).status]).toEqual([as, 404])
      const text = JSON.stringify(await get(`/evaluations/${run.id}/appeals`, as))
      expect(text).not.toContain('345.678')
    }
    expect((await file('fucheng', { unit: unitNamed('测试癸公司'), indicator: '亩均税收', reason: '替' })).status).toBe(
      403,
    )
    expect((await file('jiangyou', { unit: unitNamed('测试癸公司'), indicator: '无此项', reason: '错' })).status).toBe(
      404,
    )
    expect((await decide(id, { ...DECISION, upheld: false, decision: '' })).status).toBe(400)
    expect((await decide(id, { ...DECISION, upheld: false }, 'jiangyou')).status).toBe(403)
    expect(await (await decide(id, { ...DECISION, upheld: false })).json()).toEqual({ run: null })
    expect((await decide(id, { ...DECISION, version: 2, upheld: false })).status).toBe(409)
  })

  it('upheld corrects the row in its ledger, runs anew, lists the displaced, and leaves the old run as it was', async () => {
    const before = await get<{ reproduced: boolean; files: { what: string; sha256: string }[] }>(
      `/evaluations/${run.id}/replay`,
    )
    const unit = unitNamed('测试丑公司')
    const id = await filed('jingkai', '测试丑公司', { indicator: '亩均税收', asked: '600' })
    const { run: corrected } = (await (await decide(id, { ...DECISION, upheld: true })).json()) as { run: string }
    const fresh = await get<EvaluationPage>(`/evaluations/${corrected}`)
    const [rank, was] = [fresh, page].map(({ rows }) => rows.find((one) => one.unit === unit)?.rank ?? 0)
    expect(rank).toBeLessThan(was ?? 0)
    expect(fresh.run).toMatchObject({ state: '试算', basedOn: { id: run.id } })
    const row = await app.store.entry(await app.callerOf('jingxin'), 'parks.efficiency', unit)
    expect(row).toMatchObject({ version: 2, values: { taxPaid: 6_000_000 } })

    const { appeals, corrections } = await get<Appeals>(`/evaluations/${run.id}/appeals`)
    expect(appeals.find((one) => one.id === id)).toMatchObject({
      state: '采纳',
      decision: '经税务部门核实',
      correctedBy: { id: corrected },
    })
    expect(corrections[0]).toMatchObject({ before: { id: run.id }, after: { id: corrected } })
    const shift = expect.objectContaining({ unit, rank: { from: was, to: rank } })
    expect(corrections[0]?.corrected).toEqual([
      { unit, name: '测试丑公司', label: '评价税收', unitShown: '万元', was: '60', now: '600', shift },
    ])
    const displaced = corrections[0]?.displaced ?? []
    expect(displaced.map((one) => one.unit)).not.toContain(unit)
    expect(displaced.every(({ places }) => (places ?? 0) < 0)).toBe(true)
    expect(displaced).toHaveLength((was ?? 0) - (rank ?? 0))

    const after = await get<typeof before>(`/evaluations/${run.id}/replay`)
    expect(after).toEqual(before)
    expect(after.reproduced).toBe(true)
    expect((await get<EvaluationPage>(`/evaluations/${run.id}`)).run.replacedBy?.id).toBe(corrected)
    expect(await app.store.verify(app.city)).toMatchObject({ ok: true, firstBad: null, state: { mismatches: [] } })
  })

  it('of another firm is filed while the correction is not public, decided on the run that stands, and settles nothing open', async () => {
    const land = (
      await get<CardView>(`/evaluations/${run.id}/units/${unitNamed('测试乙公司')}`, 'jiangyou')
    ).inputs.find(({ role }) => role === 'denominator')
    const id = await filed('jiangyou', '测试乙公司', { indicator: land?.code ?? '', asked: '25' })
    const first = (await get<EvaluationPage>(`/evaluations/${run.id}`)).run.replacedBy?.id ?? ''
    const standing = await get<Appeals>(`/evaluations/${first}/appeals`)
    expect(standing.appeals.find((one) => one.id === id)).toMatchObject({
      evaluation: run.id,
      label: land?.label,
      was: 20,
      asked: 25,
      entry: unitNamed('测试乙公司'),
    })
    expect((await get<EvaluationPage>(`/evaluations/${first}`)).run.openAppeals).toBe(1)
    const sum = await decide(id, { ...DECISION, upheld: true })
    expect([sum.status, ((await sum.json()) as { detail: string }).detail]).toEqual([
      409,
      expect.stringContaining('先在基础数据台账里更正'),
    ])
    const caller = await app.callerOf('jingxin')
    await app.store.commit(caller, [
      {
        do: 'amend',
        ledger: 'parks.efficiency',
        id: unitNamed('测试乙公司'),
        version: 1,
        values: { landOwn: (25 * 2000) / 3 },
        note: '不动产登记更正',
      },
    ])
    const { run: second } = (await (await decide(id, { ...DECISION, upheld: true })).json()) as { run: string }
    const fresh = await get<EvaluationPage>(`/evaluations/${second}`)
    expect(fresh.run).toMatchObject({ title: '2022年度测试评价（更正2）', basedOn: { id: run.id }, openAppeals: 0 })
    const { corrections } = await get<Appeals>(`/evaluations/${second}/appeals`)
    const shiftOf = (name: string) => expect.objectContaining({ unit: unitNamed(name) })
    expect(corrections[0]?.corrected).toEqual([
      {
        unit: unitNamed('测试丑公司'),
        name: '测试丑公司',
        label: '评价税收',
        was: '60',
        now: '600',
        unitShown: '万元',
        shift: shiftOf('测试丑公司'),
      },
      {
        unit: unitNamed('测试乙公司'),
        name: '测试乙公司',
        label: land?.label,
        was: '20',
        now: '25',
        unitShown: '亩',
        shift: shiftOf('测试乙公司'),
      },
    ])
    const again = await get<{ reproduced: boolean; correction: boolean; files: { what: string; sha256: string }[] }>(
      `/evaluations/${second}/replay`,
    )
    expect(again).toMatchObject({ reproduced: true, correction: true })
    const kept = await app.request(`/api/evaluations/${second}/kept/correction`, { as: 'jingxin' })
    const bytes = Buffer.from(await kept.arrayBuffer())
    expect(again.files).toContainEqual({
      what: 'correction',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
    })
    const told = await get<Appeals>(`/evaluations/${run.id}/appeals`)
    expect(told.corrections.map(({ after }) => after.id)).toEqual([second])
    expect(told.appeals.flatMap(({ correctedBy }) => correctedBy?.id ?? [])).toEqual([second, second])
    await publish(app, fresh.run, '2022-04-26')
    const late = await file('jingkai', { unit: unitNamed('测试丑公司'), indicator: '亩均税收', reason: '再' })
    expect([late.status, ((await late.json()) as { detail: string }).detail]).toEqual([
      403,
      expect.stringContaining('对更正后的一次申诉'),
    ])
  })

  it('and its run are read as they were known on a day', async () => {
    for (const door of ['', '/appeals', '/file', `/units/${unitNamed('测试乙公司')}`]) {
      const then = await app.request(`/api/evaluations/${run.id}${door}?on=2022-04-25`, { as: 'jingxin' })
      expect([door, then.status, await then.text()]).toEqual([door, 404, expect.stringContaining('截至 2022-04-25')])
    }
  })
})

it('公示 is withdrawn with a reason all may read, also on the paper kept of it, takes no new appeal, and begins anew', async () => {
  const fresh = await publish(app, await runHuangyan(app, 2022), '2022-04-26')
  const unit = unitNamed('测试甲公司')
  const withdraw = (reason: string, as = 'jingxin') =>
    app.request(`/api/evaluations/${fresh.id}/withdraw`, { as, json: { version: fresh.version, reason } })
  expect([(await withdraw('名单有漏', 'duban')).status, (await withdraw('　')).status]).toEqual([403, 400])
  const appeal = (more: Readonly<Record<string, string>> = {}) => {
    const form = new FormData()
    for (const [key, value] of Object.entries({ unit, indicator: '亩均税收', reason: '试', ...more }))
      form.set(key, value)
    return app.request(`/api/evaluations/${fresh.id}/appeals`, { as: 'jiangyou', method: 'POST', body: form })
  }
  const filed = (await (await appeal()).json()) as { id: string }
  const paper = await keepNotice(fresh.id)
  await setDay(app, '2022-04-27')
  const gone = (await (await withdraw('名单有漏')).json()) as RunView
  expect(gone).toMatchObject({ state: '已撤回', publicFrom: null, openAppeals: 1 })
  const shown = await get<EvaluationPage>(`/evaluations/${fresh.id}`, 'jiangyou')
  expect(shown.withdrawals).toEqual([
    {
      from: '2022-04-26',
      until: '2022-04-28',
      publishedBy: fresh.madeBy,
      withdrawnOn: '2022-04-27',
      withdrawnBy: fresh.madeBy,
      reason: '名单有漏',
    },
  ])
  expect(shown.may.appeal).toMatchObject({ can: false, why: expect.stringContaining('公示已撤回') })
  const late = await appeal()
  expect(late.status).toBe(409)
  const door = `/api/evaluations/${fresh.id}/notice`
  const told = await answerText(await app.request(door, { as: 'jiangyou' }))
  expect(told).toContain('现撤回公示')
  expect(told).not.toContain('测试丁公司')
  const decision = { version: 1, upheld: false, decision: '核对无误', decidedBy: '李某' }
  const decide = `/api/evaluations/${fresh.id}/appeals/${filed.id}/decide`
  expect((await app.request(decide, { as: 'jingxin', json: decision })).status).toBe(200)
  const again = await publish(app, gone, '2022-04-29')
  expect(again).toMatchObject({ state: '公示', openAppeals: 0, publicFrom: '2022-04-29', publicTo: '2022-05-01' })
  expect(await answerText(await app.request(door, { as: 'jiangyou' }))).toContain('以本次为准，公示期重新计算')
  const standing = async (id: string, on = '2022-04-27') => {
    const { evaluation } = await get<{ evaluation: PaperRunView }>(`/papers/${id}?on=${on}`, 'yunxing')
    return [evaluation.run.state, ...evaluation.withdrawals.map(({ reason }) => reason)]
  }
  expect([
    await standing(paper, '2022-04-26'),
    await standing(paper),
    await standing(await keepNotice(fresh.id)),
  ]).toEqual([['公示'], ['公示', '名单有漏'], ['公示']])
  const second = (await (await appeal({ asked: '1000' })).json()) as { id: string }
  const upheld = await app.request(`/api/evaluations/${fresh.id}/appeals/${second.id}/decide`, {
    as: 'jingxin',
    json: { ...DECISION, upheld: true },
  })
  const { run: corrected } = (await upheld.json()) as { run: string }
  expect(await answerText(await app.request(`/api/evaluations/${corrected}/notice`, { as: 'jingxin' }))).toContain(
    '撤回（名单有漏）',
  )
  await setDay(app, '2022-04-26')
})
