import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf } from '../testing/body-of.ts'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'
import type { ItemView } from '../views/item-schema.ts'

const MEETING = '2022-04-26-standing-committee'
const FIXTURES = join(import.meta.dirname, '../../../packages/directives/fixtures')
const fixture = (name: string): string => readFileSync(join(FIXTURES, `${name}.txt`), 'utf8')
const READOUT = fixture('mianyang-2022-04-26')
const MINUTES = fixture('composed-minutes-2023-06')

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp()
})
afterAll(() => app.end())

type Clause = {
  id: string
  seq: number
  text: string
  start: number
  end: number
  heading: boolean
  theme: string
  responsible: string[]
  deadline: string | null
  measures: string[]
  disposition: string
  reason: string | null
  item: string | null
  simplified: string
  suggestions: { leadUnit: { id: string; name: string } | null }
  version: number
}
type View = {
  document: { title: string; text: string; referenceOnly: boolean; authority: string | null; issuedOn: string | null }
  counts: { requirements: number; items: number; merged: number; declined: number; pending: number; gaps: object }
  clauses: Clause[]
}

const post = (path: string, json: unknown, as = 'duban') => app.request(`/api${path}`, { as, json })
const importText = (json: object, as?: string) =>
  post('/documents', { kind: 'readout', number: null, meeting: null, text: READOUT, ...json }, as)
const idOf = async (answer: Response): Promise<string> => {
  const body = await bodyOf(answer)
  expect(answer.status, JSON.stringify(body)).toBe(200)
  return body.id
}
const view = async (id: string, as = 'duban'): Promise<View> =>
  bodyOf(await app.request(`/api/documents/${id}`, { as }))
const item = async (id: string, as = 'duban'): Promise<ItemView> =>
  bodyOf(await app.request(`/api/items/${id}`, { as }))
const leaves = ({ clauses }: View): Clause[] => clauses.filter((clause) => !clause.heading)
const counted = async (): Promise<number> => {
  const caller = await app.callerOf('duban')
  return (await app.store.records(caller, 'document')).length + (await app.store.records(caller, 'clause')).length
}

describe('a text brought in', () => {
  it('is kept as given and broken down, byte-exact', async () => {
    const found = await view(await idOf(await importText({ meeting: MEETING })))
    expect(found.document.text).toBe(READOUT)
    expect(found.document).toMatchObject({ referenceOnly: true, authority: 'party', issuedOn: null })
    for (const clause of found.clauses) expect(READOUT.slice(clause.start, clause.end)).toBe(clause.text)
    const { requirements, pending } = found.counts
    expect(requirements).toBe(leaves(found).length)
    expect(requirements).toBeGreaterThan(30)
    expect(pending).toBe(requirements)
  })

  it('supplies nothing: no owner, no day; a unit is only suggested', async () => {
    const found = await view(await idOf(await importText({})))
    const land = leaves(found).filter((clause) => clause.theme === 'land')
    expect(land.length).toBeGreaterThan(0)
    for (const clause of land) {
      expect(clause).toMatchObject({ responsible: [], deadline: null })
      expect(clause.suggestions.leadUnit).toMatchObject({ id: 'zrzy', name: '市自然资源和规划局' })
    }
    expect(
      leaves(found)
        .filter((clause) => clause.theme === 'other')
        .every((one) => !one.suggestions.leadUnit),
    ).toBe(true)
  })

  it.each([
    ['empty', '   \n', 400, 'input.invalid', '空'],
    ['a binary file', 'PK\u0003\u0004\u0000\u0006\u0008'.repeat(30), 400, 'input.format', '复制文字'],
    ['one NUL in good text', `${READOUT}\u0000`, 400, 'input.format', '复制文字'],
    ['half a surrogate pair', `${READOUT}\ud83d`, 400, 'input.format', '复制文字'],
    ['more than 1 MB', '要加快项目建设。'.repeat(50_000), 413, 'input.too-large', '1 MB'],
    [
      'English',
      'The committee met and asked every county to speed up its projects. '.repeat(20),
      400,
      'input.invalid',
      '中文',
    ],
    ['no requirement', '今天天气晴，气温二十度。', 400, 'input.invalid', '登记一件'],
  ])('%s is refused and nothing is kept', async (_, text, status, code, words) => {
    const before = await counted()
    const answer = await importText({ text })
    expect(answer.status).toBe(status)
    const problem = await bodyOf(answer)
    expect(problem).toMatchObject({ code })
    expect(problem.detail).toContain(words)
    expect(problem.detail).toContain('未导入')
    expect(await counted()).toBe(before)
  })

  it('is for the keepers of meetings alone, and is read by the city alone', async () => {
    const before = await counted()
    for (const as of ['jiangyou', 'jingxin', 'lingdao', 'shenji']) expect((await importText({}, as)).status).toBe(403)
    expect((await app.request('/api/documents', { json: {} })).status).toBe(401)
    expect(await counted()).toBe(before)
    const id = await idOf(await importText({}))
    for (const [as, status] of [
      ['lingdao', 200],
      ['shenji', 200],
      ['jiangyou', 404],
      ['jingxin', 404],
    ] as const)
      expect((await app.request(`/api/documents/${id}`, { as })).status, as).toBe(status)
    expect((await app.request(`/api/documents/${id}?on=2022-04-25`, { as: 'duban' })).status).toBe(404)
  })

  it('is refused when it holds a blocked name, in either script', async () => {
    const admin = await app.callerOf('guanli')
    await app.store.commit(admin, [
      { do: 'add', table: 'blockedName', rows: [{ values: { name: '长虹试验厂', kind: '单位' } }] },
    ])
    const before = await counted()
    for (const name of ['长虹试验厂', '長虹試驗廠']) {
      const answer = await importText({ text: `${READOUT}\n会议强调，要支持${name}加快建设。` })
      expect(answer.status).toBe(422)
      const problem = await bodyOf(answer)
      expect(problem.code).toBe('name.blocked')
      expect(JSON.stringify(problem)).not.toContain(name)
    }
    expect(await counted()).toBe(before)
  })
})

describe('a clause', () => {
  it('becomes an item with its sentence and a number; what the text lacks stays 待明确', async () => {
    const id = await idOf(await importText({ meeting: MEETING }))
    const [first, second] = leaves(await view(id))
    const one = await post(`/clauses/${first?.id}/accept`, { version: first?.version })
    const two = await post(`/clauses/${second?.id}/accept`, {
      version: second?.version,
      leadUnit: 'fgw',
      deadline: '2022-06-30',
    })
    const [a, b] = [await item((await bodyOf(one)).item), await item((await bodyOf(two)).item)]
    expect(a.item).toMatchObject({
      title: first?.simplified,
      leadUnit: null,
      deadline: null,
      measure: null,
      opened: '2022-04-26',
      state: { word: '未评', reason: '完成时限待明确' },
      sentence: { document: id, start: first?.start, end: first?.end, text: first?.text },
      source: { kindLabel: '会议通稿' },
    })
    expect(a.gaps).toEqual(['牵头单位', '完成时限', '量化目标或成果形式', '办结类型'])
    const { before = '', text = '', after = '' } = a.item.sentence ?? {}
    expect(READOUT).toContain([before, text, after].join(''))
    expect(b.item).toMatchObject({ leadUnit: '市发改委', deadline: '2022-06-30', state: { word: '未启动' } })
    const [, number] = /^绵督〔2022〕(\d+)$/.exec(a.item.number) ?? []
    expect(b.item.number).toBe(`绵督〔2022〕${Number(number) + 1}`)
    const { requirements, items, gaps } = (await view(id)).counts
    expect({ items, gaps }).toEqual({
      items: 2,
      gaps: { lead: requirements - 1, deadline: requirements - 1, measure: requirements },
    })
  })

  it('takes owner, day and measure from minutes that name them, with the year of their meeting', async () => {
    const id = await idOf(await importText({ kind: 'minutes', text: MINUTES, number: '〔2023〕12号' }))
    const found = await view(id)
    expect(found.document.referenceOnly).toBe(false)
    const dated = leaves(found).find((clause) => clause.deadline && clause.responsible.length > 0)
    expect(dated?.suggestions.leadUnit).toBeNull()
    const accepted = await post(`/clauses/${dated?.id}/accept`, { version: dated?.version })
    const { item: made } = await item((await bodyOf(accepted)).item)
    expect(made).toMatchObject({ deadline: dated?.deadline, source: { number: '〔2023〕12号' } })
    expect(dated?.responsible).toContain(made.leadUnit)
  })

  it('twenty set up at once get twenty numbers in a row', async () => {
    const id = await idOf(await importText({}))
    const some = leaves(await view(id)).slice(0, 20)
    const answers = await Promise.all(
      some.map((clause) => post(`/clauses/${clause.id}/accept`, { version: clause.version })),
    )
    expect(answers.map((answer) => answer.status)).toEqual(some.map(() => 200))
    const numbers = await Promise.all(
      answers.map(async (answer) => (await item((await bodyOf(answer)).item)).item.number),
    )
    const counts = numbers.map((number) => Number(number.replace(/^.*〕/u, ''))).sort((a, b) => a - b)
    expect(counts).toEqual(counts.map((_, index) => (counts[0] ?? 0) + index))
    expect((await view(id)).counts.items).toBe(numbers.length)
  })

  it('is declined with a reason, merged into an item of its text, and taken back', async () => {
    const id = await idOf(await importText({}))
    const [first, second, third] = leaves(await view(id))
    const made = (await bodyOf(await post(`/clauses/${first?.id}/accept`, { version: 1 }))).item
    expect((await post(`/clauses/${second?.id}/decline`, { version: 1, reason: '  ' })).status).toBe(400)
    expect((await post(`/clauses/${second?.id}/decline`, { version: 1, reason: '评价表述，不是要求' })).status).toBe(
      200,
    )
    expect((await post(`/clauses/${third?.id}/merge`, { version: 1, into: made })).status).toBe(200)
    expect((await view(id)).counts).toMatchObject({ items: 1, declined: 1, merged: 1 })
    const again = await post(`/clauses/${second?.id}/accept`, { version: 2 })
    expect([again.status, (await bodyOf(again)).detail]).toEqual([409, expect.stringContaining('先撤销')])
    const held = await post(`/clauses/${first?.id}/undo`, { version: 2 })
    expect([held.status, (await bodyOf(held)).detail]).toEqual([409, expect.stringContaining('1条要求并入')])
    expect((await post(`/clauses/${third?.id}/undo`, { version: 2 })).status).toBe(200)
    expect((await post(`/clauses/${second?.id}/undo`, { version: 2 })).status).toBe(200)
    const { number } = (await item(made)).item
    expect((await post(`/clauses/${first?.id}/undo`, { version: 2 })).status).toBe(200)
    expect((await app.request(`/api/items/${made}`, { as: 'duban' })).status).toBe(404)
    const back = await view(id)
    expect(back.counts.pending).toBe(back.counts.requirements)
    expect(
      leaves(back)
        .slice(0, 3)
        .every((clause) => clause.reason === null && clause.item === null),
    ).toBe(true)
    const retaken = (await bodyOf(await post(`/clauses/${first?.id}/accept`, { version: 3 }))).item
    expect((await item(retaken)).item).toMatchObject({ number, opened: '2022-04-26' })
  })

  it('a stale hand, a stranger, an unknown unit or day change nothing', async () => {
    const id = await idOf(await importText({}))
    const found = await view(id)
    const [first] = leaves(found)
    const heading = found.clauses.find((clause) => clause.heading)
    const ask = (json: object, as?: string) => post(`/clauses/${first?.id}/accept`, { version: 1, ...json }, as)
    const refused = [
      [await ask({ version: 7 }), 409, 'version.stale'],
      [await ask({ leadUnit: '不存在的局' }), 400, 'input.invalid'],
      [await ask({ deadline: '2022-02-30' }), 400, 'day.invalid'],
      [await ask({}, 'lingdao'), 403, 'right.missing'],
      [await ask({}, 'jiangyou'), 404, 'not-found'],
      [await ask({ owner: '我' }), 400, 'input.invalid'],
      [await post(`/clauses/${heading?.id}/accept`, { version: 1 }), 409, 'state.illegal'],
    ] as const
    for (const [answer, status, code] of refused) {
      const problem = await bodyOf(answer)
      expect([answer.status, problem.code, problem.detail !== '']).toEqual([status, code, true])
    }
    expect(await view(id)).toEqual(found)
  })
})
