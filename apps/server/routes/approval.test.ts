import { readXlsx } from '@yundiao/office'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf } from '../testing/body-of.ts'
import { APPROVED, breakdownDesk } from '../testing/breakdown-desk.ts'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp()
})
afterAll(() => app.end())

const { send, leaves, bringIn, steps, cell, edit, settled, approve } = breakdownDesk(() => app)

type Change = { column: string; was: string; now: string }
type Approval = {
  stage: string
  submissions: { state: string; approver: string | null }[]
  atApproval: Change[]
  since: Change[]
  waiting: number
  refused: Record<string, string | null>
}
type Notice = {
  id: string
  number: string
  unit: { id: string; name: string }
  items: { id: string }[]
  receivedBy: string | null
  officialNumber: string | null
  hasScan: boolean
  version: number
}
const approval = async (id: string): Promise<Approval> =>
  bodyOf(await app.request(`/api/documents/${id}/approval`, { as: 'duban' }))
const notices = async (document: string, as = 'duban'): Promise<Notice[]> =>
  bodyOf(await app.request(`/api/notices?document=${document}`, { as }))

describe('送审 and 审定', () => {
  it('wait until no requirement is 待核, and say how many are', async () => {
    const id = await bringIn()
    const pending = (await leaves(id)).length
    const early = await send('POST', `/documents/${id}/submit`, {})
    expect(early).toMatchObject({ status: 409, code: 'state.illegal' })
    expect(early.detail).toContain(`还有${pending}条要求待核`)
    await send('POST', `/documents/${id}/decline`, { clauses: steps(await leaves(id)), reason: '背景' })
    expect((await send('POST', `/documents/${id}/submit`, {})).detail).toContain('还没有立项')
  })

  it('are each done once', async () => {
    const id = await bringIn()
    await settled(id, 3, ['市发改委'])
    const [one, other] = await Promise.all([
      send('POST', `/documents/${id}/submit`, {}),
      send('POST', `/documents/${id}/submit`, {}, 'yunxing'),
    ])
    expect([one.status, other.status].sort()).toEqual([200, 409])
    const submission = one.status === 200 ? one.id : other.id
    const decide = `/submissions/${submission}/decide`
    expect((await send('POST', `/documents/${id}/submit`, {})).detail).toContain('等待审定')
    expect((await send('POST', decide, { ...APPROVED, version: 1, approver: ' ' })).status).toBe(400)
    expect((await send('POST', decide, { ...APPROVED, version: 1, approvedOn: '2022-05-01' })).code).toBe('day.invalid')
    expect((await send('POST', decide, { ...APPROVED, version: 1 })).status).toBe(200)
    expect((await send('POST', decide, { ...APPROVED, version: 2 })).detail).toContain('已审定')
    expect((await send('POST', `/documents/${id}/submit`, {})).detail).toContain('没有改动')
  })

  it('退回 needs its words, and another turn follows', async () => {
    const id = await bringIn()
    await settled(id, 2, ['市发改委'])
    const sent = await send('POST', `/documents/${id}/submit`, {})
    const back = { ...APPROVED, version: 1, decision: '退回', approver: '' }
    expect((await send('POST', `/submissions/${sent.id}/decide`, back)).status).toBe(400)
    const done = await send('POST', `/submissions/${sent.id}/decide`, { ...back, note: '时限写实' })
    expect(done.status, done.detail).toBe(200)
    expect((await approval(id)).stage).toBe('breakdown')
    await approve(id)
    expect((await approval(id)).submissions.map(({ state }) => state)).toEqual(['退回', '审定'])
  })

  it('show cell by cell what the leader changed, and what changed since', async () => {
    const id = await bringIn()
    await settled(id, 2, ['市发改委'])
    const sent = await send('POST', `/documents/${id}/submit`, {})
    const [first] = await leaves(id)
    if (!first) throw new Error('no requirement')
    await edit(id, [cell(first, 'leadUnit', '市经信局')])
    await send('POST', `/submissions/${sent.id}/decide`, { ...APPROVED, version: 1 })
    expect((await approval(id)).atApproval).toMatchObject([{ column: '责任单位', was: '市发改委', now: '市经信局' }])
    const [now] = await leaves(id)
    if (!now) throw new Error('no requirement')
    await edit(id, [cell(now, 'deadline', '6月底前')])
    expect((await approval(id)).since).toMatchObject([{ column: '完成时限', was: '', now: '6月底前' }])
  })

  it('an approver whose post had ended on the day is refused', async () => {
    const admin = await app.callerOf('guanli')
    const values = { title: '原秘书长', holder: '离任者', startsOn: '2020-01-01', endsOn: '2022-03-31' }
    await app.store.commit(admin, [{ do: 'add', table: 'post', rows: [{ values }] }])
    const id = await bringIn()
    await settled(id, 1, ['市发改委'])
    const sent = await send('POST', `/documents/${id}/submit`, {})
    const refused = await send('POST', `/submissions/${sent.id}/decide`, {
      ...APPROVED,
      version: 1,
      approver: '离任者',
    })
    expect(refused).toMatchObject({ status: 409, code: 'state.illegal' })
  })
})

describe('after 审定', () => {
  it('neither table nor 交办 comes before it', async () => {
    const id = await bringIn()
    await settled(id, 2, ['市发改委'])
    expect((await send('POST', `/documents/${id}/table`, { format: 'xlsx' })).detail).toContain('请先送审')
    await send('POST', `/documents/${id}/submit`, {})
    expect((await send('POST', `/documents/${id}/handover`, { feedbackOn: null })).detail).toContain('还没有审定')
    expect(await notices(id)).toEqual([])
  })

  it('《任务分解表》 is kept in both forms, 合计 first', async () => {
    const id = await bringIn()
    await settled(id, 5, ['市发改委', '市经信局'])
    await approve(id)
    const made = await send('POST', `/documents/${id}/table`, { format: 'xlsx' })
    expect(made.status, made.detail).toBe(200)
    const { paper } = made as unknown as { paper: string }
    const answer = await app.request(`/api/papers/${paper}/file`, { as: 'duban' })
    const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
    const words: string[] = []
    for await (const { cells } of sheets[0]?.rows() ?? []) words.push(cells.map((one) => String(one.value)).join('|'))
    expect(words[0]).toContain('任务分解表')
    expect(words.find((line) => line.startsWith('合计'))).toBe('合计|5件')
    expect(words.join('\n')).toContain('通稿（仅参考）')
    expect(words.join('\n')).toContain('待明确')
    expect((await send('POST', `/documents/${id}/table`, { format: 'docx' })).status).toBe(200)
    expect((await send('POST', `/documents/${id}/table`, { format: 'pdf' })).status).toBe(400)
  })

  it('交办 makes one notice for each lead unit, once; items without a lead stay and are named', async () => {
    const id = await bringIn()
    await settled(id, 5, ['市经信局', '江油市', ''])
    await approve(id)
    const done = await send('POST', `/documents/${id}/handover`, { feedbackOn: '2022-05-25' })
    expect(done.status, done.detail).toBe(200)
    expect(done).toMatchObject({ notices: 2, items: 4, unclear: [{}] })
    const made = await notices(id)
    expect(made.map(({ unit, items }) => [unit.name, items.length])).toEqual([
      ['市经信局', 2],
      ['江油市', 2],
    ])
    for (const { number } of made) expect(number).toMatch(/^绵督交〔2022〕\d+号$/u)
    expect((await leaves(id)).filter(({ handedOn }) => handedOn === '2022-04-26')).toHaveLength(4)
    expect((await approval(id)).stage).toBe('handed')
    const again = await send('POST', `/documents/${id}/handover`, { feedbackOn: null })
    expect(again).toMatchObject({ status: 409 })
    expect(again.detail).toContain('待明确')
    expect(await notices(id)).toHaveLength(2)
  })

  it('two who hand over at once hand over once', async () => {
    const id = await bringIn()
    await settled(id, 3, ['市统计局', '市商务局'])
    await approve(id)
    const ask = { feedbackOn: null }
    const both = await Promise.all([
      send('POST', `/documents/${id}/handover`, ask),
      send('POST', `/documents/${id}/handover`, ask, 'yunxing'),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await notices(id)).toHaveLength(2)
  })
})

describe('a 交办单', () => {
  const handed = async (): Promise<{ id: string; ours: Notice; theirs: Notice }> => {
    const id = await bringIn()
    await settled(id, 2, ['市经信局', '江油市'])
    await approve(id)
    await send('POST', `/documents/${id}/handover`, { feedbackOn: null })
    const [ours, theirs] = await notices(id)
    if (!ours || !theirs) throw new Error('no notices')
    return { id, ours, theirs }
  }
  const file = (notice: string, as: string) => app.request(`/api/notices/${notice}/file`, { as })

  it('is seen, fetched and signed for by its own unit alone', async () => {
    const { id, ours, theirs } = await handed()
    expect((await notices(id, 'jingxin')).map((one) => one.id)).toEqual([ours.id])
    expect((await notices(id, 'jiangyou')).map((one) => one.id)).toEqual([theirs.id])
    expect(await notices(id, 'fucheng')).toEqual([])
    expect((await file(ours.id, 'jingxin')).status).toBe(200)
    expect((await file(theirs.id, 'jingxin')).status).toBe(404)
    const sign = (notice: Notice, as: string) =>
      send('PATCH', `/notices/${notice.id}`, { version: notice.version, received: true }, as)
    expect((await sign(ours, 'duban')).code).toBe('right.missing')
    expect((await sign(theirs, 'jingxin')).status).toBe(404)
    expect((await sign(ours, 'jingxin')).status).toBe(200)
    expect((await sign({ ...ours, version: 2 }, 'jingxin')).detail).toContain('签收')
    expect((await sign(theirs, 'jiangyou')).status).toBe(200)
  })

  it('takes its 文号 and its scan from the office', async () => {
    const { id, ours } = await handed()
    const number = { version: ours.version, officialNumber: '绵督〔2022〕12号' }
    expect((await send('PATCH', `/notices/${ours.id}`, number, 'jingxin')).code).toBe('right.missing')
    expect((await send('PATCH', `/notices/${ours.id}`, number)).status).toBe(200)
    const put = (bytes: string, name: string, as = 'duban') => {
      const form = new FormData()
      form.set('file', new File([bytes], name))
      return app.request(`/api/notices/${ours.id}/scan?version=2`, { as, method: 'POST', body: form })
    }
    expect((await put('not a scan', '盖章件.pdf')).status).toBe(400)
    expect((await put('%PDF-1.4 stamped', '盖章件.pdf', 'jingxin')).status).toBe(403)
    expect((await put('%PDF-1.4 stamped', '盖章件.pdf')).status).toBe(200)
    expect((await notices(id))[0]).toMatchObject({ officialNumber: number.officialNumber, hasScan: true })
    expect(await (await app.request(`/api/notices/${ours.id}/scan`, { as: 'jingxin' })).text()).toContain('stamped')
  })
})
