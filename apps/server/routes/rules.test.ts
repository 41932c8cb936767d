import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'
import type { RuleRow } from '../views/rules.ts'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp()
})
afterAll(() => app.end())

it('lists rules in words with their citation, every worked case passing', async () => {
  const rules = (await (await app.request('/api/rules', { as: 'jiangyou' })).json()) as RuleRow[]
  const time = rules.find((rule) => rule.id === 'economy.time-progress')
  expect(time?.versions).toEqual([
    {
      from: '2022-01-01',
      to: null,
      grade: 'B',
      cite: {
        document: '四川省700个重点项目2022年一季度推进情况报道',
        number: null,
        article: null,
        url: 'https://www.10100.com/article/117760830',
      },
      words: '「已过月数」 ÷ 12',
      vectors: { passed: 3, total: 3 },
    },
  ])
  const parameters = rules.find((rule) => rule.id === 'business-environment.frontier')?.versions[0]
  expect(parameters?.words).toBe(
    '（最差值 − 实际值）÷（最差值 − 前沿值）× 100，得分在 0 至 100 之间；两端取值 5 年不变；各项平均为一级指标得分，一级指标平均为总分；“总税率”另有算法',
  )
  expect(rules.flatMap((rule) => rule.versions).every(({ vectors }) => vectors.passed === vectors.total)).toBe(true)
})

it('leaves out what was not in force by the day', async () => {
  const idsOn = async (on: string): Promise<string[]> => {
    const rules = (await (await app.request(`/api/rules?on=${on}`, { as: 'jiangyou' })).json()) as { id: string }[]
    return rules.map(({ id }) => id)
  }
  expect(await idsOn('2021-12-31')).not.toContain('economy.time-progress')
  expect(await idsOn('2022-01-01')).toContain('economy.time-progress')
  expect(await idsOn('1990-01-01')).toEqual([])
})

it('is for those who signed in', async () => expect((await app.request('/api/rules')).status).toBe(401))
