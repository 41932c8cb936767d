import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf } from '../testing/body-of.ts'
import { itemDesk } from '../testing/item-desk.ts'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'
import type { ItemRow } from '../views/item-schema.ts'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp()
  await register({ title: '市直的一件', leadUnit: 'jxj', assistUnits: ['u-510781'], leadLeader: '常务副市长' })
  await register({ title: '没有牵头的一件', deadline: '2022-04-20' })
})
afterAll(() => app.end())

const { register } = itemDesk(() => app)
type Page = { rows: ItemRow[]; next: string | null; total: number }
const list = async (query: string): Promise<Page> => bodyOf(await app.request(`/api/items?${query}`, { as: 'duban' }))

describe('the filters', () => {
  it('count what each choice would leave, with 待明确 for what nobody filled in', async () => {
    const { facets, total } = (await list('limit=1')) as Page & {
      facets: Record<string, { key: string; count: number }[]>
    }
    const sum = (facets.state ?? []).reduce((all, one) => all + one.count, 0)
    expect(sum).toBe(total)
    for (const [field, choices] of Object.entries(facets))
      for (const { key, count } of choices)
        expect([field, key, (await list(`limit=1&${field}=${key}`)).total]).toEqual([field, key, count])
  })

  it.each([
    ['2022-04-25', 'overdue', ['overdue']],
    ['2022-04-26', 'week', ['week', 'month']],
    ['2022-04-30', 'week', ['week', 'month']],
    ['2022-05-01', 'week', ['week']],
    ['2022-05-02', '', []],
    [null, 'unset', ['unset']],
  ] as [string | null, string, string[]][])('due on %s is %s', async (deadline, _, dues) => {
    const id = await register({ title: `到期${deadline}`, deadline })
    const found: string[] = []
    for (const due of ['overdue', 'week', 'month', 'unset'])
      if ((await list(`limit=200&due=${due}`)).rows.some((row) => row.id === id)) found.push(due)
    expect(found).toEqual(dues)
  })

  it('a deadline typed in words is read before it is kept', async () => {
    const asked = async (words: string) =>
      bodyOf(await app.request(`/api/items/deadline?words=${encodeURIComponent(words)}`, { as: 'duban' }))
    expect(await asked('6月底前')).toEqual({ read: true, deadline: '2022-06-30' })
    expect(await asked('长期坚持')).toEqual({ read: true, deadline: null })
    expect(await asked('尽快')).toEqual({ read: false, deadline: null })
  })
})
