import { demonstration } from '@yundiao/mianyang'
import { readXlsx } from '@yundiao/office'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maximise } from '../../../packages/analysis/testing/linear-program.ts'
import { dragsDesk, sum } from '../testing/drags-desk.ts'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp({ demonstration: true })
})
afterAll(() => app.end())

const { drags, drawn, refused } = dragsDesk(() => app)

const dispatched = demonstration.entries.filter(({ ledger }) => ledger === 'enterprises.dispatch')
const amount = (value: unknown): number => Number(value) / 1e4
const names = dispatched.map(({ values }) => String(values.name))

describe('single enterprises', () => {
  const steel = `region=510781&group=${encodeURIComponent('黑色金属冶炼和压延加工业')}`
  it.each(['yunxing', 'jingxin', 'lingdao', 'jiangyou'])('%s may see them', async (as) => {
    const got = await drawn(`subject=enterprises&${steel}`, as)
    expect(got.rows[0]).toMatchObject({
      label: '演示工业企业D01',
      shown: '−26718',
      entry: { ledger: 'enterprises.dispatch' },
    })
  })
  it.each(['duban', 'tongji', 'shenji'])('%s sees regions and industries, and no name', async (as) => {
    expect(await refused(`subject=enterprises&${steel}`, as)).toContain('企业数据权限')
    for (const query of ['subject=enterprises', 'subject=enterprises&region=510781']) {
      const text = JSON.stringify(await drags(query, as))
      for (const name of names) expect(text).not.toContain(name)
      expect(text).toContain('不足3家')
    }
    expect(await refused('subject=enterprises&on=2022-04-25', as)).toContain('前后两日相减')
  })
  it('whoever may not open the ledger is told so', async () =>
    expect(await refused('subject=enterprises', 'guanli')).toContain('无权查看'))
  it.each(['', '&region=510781'])('a paper names none, whoever carries it out%s', async (more) => {
    const answer = await app.request(`/api/analysis/drags/export?period=2022Q1&subject=enterprises${more}`, {
      as: 'yunxing',
    })
    expect(answer.status).toBe(200)
    const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
    const read: unknown[] = []
    for (const sheet of sheets) for await (const row of sheet.rows()) read.push(row)
    const text = JSON.stringify(read)
    expect(text).toContain('※')
    for (const name of names) expect(text).not.toContain(name)
    const [event] = await app.store.events(await app.callerOf('guanli'), { stream: 'access', limit: 1 })
    expect(event).toMatchObject({ kind: 'drags.exported' })
  })
  it('a paper stops above the enterprise', async () => {
    const answer = await app.request(`/api/analysis/drags/export?period=2022Q1&subject=enterprises&${steel}`, {
      as: 'yunxing',
    })
    expect([answer.status, ((await answer.json()) as { detail: string }).detail]).toEqual([
      409,
      expect.stringContaining('企业数据权限'),
    ])
  })
})

/**
 * What somebody who reads every page of the table can find out by linear programming. The pages tell which cells are
 * hidden; the attacker is given the true amounts of all that is not, to the last digit.
 */
const attacked = async (as: string, field: 'output' | 'outputBefore') => {
  const city = await drawn('subject=enterprises', as)
  const regionOf = new Map<string, string[]>()
  const alone = new Set(city.rows.filter(({ kind }) => kind === 'part').map(({ key }) => key))
  for (const { region } of dispatched) {
    const key = alone.has(region) ? region : '其他（合并）'
    regionOf.set(key, [...(regionOf.get(key) ?? []), region])
  }
  const variables: { rows: typeof dispatched; line: string }[] = []
  const shownIn = new Map<string, number>()
  for (const { key, effect } of city.rows) {
    const own = dispatched.filter(({ region }) => regionOf.get(key)?.includes(region))
    const page = effect === null ? null : await drawn(`subject=enterprises&region=${encodeURIComponent(key)}`, as)
    const named = new Set(page?.rows.filter(({ kind }) => kind === 'part').map((row) => row.key))
    const seen = new Set(page?.rows.filter((row) => row.effect !== null).map((row) => row.key))
    const merged = (industry: string) => (page && !named.has(industry) ? '其他（合并）' : industry)
    for (const [industry, rows] of Map.groupBy(own, ({ values }) => merged(String(values.industry)))) {
      const total = sum(rows.map(({ values }) => amount(values[field])))
      if (seen.has(industry)) shownIn.set(key, (shownIn.get(key) ?? 0) + total)
      else variables.push({ rows, line: key })
    }
  }
  const truth = (rows: typeof dispatched) => sum(rows.map(({ values }) => amount(values[field])))
  const told = city.rows.filter(({ effect }) => effect !== null).map(({ key }) => key)
  const equations = [
    ...told.map((key) => ({
      a: variables.map(({ line }) => Number(line === key)),
      b: truth(dispatched.filter(({ region }) => regionOf.get(key)?.includes(region))) - (shownIn.get(key) ?? 0),
    })),
    { a: variables.map(() => 1), b: truth(dispatched) - sum([...shownIn.values()]) },
  ].filter(({ a }) => a.some((one) => one !== 0))
  const [a, b] = [equations.map((one) => one.a), equations.map((one) => one.b)]
  return variables.map(({ rows }, at) => {
    const pick = variables.map((_, i) => Number(i === at))
    const most = maximise(a, b, pick)
    const least = -maximise(
      a,
      b,
      pick.map((one) => -one),
    )
    const [first = 0, second = 0] = rows.map(({ values }) => amount(values[field])).sort((x, y) => y - x)
    const revealing = rows.length < 3 || truth(rows) - first - second < 0.15 * first
    return { revealing, truth: truth(rows), least, most }
  })
}

it.each(['output', 'outputBefore'] as const)(
  'no hidden %s can be computed back from all that is shown',
  async (field) => {
    const cells = await attacked('duban', field)
    expect(cells.filter(({ revealing }) => revealing).length).toBeGreaterThan(3)
    for (const { revealing, truth, least, most } of cells) {
      expect([least <= truth + 1e-6, most >= truth - 1e-6]).toEqual([true, true])
      if (revealing) expect(most - least).toBeGreaterThan(0.05 * truth)
    }
  },
)
