import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeXlsx } from '../../../packages/office/testing/make-xlsx.ts'
import { badInput, DO, type Fault, figure, LEDGER, ROWS, row, sheet } from './bad-asks.ts'

const tried = badInput()
beforeAll(tried.begin)
afterAll(tried.end)

describe('places and indicators', () => {
  tried.refusesAll([
    {
      name: 'a region that is none, in an entry',
      path: ROWS,
      ask: row({ name: '甲' }, '519999'),
      code: 'region.unknown',
      says: [/519999/u, DO],
    },
    {
      name: 'a region that is none, in a figure',
      path: '/api/figures',
      as: 'tongji',
      ask: figure({ region: '519999' }),
      code: 'region.unknown',
      says: [/519999/u, DO],
    },
    {
      name: 'a region that is none, in an item',
      path: tried.item,
      as: 'duban',
      ask: { method: 'PATCH', json: { version: 1, region: '51' } },
      code: 'region.unknown',
      says: [/51/u, DO],
    },
    {
      name: 'another county',
      path: ROWS,
      as: 'jiangyou',
      ask: row({ name: '甲' }, '510703'),
      code: 'right.missing',
      says: [/510703/u],
    },
    {
      name: 'another city’s code',
      path: '/api/figures',
      as: 'tongji',
      ask: figure({ region: '510600' }),
      code: 'right.missing',
      says: [/510600/u],
    },
    {
      name: 'a figure of another city',
      path: `/api/figure?ref=${encodeURIComponent('fig:510600/gdp.level.ytd.official/510600/2022Q1@1')}`,
      ask: {},
      code: 'not-found',
      says: [DO],
    },
    {
      name: 'an indicator that is none',
      path: '/api/indicators/nosuch',
      ask: {},
      code: 'indicator.unknown',
      says: [/nosuch/u, DO],
    },
    {
      name: 'an indicator that is none, reported',
      path: '/api/figures',
      as: 'tongji',
      ask: figure({ indicator: 'nosuch' }),
      code: 'indicator.unknown',
      says: [/nosuch/u, DO],
    },
    {
      name: 'a period that is none',
      path: '/api/board?period=2022Q9',
      ask: {},
      code: 'period.invalid',
      says: [/2022Q9/u, DO],
    },
    {
      name: 'a day that is none',
      path: '/api/board?on=2022-02-30',
      ask: {},
      code: 'day.invalid',
      says: [/2022-02-30/u, DO],
    },
    {
      name: 'a unit that is none',
      path: tried.item,
      as: 'duban',
      ask: { method: 'PATCH', json: { version: 1, leadUnit: 'nosuch' } },
      code: 'input.invalid',
      says: [/牵头单位/u, DO],
    },
    {
      name: 'a ledger that is none',
      path: '/api/ledgers/no.such/rows',
      ask: {},
      code: 'not-found',
      says: [/no\.such/u],
    },
  ])
})

describe('numbers', () => {
  tried.refusesAll([
    {
      name: 'text for a figure',
      path: '/api/figures',
      as: 'tongji',
      ask: figure({ value: '约五百' }),
      code: 'value.not-a-number',
      says: [/gdp 2021Q4/u, /约五百/u, DO],
    },
    {
      name: 'text for an amount',
      path: ROWS,
      ask: row({ name: '甲', totalInvestment: '约五千' }),
      code: 'value.not-a-number',
      says: [/总投资/u, DO],
    },
    {
      name: 'a growth below −100 %',
      path: '/api/figures',
      as: 'tongji',
      ask: figure({ measure: 'growth-real', value: -250, unit: '%' }),
      code: 'value.out-of-range',
      says: [/-250/u, DO],
    },
    {
      name: 'an amount below nought',
      path: ROWS,
      ask: row({ name: '甲', totalInvestment: -1 }),
      code: 'value.out-of-range',
      says: [/总投资/u, DO],
    },
    {
      name: 'more than a database holds',
      path: ROWS,
      ask: row({ name: '甲', totalInvestment: 1e300 }),
      code: 'value.out-of-range',
      says: [/总投资/u, DO],
    },
    {
      name: 'more than a hundred percent',
      path: () => `${tried.item()}/progress`,
      ask: { json: { asOf: '2022-04-26', text: '进展', percent: 150, problems: null, nextSteps: null } },
      code: 'input.invalid',
      says: [/percent/u],
    },
    {
      name: 'the wrong unit',
      path: '/api/figures',
      as: 'tongji',
      ask: figure({ unit: '亩' }),
      code: 'input.invalid',
      says: [/亩/u, DO],
    },
  ])
})

describe('files', () => {
  const path = `${LEDGER}/import`
  const gbk = new Uint8Array([0xcf, 0xee, 0xc4, 0xbf, 0xc3, 0xfb, 0xb3, 0xc6, 0x0a])
  const bomb = () => makeXlsx({ sheet: new Uint8Array(260 * 2 ** 20).fill(0x20) })
  const wide = `${Array.from({ length: 1_000_000 }, (_, i) => `列${i}`).join(',')}\n`
  tried.refusesAll([
    { name: 'a zip bomb', path, ask: () => sheet(bomb(), '表.xlsx'), code: 'input.too-large', says: [/200 MB/u, DO] },
    { name: 'a million columns', path, ask: () => sheet(wide), code: 'input.too-large', says: [/第 1 行/u, DO] },
    { name: 'another encoding', path, ask: () => sheet(gbk), code: 'input.encoding', says: [/第 1 行/u, DO] },
    {
      name: 'more than 32 MB',
      path,
      ask: () => sheet(new Uint8Array(33 * 2 ** 20)),
      code: 'input.too-large',
      says: [/32 MB/u, DO],
    },
    {
      name: 'a document that is no text',
      path: '/api/documents',
      as: 'duban',
      ask: { json: { kind: 'minutes', number: null, meeting: null, text: `要\u0000抓` } },
      code: 'input.format',
      says: [/正文/u, DO],
    },
    {
      name: 'JSON that is none',
      path: ROWS,
      ask: { method: 'POST', body: '{"region":', headers: { 'content-type': 'application/json' } },
      code: 'input.invalid',
      says: [DO],
    },
    {
      name: 'words a database cannot hold',
      path: ROWS,
      ask: row({ name: '甲\u0000乙' }),
      code: 'input.encoding',
      says: [/项目名称/u, DO],
    },
    {
      name: 'half a character, in a title',
      path: tried.item,
      as: 'duban',
      ask: { method: 'PATCH', json: { version: 1, title: '甲\ud800' } },
      code: 'input.encoding',
      says: [DO],
    },
    {
      name: 'a NUL in a title',
      path: tried.item,
      as: 'duban',
      ask: { method: 'PATCH', json: { version: 1, title: '甲\u0000' } },
      code: 'input.encoding',
      says: [DO],
    },
    {
      name: 'a NUL in a reason',
      path: '/api/figures',
      as: 'tongji',
      ask: figure({ reason: '更正\u0000' }),
      code: 'input.encoding',
      says: [DO],
    },
  ])
})

describe('what others did meanwhile', () => {
  tried.refusesAll([
    {
      name: 'an entry',
      path: tried.entry,
      ask: { method: 'PATCH', json: { version: 7, values: { name: '乙' } } },
      code: 'version.stale',
      says: [/他人更新/u, DO],
    },
    {
      name: 'an item',
      path: tried.item,
      as: 'duban',
      ask: { method: 'PATCH', json: { version: 7, title: '乙' } },
      code: 'version.stale',
      says: [/他人更新/u, DO],
    },
    {
      name: 'a clause',
      path: () => `${tried.clause()}/decline`,
      as: 'duban',
      ask: { json: { version: 7, reason: '无需立项' } },
      code: 'version.stale',
      says: [/他人更新/u, DO],
    },
  ])

  it('a session that has ended is told so, and nothing is changed', async () => {
    await tried.app().request('/api/me', { as: 'fucheng' })
    await tried.app().connections.auth.query(`update session set "expiresAt" = now() - interval '1 minute'`)
    const before = await tried.heads()
    const answer = await tried
      .app()
      .request(ROWS, { as: 'fucheng', json: { region: null, values: { name: '过期厂' } } })
    const { code, detail } = (await answer.json()) as Fault
    expect([answer.status, code]).toEqual([401, 'sign-in.expired'])
    expect(detail).toMatch(/请重新登录/u)
    expect(await tried.heads()).toEqual(before)
    await tried.app().connections.auth.query(`update session set "expiresAt" = now() + interval '1 hour'`)
  })
})

describe('a sheet’s cells', () => {
  it('are refused each by its place, and nothing is taken', async () => {
    const before = await tried.heads()
    const content = '项目名称,县区,总投资(亿元)\n甲,无此县,1\n乙,江油市,约五千\n丙,江油市,-3\n'
    const answer = await tried.app().request(`${LEDGER}/import`, { as: 'yunxing', ...sheet(content) })
    const { accepted, rejected } = (await answer.json()) as { accepted: number; rejected: object[] }
    expect([accepted, rejected]).toEqual([
      0,
      [
        expect.objectContaining({ cell: 'B2', code: 'region.unknown', message: expect.stringMatching(/无此县.*请/u) }),
        expect.objectContaining({
          cell: 'C3',
          code: 'value.not-a-number',
          message: expect.stringMatching(/C3 总投资.*应/u),
        }),
        expect.objectContaining({
          cell: 'C4',
          code: 'value.out-of-range',
          message: expect.stringMatching(/C4 总投资.*请/u),
        }),
      ],
    ])
    expect(await tried.heads()).toEqual(before)
  })
})
