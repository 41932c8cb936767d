import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp({ demonstration: true })
})
afterAll(() => app.end())

type Charge = {
  id: string
  version: number
  kind: string
  name: string
  from: string
  to: string | null
  alsoBy: string[]
}
type Post = {
  id: string
  version: number
  title: string
  holder: string
  state: string
  from: string | null
  to: string | null
  left: number
  charges: Charge[]
}

const posts = async (as = 'yunxing', on?: string): Promise<Post[]> =>
  (await (await app.request(`/api/posts${on ? `?on=${on}` : ''}`, { as })).json()) as Post[]
const held = async (holder: string): Promise<Post> => {
  const found = (await posts()).find((post) => post.holder === holder)
  if (!found) throw new Error(`no post of ${holder}`)
  return found
}
const send = async (method: string, path: string, json: unknown, as = 'yunxing') => {
  const answer = await app.request(path, { as, method, json })
  return {
    status: answer.status,
    body: (await answer.json()) as { id: string; detail: string; moved: number; code: string },
  }
}

describe('岗位分工', () => {
  it('lists the real leaders with where they are named, and no charge no source tells of', async () => {
    const [first] = await posts()
    expect(first).toMatchObject({
      title: '省委常委、市委书记',
      holder: '曹立军',
      state: '现任',
      from: null,
      charges: [],
    })
  })

  it('tells who held a post on the day, and what was left when it ended', async () => {
    const [before, after] = [await held('演示乙'), await held('演示丙')]
    expect([before.state, before.to, before.left]).toEqual(['已结束', '2022-03-31', 3])
    expect([after.state, after.left]).toEqual(['现任', 0])
    expect(after.charges.map(({ kind, name }) => [kind, name])).toContainEqual(['unit', '市经信局'])
    const earlier = (await posts('yunxing', '2022-03-31')).find((post) => post.holder === '演示乙')
    expect(earlier?.state).toBe('现任')
  })

  it('counts what was left only as far as the reader sees', async () => {
    expect((await posts('fucheng')).find((post) => post.holder === '演示乙')?.left).toBe(1)
  })

  it('refuses a charge on a post that ended, outside its time, twice, or of something that is not', async () => {
    const [ended, now] = [await held('演示乙'), await held('演示丙')]
    const charge = (post: string, more: object) =>
      send('POST', '/api/charges', { post, kind: 'unit', subject: 'swj', from: null, ...more })
    expect((await charge(ended.id, {})).body.detail).toContain('已于 2022-03-31 止任，不能再增加分管')
    expect((await charge(now.id, { from: '2022-03-01' })).body.detail).toContain('才到任')
    expect((await charge(now.id, { subject: 'jxj' })).body.code).toBe('duplicate')
    expect((await charge(now.id, { subject: 'nobody' })).body.detail).toContain('没有单位 nobody')
    expect((await charge(now.id, { kind: 'region', subject: '510000' })).body.detail).toContain('没有县市区或园区')
    expect((await charge(now.id, { kind: 'ledger-entry', subject: '没有的项目' })).body.detail).toContain(
      '没有“没有的项目”',
    )
  })

  it('says when two are in charge of one subject, and ends one on a day', async () => {
    const { id } = await held('演示丁')
    const added = await send('POST', '/api/charges', { post: id, kind: 'unit', subject: 'jxj', from: '2022-04-26' })
    expect(added.status).toBe(200)
    const charge = (await held('演示丁')).charges.find((one) => one.id === added.body.id)
    expect(charge).toMatchObject({ name: '市经信局', alsoBy: ['演示丙'] })
    const ending = (to: string) => send('PATCH', `/api/charges/${added.body.id}`, { version: charge?.version, to })
    expect((await ending('2022-04-25')).body.detail).toContain('早于起始日期')
    expect((await ending('2022-04-26')).status).toBe(200)
    expect((await ending('2022-04-27')).body.code).toBe('version.stale')
  })

  it('takes a project by its exact name', async () => {
    const { id } = await held('演示甲')
    const subject = '惠科模组项目'
    expect((await send('POST', '/api/charges', { post: id, kind: 'ledger-entry', subject, from: null })).status).toBe(
      200,
    )
    expect((await held('演示甲')).charges).toContainEqual(
      expect.objectContaining({ kind: 'ledger-entry', name: subject }),
    )
    const unseen = (await posts('guanli')).find((post) => post.id === id)
    expect(JSON.stringify(unseen)).not.toContain(subject)
  })

  it('moves the open items of a post that ended in one act, an event each', async () => {
    const [before, after] = [await held('演示乙'), await held('演示丙')]
    const path = `/api/posts/${before.id}/left-items`
    const items = (await (await app.request(path, { as: 'yunxing' })).json()) as { id: string; version: number }[]
    const moving = items.map(({ id, version }) => ({ id, version }))
    const toEnded = await send('POST', path, { to: before.id, items: moving })
    expect(toEnded.body.detail).toContain('不是现任')
    const stale = moving.map((item, index) => (index === 1 ? { ...item, version: 99 } : item))
    expect((await send('POST', path, { to: after.id, items: stale })).body.code).toBe('version.stale')
    expect((await held('演示乙')).left).toBe(3)
    for (const as of ['jiangyou', 'jingxin', 'lingdao', 'guanli'])
      expect((await send('POST', path, { to: after.id, items: moving }, as)).status).toBe(403)
    expect((await send('POST', path, { to: after.id, items: moving })).body).toEqual({ moved: 3 })
    expect((await held('演示乙')).left).toBe(0)
    const caller = await app.callerOf('yunxing')
    for (const { id } of moving) {
      const [event] = await app.store.events(caller, { subject: id, limit: 1 })
      expect(event?.body).toMatchObject({ note: '岗位调整：演示乙 → 演示丙', after: { lead_leader: '演示丙' } })
    }
  })

  it('changes the holder in one act: time, charges, and nothing of the past', async () => {
    const before = await held('演示己')
    const path = `/api/posts/${before.id}/successor`
    const asked = { version: before.version, holder: '演示庚', from: '2022-04-26', takeCharges: true }
    expect((await send('POST', path, { ...asked, from: '2021-01-01' })).body.detail).toContain('早于到任日期')
    expect((await send('POST', path, { ...asked, holder: '演示己' })).status).toBe(400)
    expect((await send('POST', path, asked)).status).toBe(200)
    const [old, next] = [await held('演示己'), await held('演示庚')]
    expect([old.state, old.to, old.left]).toEqual(['已结束', '2022-04-25', 1])
    expect(next.title).toBe(old.title)
    expect(next.charges.map(({ name }) => name).sort()).toEqual(before.charges.map(({ name }) => name).sort())
    expect(old.charges.every(({ to }) => to === '2022-04-25')).toBe(true)
    expect((await send('POST', path, asked)).body.code).toBe('version.stale')
  })

  it('ends a post with its charges, and adds one', async () => {
    const post = await held('演示丁')
    const ended = (to: string) => send('PATCH', `/api/posts/${post.id}`, { version: post.version, to })
    expect((await ended('2020-01-01')).body.detail).toContain('早于到任日期')
    expect((await ended('2022-02-30')).body.code).toBe('day.invalid')
    expect((await ended('2022-04-26')).status).toBe(200)
    expect((await held('演示丁')).charges.every(({ to }) => to !== null)).toBe(true)
    const values = { title: '副市长（试设）', holder: '演示辛', rank: 16, from: '2022-04-26', note: null }
    expect((await send('POST', '/api/posts', values)).status).toBe(200)
    expect((await send('POST', '/api/posts', values)).body.code).toBe('duplicate')
  })

  it.each(['duban', 'jingxin', 'jiangyou', 'lingdao', 'tongji', 'shenji'])('%s reads and may not write', async (as) => {
    const post = (await posts(as))[0]
    expect(post?.holder).toBe('曹立军')
    const refused = await Promise.all([
      send('POST', '/api/posts', { title: '某职务', holder: null, rank: null, from: null, note: null }, as),
      send('PATCH', `/api/posts/${post?.id}`, { version: 1, to: '2022-04-26' }, as),
      send('POST', '/api/charges', { post: post?.id, kind: 'unit', subject: 'swj', from: null }, as),
      send('PATCH', '/api/charges/demo-charge-executive-fgw', { version: 1, to: '2022-04-26' }, as),
      send(
        'POST',
        `/api/posts/${post?.id}/successor`,
        { version: 1, holder: '某', from: '2022-04-26', takeCharges: true },
        as,
      ),
    ])
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403])
  })
})
