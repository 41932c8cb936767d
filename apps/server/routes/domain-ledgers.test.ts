import { demoEntries, mianyang } from '@yundiao/mianyang'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf } from '../testing/body-of.ts'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'

const MATTERS = 'coordination.matter'
const PARCELS = 'land.parcel'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp()
})
afterAll(() => app.end())

type Row = { id: string; version: number; state: string; demo: boolean; values: Record<string, string | null> }
type Open = {
  counts: { open: number; unanswered: number; answered: number }
  worst: { title: string; waitingDays: number; responsible: string | null }[]
}
const send = async (method: string, path: string, as: string, json: unknown) => {
  const answer = await app.request(`/api/ledgers/${path}`, { as, json, method })
  return {
    status: answer.status,
    ...(await bodyOf<{ id: string; version: number; code: string; detail: string }>(answer)),
  }
}
const add = (ledger: string, as: string, values: object, region: string | null = null) =>
  send('POST', `${ledger}/rows`, as, { region, values })
const rowsOf = async (ledger: string, as: string, filter?: object): Promise<Row[]> => {
  const query = filter ? `&filter=${encodeURIComponent(JSON.stringify(filter))}` : ''
  return (await bodyOf<{ rows: Row[] }>(await app.request(`/api/ledgers/${ledger}/rows?limit=200${query}`, { as })))
    .rows
}
const open = async (as: string): Promise<Open> =>
  bodyOf<Open>(await app.request('/api/views/coordination.open', { as }))

describe('需协调事项', () => {
  const source = { sourceLedger: 'projects.project', sourceEntry: 'an-entry', source: '重点项目台账：甲项目' }
  const values = { matter: '请协调用地指标', level: '市级', responsible: 'jxj', raisedOn: '2022-04-20', ...source }
  let id = ''

  it('is raised by a county, found by where it came from, and seen by no other county', async () => {
    const made = await add(MATTERS, 'jiangyou', values)
    expect(made.status, made.detail).toBe(200)
    id = made.id
    expect(await rowsOf(MATTERS, 'jiangyou', { sourceEntry: 'an-entry' })).toMatchObject([
      { id, state: '待答复', values },
    ])
    expect(await rowsOf(MATTERS, 'fucheng')).toEqual([])
    expect((await open('jiangyou')).worst).toMatchObject([
      { title: '请协调用地指标', waitingDays: 6, responsible: 'jxj' },
    ])
    expect((await open('fucheng')).counts.open).toBe(0)
  })

  it('is answered by the department asked, and the answer is back with the county', async () => {
    const answer = { answer: '已列入二季度计划', answeredOn: '2022-04-26' }
    const read = await send('PATCH', `${MATTERS}/rows/${id}`, 'lingdao', { version: 1, values: answer })
    expect(read.status).toBe(403)
    const made = await send('PATCH', `${MATTERS}/rows/${id}`, 'jingxin', {
      version: 1,
      values: answer,
      state: '已答复',
    })
    expect(made.status, made.detail).toBe(200)
    expect(await rowsOf(MATTERS, 'jiangyou')).toMatchObject([{ state: '已答复', values: answer }])
    expect((await open('yunxing')).counts).toMatchObject({ open: 1, unanswered: 0, answered: 1 })
  })

  it('goes by its moves, and is no longer open once it is solved', async () => {
    const skipped = await send('PATCH', `${MATTERS}/rows/${id}`, 'jiangyou', { version: 2, state: '退回补充' })
    expect([skipped.status, skipped.code]).toEqual([409, 'state.illegal'])
    expect((await send('PATCH', `${MATTERS}/rows/${id}`, 'jiangyou', { version: 2, state: '已解决' })).status).toBe(200)
    expect((await open('yunxing')).counts.open).toBe(0)
  })

  it('shows units by name, and the ids of its source on no sheet', async () => {
    const ledger = await bodyOf<{ fields: { name: string; units: { id: string; name: string }[] | null }[] }>(
      await app.request(`/api/ledgers/${MATTERS}`, { as: 'yunxing' }),
    )
    expect(ledger.fields.map(({ name }) => name)).not.toContain('sourceEntry')
    expect(ledger.fields.find(({ name }) => name === 'responsible')?.units).toContainEqual({
      id: 'jxj',
      name: '市经信局',
    })
    const csv = await (await app.request(`/api/ledgers/${MATTERS}/export?format=csv`, { as: 'yunxing' })).text()
    expect(csv).toContain('市经信局')
    expect(csv).not.toContain('an-entry')
  })
})

describe('a sheet with units', () => {
  type Taken = { accepted: number; rejected: object[]; updates: object[]; unchanged: number }
  const take = async (ledger: string, file: File): Promise<Taken> => {
    const form = new FormData()
    form.set('file', file)
    return bodyOf<Taken>(
      await app.request(`/api/ledgers/${ledger}/import`, { as: 'jiangyou', method: 'POST', body: form }),
    )
  }

  it('is read by their names; a unit nobody knows stays as it was written', async () => {
    await add(MATTERS, 'jiangyou', { matter: '甲', responsible: 'zrzy', raisedOn: '2022-04-26' })
    const sheet =
      '事项,责任单位,提出日期\n乙, 市住建部门 ,2022-04-26\n丙,绵阳市商务局,2022-04-26\n丁,某公司,2022-04-26\n'
    expect(await take(MATTERS, new File([sheet], '需协调.csv'))).toMatchObject({ accepted: 3, rejected: [] })
    const rows = await rowsOf(MATTERS, 'jiangyou')
    const unitOf = (matter: string) => rows.find(({ values }) => values.matter === matter)?.values.responsible
    expect(['甲', '乙', '丙', '丁'].map(unitOf)).toEqual(['zrzy', 'zjw', 'swj', '某公司'])
  })

  it('comes back as it went out, areas in both units included: nothing is changed', async () => {
    await add(PARCELS, 'jiangyou', { location: '乙地', site: 12_345.67, disposedArea: 8_000 })
    for (const ledger of [MATTERS, PARCELS]) {
      const out = await app.request(`/api/ledgers/${ledger}/export?format=xlsx`, { as: 'jiangyou' })
      const back = await take(ledger, new File([new Uint8Array(await out.arrayBuffer())], '导出.xlsx'))
      expect(back).toMatchObject({ accepted: 0, rejected: [], updates: [] })
      expect(back.unchanged).toBeGreaterThan(0)
    }
  })
})

describe('用地', () => {
  const ring = (x: number, y: number, size = 0.002) => [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ]
  const outline = (x: number, y: number) => JSON.stringify({ type: 'Polygon', coordinates: [ring(x, y)] })
  const parcel = { location: '甲地', site: 33_600, outline: outline(104.75, 31.79) }

  it('keeps a boundary inside the city, and prints its area in 公顷 and 亩', async () => {
    expect((await add(PARCELS, 'jiangyou', parcel)).status).toBe(200)
    const rows = await rowsOf(PARCELS, 'jiangyou')
    expect(rows.find(({ values }) => values.location === '甲地')?.values.outline).toBe(parcel.outline)
    const csv = await (await app.request(`/api/ledgers/${PARCELS}/export?format=csv`, { as: 'jiangyou' })).text()
    expect(csv).toContain('面积公顷,面积亩')
    expect(csv).toContain('3.36,50.4')
    expect(csv).not.toContain('Polygon')
  })

  it.each([
    ['outside the city', outline(104.06, 30.57), 'value.out-of-range', /超出本市边界/],
    [
      'latitude before longitude',
      JSON.stringify({ type: 'Polygon', coordinates: [ring(31.79, 104.75)] }),
      'input.invalid',
      /经度在前/,
    ],
    [
      'not closed',
      JSON.stringify({ type: 'Polygon', coordinates: [ring(104.75, 31.79).slice(0, 4)] }),
      'input.invalid',
      /闭合/,
    ],
    ['no boundary', '城东', 'input.invalid', /Polygon/],
    ['too long', `${parcel.outline}${' '.repeat(20_000)}`, 'input.invalid', /过长/],
  ])('refuses one that is %s, in a new row and in a change', async (_, given, code, detail) => {
    const held = (await rowsOf(PARCELS, 'jiangyou')).find(({ values }) => values.location === '甲地')
    const made = await add(PARCELS, 'jiangyou', { ...parcel, outline: given })
    const changed = await send('PATCH', `${PARCELS}/rows/${held?.id}`, 'jiangyou', {
      version: held?.version,
      values: { outline: given },
    })
    for (const answer of [made, changed]) {
      expect(answer).toMatchObject({ status: 400, code })
      expect(answer.detail).toMatch(detail)
    }
    expect(await rowsOf(PARCELS, 'jiangyou')).toContainEqual(held)
  })
})

describe('企业', () => {
  it('are real, each with its source, and in a place only where that says so', async () => {
    const rows = await rowsOf('enterprises.enterprise', 'yunxing')
    expect(rows).toHaveLength(9)
    for (const { id, demo } of rows) {
      const { entry } = await bodyOf<{ entry: Row }>(
        await app.request(`/api/ledgers/enterprises.enterprise/rows/${id}`, { as: 'yunxing' }),
      )
      expect(entry.values.source).toMatch(/^https?:/)
      expect(demo).toBe(false)
    }
    expect((await rowsOf('enterprises.enterprise', 'jingkai')).map(({ values }) => values.name)).toEqual([
      '四川瑞可达连接系统有限公司',
    ])
  })
})

describe('the rows of the demonstration', () => {
  type Map = { regions: { code: string; n: number; area: number | null }[]; shapes: { region: string }[] }
  const mapOf = async (as: string, query = ''): Promise<Map> =>
    bodyOf<Map>(await app.request(`/api/ledgers/${PARCELS}/map${query}`, { as }))
  const enter = async () => {
    const caller = await app.store.wholeCity(app.city, mianyang.demonstrationDay)
    for (const ledger of new Set(demoEntries.map((entry) => entry.ledger)))
      await app.store.commit(caller, [
        { do: 'enter', ledger, rows: demoEntries.filter((entry) => entry.ledger === ledger) },
      ])
  }

  it('are taken by the store, read on the day of the meeting, and stand in no number of the board', async () => {
    const board = async () => (await app.request('/api/board?period=2022Q1', { as: 'lingdao' })).text()
    const before = await board()
    await enter()
    expect(await rowsOf(PARCELS, 'yunxing', { demo: true })).toHaveLength(16)
    expect(await rowsOf('projects.project', 'jiangyou', { demo: true })).toHaveLength(36)
    expect((await open('yunxing')).counts.open).toBeGreaterThanOrEqual(6)
    expect(await board()).toBe(before)
  })

  it('are on the map: counted by place with their area, within the caller’s sight and the list’s filters', async () => {
    const all = await mapOf('yunxing')
    expect(Object.fromEntries(all.regions.map(({ code, n }) => [code, n]))).toEqual({
      '510703': 5,
      '510704': 4,
      '510781': 9,
    })
    expect(all.shapes).toHaveLength(17)
    const own = await mapOf('jiangyou')
    expect([own.regions.length, new Set(own.shapes.map(({ region }) => region))]).toEqual([1, new Set(['510781'])])
    const rows = await rowsOf(PARCELS, 'jiangyou')
    expect(own.regions[0]?.area).toBe(rows.reduce((sum, { values }) => sum + Number(values.site), 0))
    const filter = encodeURIComponent('{"state":"处置中"}')
    expect((await mapOf('yunxing', `?filter=${filter}`)).shapes).toHaveLength(2)
    expect((await mapOf('yunxing', '?on=2022-04-17')).shapes).toEqual([])
  })
})

describe('boundaries', () => {
  it('are nine counties in the city’s order and five zones, kept by the browser until something changes', async () => {
    const answer = await app.request('/api/geo/boundaries', { as: 'jiangyou' })
    const { counties, zones } = await bodyOf<{ counties: { name: string }[]; zones: { name: string }[] }>(answer)
    expect(counties.map(({ name }) => name).slice(0, 4)).toEqual(['涪城区', '游仙区', '安州区', '江油市'])
    expect([counties.length, zones.length]).toEqual([9, 5])
    const etag = answer.headers.get('etag') ?? ''
    const again = await app.request('/api/geo/boundaries', { as: 'jiangyou', headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect((await app.request('/api/geo/boundaries')).status).toBe(401)
  })
})
