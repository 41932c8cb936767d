import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp()
})
afterAll(() => app.end())

type Thing = {
  id: string
  code: string
  name: string
  kind: string
  note: string | null
  duties: string[]
  username: string
  disabled: boolean
  version: number
  at: string
  stream: string
  summary: string
}
type Answer = Thing[] & {
  rows: Thing[]
  next: string | null
  id: string
  code: string
  detail: string
  businessDay: string
  ok: boolean
  state: { mismatches: string[] }
}
const read = async (answer: Response): Promise<Answer> => (await answer.json()) as Answer
const get = async (path: string, as = 'guanli'): Promise<Answer> => read(await app.request(path, { as }))
const statusOf = async (path: string, as?: string): Promise<number> =>
  (await app.request(path, as === undefined ? {} : { as })).status
const send = async (method: string, path: string, as: string, json?: unknown) => {
  const answer = await app.request(path, { as, method, ...(json === undefined ? {} : { json }) })
  return { status: answer.status, body: await read(answer) }
}

describe('the frame of the city', () => {
  it('lists counties in the city’s own order, zones after them, with what is to be confirmed', async () => {
    const regions = await get('/api/regions', 'jiangyou')
    const names = (kind: string) => regions.filter((one) => one.kind === kind).map((one) => one.name)
    expect(names('county').slice(0, 5)).toEqual(['涪城区', '游仙区', '安州区', '江油市', '三台县'])
    expect(names('zone')[0]).toBe('绵阳科技城新区')
    expect(regions.find((one) => one.code === '510700')?.note).toContain('请核定')
  })

  it('lists units with their duties, and duties nobody carries yet', async () => {
    const units = await get('/api/units', 'lingdao')
    expect(units.find((one) => one.id === 'fgw')?.duties).toEqual(['发展改革、投资、项目'])
    expect(await get('/api/duties')).toContainEqual(expect.objectContaining({ title: '税务', unit: null }))
    const posts = (await get('/api/posts')) as unknown as { title: string; charges: string[] }[]
    expect(posts.map(({ title, charges }) => [title, charges])).toEqual([
      ['省委常委、市委书记', []],
      ['市委副书记', []],
      ['市人大常委会主任', []],
      ['市政协主席', []],
    ])
  })

  it('is closed to whoever has not signed in', async () => {
    for (const path of [
      'regions',
      'units',
      'duties',
      'posts',
      'settings',
      'users',
      'blocked-names',
      'early-readers',
      'events',
    ])
      expect([path, await statusOf(`/api/${path}`)]).toEqual([path, 401])
  })

  it('moves the pinned business day, by the administrator alone, to a day there is', async () => {
    const put = (as: string, day: string | null) => send('PUT', '/api/settings/business-day', as, { day })
    expect((await put('jiangyou', '2022-05-10')).body.code).toBe('right.missing')
    expect((await put('guanli', '2022-02-30')).body.code).toBe('day.invalid')
    expect((await put('guanli', '2022-05-10')).body).toMatchObject({ businessDay: '2022-05-10', pinned: true })
    expect(await get('/api/me', 'jiangyou')).toMatchObject({ businessDay: '2022-05-10' })
    expect((await put('guanli', null)).body).toMatchObject({ pinned: false })
    expect((await put('guanli', '2022-04-26')).body).toMatchObject({ businessDay: '2022-04-26' })
  })
})

describe('users', () => {
  const fresh = (username: string, more: object = {}) => ({
    username,
    name: '三台县（试）',
    password: 'santai-2022-xyz',
    role: 'county',
    unit: null,
    region: '510722',
    ...more,
  })
  const signIn = (username: string, password: string) =>
    app.request('/api/sign-in', { json: { username, password } }).then((answer) => answer.status)

  it('makes one who signs in with the rights of its county, and is out at once when disabled', async () => {
    const made = await send('POST', '/api/users', 'guanli', fresh('三台填报'))
    expect(made.body).toMatchObject({
      username: '三台填报',
      roleLabel: '县市区',
      region: { name: '三台县' },
      disabled: false,
    })
    const answer = await app.request('/api/sign-in', { json: { username: '三台填报', password: 'santai-2022-xyz' } })
    const cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    const me = () => app.request('/api/me', { headers: { cookie } })
    expect(await (await me()).json()).toMatchObject({ role: 'county', region: { code: '510722' } })
    const path = `/api/users/${made.body.id}`
    expect((await send('PATCH', path, 'guanli', { disabled: true })).body).toMatchObject({ disabled: true })
    expect((await me()).status).toBe(403)
    expect((await send('PATCH', path, 'guanli', { disabled: false, version: 1 })).body.code).toBe('version.stale')
    expect((await send('PATCH', path, 'guanli', { disabled: false, version: 2 })).status).toBe(200)
    expect((await me()).status).toBe(200)
  })

  it.each([
    ['a name taken', fresh('JIANGYOU'), 'duplicate'],
    ['a short password', fresh('a1', { password: 'short' }), 'input.invalid'],
    ['a name with a blank', fresh('a b'), 'input.invalid'],
    ['a role that is none', fresh('a1', { role: 'king' }), 'input.invalid'],
    ['a county without its county', fresh('a1', { region: null }), 'input.invalid'],
    ['a park placed in a county', fresh('a1', { role: 'park' }), 'input.invalid'],
    ['a region that is none', fresh('a1', { region: '510799' }), 'region.unknown'],
    ['a department without its unit', fresh('a1', { role: 'department', region: null }), 'input.invalid'],
    ['a unit that is none', fresh('a1', { unit: 'nobody' }), 'input.invalid'],
  ])('refuses %s', async (_, body, code) => {
    const before = (await get('/api/users')).length
    expect((await send('POST', '/api/users', 'guanli', body)).body.code).toBe(code)
    expect((await get('/api/users')).length).toBe(before)
  })

  it('leaves no half account when the record is refused, and the name stays free', async () => {
    const blocked = await send('POST', '/api/blocked-names', 'guanli', { name: '代号零七', kind: '人员', note: null })
    const refused = await send('POST', '/api/users', 'guanli', fresh('banshi', { name: '代号零七' }))
    expect(refused.body.code).toBe('name.blocked')
    expect(await signIn('banshi', 'santai-2022-xyz')).toBe(401)
    expect((await send('POST', '/api/users', 'guanli', fresh('banshi'))).status).toBe(200)
    expect(await signIn('banshi', 'santai-2022-xyz')).toBe(200)
    await send('DELETE', `/api/blocked-names/${blocked.body.id}`, 'guanli')
  })

  it('is the administrator’s to change and others’ to look at only where they audit', async () => {
    expect(await statusOf('/api/users', 'shenji')).toBe(200)
    expect(await statusOf('/api/users', 'jiangyou')).toBe(403)
    expect((await send('POST', '/api/users', 'yunxing', fresh('a1'))).body.code).toBe('right.missing')
    const me = (await get('/api/users')).find((one) => one.username === 'guanli')
    expect((await send('PATCH', `/api/users/${me?.id}`, 'guanli', { disabled: true })).body.code).toBe('state.illegal')
    expect((await send('PATCH', '/api/users/nobody', 'guanli', { disabled: true })).body.code).toBe('not-found')
  })
})

describe('lists of names', () => {
  it('blocks a name at once, hides the list from those who only meet it, and lifts it again', async () => {
    const row = (name: string) => ({ region: null, values: { name } })
    const made = await send('POST', '/api/blocked-names', 'guanli', { name: '某某院', kind: '单位', note: '试' })
    expect(await get('/api/blocked-names', 'shenji')).toMatchObject([{ name: '某某院', kind: '单位' }])
    expect(await statusOf('/api/blocked-names', 'yunxing')).toBe(403)
    const refused = await send('POST', '/api/ledgers/projects.project/rows', 'jiangyou', row('为某某 院配套的厂'))
    expect([refused.status, refused.body.code]).toEqual([422, 'name.blocked'])
    expect((await send('POST', '/api/blocked-names', 'guanli', { name: '某', kind: '单位', note: null })).status).toBe(
      400,
    )
    expect(
      (await send('POST', '/api/blocked-names', 'guanli', { name: '某某院', kind: '单位', note: null })).status,
    ).toBe(409)
    expect((await send('DELETE', `/api/blocked-names/${made.body.id}`, 'jiangyou')).status).toBe(403)
    expect((await send('DELETE', `/api/blocked-names/${made.body.id}`, 'guanli')).status).toBe(200)
    expect(await get('/api/blocked-names')).toEqual([])
    expect((await send('POST', '/api/ledgers/projects.project/rows', 'jiangyou', row('为某某院配套的厂'))).status).toBe(
      200,
    )
  })

  it('keeps early readers by the statistics role, with a reason and a last day', async () => {
    const ask = { indicator: 'gdp', username: 'yunxing', reason: '写一季度汇报稿', until: '2022-04-30' }
    expect((await send('POST', '/api/early-readers', 'guanli', ask)).body.code).toBe('right.missing')
    expect((await send('POST', '/api/early-readers', 'tongji', { ...ask, indicator: 'x' })).body.code).toBe(
      'indicator.unknown',
    )
    expect((await send('POST', '/api/early-readers', 'tongji', { ...ask, username: 'x' })).body.code).toBe('not-found')
    const made = await send('POST', '/api/early-readers', 'tongji', ask)
    expect(await get('/api/early-readers', 'shenji')).toMatchObject([
      { indicator: 'gdp', account: { name: '运行办（演示）' } },
    ])
    expect((await app.callerOf('yunxing')).early.length).toBeGreaterThan(0)
    await send('DELETE', `/api/early-readers/${made.body.id}`, 'tongji')
    expect(await get('/api/early-readers', 'shenji')).toEqual([])
    expect((await app.callerOf('yunxing')).early).toEqual([])
  })
})

describe('操作记录', () => {
  it('tells who did what in words, page by page, to those who audit', async () => {
    expect(await statusOf('/api/events', 'jiangyou')).toBe(403)
    await send('POST', '/api/ledgers/projects.project/rows', 'jiangyou', { region: null, values: { name: '记录厂' } })
    const ledger = await get('/api/events?stream=ledger/projects.project', 'shenji')
    expect(ledger.rows[0]).toMatchObject({ by: '江油市（演示）', kind: 'entry.added', summary: '登记台账' })
    expect(ledger.rows.at(-1)).toMatchObject({ by: '系统', summary: '登记台账（26 条）：城市数据包' })
    const all: Thing[] = []
    let after: string | null = ''
    while (after !== null) {
      const page: Answer = await get(`/api/events?${after && `after=${after}`}`, 'shenji')
      all.push(...page.rows)
      after = page.next
    }
    expect(new Set(all.map((row) => `${row.stream}/${row.at}/${row.summary}`)).size).toBeGreaterThan(20)
    expect(all.filter((row) => /[a-z]+\.[a-z]+/.test(row.summary.split('：')[0] ?? ''))).toEqual([])
    expect(JSON.stringify(all)).not.toContain('某某院')
  })

  it('verifies the chain against the tables, and names a figure changed behind the door', async () => {
    expect((await send('POST', '/api/events/verify', 'jiangyou')).body.code).toBe('right.missing')
    const sound = (await send('POST', '/api/events/verify', 'shenji')).body
    expect(sound).toMatchObject({ ok: true, firstBad: null, state: { mismatches: [] } })
    const tamper = (digits: string) =>
      app.connections.owner.query(`update figure set printed = $1 where printed = $2 and period = '2022Q1'`, [
        digits,
        digits === '784.28' ? '999.99' : '784.28',
      ])
    await tamper('999.99')
    const found = (await send('POST', '/api/events/verify', 'shenji')).body
    expect([found.ok, found.state.mismatches.join()]).toEqual([false, expect.stringMatching(/figure.*2022Q1/u)])
    await tamper('784.28')
    expect((await send('POST', '/api/events/verify', 'shenji')).body.ok).toBe(true)
  })

  it('finds by who acted, by name or user name', async () => {
    const by = async (actor: string) => (await get(`/api/events?actor=${encodeURIComponent(actor)}`)).rows
    const acts = ['修改限定阅知名单', '新增限定阅知名单', '登录']
    expect((await by('tongji')).map((row) => row.summary)).toEqual(acts)
    expect((await by('统计')).length).toBe(3)
    expect(await by('没有这个人')).toEqual([])
    expect((await get('/api/events?actor=%E6%BC%94%E7%A4%BA')).detail).toContain('请写全')
    expect((await get('/api/events?after=xx')).code).toBe('input.invalid')
  })
})
