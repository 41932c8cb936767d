import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'

const LEDGER = '/api/ledgers/projects.project'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp()
})
afterAll(() => app.end())

type Row = { id: string; version: number; region: { code: string } | null; values: Record<string, unknown> }
/** What any of the routes answers with; each test looks at its own part. */
type Answer = {
  rows: Row[]
  next: string | null
  count: object
  totals: Record<string, { sum: number | null; lacking: number }> | null
  later: number
  unitLine: string
  fields: { name: string; label: string }[]
  personal: { name: string }[]
  entry: Row
  history: { by: string; lines: string[] }[]
  duplicates: object[]
  may: { write: boolean }
  code: string
  detail: string
  id: string
}
const read = async (answer: Response): Promise<Answer> => (await answer.json()) as Answer
const get = async (path: string, as: string): Promise<Answer> => read(await app.request(path, { as }))
const rowsOf = async (as: string, query = ''): Promise<Row[]> =>
  (await get(`${LEDGER}/rows?limit=200${query}`, as)).rows
const send = async (path: string, as: string, json: unknown, method = 'POST') => {
  const answer = await app.request(path, { as, json, method })
  return { status: answer.status, body: await read(answer) }
}
const find = async (as: string, name: string): Promise<Row> => {
  const found = (await rowsOf(as)).find((row) => row.values.name === name)
  if (!found) throw new Error(`no ${name}`)
  return found
}
const UNIT_ONE = '国能四川天明发电公司1号机组'

describe('lists', () => {
  it('names the ledger, its keeper and its units, with the fields in the order of the sheet', async () => {
    expect(await get('/api/ledgers', 'lingdao')).toMatchObject([
      { id: 'projects.project', owner: '市发改委', rows: 9, may: { write: false } },
      { id: 'enterprises.enterprise', owner: '市经信局', rows: 9 },
      { id: 'enterprises.dispatch', owner: '市经信局', rows: 0 },
      { id: 'land.parcel', owner: '市自然资源和规划局', rows: 0 },
      { id: 'parks.efficiency', owner: '市经信局', rows: 0 },
      { id: 'parks.park', owner: '市经信局', rows: 0 },
      { id: 'business-environment.issue', owner: '市政务服务监管局', rows: 0 },
      { id: 'business-environment.score', owner: '市政务服务监管局', rows: 0 },
      { id: 'coordination.matter', owner: '市政府督查室', rows: 0 },
    ])
    const ledger = await get(LEDGER, 'jiangyou')
    expect(ledger.unitLine).toBe('单位：万元')
    expect(ledger.fields.slice(0, 4).map((field) => field.label)).toEqual(['项目名称', '项目代码', '级别', '性质'])
    expect(ledger.personal.map((field) => field.name)).toEqual(['contact', 'contactPhone'])
    expect((await get(LEDGER, 'yunxing')).personal).toEqual([])
  })

  it('adds money over the whole list with its first page, as the rows in sight add up', async () => {
    const added = (rows: readonly Row[], name: string) => {
      const known = rows.flatMap(({ values }) => (typeof values[name] === 'number' ? [values[name]] : []))
      const sum = known.length > 0 ? known.reduce((a, b) => a + b, 0) : null
      return { sum, lacking: rows.length - known.length }
    }
    for (const [as, query] of [
      ['yunxing', ''],
      ['jiangyou', ''],
      ['yunxing', '&on=2022-02-27'],
      ['yunxing', `&filter=${encodeURIComponent('{"category":"产业"}')}`],
      ['yunxing', `&q=${encodeURIComponent('项目')}`],
      ['jingkai', ''],
    ] as const) {
      const first = await get(`${LEDGER}/rows?limit=1${query}`, as)
      const all = await rowsOf(as, query)
      expect([as, query, first.totals?.totalInvestment]).toEqual([as, query, added(all, 'totalInvestment')])
      expect(Object.keys(first.totals ?? {})).toEqual(expect.arrayContaining(['planYear', 'paidThisYear']))
      expect(Object.keys(first.totals ?? {})).not.toContain('startedOn')
    }
    const { next } = await get(`${LEDGER}/rows?limit=1`, 'yunxing')
    expect((await get(`${LEDGER}/rows?limit=1&after=${next}`, 'yunxing')).totals).toBeNull()
  })

  it('shows a county its own rows, and those who act for the city all of them', async () => {
    expect((await rowsOf('yunxing')).length).toBe(9)
    expect((await rowsOf('jiangyou')).map((row) => row.region?.code)).toEqual(['510781'])
    expect(await rowsOf('jingkai')).toEqual([])
    const theirs = (await rowsOf('jiangyou'))[0]?.id
    expect((await app.request(`${LEDGER}/rows/${theirs}`, { as: 'fucheng' })).status).toBe(404)
  })

  it('reads as known on a day, and tells how many came later', async () => {
    const page = await get(`${LEDGER}/rows?on=2022-02-27`, 'yunxing')
    expect([page.rows.length, page.count, page.later]).toEqual([1, { n: 1, capped: false }, 25])
    expect((await rowsOf('yunxing', '&on=2021-08-12')).length).toBe(0)
    expect((await rowsOf('yunxing', '&on=2021-08-13')).length).toBe(1)
  })

  it('filters, sorts, searches and walks pages', async () => {
    const names = async (query: string) => (await rowsOf('yunxing', query)).map((row) => row.values.name)
    const filter = (value: unknown) => `&filter=${encodeURIComponent(JSON.stringify(value))}`
    expect(await names(filter({ region: '510781' }))).toEqual([UNIT_ONE])
    expect(await names(filter([{ field: 'category', op: 'in', values: ['产业'] }]))).toHaveLength(2)
    expect(await names('&q=惠科')).toEqual(['惠科模组项目'])
    const sorted = await names('&sort=name:asc')
    const walked: unknown[] = []
    let after: string | null = ''
    while (after !== null) {
      const page: Answer = await get(`${LEDGER}/rows?limit=4&sort=name:asc${after && `&after=${after}`}`, 'yunxing')
      walked.push(...page.rows.map((row) => row.values.name))
      after = page.next
    }
    expect(walked).toEqual(sorted)
  })

  it.each([
    ['?sort=name:up', '排序'],
    ['?filter={', 'JSON'],
    ['?filter=%5B%7B%22field%22:1%7D%5D', '第 1 项'],
    ['?sort=contactPhone:asc', '没有权限'],
    ['?limit=201', '每页行数'],
    ['?after=abc', '翻页位置'],
    ['?on=2022-02-30', '2022-02-30 不存在'],
    ['?on=2022-04-27', '晚于当前业务日期'],
  ])('refuses %s', async (query, words) => {
    const answer = await app.request(`${LEDGER}/rows${query}`, { as: 'jiangyou' })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect((await read(answer)).detail).toContain(words)
  })
})

describe('an entry', () => {
  it('is advanced by its county, keeps what it was, and tells its history in words', async () => {
    const row = await find('jiangyou', UNIT_ONE)
    const path = `${LEDGER}/rows/${row.id}`
    const body = { version: 1, state: '投产', values: { doneThisYear: 12_345_600 }, note: '并网发电' }
    expect(await send(path, 'jiangyou', body, 'PATCH')).toEqual({ status: 200, body: { id: row.id, version: 2 } })
    const file = await get(path, 'yunxing')
    expect(file.entry).toMatchObject({ version: 2, state: '投产', knownFrom: '2022-04-26' })
    expect(file.history).toMatchObject([
      {
        by: '江油市（演示）',
        what: '修改',
        lines: ['完成投资·累计：待明确 → 1234.56万元', '状态：待明确 → 投产', '说明：并网发电'],
      },
      { by: '系统', what: '随批导入（共 26 行）' },
    ])
    expect((await get(path, 'jiangyou')).history[0]?.by).toBe('江油市（演示）')
    const before = await get(`${path}?on=2022-04-25`, 'yunxing')
    expect(before.entry).toMatchObject({ version: 1, state: '待明确' })
    expect(before.history).toHaveLength(1)
    expect(before.may.write).toBe(false)
  })

  it('refuses a stale version, a foreign county, a reader, a field that is none, and text in a number', async () => {
    const row = await find('jiangyou', UNIT_ONE)
    const path = `${LEDGER}/rows/${row.id}`
    const patch = async (as: string, body: unknown) => {
      const answer = await send(path, as, body, 'PATCH')
      return [answer.status, answer.body.code]
    }
    expect(await patch('jiangyou', { version: row.version - 1, state: '达产' })).toEqual([409, 'version.stale'])
    expect(await patch('fucheng', { version: row.version, state: '达产' })).toEqual([404, 'not-found'])
    expect(await patch('lingdao', { version: row.version, state: '达产' })).toEqual([403, 'right.missing'])
    expect(await patch('jiangyou', { version: row.version, region: '510703' })).toEqual([403, 'right.missing'])
    expect(await patch('jiangyou', { version: row.version, values: { nothing: 1 } })).toEqual([400, 'input.invalid'])
    const text = await send(path, 'jiangyou', { version: row.version, values: { planYear: '约五千' } }, 'PATCH')
    expect([text.body.code, text.body.detail]).toEqual(['value.not-a-number', expect.stringContaining('年度计划·投资')])
    expect((await find('jiangyou', UNIT_ONE)).version).toBe(row.version)
  })

  it('goes to its own county when a county leaves the place blank, to nobody’s when the city does', async () => {
    await send(`${LEDGER}/rows`, 'jiangyou', { region: null, values: { name: '甲项目' } })
    await send(`${LEDGER}/rows`, 'yunxing', { region: null, values: { name: '乙项目' } })
    expect((await find('jiangyou', '甲项目')).region?.code).toBe('510781')
    expect((await find('yunxing', '乙项目')).region).toBeNull()
    const foreign = await send(`${LEDGER}/rows`, 'jiangyou', { region: '510703', values: { name: '丙项目' } })
    expect([foreign.status, foreign.body.code]).toEqual([403, 'right.missing'])
    const none = await send(`${LEDGER}/rows`, 'yunxing', { region: '999999', values: { name: '丙项目' } })
    expect([none.status, none.body.code]).toEqual([400, 'region.unknown'])
  })

  it('names the column of an identifier met before', async () => {
    const values = (name: string) => ({ region: '510781', values: { name, projectCode: '2204-510781-04-01-123456' } })
    await send(`${LEDGER}/rows`, 'jiangyou', values('有代码的项目'))
    const twice = await send(`${LEDGER}/rows`, 'jiangyou', values('又一个'))
    expect([twice.status, twice.body.code]).toEqual([409, 'duplicate'])
    expect(twice.body.detail).toContain('“项目代码”')
  })

  it('points at entries whose names are alike', async () => {
    await send(`${LEDGER}/rows`, 'jiangyou', { region: null, values: { name: '绵阳甲乙丙智能制造产业园' } })
    await send(`${LEDGER}/rows`, 'jiangyou', { region: null, values: { name: '甲乙丙智能制造产业园工程' } })
    const row = await find('jiangyou', '绵阳甲乙丙智能制造产业园')
    expect((await get(`${LEDGER}/rows/${row.id}`, 'jiangyou')).duplicates).toMatchObject([
      { label: '甲乙丙智能制造产业园工程' },
    ])
  })

  it('keeps personal values out of lists and history, and opens one to its county with a reason', async () => {
    const values = { name: '有电话的项目', contactPhone: '0816-2220000' }
    const made = await send(`${LEDGER}/rows`, 'jiangyou', { region: null, values })
    const path = `${LEDGER}/rows/${made.body.id}`
    expect(JSON.stringify(await get(path, 'jiangyou'))).not.toContain('2220000')
    expect((await get(path, 'jiangyou')).history[0]?.lines).toContain('联系电话：已修改（个人信息）')
    expect(JSON.stringify((await get(path, 'yunxing')).history)).not.toContain('联系电话')
    const ask = (as: string, reason: string) => send(`${path}/reveal`, as, { field: 'contactPhone', reason })
    expect((await ask('jiangyou', '')).body.code).toBe('input.invalid')
    expect((await ask('yunxing', '核对')).body.code).toBe('right.missing')
    expect((await ask('fucheng', '核对')).body.code).toBe('not-found')
    expect((await ask('jiangyou', '催报进展')).body).toEqual({ value: '0816-2220000' })
    expect((await get(path, 'shenji')).history[0]).toMatchObject({
      by: '江油市（演示）',
      what: '查看个人信息',
      lines: ['联系电话，事由：催报进展'],
    })
  })

  it('answers an id that is none', async () => {
    expect((await app.request(`${LEDGER}/rows/01a2074e-b219-7df5-b6dc-74386c69c1c5`, { as: 'yunxing' })).status).toBe(
      404,
    )
    expect((await app.request(`${LEDGER}/rows/nothing`, { as: 'yunxing' })).status).toBe(400)
    expect((await app.request('/api/ledgers/no.such/rows', { as: 'yunxing' })).status).toBe(404)
    expect((await app.request('/api/ledgers')).status).toBe(401)
  })
})
