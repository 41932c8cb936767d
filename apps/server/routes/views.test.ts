import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'

const VIEW = '/api/views/projects.same-project'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp()
  const rows = [
    ['jiangyou', '绵阳甲乙丙智能制造产业园'],
    ['jiangyou', '甲乙丙智能制造产业园工程'],
    ['fucheng', '甲乙丙智能制造产业园项目'],
  ]
  for (const [as = '', name] of rows)
    await app.request('/api/ledgers/projects.project/rows', { as, json: { region: null, values: { name } } })
})
afterAll(() => app.end())

type Pair = { likeness: number; entries: { id: string; name: string }[] }
const pairs = async (as: string, query = ''): Promise<Pair[]> => {
  const answer = await app.request(`${VIEW}${query}`, { as })
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as Pair[]
}
const fault = async (path: string, as?: string) => {
  const answer = await app.request(path, as === undefined ? {} : { as })
  return { status: answer.status, ...((await answer.json()) as { code: string; detail: string }) }
}
const namesOf = (found: readonly Pair[]) => found.flatMap(({ entries }) => entries.map(({ name }) => name))

it('answers from the rows in the caller’s sight', async () => {
  const all = await pairs('yunxing', `?cityName=${encodeURIComponent('绵阳')}`)
  const own = await pairs('jiangyou', `?cityName=${encodeURIComponent('绵阳')}`)
  expect(own).toHaveLength(1)
  expect(own[0]?.entries.map(({ name }) => name).sort()).toEqual([
    '甲乙丙智能制造产业园工程',
    '绵阳甲乙丙智能制造产业园',
  ])
  expect(namesOf(all)).toContain('甲乙丙智能制造产业园项目')
  expect(namesOf(own)).not.toContain('甲乙丙智能制造产业园项目')
  expect(await pairs('jingkai')).toEqual([])
})

it('answers as known on a day', async () => {
  expect(namesOf(await pairs('yunxing', '?on=2022-04-25'))).not.toContain('甲乙丙智能制造产业园工程')
  expect((await fault(`${VIEW}?on=2022-04-27`, 'yunxing')).code).toBe('day.invalid')
})

it('refuses parameters it does not know, views that are none, and whoever has not signed in', async () => {
  expect(await fault(`${VIEW}?nosuch=1`, 'yunxing')).toMatchObject({ status: 400, code: 'input.invalid' })
  expect(await fault('/api/views/projects.none', 'yunxing')).toMatchObject({ status: 404, code: 'not-found' })
  expect((await fault(VIEW)).status).toBe(401)
})

it('is listed with its parameters', async () => {
  const { paths } = (await (await app.request('/api/openapi.json')).json()) as {
    paths: Record<string, { get: { parameters: { name: string }[] } }>
  }
  expect(paths[VIEW]?.get.parameters.map(({ name }) => name).sort()).toEqual(['cityName', 'on'])
})
