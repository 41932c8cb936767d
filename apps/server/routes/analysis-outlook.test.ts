import { readXlsx } from '@yundiao/office'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'
import type { BackTestView } from '../views/back-test.ts'
import type { OutlookEstimate, OutlookView } from '../views/outlook-schema.ts'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp({ demonstration: true })
})
afterAll(() => app.end())

const GDP_DEMO = 'gdp.growth-real.ytd.department~演示'
const POWER = 'elec.level.period.department~演示'

const ask = async <T>(path: string, query: Record<string, string> = {}, as = 'yunxing') => {
  const answer = await app.request(`/api/analysis/outlook${path}?${new URLSearchParams(query)}`, { as })
  return { status: answer.status, body: (await answer.json()) as T }
}
const view = async (query: Record<string, string>, as?: string): Promise<OutlookView> =>
  (await ask<OutlookView>('', query, as)).body
const estimate = async (query: Record<string, string>): Promise<OutlookEstimate> =>
  (await ask<OutlookEstimate>('/estimate', query)).body

describe('what was published', () => {
  it('the city’s own series is too short: how many there are, how many it takes, and another that is long enough', async () => {
    const { chosen } = await view({ indicator: 'gdp' })
    expect(chosen).toMatchObject({
      region: '510700',
      series: 'gdp.growth-real.ytd.official',
      unitShown: '%',
      isDemo: false,
      ability: { kind: 'refused', reason: 'too-short' },
      instead: { isDemo: true, series: GDP_DEMO },
      target: { used: null, required: { kind: 'refused', reason: 'target-missing' } },
    })
    expect(chosen?.ability).toMatchObject({ why: expect.stringMatching(/相连的公布数只有\d+个季度，至少要11个季度/u) })
    expect(chosen?.points.at(-1)).toMatchObject({ period: '2022Q1', value: 6.6, starts: '2022-01-01' })
  })
  it('another concept is said and not joined', async () => {
    const { chosen } = await view({ indicator: 'gdp', region: '510703' })
    const breaks = (await view({ indicator: 'gdp' })).choices.length
    expect(breaks).toBeGreaterThan(2)
    for (const one of chosen?.points ?? []) expect(one.fig.ref).toContain('510703')
  })
  it('a supposed target and bounds of the share give the growth required with bounds', async () => {
    const query = { indicator: 'gdp', target: '0.075', shareFrom: '0.2', shareTo: '0.24' }
    const { chosen } = await view(query)
    expect(chosen?.target).toMatchObject({
      used: { shown: '假定目标7.5%', supposed: true, year: 2022 },
      gap: '较假定目标−0.9个百分点',
      required: { kind: 'value', shown: '后三季度需增长7.7%～7.8%' },
    })
  })
  it('a target that was published is taken with its own words, and its gap', async () => {
    const { chosen } = await view({ indicator: 'gdp', region: '000000', series: 'gdp.growth-real.ytd.official' })
    expect(chosen?.target).toMatchObject({
      used: { shown: '目标5.5%左右', supposed: false, year: 2022 },
      gap: '较目标−0.7个百分点',
      required: { kind: 'refused', reason: 'input-missing' },
    })
  })
  it('amounts of January and February published together are added up to quarters', async () => {
    const { chosen } = await view({ indicator: 'retail', region: '000000', series: 'retail.level.period.official' })
    expect(chosen?.ability).toMatchObject({ kind: 'regular', words: expect.stringContaining('由月度数合成季度') })
  })
  it('single quarters of cumulative amounts, and the reason where growth cannot be taken apart', async () => {
    const amounts = await view({ indicator: 'gdp', series: 'gdp.level.ytd.department~演示', region: '510781' })
    expect(amounts.chosen?.singles.rows.length).toBeGreaterThan(2)
    const rates = await view({ indicator: 'gdp', series: GDP_DEMO, region: '510781' })
    expect(rates.chosen?.singles).toMatchObject({ rows: [], why: expect.stringContaining('不变价') })
    const nation = await view({ indicator: 'retail', region: '000000', series: 'retail.growth-nominal.ytd.official' })
    expect(nation.chosen?.singles).toMatchObject({ rows: [], why: '不能推算当期增速：上年同期绝对额未公布' })
    const budget = { indicator: 'retail', region: '510781', series: 'retail.growth-nominal.ytd.department~演示' }
    expect((await view(budget)).chosen?.singles).toMatchObject({ why: expect.stringContaining('未公布') })
  })
  it('opens on a series that can be forecast from where none is asked for; one that ended long ago says so', async () => {
    const then = await view({ indicator: 'retail', region: '000000', period: '2018Q2' })
    expect(then.chosen).toMatchObject({ series: 'retail.level.period.official', ability: { kind: 'regular' } })
    expect(then.chosen?.breaks.join()).not.toContain('不是本期的走势')
    const old = await view({ indicator: 'retail', region: '000000', series: 'retail.level.period.official' })
    expect(old.chosen?.breaks).toContain('这个数列连续公布只到2018年一季度，预测接在其后，不是本期的走势，不宜引用')
    expect((await view({ indicator: 'retail', region: '000000' })).chosen?.series).not.toBe(old.chosen?.series)
  })
  it('a period leaves later releases aside', async () => {
    const { chosen } = await view({ indicator: 'gdp', series: GDP_DEMO, period: '2021' })
    expect(chosen?.points.at(-1)?.period).toBe('2021')
  })
  it.each<[string, Record<string, string>, string]>([
    ['an unknown indicator', { indicator: 'nope' }, 'indicator.unknown'],
    ['a series spelled wrong', { indicator: 'gdp', series: 'x' }, 'series.unknown'],
    ['a later day', { indicator: 'gdp', on: '2022-05-01' }, 'day.invalid'],
    ['a period spelled wrong', { indicator: 'gdp', period: '2022-Q1' }, 'period.invalid'],
    ['bounds the wrong way round', { indicator: 'gdp', shareFrom: '0.3', shareTo: '0.2' }, 'input.invalid'],
    ['a target that is no number', { indicator: 'gdp', target: '七' }, 'input.invalid'],
  ])('refuses %s', async (_, query, code) => {
    expect((await ask<{ code: string }>('', query)).body.code).toBe(code)
  })
})

describe('what is worked out, in a thread of its own', () => {
  it('a series too short is refused in words, nothing is worked out', async () => {
    const { forecast, adjustment, likelihood } = await estimate({ indicator: 'gdp' })
    expect([forecast.kind, adjustment.kind, likelihood]).toEqual(['refused', 'refused', null])
  })
  it('rates: a fan in order, the seasonal naive beside, the likelihood of a supposed target with its assumption', async () => {
    const got = await estimate({ indicator: 'gdp', series: GDP_DEMO, target: '0.065' })
    if (got.forecast.kind === 'refused') throw new Error(got.forecast.why)
    expect(got.forecast.points.map(({ period }) => period)).toEqual(['2022Q2', '2022Q3', '2022', '2023Q1'])
    for (const one of got.forecast.points)
      expect(one.low95 < one.low80 && one.low80 < one.mean && one.mean < one.high80 && one.high80 < one.high95).toBe(
        true,
      )
    expect(got.forecast.accuracy.map(({ method }) => method)).toContain('snaive')
    expect(got.forecast.accuracy.filter(({ chosen }) => chosen)).toHaveLength(1)
    expect(got.adjustment).toMatchObject({ kind: 'refused', reason: 'yearly-rate' })
    expect(got.likelihood).toMatchObject({ kind: 'assessed', words: expect.stringContaining('假定目标6.5%') })
    const harder = await estimate({ indicator: 'gdp', series: GDP_DEMO, target: '0.09' })
    const odds = (one: OutlookEstimate) =>
      one.likelihood?.kind === 'assessed' ? one.likelihood.probability : Number.NaN
    expect(odds(harder)).toBeLessThan(odds(got))
  })
  it('amounts by month: adjusted beside, factors by year and month, M and Q in words', async () => {
    const got = await estimate({ indicator: 'elec', series: POWER })
    if (got.adjustment.kind === 'refused') throw new Error(got.adjustment.why)
    expect(got.adjustment.points).toHaveLength(99)
    expect(got.adjustment.factors[0]).toMatchObject({ year: 2022 })
    expect(got.adjustment.measures.map(({ name }) => name)).toEqual(
      [...Array(11).keys()].map((i) => `M${i + 1}`).concat('Q'),
    )
    expect(got.adjustment.verdict).toMatch(/质量(?:不)?合格：Q＝/u)
    expect(got.likelihood).toBeNull()
    expect(got.forecast).toMatchObject({ kind: 'forecast', unitError: '亿千瓦时' })
  })
  it('an asker who left is no longer worked for', async () => {
    const gone = new AbortController()
    const path = `/api/analysis/outlook/estimate?${new URLSearchParams({ indicator: 'elec', series: POWER, on: '2021-06-30' })}`
    const asked = app.request(path, { as: 'yunxing', signal: gone.signal })
    setTimeout(() => gone.abort(), 60)
    const answer = (await (await asked).json()) as { code?: string }
    expect(answer.code).toBe('analysis.cancelled')
  })
})

describe('as a sheet', () => {
  it('holds releases, what comes and the method; carrying it out is an event', async () => {
    const path = `/api/analysis/outlook/file?${new URLSearchParams({ indicator: 'gdp', series: GDP_DEMO })}`
    const answer = await app.request(path, { as: 'yunxing' })
    expect(answer.headers.get('content-disposition')).toContain('filename*=UTF-8')
    const [sheet] = (await readXlsx(new Uint8Array(await answer.arrayBuffer()))).sheets
    const rows: unknown[] = []
    for await (const row of sheet?.rows() ?? []) rows.push(row)
    const text = JSON.stringify(rows)
    for (const words of ['2022年一季度', '80%区间下限', '预测方法', '演示数据，非真实数据'])
      expect(text).toContain(words)
    const events = (await (await app.request('/api/events?stream=access', { as: 'shenji' })).json()) as object
    expect(JSON.stringify(events)).toContain('outlook.exported')
  })
})

it('is for those signed in, each with what they may see', async () => {
  expect((await app.request('/api/analysis/outlook')).status).toBe(401)
  expect((await app.request('/api/analysis/outlook/estimate')).status).toBe(401)
  const own = await view({ indicator: 'gdp' }, 'jiangyou')
  const all = await view({ indicator: 'gdp' })
  expect(own.choices.length).toBeLessThanOrEqual(all.choices.length)
})

it('the back-test is for everybody signed in: every group adds up to the whole, probabilities with what came true', async () => {
  expect((await app.request('/api/analysis/backtest')).status).toBe(401)
  const got = (await (await app.request('/api/analysis/backtest', { as: 'lingdao' })).json()) as BackTestView
  const count = (rows: readonly { forecasts: number }[]) => rows.reduce((sum, { forecasts }) => sum + forecasts, 0)
  for (const rows of [got.bySeries, got.byStep, got.byMethod]) expect(count(rows)).toBe(got.total.forecasts)
  expect(got.reliability.reduce((sum, row) => sum + row.count, 0)).toBe(got.total.forecasts)
  expect(got.byStep.map(({ label }) => label)).toEqual([
    '1个月后',
    '3个月后',
    '6个月后',
    '12个月后',
    '1个季度后',
    '2个季度后',
    '4个季度后',
  ])
  expect(got.sets.every(({ forecasts }) => forecasts >= 500)).toBe(true)
})

it('the back-test leaves as a sheet, to nobody who is not signed in', async () => {
  expect((await app.request('/api/analysis/backtest/file')).status).toBe(401)
  const answer = await app.request('/api/analysis/backtest/file', { as: 'jiangyou' })
  const labels: unknown[] = []
  for (const sheet of (await readXlsx(new Uint8Array(await answer.arrayBuffer()))).sheets)
    for await (const { cells } of sheet.rows()) labels.push(cells[0]?.value)
  expect(labels).toEqual(expect.arrayContaining(['90%—100%', '12个月后', '合计']))
})
