import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf } from '../testing/body-of.ts'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'

const FIRMS = 'parks.efficiency'
const ISSUES = 'business-environment.issue'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp()
})
afterAll(() => app.end())

type Row = { id: string; version: number; state: string; values: Record<string, string | number | null> }
type Sent = { id: string; version: number; code: string; detail: string }

const send = async (method: string, path: string, as: string, json: unknown) => {
  const answer = await app.request(`/api/ledgers/${path}`, { as, json, method })
  return { status: answer.status, ...(await bodyOf<Sent>(answer)) }
}
const add = (ledger: string, as: string, values: object) => send('POST', `${ledger}/rows`, as, { region: null, values })
const rowsOf = async (ledger: string, as: string): Promise<Row[]> =>
  (await bodyOf<{ rows: Row[] }>(await app.request(`/api/ledgers/${ledger}/rows?limit=200`, { as }))).rows

const firm = {
  name: '甲公司',
  year: 2021,
  landOwn: 20_000,
  taxPaid: -150_000,
  revenue: 9e6,
  aboveScale: true,
  inPark: true,
}

describe('亩均评价基础表', () => {
  it('takes a refund as a negative tax, and shows one county’s firms to no other', async () => {
    const made = await add(FIRMS, 'jiangyou', { ...firm, taxSource: '税务', landSource: '自然资源' })
    expect(made.status, made.detail).toBe(200)
    expect(await rowsOf(FIRMS, 'jiangyou')).toMatchObject([{ values: { taxPaid: -150_000, landOwn: 20_000 } }])
    expect(await rowsOf(FIRMS, 'fucheng')).toEqual([])
    expect(await rowsOf(FIRMS, 'jingkai')).toEqual([])
    expect(await rowsOf(FIRMS, 'jingxin')).toHaveLength(1)
  })

  it('keeps a firm’s numbers from those not cleared for them, in lists and sheets', async () => {
    const [row] = await rowsOf(FIRMS, 'shenji')
    expect(row?.values.name).toBe('甲公司')
    for (const field of ['taxPaid', 'revenue', 'landOwn']) expect(row?.values).not.toHaveProperty(field)
    const csv = await (await app.request(`/api/ledgers/${FIRMS}/export?format=csv`, { as: 'shenji' })).text()
    expect(csv).not.toContain('实缴')
  })

  it.each(['统计联网直报', '一套表', '统计汇总'])(
    'refuses “%s” as the source of a firm, in a form and in a sheet',
    async (source) => {
      const made = await add(FIRMS, 'jiangyou', { ...firm, name: '乙公司', revenueSource: source })
      expect([made.status, made.code]).toEqual([400, 'input.invalid'])
      expect(made.detail).toContain('来源')
      const form = new FormData()
      const sheet = `企业名称,年度,营业收入,营业收入来源\n丙公司,2021,900,${source}\n`
      form.set('file', new File([sheet], '亩均.csv'))
      const read = await bodyOf<{ rejected: { message: string }[] }>(
        await app.request(`/api/ledgers/${FIRMS}/import`, { as: 'jiangyou', method: 'POST', body: form }),
      )
      expect(JSON.stringify(read)).toContain(source)
      expect((await rowsOf(FIRMS, 'jiangyou')).map(({ values }) => values.revenueSource)).not.toContain(source)
    },
  )

  it('comes back from its own sheet unchanged', async () => {
    const out = await app.request(`/api/ledgers/${FIRMS}/export?format=xlsx`, { as: 'jiangyou' })
    const form = new FormData()
    form.set('file', new File([new Uint8Array(await out.arrayBuffer())], '导出.xlsx'))
    const back = await bodyOf<object>(
      await app.request(`/api/ledgers/${FIRMS}/import`, { as: 'jiangyou', method: 'POST', body: form }),
    )
    expect(back).toMatchObject({ accepted: 0, rejected: [], updates: [] })
  })

  it('takes the same firm in another year for no double, in a sheet and on its page', async () => {
    const form = new FormData()
    form.set('file', new File(['企业名称,年度,评价备注\n甲公司,2020,\n甲公司,2021,\n'], '各年.csv'))
    const read = await bodyOf<{ duplicates: { row: number }[] }>(
      await app.request(`/api/ledgers/${FIRMS}/import`, { as: 'jiangyou', method: 'POST', body: form }),
    )
    expect(read.duplicates.map(({ row }) => row)).toEqual([3])
    const row = (await rowsOf(FIRMS, 'jiangyou')).find(({ values }) => values.year === 2020)
    const file = await bodyOf<{ duplicates: object[] }>(
      await app.request(`/api/ledgers/${FIRMS}/rows/${row?.id}`, { as: 'jiangyou' }),
    )
    expect(file.duplicates).toEqual([])
  })
})

describe('营商环境问题清单', () => {
  let id = ''
  const issue = { problem: '窗口要求重复提交材料', source: '12345热线', dueOn: '2022-04-20', responsible: 'scjgj' }
  const openOf = async (as: string) =>
    bodyOf<{ counts: Record<string, number>; rows: { problem: string; overdueDays: number | null }[] }>(
      await app.request('/api/views/business-environment.open', { as }),
    )

  it('is set down by a county, overdue by days on the business day, and out of another county’s sight', async () => {
    const made = await add(ISSUES, 'jiangyou', issue)
    expect(made.status, made.detail).toBe(200)
    id = made.id
    expect((await openOf('jiangyou')).rows).toMatchObject([{ problem: issue.problem, overdueDays: 6 }])
    expect((await openOf('fucheng')).counts).toMatchObject({ all: 0, open: 0 })
  })

  it('goes by its moves to 已销号; a closing without evidence is counted', async () => {
    const move = (version: number, state: string) =>
      send('PATCH', `${ISSUES}/rows/${id}`, 'yunxing', { version, state })
    expect((await move(1, '已销号')).code).toBe('state.illegal')
    expect([
      (await move(1, '整改中')).status,
      (await move(2, '待核')).status,
      (await move(3, '已销号')).status,
    ]).toEqual([200, 200, 200])
    expect((await openOf('yunxing')).counts).toMatchObject({ open: 0, closed: 1, closedBare: 1 })
  })

  it('takes a scan as its evidence, names it in the sheet, and gives it to those who see the entry alone', async () => {
    const path = `${ISSUES}/rows/${id}`
    type Entry = { entry: Row; files: { id: string; name: string }[] }
    const entry = async (): Promise<Entry> => bodyOf(await app.request(`/api/ledgers/${path}`, { as: 'jiangyou' }))
    const attach = async (as: string, name: string, text = '%PDF-1.7 回访') => {
      const form = new FormData()
      form.set('file', new File([text], name))
      const answer = await app.request(`/api/ledgers/${path}/files`, { as, method: 'POST', body: form })
      return { status: answer.status, ...(await bodyOf<Sent>(answer)) }
    }
    const download = (as: string, file: string) => app.request(`/api/ledgers/${path}/files/${file}`, { as })
    expect((await attach('fucheng', '回访单.pdf')).status).toBe(404)
    expect((await attach('shenji', '回访单.pdf')).code).toBe('right.missing')
    expect((await attach('jiangyou', '回访单.pdf', '并非扫描件')).code).toBe('input.format')
    expect((await attach('jiangyou', '回访单.pdf')).status).toBe(200)
    expect((await attach('jiangyou', '回访单.pdf')).code).toBe('duplicate')
    expect((await attach('yunxing', '现场照片.pdf')).status).toBe(200)
    expect((await entry()).entry.values.evidenceFile).toBe('回访单.pdf\n现场照片.pdf')
    expect((await openOf('yunxing')).counts).toMatchObject({ closedBare: 0 })

    const [scan, photo] = (await entry()).files.map((file) => file.id)
    const opened = await download('jiangyou', scan ?? '')
    expect([opened.status, await opened.text()]).toEqual([200, '%PDF-1.7 回访'])
    for (const as of ['fucheng', 'jingkai']) expect((await download(as, scan ?? '')).status, as).toBe(404)
    expect((await send('POST', `${path}/files/${photo}/withdraw`, 'jiangyou', { reason: '拍错地方' })).status).toBe(200)
    expect((await download('jiangyou', photo ?? '')).status).toBe(404)
    expect(await entry()).toMatchObject({
      entry: { values: { evidenceFile: '回访单.pdf' } },
      files: [{ id: scan, name: '回访单.pdf' }],
    })

    // With the entry its files go to another county.
    const { version } = (await entry()).entry
    expect((await send('PATCH', path, 'yunxing', { version, region: '510703' })).status).toBe(200)
    expect((await download('fucheng', scan ?? '')).status).toBe(200)
    expect((await download('jiangyou', scan ?? '')).status).toBe(404)
  })
})

describe('营商环境指标得分表', () => {
  type Listed = { schemes: { id: string; years: number[]; blocked: string | null }[] }

  it('offers a method only the years that have scores of its own items, and says what is lacking', async () => {
    const score = { name: '全市', year: 2021, indicator: '纳税', score: 80, source: '部门业务' }
    const made = await add('business-environment.score', 'yunxing', score)
    expect(made.status, made.detail).toBe(200)
    const { schemes } = await bodyOf<Listed>(await app.request('/api/evaluations', { as: 'yunxing' }))
    const of = (id: string) => schemes.find((one) => one.id === `business-environment.${id}`)
    expect(of('national')).toMatchObject({ years: [2021], blocked: null })
    expect(of('sichuan')).toMatchObject({ years: [], blocked: expect.stringContaining('政务环境') })
  })
})

describe('园区亩均效益汇总表', () => {
  const post = async (path: string, json: unknown) => {
    const answer = await app.request(`/api/${path}`, { as: 'yunxing', json, method: 'POST' })
    return { status: answer.status, ...(await bodyOf<{ id: string; version: number; detail: string }>(answer)) }
  }
  const park = { year: 2021, revenue: 2e9, tax: 6e7, employees: 900, energy: 4e4, research: 3e7, source: '统计汇总' }

  it('is judged on sums of the approved survey, which nobody may publish', async () => {
    for (const [name, land] of Object.entries({ 甲园: 400_000, 乙园: 600_000 }))
      expect((await add('parks.park', 'yunxing', { ...park, name, land })).status).toBe(200)
    const made = await post('evaluations', {
      scheme: 'parks.park-level',
      version: 'parks.park-level:2020-01-01',
      year: 2021,
      title: '园区对比',
    })
    expect(made.status, made.detail).toBe(200)
    const shown = await bodyOf<{ may: { publish: { can: boolean; why: string } }; rows: { name: string }[] }>(
      await app.request(`/api/evaluations/${made.id}`, { as: 'yunxing' }),
    )
    expect(shown.rows.map(({ name }) => name)).toEqual(['甲园', '乙园'])
    expect(shown.may.publish).toMatchObject({ can: false, why: expect.stringContaining('不公示') })
    const published = await post(`evaluations/${made.id}/publish`, { version: 1, from: '2022-04-26', days: 3 })
    expect([published.status, published.detail]).toEqual([409, expect.stringContaining('不公示')])
  })
})
