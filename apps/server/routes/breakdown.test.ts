import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf } from '../testing/body-of.ts'
import { breakdownDesk, READOUT } from '../testing/breakdown-desk.ts'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'
import type { ItemView } from '../views/item-schema.ts'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp()
})
afterAll(() => app.end())

const { send, view, leaves, bringIn, steps, cell, edit } = breakdownDesk(() => app)
const item = async (id: string): Promise<ItemView> => bodyOf(await app.request(`/api/items/${id}`, { as: 'duban' }))
const notesOn = async (subject: string): Promise<unknown[]> => {
  const caller = await app.callerOf('yunxing')
  const events = await app.store.events(caller, { stream: 'meeting', subjects: [subject], limit: 50 })
  return events.map(({ body }) => body.note)
}

describe('cells of sheet T3', () => {
  it('fill the draft of a requirement and stand in the item it becomes', async () => {
    const id = await bringIn()
    const [first] = await leaves(id)
    if (!first) throw new Error('no requirement')
    const filled = await edit(id, [
      cell(first, 'units', '市发改委、绵阳市统计局,jxj'),
      cell(first, 'deadline', '6月底前'),
      cell(first, 'steps', '一季一会'),
      cell(first, 'node:2022-06-30', '完成半年分析'),
      cell(first, 'closure', '指标型'),
      cell(first, 'remark', '先行'),
    ])
    expect(filled.status, filled.detail).toBe(200)
    const [drafted] = await leaves(id)
    expect(drafted?.cells).toMatchObject({
      leadUnit: '市发改委',
      units: '市发改委、市统计局、市经信局',
      deadline: '6月底前',
      'node:2022-06-30': '完成半年分析',
      closure: 'figure',
    })
    expect(drafted?.deadlineOn).toBe('2022-06-30')
    const made = await send('POST', `/documents/${id}/settle`, { clauses: steps(drafted ? [drafted] : []) })
    const held = await item((made as unknown as { items: string[] }).items[0] ?? '')
    expect(held.item).toMatchObject({ leadUnit: '市发改委', deadline: '2022-06-30', kind: '指标型' })
    const [set] = await leaves(id)
    expect(set?.cells).toEqual(drafted?.cells)
    expect(set?.disposition).toBe('item')
  })

  it('of an item change the item; a cleared cell is 待明确 again, a cleared task the text’s', async () => {
    const id = await bringIn()
    await send('POST', `/documents/${id}/settle`, { clauses: steps((await leaves(id)).slice(0, 1)) })
    const [first] = await leaves(id)
    if (!first) throw new Error('no requirement')
    await edit(id, [cell(first, 'leadUnit', '江油市'), cell(first, 'title', '改写的任务')], 'paste')
    const [changed] = await leaves(id)
    if (!changed) throw new Error('no requirement')
    expect(changed.cells).toMatchObject({ leadUnit: '江油市', title: '改写的任务' })
    expect((await app.request(`/api/items/${changed.item}`, { as: 'jiangyou' })).status).toBe(200)
    await edit(id, [cell(changed, 'leadUnit', ''), cell(changed, 'title', '')], 'clear')
    const [cleared] = await leaves(id)
    expect(cleared?.cells).toMatchObject({ leadUnit: '', units: '', title: first.cells.title })
    expect((await app.request(`/api/items/${changed.item}`, { as: 'jiangyou' })).status).toBe(404)
  })

  it('are taken all or none: each bad cell is named, and nothing is kept', async () => {
    const id = await bringIn()
    const [first, second] = await leaves(id)
    if (!first || !second) throw new Error('no requirements')
    const answer = await edit(id, [
      cell(first, 'leadUnit', '市发改委'),
      cell(second, 'leadUnit', '不存在的局'),
      cell(second, 'deadline', '尽快'),
    ])
    expect(answer).toMatchObject({ status: 400, code: 'input.invalid' })
    expect(answer.detail).toContain('第2行“牵头单位”')
    expect(answer.detail).toContain('另有1格')
    expect(answer.details.cells).toEqual([`${second.id}/leadUnit`, `${second.id}/deadline`])
    expect((await leaves(id))[0]?.cells.leadUnit).toBe('')
  })

  it('say in the record how they were filled', async () => {
    const id = await bringIn()
    const [first, second] = await leaves(id)
    if (!first || !second) throw new Error('no requirements')
    await edit(id, [cell(first, 'leadUnit', '市发改委'), cell(second, 'leadUnit', '市发改委')], 'adopt')
    expect(await notesOn(first.id)).toContain('采纳建议：牵头单位（2条）')
  })

  it.each([
    ['an unknown column', 'owner', '甲', '不是可填的栏目'],
    ['a node of no quarter', 'node:2022-05-31', '甲', '不是本表的节点'],
    ['a day gone by', 'deadline', '2022-03-31', '早于今天'],
    ['an unknown kind', 'closure', '随便型', '不是办结类型'],
    ['a task of a book', 'title', '长'.repeat(501), '超过 500 字'],
  ])('%s is refused', async (_, field, text, words) => {
    const id = await bringIn()
    const [first] = await leaves(id)
    if (!first) throw new Error('no requirement')
    const answer = await edit(id, [cell(first, field, text)])
    expect(answer.status).toBe(400)
    expect(answer.detail).toContain(words)
  })

  it('two on one requirement: the later is told', async () => {
    const id = await bringIn()
    const [first] = await leaves(id)
    if (!first) throw new Error('no requirement')
    const [one, other] = await Promise.all([
      edit(id, [cell(first, 'remark', '甲')]),
      edit(id, [cell(first, 'remark', '乙')], 'type', 'yunxing'),
    ])
    expect([one.status, other.status].sort()).toEqual([200, 409])
    expect([one.code, other.code]).toContain('version.stale')
  })

  it('a leader whose post has ended is refused, and not suggested', async () => {
    const admin = await app.callerOf('guanli')
    await app.store.commit(admin, [
      {
        do: 'add',
        table: 'post',
        rows: [
          { id: 'p-was', values: { title: '原副市长', holder: '前任', startsOn: '2020-01-01', endsOn: '2022-03-31' } },
          { id: 'p-is', values: { title: '现副市长', holder: '现任', startsOn: '2022-04-01' } },
        ],
      },
      {
        do: 'add',
        table: 'charge',
        rows: [
          { values: { post: 'p-was', subjectKind: 'unit', subject: 'slj' } },
          { values: { post: 'p-is', subjectKind: 'unit', subject: 'slj', startsOn: '2022-04-01' } },
        ],
      },
    ])
    const id = await bringIn()
    const [first] = await leaves(id)
    if (!first) throw new Error('no requirement')
    const refused = await edit(id, [cell(first, 'leadLeader', '前任')])
    expect(refused.status).toBe(400)
    expect(refused.detail).toContain('2022-03-31')
    await edit(id, [cell(first, 'leadUnit', '市水利局')])
    const [led] = await leaves(id)
    expect(led?.suggestions.leadLeader).toEqual({ text: '现任', reason: '分管：现副市长' })
  })
})

describe('many requirements at once', () => {
  it('立项 gives numbers in the order of the text, whatever order was asked', async () => {
    const id = await bringIn()
    const asked = (await leaves(id)).slice(0, 4).reverse()
    await send('POST', `/documents/${id}/settle`, { clauses: steps(asked) })
    const numbers = (await leaves(id)).slice(0, 4).map((clause) => Number(/\d+$/u.exec(clause.itemNumber ?? '')?.[0]))
    expect(numbers).toEqual([0, 1, 2, 3].map((i) => (numbers[0] ?? 0) + i))
  })

  it('并入: the first becomes the item, the others join it; later ones join a named item', async () => {
    const id = await bringIn()
    const [a, b, c, d] = await leaves(id)
    if (!a || !b || !c || !d) throw new Error('no requirements')
    const merged = await send('POST', `/documents/${id}/merge`, { clauses: steps([b, a, c]), into: null })
    expect(merged.status, merged.detail).toBe(200)
    const { item: into } = merged as unknown as { item: string }
    const now = await leaves(id)
    expect(now.slice(0, 3).map(({ disposition }) => disposition)).toEqual(['merged', 'item', 'merged'])
    await send('POST', `/documents/${id}/merge`, { clauses: steps([d]), into })
    expect((await view(id)).counts).toMatchObject({ items: 1, merged: 3 })
  })

  it('不立项 of many shares one reason', async () => {
    const id = await bringIn()
    const three = steps((await leaves(id)).slice(0, 3))
    await send('POST', `/documents/${id}/decline`, { clauses: three, reason: '背景表述' })
    expect((await leaves(id)).slice(0, 3).map(({ reason }) => reason)).toEqual(Array(3).fill('背景表述'))
  })

  it('拆分: both parts keep to the characters and to their place', async () => {
    const id = await bringIn()
    const target = (await leaves(id)).find((clause) => clause.simplified.includes('推动签约项目'))
    if (!target) throw new Error('no such requirement')
    const at = READOUT.indexOf('、', target.start)
    const done = await send('POST', `/clauses/${target.id}/split`, { version: target.version, at })
    expect(done.status, done.detail).toBe(200)
    const all = await leaves(id)
    const first = all.findIndex((clause) => clause.id === target.id)
    const [left, right] = [all[first], all[first + 1]]
    expect(left?.cells.title).toBe('推动签约项目尽快落地')
    expect(right?.cells.title).toBe('在建项目加快进度')
    for (const part of [left, right]) expect(READOUT.slice(part?.start, part?.end)).toBe(part?.text)
    const again = await send('POST', `/clauses/${left?.id}/split`, {
      version: left?.version,
      at: (left?.start ?? 0) + 4,
    })
    expect(again.status, again.detail).toBe(200)
    const starts = (await leaves(id)).map(({ start }) => start)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
  })

  it.each([
    ['立项 of none', 'settle', { clauses: [] }, 400],
    ['不立项 without a reason', 'decline', { reason: ' ' }, 400],
    ['并入 of one alone', 'merge', { into: null }, 400],
    ['并入 of an item of another document', 'merge', { into: 'other' }, 409],
  ])('%s is refused and changes nothing', async (_, act, body, status) => {
    const id = await bringIn()
    const [first] = await leaves(id)
    const answer = await send('POST', `/documents/${id}/${act}`, { clauses: steps(first ? [first] : []), ...body })
    expect(answer.status, answer.detail).toBe(status)
    expect((await view(id)).counts.pending).toBe((await view(id)).counts.requirements)
  })

  it('a requirement of another document is refused', async () => {
    const [one, other] = [await bringIn(), await bringIn()]
    const mixed = [(await leaves(one))[0], (await leaves(other))[0]].flatMap((clause) => clause ?? [])
    for (const [act, body] of [
      ['settle', {}],
      ['merge', { into: null }],
      ['decline', { reason: '重复' }],
    ] as const) {
      const answer = await send('POST', `/documents/${one}/${act}`, { clauses: steps(mixed), ...body })
      expect(answer, act).toMatchObject({ status: 409, code: 'state.illegal' })
    }
    expect((await view(one)).counts.items).toBe(0)
  })

  it.each([-1, 0, 1_000_000])('拆分 outside, at %i, is refused', async (offset) => {
    const id = await bringIn()
    const [first] = await leaves(id)
    if (!first) throw new Error('no requirement')
    const at = Math.max(0, first.start + offset)
    const answer = await send('POST', `/clauses/${first.id}/split`, { version: first.version, at })
    expect(answer.status).toBe(400)
  })

  it('is for the keepers of meetings alone', async () => {
    const id = await bringIn()
    const [first] = await leaves(id)
    const clauses = steps(first ? [first] : [])
    for (const as of ['jiangyou', 'jingxin', 'lingdao', 'shenji'])
      for (const [act, body] of [
        ['settle', { clauses }],
        ['merge', { clauses: steps((await leaves(id)).slice(0, 2)), into: null }],
        ['decline', { clauses, reason: '重复' }],
        ['edit', { how: 'type', cells: first ? [cell(first, 'remark', '甲')] : [] }],
        ['submit', {}],
      ] as const)
        expect([403, 404, 409], `${as} ${act}`).toContain(
          (await send('POST', `/documents/${id}/${act}`, body, as)).status,
        )
    expect((await view(id)).counts.pending).toBe((await view(id)).counts.requirements)
  })
})

describe('依据', () => {
  it('is the readout for reference only until the 纪要 has its number, then that', async () => {
    const id = await bringIn()
    await send('POST', `/documents/${id}/settle`, { clauses: steps((await leaves(id)).slice(0, 2)) })
    const before = await view(id)
    expect(before.document).toMatchObject({ referenceOnly: true, version: 1 })
    expect(before.document.basis).toContain('通稿（仅参考）')
    const minutes = { version: 1, minutesNumber: '绵委常纪〔2022〕12号', minutesOn: '2022-04-28' }
    const named = await send('PATCH', `/documents/${id}`, minutes)
    expect(named.status, named.detail).toBe(200)
    const after = await view(id)
    expect(after.document).toMatchObject({ referenceOnly: false, minutesNumber: minutes.minutesNumber })
    for (const clause of (await leaves(id)).slice(0, 2)) {
      const { source } = (await item(clause.item ?? '')).item
      expect(source).toMatchObject({ kindLabel: '会议纪要', number: minutes.minutesNumber })
    }
    expect((await send('PATCH', `/documents/${id}`, minutes)).code).toBe('version.stale')
    expect(
      (await send('PATCH', `/documents/${id}`, { version: 2, minutesNumber: ' ', minutesOn: '2022-04-28' })).status,
    ).toBe(400)
  })
})
