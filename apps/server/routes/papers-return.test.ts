import { figuresInDocx } from '@yundiao/office'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addParts, editDocx } from '../../../packages/office/testing/edit-docx.ts'
import { bodyOf } from '../testing/body-of.ts'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'
import type { PaperView } from '../views/paper.ts'

const MEETING = '2022-04-26-standing-committee'
const BODY = 'word/document.xml'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp()
})
afterAll(() => app.end())

type Finding = { name: string; where: string; was: string; now: string; ref: string }
type Page = PaperView & {
  content: { kind: string } | null
  revisions: {
    id: string
    seq: number
    state: string
    findings: { changed: Finding[]; unbound: { name: string; text: string }[]; texts: object[] }
    decisions: { name: string; take: string; reason: string }[]
  }[]
}
const ask = { meeting: MEETING, on: '2022-04-26' }
const make = async (kind = 'quarter-review') =>
  bodyOf<PaperView>(await app.request('/api/papers', { as: 'yunxing', json: { ...ask, kind } }))
const page = async (id: string, as = 'yunxing') => bodyOf<Page>(await app.request(`/api/papers/${id}`, { as }))
const fileOf = async (id: string, query = '') =>
  new Uint8Array(await (await app.request(`/api/papers/${id}/file${query}`, { as: 'yunxing' })).arrayBuffer())
const giveBack = async (id: string, bytes: Uint8Array, name = '改稿.docx', as = 'yunxing') => {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name))
  const answer = await app.request(`/api/papers/${id}/return`, { as, method: 'POST', body: form })
  return { status: answer.status, body: await bodyOf<{ id: string; code: string; detail: string }>(answer) }
}
const act = async (id: string, what: string, json: object, as = 'yunxing') => {
  const answer = await app.request(`/api/papers/${id}/${what}`, { as, json })
  return { status: answer.status, body: await bodyOf<{ code: string; detail: string }>(answer) }
}
const edited = async (id: string, ...pairs: [string, string][]) =>
  editDocx(await fileOf(id), BODY, (xml) => pairs.reduce((text, [was, now]) => text.replace(was, now), xml))

describe('送审 → 收回改稿 → 定稿', () => {
  it('names each changed number, lets a person keep or put back each, and settles', async () => {
    const { id, version } = await make()
    expect((await act(id, 'send', { version })).status).toBe(200)
    const back = await edited(
      id,
      ['>784.28亿元<', '>785.28亿元<'],
      ['>同比增长8.9%<', '>同比增长9.8%<'],
      ['<w:sectPr', '<w:p><w:r><w:t>全年力争达到4000亿元。</w:t></w:r></w:p><w:sectPr'],
    )
    expect((await giveBack(id, back)).status).toBe(200)
    const [revision, ...none] = (await page(id)).revisions
    expect(none).toEqual([])
    const [first, second] = revision?.findings.changed ?? []
    expect(first).toMatchObject({
      was: '784.28亿元',
      now: '785.28亿元',
      ref: expect.stringContaining('fig:510700/gdp.level.'),
    })
    expect(second).toMatchObject({ was: '同比增长8.9%', now: '同比增长9.8%' })
    const [added] = revision?.findings.unbound ?? []
    expect(added).toMatchObject({ text: '4000' })
    expect(revision?.findings.texts).toHaveLength(3)

    const settle = { version: version + 1, revision: revision?.id ?? '', approver: '市政府分管副市长' }
    const decisions = [
      { name: first?.name ?? '', take: 'draft', reason: '笔误' },
      { name: second?.name ?? '', take: 'new', reason: '省局口头更正' },
      { name: added?.name ?? '', take: 'new', reason: '政府工作报告' },
    ]
    for (const [wrong, words] of [
      [decisions.slice(1), '785.28亿元'],
      [decisions.slice(0, 2), '4000'],
      [decisions.with(1, { name: second?.name ?? '', take: 'new', reason: ' ' }), '理由'],
      [decisions.with(2, { name: added?.name ?? '', take: 'draft', reason: '删去' }), '没有原数可恢复'],
    ] as const) {
      const refused = await act(id, 'final', { ...settle, decisions: wrong })
      expect([refused.status, refused.body.detail]).toEqual([400, expect.stringContaining(words)])
    }
    expect((await act(id, 'final', { ...settle, approver: ' ', decisions })).status).toBe(400)
    expect((await page(id)).state).toBe('送审')
    expect((await act(id, 'final', { ...settle, decisions })).status).toBe(200)

    const done = await page(id)
    expect(done).toMatchObject({ state: '定稿', finalOn: '2022-04-26', approver: '市政府分管副市长' })
    expect(done.revisions[0]).toMatchObject({ state: '已采用', decisions })
    expect((await figuresInDocx(await fileOf(id))).changed.map(({ now }) => now)).toEqual(['同比增长9.8%'])
    expect((await figuresInDocx(await fileOf(id, '?of=draft'))).changed).toEqual([])
    expect((await figuresInDocx(await fileOf(id, `?revision=${revision?.id}`))).changed).toHaveLength(2)
    expect((await giveBack(id, back)).body).toMatchObject({
      code: 'state.illegal',
      detail: expect.stringContaining('定稿'),
    })
    expect((await act(id, 'final', { ...settle, decisions })).status).toBe(409)
  })

  it('a second copy is a second revision; taking one sets the other aside, and the draft alone waits for both', async () => {
    const { id, version } = await make()
    await giveBack(id, await edited(id, ['存在的不足', '短板']))
    await giveBack(id, await edited(id, ['存在的不足', '不足']))
    expect((await page(id)).openRevisions).toBe(2)
    const draft = await act(id, 'final', { version, revision: null, approver: '主任', decisions: [] })
    expect([draft.status, draft.body.detail]).toEqual([409, expect.stringContaining('2 份改稿待处理')])
    const [second, first] = (await page(id)).revisions
    expect([second?.seq, first?.seq]).toEqual([2, 1])
    await act(id, 'final', { version, revision: second?.id, approver: '主任', decisions: [] })
    expect((await page(id)).revisions.map(({ state }) => state)).toEqual(['已采用', '未采用'])
  })

  it('a copy may be declined, and the draft settled on as it is', async () => {
    const { id, version } = await make()
    await giveBack(id, await edited(id, ['存在的不足', '短板']))
    const [revision] = (await page(id)).revisions
    const decline = { revision: revision?.id, reason: '以原稿为准' }
    expect((await act(id, 'decline', decline)).status).toBe(200)
    expect((await act(id, 'decline', decline)).status).toBe(409)
    expect((await act(id, 'final', { version, revision: null, approver: '主任', decisions: [] })).status).toBe(200)
    expect((await page(id)).state).toBe('定稿')
  })

  it.each([
    ['macros', async (id: string) => addParts(await fileOf(id), ['word/vbaProject.bin']), 'input.macro'],
    [
      'an embedded object',
      async (id: string) => addParts(await fileOf(id), ['word/embeddings/o.bin']),
      'input.external',
    ],
    [
      'a remote template',
      async (id: string) =>
        editDocx(await fileOf(id), 'word/_rels/document.xml.rels', (xml) =>
          xml.replace(
            '</Relationships>',
            '<Relationship Id="r99" Type="x/attachedTemplate" Target="http://e.org/a.dotm" TargetMode="External"/></Relationships>',
          ),
        ),
      'input.external',
    ],
    ['text', async () => Buffer.from('地区生产总值790亿元'), 'input.format'],
    [
      'a password',
      async () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'input.encrypted',
    ],
    ['another paper', async () => fileOf((await make()).id), 'input.invalid'],
    [
      'a paper nobody made here',
      async (id: string) => editDocx(await fileOf(id), 'docProps/custom.xml', () => null),
      'input.invalid',
    ],
  ] as const)('%s is refused, nothing is kept', async (_, bytes, code) => {
    const { id } = await make()
    const answer = await giveBack(id, await bytes(id))
    expect(answer.body).toMatchObject({ code, detail: expect.stringMatching(/请/u) })
    expect((await page(id)).revisions).toEqual([])
  })

  it('is the work of those who make papers', async () => {
    const { id, version } = await make()
    const bytes = await fileOf(id)
    for (const as of ['lingdao', 'shenji', 'jingxin', 'jiangyou']) {
      const tried = [
        (await giveBack(id, bytes, 'a.docx', as)).status,
        (await act(id, 'send', { version }, as)).status,
        (await act(id, 'final', { version, revision: null, approver: '主任', decisions: [] }, as)).status,
        (await act(id, 'decline', { revision: 'x', reason: 'x' }, as)).status,
      ]
      expect([as, ...tried]).toEqual([as, 403, 403, 403, 403])
    }
    for (const [as, status] of [
      ['lingdao', 200],
      ['jingxin', 404],
      ['jiangyou', 404],
    ] as const)
      expect([as, (await app.request(`/api/papers/${id}`, { as })).status]).toEqual([as, status])
  })
})

describe('会议材料', () => {
  it('come as one set, each with what it printed', async () => {
    const set = await bodyOf<PaperView[]>(await app.request('/api/papers/set', { as: 'duban', json: ask }))
    expect(set.map(({ kind, kindLabel, format, state }) => [kind, kindLabel, format, state])).toEqual([
      ['quarter-review', '经济运行情况', 'docx', '草稿'],
      ['t1', '主要经济指标完成情况表', 'xlsx', '草稿'],
      ['previous-items', '上次议定事项落实情况', 'docx', '草稿'],
    ])
    const kinds = await Promise.all(set.map(async ({ id }) => (await page(id)).content?.kind))
    expect(kinds).toEqual(['document', 'sheet', 'document'])
    const again = await bodyOf<PaperView[]>(await app.request('/api/papers/set', { as: 'duban', json: ask }))
    expect(again.map(({ draft }, i) => draft - (set[i]?.draft ?? 0))).toEqual([1, 1, 1])
  })

  it('T1 leaves as a sheet under its own name, and does not come back as a text', async () => {
    const { id, title } = await make('t1')
    expect(title).toBe('绵阳市2022年1—3月主要经济指标完成情况表')
    const answer = await app.request(`/api/papers/${id}/file`, { as: 'yunxing' })
    expect(answer.headers.get('content-type')).toContain('spreadsheetml')
    expect(answer.headers.get('content-disposition')).toContain('filename="paper.xlsx"')
    expect((await giveBack(id, await fileOf(id))).body).toMatchObject({ code: 'input.format' })
  })
})
