import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeXlsx } from '../../../packages/office/testing/make-xlsx.ts'
import { type Ask, type ScratchApp, scratchApp } from './scratch-app.ts'

const BLOCKED = '绵试九〇七厂'
/** The same name with what hides nothing: blanks and a middle dot. */
const DISGUISED = '绵 试·九〇七 厂'
const LEDGER = '/api/ledgers/projects.project'

let app: ScratchApp
let ids: { entry: string; item: string; meeting: string; document: string; clause: string }

const made = async (path: string, as: string, json: unknown): Promise<string> => {
  const answer = await app.request(path, { as, json })
  const body = (await answer.json()) as { id?: string }
  if (!answer.ok || !body.id) throw new Error(`${path}: ${JSON.stringify(body)}`)
  return body.id
}

const TEXT = '会议强调，要抓好重点项目建设。各县市区要在6月底前完成项目清单。'

beforeAll(async () => {
  app = await scratchApp()
  const meetings = (await (await app.request('/api/meetings', { as: 'yunxing' })).json()) as { id: string }[]
  const document = await made('/api/documents', 'duban', {
    kind: 'minutes',
    number: null,
    meeting: null,
    title: '试验纪要',
    text: TEXT,
  })
  const { clauses } = (await (await app.request(`/api/documents/${document}`, { as: 'duban' })).json()) as {
    clauses: { id: string; heading: boolean }[]
  }
  ids = {
    entry: await made(`${LEDGER}/rows`, 'yunxing', { region: '510781', values: { name: '试验厂' } }),
    item: await made('/api/items', 'duban', {
      title: '试验事项',
      leadUnit: null,
      deadline: null,
      measure: null,
      document: null,
      meeting: null,
      source: { kind: 'instruction', title: '试验批示', number: null },
    }),
    meeting: meetings[0]?.id ?? '',
    document,
    clause: clauses.find((one) => !one.heading)?.id ?? '',
  }
  await made('/api/blocked-names', 'guanli', { name: BLOCKED, kind: '单位', note: null })
})
afterAll(() => app.end())

/** Where every stream of the chain stands; looks and sign-ins are not changes. */
const heads = async (): Promise<unknown[]> =>
  (
    await app.connections.owner.query(
      `select stream, seq, encode(hash, 'hex') as hash from stream_head where stream <> 'access' order by stream`,
    )
  ).rows

type Fault = { code: string; detail: string }
type Bad = {
  name: string
  path: string | (() => string)
  as?: string
  ask: Ask | (() => Ask)
  code: string
  /** What the message must name: the place, and what to do. */
  says: readonly RegExp[]
}

const now = <T>(value: T | (() => T)): T => (typeof value === 'function' ? (value as () => T)() : value)

const refusesAll = (list: readonly Bad[]): void => {
  it.each(list.map((bad) => [bad.name, bad] as const))('%s', async (_, { path, as = 'yunxing', ask, code, says }) => {
    const before = await heads()
    const answer = await app.request(now(path), { as, ...now(ask) })
    const text = await answer.text()
    const { code: told, detail } = JSON.parse(text) as Fault
    expect([told, answer.status], text).toEqual([code, expect.toSatisfy((status) => status >= 400 && status < 500)])
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    for (const word of says) expect(detail).toMatch(word)
    expect(await heads()).toEqual(before)
  })
}

const figure = (more: object): Ask => ({
  json: {
    indicator: 'gdp',
    measure: 'level',
    accumulation: 'ytd',
    region: '510700',
    period: '2021Q4',
    value: '700.1',
    unit: '亿元',
    reason: '更正',
    ...more,
  },
})
const row = (values: object, region: string | null = null): Ask => ({ json: { region, values } })
const sheet = (content: string | Uint8Array, name = '表.csv'): Ask => {
  const form = new FormData()
  form.set('file', new File([typeof content === 'string' ? content : new Uint8Array(content)], name))
  return { method: 'POST', body: form }
}
const ROWS = `${LEDGER}/rows`
const ENTRY = () => `${ROWS}/${ids.entry}`
const ITEM = () => `/api/items/${ids.item}`
const DO = /请|应|只填/u

describe('places and indicators', () => {
  refusesAll([
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
      path: ITEM,
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
      path: ITEM,
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
  refusesAll([
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
      path: () => `${ITEM()}/progress`,
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
  refusesAll([
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
      path: ITEM,
      as: 'duban',
      ask: { method: 'PATCH', json: { version: 1, title: '甲\ud800' } },
      code: 'input.encoding',
      says: [DO],
    },
    {
      name: 'a NUL in a title',
      path: ITEM,
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
  refusesAll([
    {
      name: 'an entry',
      path: ENTRY,
      ask: { method: 'PATCH', json: { version: 7, values: { name: '乙' } } },
      code: 'version.stale',
      says: [/他人更新/u, DO],
    },
    {
      name: 'an item',
      path: ITEM,
      as: 'duban',
      ask: { method: 'PATCH', json: { version: 7, title: '乙' } },
      code: 'version.stale',
      says: [/他人更新/u, DO],
    },
    {
      name: 'a clause',
      path: () => `/api/clauses/${ids.clause}/decline`,
      as: 'duban',
      ask: { json: { version: 7, reason: '无需立项' } },
      code: 'version.stale',
      says: [/他人更新/u, DO],
    },
  ])

  it('a session that has ended is told so, and nothing is changed', async () => {
    await app.request('/api/me', { as: 'fucheng' })
    await app.connections.auth.query(`update session set "expiresAt" = now() - interval '1 minute'`)
    const before = await heads()
    const answer = await app.request(ROWS, { as: 'fucheng', json: { region: null, values: { name: '过期厂' } } })
    const { code, detail } = (await answer.json()) as Fault
    expect([answer.status, code]).toEqual([401, 'sign-in.expired'])
    expect(detail).toMatch(/请重新登录/u)
    expect(await heads()).toEqual(before)
    await app.connections.auth.query(`update session set "expiresAt" = now() + interval '1 hour'`)
  })
})

describe('a blocked name', () => {
  const meeting = (more: object): Ask => ({
    json: {
      title: '会',
      heldOn: '2022-04-28',
      kind: '专题会',
      authority: 'party',
      previous: null,
      startsAt: null,
      place: null,
      chair: null,
      ...more,
    },
  })
  const item = (more: object): Ask => ({
    json: {
      title: '事',
      leadUnit: null,
      deadline: null,
      measure: null,
      document: null,
      meeting: null,
      source: { kind: 'instruction', title: '批示', number: null },
      ...more,
    },
  })
  const progress = (more: object): Ask => ({
    json: { asOf: '2022-04-26', text: '进展', percent: null, problems: null, nextSteps: null, ...more },
  })
  const user = (more: object): Ask => ({
    json: {
      username: 'newone',
      name: '新人',
      password: 'long-enough-1',
      role: 'leader',
      unit: null,
      region: null,
      ...more,
    },
  })
  const document = (more: object): Ask => ({
    json: { kind: 'minutes', number: null, meeting: null, title: '纪要', text: TEXT, ...more },
  })
  const doors: readonly [string, string | (() => string), string, (name: string) => Ask][] = [
    ['an entry', ROWS, 'yunxing', (name) => row({ name: `${name}扩建` })],
    [
      'a change of an entry',
      ENTRY,
      'yunxing',
      (name) => ({ method: 'PATCH', json: { version: 1, values: { facts: name } } }),
    ],
    [
      'the note to a change',
      ENTRY,
      'yunxing',
      (name) => ({ method: 'PATCH', json: { version: 1, values: { name: '丙' }, note: name } }),
    ],
    ['a file’s name', `${LEDGER}/import`, 'yunxing', (name) => sheet('项目名称\n名单厂\n', `${name}.csv`)],
    [
      'the reason for a look at a personal value',
      () => `${ENTRY()}/reveal`,
      'jiangyou',
      (name) => ({ json: { field: 'phone', reason: name } }),
    ],
    ['a figure’s reason', '/api/figures', 'tongji', (name) => figure({ reason: name })],
    ['an item', '/api/items', 'duban', (name) => item({ title: name })],
    ['an item’s measure', '/api/items', 'duban', (name) => item({ measure: name })],
    [
      'an item’s source',
      '/api/items',
      'duban',
      (name) => item({ source: { kind: 'instruction', title: name, number: null } }),
    ],
    ['a change of an item', ITEM, 'duban', (name) => ({ method: 'PATCH', json: { version: 1, title: name } })],
    ['a progress note', () => `${ITEM()}/progress`, 'duban', (name) => progress({ text: name })],
    ['the problems of a progress note', () => `${ITEM()}/progress`, 'duban', (name) => progress({ problems: name })],
    ['a document', '/api/documents', 'duban', (name) => document({ text: `${TEXT}要支持${name}发展。` })],
    ['a document’s title', '/api/documents', 'duban', (name) => document({ title: name })],
    ['a document’s number', '/api/documents', 'duban', (name) => document({ number: name })],
    [
      'a reason to decline',
      () => `/api/clauses/${ids.clause}/decline`,
      'duban',
      (name) => ({ json: { version: 1, reason: name } }),
    ],
    [
      'the title of an accepted clause',
      () => `/api/clauses/${ids.clause}/accept`,
      'duban',
      (name) => ({ json: { version: 1, title: name } }),
    ],
    ['a meeting', '/api/meetings', 'duban', (name) => meeting({ title: name })],
    ['a meeting’s place', '/api/meetings', 'duban', (name) => meeting({ place: name })],
    [
      'an agenda',
      () => `/api/meetings/${ids.meeting}/agenda`,
      'duban',
      (name) => ({ json: { title: name, reportingUnit: null, minutes: null } }),
    ],
    [
      'who reports on the agenda',
      () => `/api/meetings/${ids.meeting}/agenda`,
      'duban',
      (name) => ({ json: { title: '事', reportingUnit: name, minutes: null } }),
    ],
    ['an account’s name', '/api/users', 'guanli', (name) => user({ name })],
    ['an account’s user name', '/api/users', 'guanli', (name) => user({ username: name.replaceAll(/[ ·]/gu, '') })],
    [
      'the reason of an early reader',
      '/api/early-readers',
      'tongji',
      (name) => ({ json: { indicator: 'gdp', username: 'yunxing', reason: name, until: null } }),
    ],
  ]
  refusesAll(
    doors.flatMap(([name, path, as, ask]) =>
      [BLOCKED, DISGUISED].map(
        (word): Bad => ({
          name: `${name}: ${word}`,
          path,
          as,
          ask: () => ask(word),
          code: 'name.blocked',
          says: [/禁录名单/u, DO],
        }),
      ),
    ),
  )

  it('in a sheet is refused by its cell, and the rest is held back', async () => {
    const before = await heads()
    const answer = await app.request(`${LEDGER}/import`, { as: 'yunxing', ...sheet(`项目名称\n好厂\n${DISGUISED}\n`) })
    expect(await answer.json()).toMatchObject({
      accepted: 0,
      rejected: [{ cell: 'A3', code: 'name.blocked', message: expect.stringMatching(/A3 项目名称.*请删去/u) }],
    })
    expect(await heads()).toEqual(before)
  })
})

describe('a sheet’s cells', () => {
  it('are refused each by its place, and nothing is taken', async () => {
    const before = await heads()
    const content = '项目名称,县区,总投资(亿元)\n甲,无此县,1\n乙,江油市,约五千\n丙,江油市,-3\n'
    const answer = await app.request(`${LEDGER}/import`, { as: 'yunxing', ...sheet(content) })
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
    expect(await heads()).toEqual(before)
  })
})

describe('formulas', () => {
  it.each(['=1+1', '+1+1', '-1+1', '@SUM(A1)', '=cmd|"/c calc"!A1', '\uff1d1+1'])(
    '%s stays text everywhere',
    async (name) => {
      const title = `${name}试`
      const id = await made(ROWS, 'jingkai', { region: null, values: { name: title } })
      const entry = (await (await app.request(`${ROWS}/${id}`, { as: 'jingkai' })).json()) as {
        entry: { values: { name: string } }
      }
      expect(entry.entry.values.name).toBe(title)
      const csv = await (await app.request(`${LEDGER}/export?format=csv`, { as: 'jingkai' })).text()
      const cells = csv.split(/[\r\n,]+/u).map((cell) => cell.replace(/^"/u, ''))
      expect(cells.filter((cell) => /^[=+\-@\uff1d\uff0b\uff0d\uff20\t]./u.test(cell))).toEqual([])
      const xlsx = new Uint8Array(
        await (await app.request(`${LEDGER}/export?format=xlsx`, { as: 'jingkai' })).arrayBuffer(),
      )
      const { readXlsx } = await import('@yundiao/office')
      const found: object[] = []
      for (const one of (await readXlsx(xlsx)).sheets)
        for await (const { cells: inRow } of one.rows()) found.push(...inRow.filter(({ raw }) => raw === title))
      expect(found).toMatchObject([{ kind: 'text', isFormula: false }])
    },
  )
})
