import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'
import type { Board } from '../views/board-schema.ts'
import type { PassportView } from '../views/passport-schema.ts'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp()
})
afterAll(() => app.end())

const growthOf = async (as: string) => {
  const row = (await app.read<Board>('/api/board?period=2022Q1', as)).rows.find((one) => one.indicator === 'retail')
  if (!row) throw new Error('no row of retail sales')
  return row.growth
}
const FIGURE = '/api/figure?ref='
const eventsNow = async () => app.store.heads(await app.callerOf('tongji'), ['figure', 'release'])

const RETAIL = {
  indicator: 'retail',
  measure: 'growth-nominal',
  accumulation: 'ytd',
  region: '510700',
  period: '2022Q1',
  value: '4.10',
  unit: '%',
  reason: '省统计局反馈',
}

describe('reporting and releasing', () => {
  it.each([
    ['a unit of another kind', { unit: '亿元' }, 400, 'input.invalid', '单位'],
    ['an unknown indicator', { indicator: 'x' }, 400, 'indicator.unknown', 'x'],
    ['an unknown region', { region: '999999' }, 400, 'region.unknown', '999999'],
    ['a period that has not ended', { period: '2022Q2' }, 400, 'period.invalid', '2022-06-30'],
    ['text for a number', { value: '四点一' }, 400, 'value.not-a-number', '四点一'],
    ['a growth below −100 %', { value: -101 }, 400, 'value.out-of-range', '-100%'],
    [
      'a growth at constant prices for a nominal one',
      { measure: 'growth-real' },
      400,
      'input.invalid',
      '社会消费品零售总额',
    ],
    ['no reason', { reason: ' ' }, 400, 'input.invalid', '事由'],
    ['a missing field', { region: undefined }, 400, 'input.invalid', 'region'],
  ])('refuses %s and changes nothing', async (_, wrong, status, code, names) => {
    const before = await eventsNow()
    const answer = await app.refused('/api/figures', { as: 'tongji', json: { ...RETAIL, ...wrong } })
    expect(answer).toMatchObject({ status, code })
    expect(answer.detail).toContain(names)
    expect(await eventsNow()).toEqual(before)
  })

  it.each([
    ['a county for another county', 'jiangyou', { region: '510703' }],
    ['a leader', 'lingdao', {}],
    ['an auditor', 'shenji', {}],
  ])('refuses %s', async (_, as, wrong) => {
    const before = await eventsNow()
    const answer = await app.refused('/api/figures', { as, json: { ...RETAIL, ...wrong } })
    expect(answer).toMatchObject({ status: 403, code: 'right.missing' })
    expect(await eventsNow()).toEqual(before)
  })

  it('shows a figure to the city at once, to everybody once it is released', async () => {
    expect((await growthOf('jiangyou'))?.value ?? null).toBeNull()
    const told = await app.request('/api/figures', { as: 'tongji', json: RETAIL })
    const fig = (await told.json()) as { ref: string }
    expect(fig).toMatchObject({ value: 0.041, shown: '4.10', unitShown: '%', vintage: 2, knownOn: '2022-04-26' })
    expect(await growthOf('yunxing')).toMatchObject({ shown: '4.10' })
    expect((await growthOf('jiangyou'))?.value ?? null).toBeNull()
    expect(await app.refused('/api/figures/release', { as: 'yunxing', json: { refs: [fig.ref] } })).toMatchObject({
      status: 403,
    })
    const released = await app.request('/api/figures/release', { as: 'tongji', json: { refs: [fig.ref] } })
    expect(await released.json()).toEqual({ released: 1 })
    expect(await growthOf('jiangyou')).toMatchObject({ ref: fig.ref, shown: '4.10' })
    const passport = await app.read<PassportView>(FIGURE + encodeURIComponent(fig.ref), 'jiangyou')
    expect(passport).toMatchObject({
      source: { kind: 'manual', lines: ['代录', '省统计局反馈'] },
      recordedBy: '统计局（演示）',
      release: { state: 'released', label: '已发布', at: expect.any(String) },
    })
    expect(passport.vintages.map((one) => one.shown)).toEqual([null, '4.10'])
  })

  it('keeps a county’s unreleased figure to the county and the city', async () => {
    const json = { ...RETAIL, region: '510781', value: 3.2 }
    const told = (await (await app.request('/api/figures', { as: 'jiangyou', json })).json()) as { ref: string }
    expect(told.ref).toBe('fig:510700/retail.growth-nominal.ytd.department/510781/2022Q1@1')
    const statusFor = async (as: string) => (await app.request(FIGURE + encodeURIComponent(told.ref), { as })).status
    expect([await statusFor('jiangyou'), await statusFor('yunxing'), await statusFor('fucheng')]).toEqual([
      200, 200, 404,
    ])
  })

  it('refuses to release what is not a reference, and nothing at all', async () => {
    expect(await app.refused('/api/figures/release', { as: 'tongji', json: { refs: ['gdp'] } })).toMatchObject({
      status: 400,
    })
    expect(await app.refused('/api/figures/release', { as: 'tongji', json: { refs: [] } })).toMatchObject({
      status: 400,
    })
  })
})

describe('what if', () => {
  const ask = (json: unknown) => app.request('/api/what-if', { as: 'jiangyou', json })

  it('gives the growth the rest of the year would need', async () =>
    expect(await (await ask({ target: 0.075, share: 0.2, growth: 0.066 })).json()).toMatchObject({
      kind: 'value',
      value: expect.closeTo(0.07725, 10),
      shown: '7.7',
      unitShown: '%',
      formula: 'target.required',
      version: 1,
    }))

  it('refuses a share that is no part', async () =>
    expect(await (await ask({ target: 0.075, share: 1, growth: 0.066 })).json()).toMatchObject({
      kind: 'refused',
      code: 'share-out-of-range',
    }))

  it('refuses what is no number', async () =>
    expect((await ask({ target: null, share: 0.2, growth: 0.066 })).status).toBe(400))
})
