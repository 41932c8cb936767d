import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'

const LEDGER = '/api/ledgers/projects.project'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp()
})
afterAll(() => app.end())

type Row = { id: string; version: number; state: string; values: Record<string, unknown> }
type Answer = {
  rows: Row[]
  previous: {
    on: string
    rows: Record<string, { state: string; values: Record<string, unknown>; given: string[] }>
  } | null
  code: string
  detail: string
  details: {
    cells?: { entry: string; field: string; message: string }[]
    rows?: { name: string; by: string; at: string }[]
  }
  monthly: string[]
  filters: { label: string; filter: unknown }[]
}
type Sent = { entry: string; version: number; set: Record<string, string | null>; state?: string }

const get = async (path: string, as = 'jiangyou'): Promise<Answer> =>
  (await (await app.request(path, { as })).json()) as Answer
const rowsOf = async (as = 'jiangyou') => (await get(`${LEDGER}/rows?limit=200`, as)).rows
const amend = async (rows: readonly Sent[], as = 'jiangyou', note?: string) => {
  const answer = await app.request(`${LEDGER}/amend`, { as, json: { rows, ...(note ? { note } : {}) } })
  return { status: answer.status, body: (await answer.json()) as Answer }
}
const enter = async (names: readonly string[]): Promise<Row[]> => {
  for (const name of names) {
    const made = await app.request(`${LEDGER}/rows`, {
      as: 'jiangyou',
      json: { region: null, values: { name }, state: '储备' },
    })
    expect(made.status).toBe(200)
  }
  const rows = await rowsOf()
  return names.map((name) => {
    const row = rows.find((one) => one.values.name === name)
    if (!row) throw new Error(`no ${name}`)
    return row
  })
}
const ask = (row: Row | undefined, set: Sent['set'], state?: string): Sent => ({
  entry: row?.id ?? '',
  version: row?.version ?? 0,
  set,
  ...(state === undefined ? {} : { state }),
})

describe('amending rows of a ledger as typed', () => {
  it('takes texts in the units of the sheet, and states, in one commit', async () => {
    const [first, second] = await enter(['报送甲', '报送乙'])
    const sent = await amend(
      [
        ask(first, { doneThisMonth: '1,234.5', doneThisYear: '3亿元', problems: '一是用地\n二是资金' }, '开工'),
        ask(second, { doneThisMonth: '—', startedOn: '2022年4月1日', inStatistics: '否', coordinationLevel: '市级' }),
      ],
      'jiangyou',
      '4月报送',
    )
    expect([sent.status, sent.body.rows.map(({ version }) => version)]).toEqual([200, [2, 2]])
    const rows = await rowsOf()
    expect(rows.find(({ id }) => id === first?.id)).toMatchObject({
      state: '开工',
      values: { doneThisMonth: 12_345_000, doneThisYear: 300_000_000, problems: '一是用地\n二是资金' },
    })
    expect(rows.find(({ id }) => id === second?.id)?.values).toMatchObject({
      doneThisMonth: null,
      startedOn: '2022-04-01',
      inStatistics: false,
      coordinationLevel: '市级',
    })
    const history = await get(`${LEDGER}/rows/${first?.id}`)
    expect(JSON.stringify(history)).toContain('说明：4月报送')
  })

  it('empties a cell with null or a blank', async () => {
    const [row] = await enter(['报送丙'])
    await amend([ask(row, { doneThisMonth: '5', problems: '无' })])
    await amend([{ ...ask(row, { doneThisMonth: null, problems: ' ' }), version: 2 }])
    const now = (await rowsOf()).find(({ id }) => id === row?.id)
    expect([now?.version, now?.values.doneThisMonth, now?.values.problems]).toEqual([3, null, null])
  })

  it('takes none where one cell is bad, and names each by row and column', async () => {
    const [first, second] = await enter(['报送丁', '报送戊'])
    const sent = await amend([
      ask(first, { doneThisMonth: '100' }),
      ask(second, { doneThisMonth: '约3亿元', progressText: '=1+1', coordinationLevel: '国家级', nothing: '1' }),
    ])
    expect([sent.status, sent.body.code]).toEqual([400, 'input.invalid'])
    expect(sent.body.detail).toContain('“报送戊”完成投资·本月：应为数字')
    expect(sent.body.details.cells?.map(({ entry, field }) => [entry, field])).toEqual(
      ['doneThisMonth', 'progressText', 'coordinationLevel', 'nothing'].map((field) => [second?.id, field]),
    )
    const now = (await rowsOf()).filter(({ id }) => id === first?.id || id === second?.id)
    expect(now.map(({ version }) => version)).toEqual([1, 1])
  })

  it.each([
    ['a text too long', { nextPlan: '长'.repeat(4001) }, undefined, '有 4001 字，最多 4000 字'],
    ['an emptied name', { name: '' }, undefined, '项目名称：必填'],
    ['a day written as a month', { startedOn: '2022.4' }, undefined, '实际开工：应为日历上有的日期'],
    ['a state that is none', {}, '不存在的状态', '不能从“储备”转为“不存在的状态”'],
    ['a personal field, which no list shows', { contactPhone: '0816-2220000' }, undefined, '本台账没有这个字段'],
  ])('refuses %s', async (name, set, state, words) => {
    const [row] = await enter([`拒收 ${name}`])
    const { status, body } = await amend([ask(row, set, state)])
    expect([status, body.code]).toEqual([400, 'input.invalid'])
    expect(body.details.cells?.[0]?.message).toContain(words)
    expect(body.detail).toContain(`拒收 ${name}`)
  })

  it('tells the second of two on one row whose change came first, and changes nothing', async () => {
    const [row, other] = await enter(['报送己', '报送庚'])
    await amend([ask(row, { problems: '甲写' })])
    const late = await amend([ask(other, { problems: '乙写' }), ask(row, { problems: '乙写' })])
    expect([late.status, late.body.code]).toEqual([409, 'version.stale'])
    expect(late.body.detail).toMatch(/“报送己”已由江油市（演示）于 \d{4}-\d{2}-\d{2} \d{2}:\d{2}更新.*仍在/)
    expect(late.body.details.rows).toMatchObject([{ name: '报送己', version: 2, by: '江油市（演示）' }])
    const now = await rowsOf()
    expect(now.find(({ id }) => id === row?.id)?.values.problems).toBe('甲写')
    expect(now.find(({ id }) => id === other?.id)?.version).toBe(1)
  })

  it('lets exactly one of two at once through', async () => {
    const [row] = await enter(['报送辛'])
    const both = await Promise.all(['甲', '乙'].map((problems) => amend([ask(row, { problems })])))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)?.body.details.rows).toHaveLength(1)
  })

  it('shows nobody else’s rows, to no reader, and no row twice', async () => {
    const [row] = await enter(['报送壬'])
    const foreign = await amend([ask(row, { problems: '外县' })], 'fucheng')
    expect([foreign.status, foreign.body.code]).toEqual([404, 'not-found'])
    expect(foreign.body.detail).not.toContain('报送壬')
    expect((await amend([ask(row, { problems: '领导' })], 'lingdao')).body.code).toBe('right.missing')
    expect((await amend([ask(row, {}), ask(row, {})])).body.code).toBe('input.invalid')
    expect((await amend([])).body.detail).toContain('没有要报送的内容')
    const many = Array.from({ length: 501 }, () => ask(row, {}))
    expect((await amend(many)).body.detail).toContain('一次最多报送 500 行')
  })
})

describe('与上月比', () => {
  it('gives values as known at the end of last month, of rows known then', async () => {
    const [fresh] = await enter(['本月新登记'])
    const page = await get(`${LEDGER}/rows?limit=200&previous=progressText,facts`, 'yunxing')
    expect(page.previous?.on).toBe('2022-03-31')
    expect(page.previous?.rows).not.toHaveProperty(fresh?.id ?? '')
    const march = await get(`${LEDGER}/rows?limit=200&on=2022-03-31`, 'yunxing')
    expect(march.rows.length).toBeGreaterThan(0)
    expect(Object.keys(page.previous?.rows ?? {}).sort()).toEqual(march.rows.map(({ id }) => id).sort())
    for (const row of march.rows) expect(page.previous?.rows[row.id]?.state).toBe(row.state)
    for (const row of march.rows)
      expect(page.previous?.rows[row.id]?.values).toEqual({
        progressText: row.values.progressText,
        facts: row.values.facts,
      })
    expect((await get(`${LEDGER}/rows?previous=contactPhone`)).code).toBe('input.invalid')
    expect((await get(`${LEDGER}/rows`)).previous).toBeNull()
  })
  it('tells what was given since, the same value given again included', async () => {
    const ask3 = `${LEDGER}/rows?limit=200&previous=doneThisMonth,progressText,problems`
    const march = Object.keys((await get(ask3)).previous?.rows ?? {})
    const row = (await rowsOf()).find(({ id, values }) => march.includes(id) && typeof values.progressText === 'string')
    if (!row) throw new Error('no row of March with 形象进度')
    expect((await get(ask3)).previous?.rows[row.id]?.given).toEqual([])
    const sent = await amend([ask(row, { doneThisMonth: '77', progressText: String(row.values.progressText) })])
    expect(sent.status).toBe(200)
    expect((await get(ask3)).previous?.rows[row.id]?.given).toEqual(['doneThisMonth', 'progressText'])
    const file = await get(`${LEDGER}/rows/${row.id}`)
    expect(JSON.stringify(file)).toContain('与原值相同：截至目前形象进度')
  })
})

describe('a unit', () => {
  it('is taken by its name, as in an imported sheet', async () => {
    const [row] = await enter(['要协调单位的'])
    expect((await amend([ask(row, { coordinationUnit: '市经信局' })])).status).toBe(200)
    expect((await rowsOf()).find(({ id }) => id === row?.id)?.values.coordinationUnit).toBe('jxj')
  })
})

describe('what a ledger says of its months', () => {
  it('names the fields filled in each month and the questions asked of it; each question finds', async () => {
    const ledger = await get(LEDGER)
    expect(ledger.monthly.slice(0, 3)).toEqual(['doneThisMonth', 'doneThisYear', 'progressText'])
    const [row] = await enter(['要协调的项目'])
    await amend([ask(row, { coordination: '用地指标', inStatistics: '否' }, '在建')])
    expect(ledger.filters.map(({ label }) => label)).toEqual(['有需协调事项', '开工未入统'])
    for (const { filter } of ledger.filters) {
      const page = await get(`${LEDGER}/rows?limit=200&filter=${encodeURIComponent(JSON.stringify(filter))}`)
      expect(page.rows.map(({ id }) => id)).toContain(row?.id)
      expect(page.rows.length).toBeLessThan((await rowsOf()).length)
    }
  })
})
