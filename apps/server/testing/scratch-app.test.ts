import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ScratchApp, scratchApp } from './scratch-app.ts'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp()
})
afterAll(() => app.end())

it('signs a demonstration account in and asks as that account', async () => {
  const me = await (await app.request('/api/me', { as: 'jiangyou' })).json()
  expect(me).toMatchObject({ username: 'jiangyou', role: 'county', businessDay: '2022-04-26', pinned: true })
})

it('asks as nobody without an account', async () => expect((await app.request('/api/me')).status).toBe(401))
