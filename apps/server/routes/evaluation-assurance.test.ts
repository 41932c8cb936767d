import { afterAll, beforeAll, expect, it } from 'vitest'
import { enterFirms, runHuangyan } from '../testing/evaluation-desk.ts'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'
import type { RunView } from '../views/evaluation/list-schema.ts'
import type { AssessingView, EvaluationPage } from '../views/evaluation/run-schema.ts'

let app: ScratchApp
let run: RunView
beforeAll(async () => {
  app = await scratchApp()
  await enterFirms(app, 2022)
  run = await runHuangyan(app, 2022)
})
afterAll(() => app.end())

const get = <T>(path: string, as = 'jingxin'): Promise<T> => app.read<T>(`/api/evaluations/${path}`, as)
const begin = (id: string, json: object, as = 'jingxin'): Promise<Response> =>
  app.request(`/api/evaluations/${id}/assurance`, { as, json })

/** Waits for the work, however long it takes. */
const ended = async (id: string): Promise<AssessingView> => {
  for (;;) {
    const state = await get<AssessingView>(`${id}/assurance`)
    if (state.kind !== 'running') return state
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
const hashOf = async (id: string): Promise<string | undefined> =>
  (await get<{ files: { what: string; sha256: string }[] }>(`${id}/replay`)).files.find(
    ({ what }) => what === 'assurance',
  )?.sha256

it('says how sure each place is; the same seed gives the same bytes, another seed others', async () => {
  expect(await (await begin(run.id, { draws: 300, seed: 7 })).json()).toMatchObject({ kind: 'running' })
  expect(await ended(run.id)).toEqual({ kind: 'idle' })
  const page = await get<EvaluationPage>(run.id)
  expect(page.assurance).toMatchObject({ draws: 300, seed: 7, factors: [{ name: '权重' }, { name: '数据误差' }] })
  expect(page.assurance?.words.join()).toContain('±20%')
  for (const { rank, rankLow, rankHigh } of page.rows) {
    expect(rankLow).toBeLessThanOrEqual(rank ?? 0)
    expect(rankHigh).toBeGreaterThanOrEqual(rank ?? 0)
  }
  const first = await hashOf(run.id)
  const again = await runHuangyan(app, 2022)
  await begin(again.id, { draws: 300, seed: 7 })
  await ended(again.id)
  expect(await hashOf(again.id)).toBe(first)
  await begin(again.id, { draws: 300, seed: 8 })
  await ended(again.id)
  expect(await hashOf(again.id)).not.toBe(first)
})

it('can be cancelled, keeps what was there, and is for those who run evaluations', async () => {
  // 10,000 draws may be done before the word to stop arrives: then once more, from another seed.
  const isKept = async (seed: number): Promise<boolean> => {
    const before = await hashOf(run.id)
    await begin(run.id, { draws: 10_000, seed })
    const stopped = await app.request(`/api/evaluations/${run.id}/assurance`, { as: 'jingxin', method: 'DELETE' })
    expect(await stopped.json()).toEqual({ kind: 'idle' })
    await ended(run.id)
    return (await hashOf(run.id)) === before
  }
  let kept = false
  for (let seed = 1; seed <= 10 && !kept; seed += 1) kept = await isKept(seed)
  expect(kept).toBe(true)
  expect((await begin(run.id, { draws: 300, seed: 1 }, 'jiangyou')).status).toBe(404)
  expect((await begin(run.id, { draws: 300, seed: 1 }, 'lingdao')).status).toBe(403)
  expect((await begin(run.id, { draws: 5, seed: 1 })).status).toBe(400)
})
