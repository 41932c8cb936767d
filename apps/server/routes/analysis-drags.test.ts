import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dragsDesk, sum } from '../testing/drags-desk.ts'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'
import type { PeriodSheetView } from '../views/period-sheet-schema.ts'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp({ demonstration: true })
})
afterAll(() => app.end())

const { drags, drawn, refused } = dragsDesk(() => app)

describe('over published figures', () => {
  it('三次产业: pulls with their figures, a remainder, the published growth in all', async () => {
    const got = await drawn('subject=parts&against=last-year')
    expect(got.rows.map(({ label, shown }) => [label, shown])).toEqual([
      ['三产', '+3.36'],
      ['二产', '+2.98'],
      ['一产', '+0.30'],
      ['未分摊', '−0.04'],
    ])
    expect(sum(got.rows.map(({ effect }) => effect))).toBeCloseTo(0.066, 12)
    expect(got.rows[0]?.cells[0]).toMatchObject({ kind: 'figure', fig: { shown: '422.82', mark: null } })
    expect(got.rows[0]?.cells[2]).toMatchObject({
      kind: 'compare',
      compare: { formula: 'part.pull', inputs: [expect.stringContaining('va3.level'), expect.any(String)] },
    })
    expect(got.proof).toBe('各项之和 +6.60个百分点 ＝ 合计 +6.60个百分点')
  })
  it('against the province and the last period: structure and rate, from their growth to ours', async () => {
    const got = await drawn('subject=parts&against=province')
    expect([got.start?.shown, got.end.shown]).toEqual(['5.3', '6.6'])
    expect(sum(got.rows.map(({ effect }) => effect))).toBeCloseTo(0.013, 12)
    expect((await drawn('subject=parts&against=last-period')).start).toMatchObject({
      label: '2021年增速',
      shown: '8.7',
    })
  })
  it.each([
    ['subject=parts&indicator=va2', '缺工业总量'],
    ['subject=parts&against=target', '待明确'],
    ['subject=parts&against=value', '未报送或未公布'],
    ['subject=counties&indicator=iva', '不公布绝对额'],
    ['subject=counties&indicator=retail&against=value', '没有不变价增速'],
    ['subject=counties&against=target', '演示数据没有年度目标'],
    ['subject=enterprises&against=value', '产量和单价'],
  ])('%s is refused in words', async (query, why) => expect(await refused(query)).toContain(why))
  it.each([
    ['subject=villages', 'input.invalid'],
    ['subject=parts&indicator=cpi', 'indicator.unknown'],
    ['period=2022Q9', 'period.invalid'],
  ])('%s is no question', async (query, code) => {
    const answer = await app.request(`/api/analysis/drags?${query}`, { as: 'yunxing' })
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, code])
  })
})

it('against a target of the year: what each industry takes from it', async () => {
  const caller = await app.store.wholeCity(app.city, '2022-04-26')
  const values = {
    layer: '人代会',
    owner: '绵阳市',
    document: '测试文件',
    clause: '增长7%以上',
    indicator: 'gdp',
    concept: 'default',
    region: '510700',
    year: 2022,
    measure: 'growth-real',
    operator: '≥',
    value: 0.07,
    unit: 'ratio',
    printed: '7',
    printedUnit: '%',
    cite: { document: '测试文件' },
    grade: 'C',
  }
  await app.store.commit(caller, [{ do: 'add', table: 'target', rows: [{ id: 'test-target', values }] }])
  const got = await drawn('subject=parts&against=target')
  expect(got.start).toMatchObject({ label: '年度目标增速', shown: '7.0' })
  expect(sum(got.rows.map(({ effect }) => effect))).toBeCloseTo(-0.004, 12)
  expect(got.notes.join()).toContain('7%以上')
})

it('a 拉动 the statistics office tells stands in place of ours once it is released; what differs is said', async () => {
  const report = async (measure: string, value: string, unit: string, as = 'tongji', indicator = 'va2') => {
    const json = {
      indicator,
      measure,
      accumulation: 'ytd',
      region: '510700',
      period: '2022Q1',
      value,
      unit,
      reason: '公报表1',
    }
    const answer = await app.request('/api/figures', { as, json })
    return {
      status: answer.status,
      ...((await answer.json()) as { ref?: string; unitShown?: string; detail?: string }),
    }
  }
  const pull = await report('pull', '3.2', '个百分点')
  expect(pull).toMatchObject({ status: 200, unitShown: '个百分点' })
  expect(await report('pull', '3.2', '个百分点', 'tongji', 'gdp')).toMatchObject({ status: 400 })
  expect((await report('pull', '320', '个百分点')).detail).toContain('个百分点')
  expect((await report('contribution', '45.1', '亿元')).detail).toContain('%')
  await app.request('/api/figures/release', { as: 'tongji', json: { refs: [pull.ref] } })
  const got = await drawn('subject=parts&against=last-year')
  const row = got.rows.find(({ label }) => label === '二产')
  expect([row?.shown, row?.cells[2], got.heads.at(-1)]).toEqual([
    '+3.2',
    expect.objectContaining({ kind: 'figure', published: true }),
    '测算拉动（个百分点）',
  ])
  expect(row?.cells.at(-1)).toMatchObject({ kind: 'compare', compare: { shown: '+2.98' } })
  expect(sum(got.rows.map(({ effect }) => effect))).toBeCloseTo(0.066, 12)
  expect(got.notes.join('；')).toMatch(/二产的拉动为公布数，.*为测算.*相差\+0\.22个百分点，不是舍入差/)
  const sheet = (await (await app.request('/api/indicators/va2/periods', { as: 'yunxing' })).json()) as PeriodSheetView
  const line = sheet.rows.find(({ period }) => period === '2022Q1')
  expect(sheet.pullsOn).toBe('GDP')
  expect([line?.pull, line?.ours]).toMatchObject([{ shown: '3.2', unitShown: '个百分点' }, { shown: '2.98' }])
  const findings = await (
    await app.request('/api/analysis/answers/indicator:gdp?period=2022Q1', { as: 'yunxing' })
  ).text()
  expect(findings).toContain('拉动3.2个百分点')
})

describe('over counties', () => {
  it('江油 takes most from the city, by demonstration figures that say so', async () => {
    const got = await drawn('subject=counties')
    expect(got.rows[0]).toMatchObject({
      label: '江油',
      demo: true,
      open: { subject: 'enterprises', region: '510781' },
      cells: [{ fig: { mark: '演示' } }, {}, {}],
    })
    expect(got.rows[0]?.effect).toBeLessThan(-0.004)
    expect(sum(got.rows.map(({ effect }) => effect))).toBeCloseTo(0, 12)
    expect(got.notes.join()).toContain('演示')
    expect((await drags('subject=counties')).title).toContain('（演示）')
  })
  it.each(['last-year', 'last-year-growth', 'last-period', 'city-mean'])(
    'against %s the counties and the remainder make the gap, to 1e-9',
    async (against) => {
      const got = await drawn(`subject=counties&against=${against}`)
      const gap = got.end.value - (got.start?.value ?? 0)
      expect(Math.abs(sum(got.rows.map(({ effect }) => effect)) - gap)).toBeLessThan(1e-9)
    },
  )
  it('against the province: its demonstration has no growth to be set beside, and the published is of another kind', async () =>
    expect(await refused('subject=counties&against=province')).toContain('同一来源、口径的全省增速'))
  it('volume, mix and price add up to the change at current prices', async () => {
    const got = await drawn('subject=counties&against=value')
    expect(sum(got.rows.map(({ effect }) => effect))).toBeCloseTo(got.end.value, 3)
    expect(got.unit).toBe('亿元')
  })
  it('a county that sees itself alone is told why there is nothing to share out', async () =>
    expect(await refused('subject=counties', 'jiangyou')).toContain('只能看本地的数'))
})

describe('over the ledgers', () => {
  it('projects behind time, down to the row of the ledger', async () => {
    const city = await drawn('subject=projects')
    const jiangyou = await drawn('subject=projects&region=510781')
    const industry = await drawn(`subject=projects&region=510781&group=${encodeURIComponent('产业')}`)
    expect(city.rows.find(({ key }) => key === '510781')?.effect).toBe(sum(jiangyou.rows.map(({ effect }) => effect)))
    expect(jiangyou.rows.find(({ key }) => key === '产业')?.effect).toBe(sum(industry.rows.map(({ effect }) => effect)))
    const [worst] = industry.rows
    expect(worst).toMatchObject({ label: expect.stringContaining('演示项目'), entry: { ledger: 'projects.project' } })
    const entry = await app.request(`/api/ledgers/projects.project/rows/${worst?.entry?.id}`, { as: 'yunxing' })
    expect(entry.status).toBe(200)
    expect(city.notes.join()).toContain('未报完成投资')
  })
  it('a county sees its own projects and enterprises, begins there, and is told of no whole city', async () => {
    const paths = async (asked: string, as?: string) => (await drags(asked, as)).path.map(({ label }) => label)
    for (const subject of ['projects', 'enterprises']) {
      const own = await drawn(`subject=${subject}`, 'jiangyou')
      expect(own).toEqual(await drawn(`subject=${subject}&region=510781`, 'jiangyou'))
      expect(own.rows.length).toBeGreaterThan(1)
      expect(await paths(`subject=${subject}`, 'jiangyou')).toEqual(['江油'])
      expect(await paths(`subject=${subject}&region=510781`)).toEqual(['全市', '江油'])
    }
    // What is of the whole city, and not of the total above it, says so; a county's own is of its own total.
    const [city, one, own] = [
      await drawn('subject=enterprises'),
      await drawn('subject=enterprises&region=510781'),
      await drawn('subject=enterprises', 'jiangyou'),
    ].map(({ heads }) => heads.slice(-2))
    expect([city, one, own]).toEqual([
      ['拉动（个百分点）', '占增减（%）'],
      ['拉动全市（个百分点）', '占全市增减（%）'],
      ['拉动（个百分点）', '占增减（%）'],
    ])
    const first = await drags('', 'jiangyou')
    expect(first).toMatchObject({ subject: 'projects', title: expect.stringMatching(/^2022年一季度江油完成投资/) })
    expect((await drags('')).subject).toBe('counties')
    expect(await drags('', 'jingkai')).toMatchObject({
      subject: 'projects',
      path: [{ label: '经开区' }],
      outcome: { kind: 'drag' },
    })
  })
  it('nothing is told of a quarter that has not ended', async () =>
    expect(await refused('subject=projects&on=2022-03-28')).toContain('该期未结束'))
})

it('asks for a sign-in', async () => expect((await app.request('/api/analysis/drags')).status).toBe(401))
