import type { Caller } from '@yundiao/store'
import { describe, expect, it } from 'vitest'
import { type BoardQuery, boardCache, rightsKey } from './board-cache.ts'

const jiangyou: Caller = {
  id: '1',
  username: 'jiangyou',
  name: '江油市',
  role: 'county',
  city: '510700',
  unit: null,
  region: '510781',
  clearance: 'personal',
  today: '2022-04-26',
  requestId: 'r',
  regions: ['510781'],
  references: ['000000', '510000', '510700'],
  scopes: ['p', 'r:510781'],
  holds: [],
  early: [],
  earlyIndicators: [],
  ledgers: { read: [], write: [] },
  allLedgers: false,
}
const query: BoardQuery = { period: '2022Q1', on: '2022-04-26' }

/** Streams and a clock one can move, and a reading that counts how often it ran. */
const world = () => {
  const heads: Record<string, number> = { figure: 1, release: 1 }
  const at = { ms: 0 }
  const runs: string[] = []
  const store = { heads: async () => ({ ...heads }) }
  const boards = boardCache(
    async (_store: typeof store, caller: Caller) => {
      runs.push(caller.username)
      return { readBy: caller.username }
    },
    () => at.ms,
  )
  return { heads, at, runs, read: (caller: Caller, asked = query) => boards(store, caller, asked) }
}

describe('boardCache', () => {
  it('reads once for the same rights, together or one after the other', async () => {
    const { read, runs } = world()
    await Promise.all([read(jiangyou), read({ ...jiangyou, id: '2', username: 'colleague', requestId: 's' })])
    await read(jiangyou)
    expect(runs).toEqual(['jiangyou'])
  })

  it.each([
    ['regions', { regions: ['510703'] }],
    ['reference regions', { references: ['510700'] }],
    ['scopes', { scopes: ['p', 'u:fgw'] }],
    ['early series', { early: [7] }],
    ['clearance', { clearance: 'internal' }],
    ['city', { city: '510600' }],
  ] satisfies [string, Partial<Caller>][])('never shares between people who differ in %s', async (_, other) => {
    const { read } = world()
    const [mine, theirs] = await Promise.all([read(jiangyou), read({ ...jiangyou, username: 'other', ...other })])
    expect([mine.readBy, theirs.readBy]).toEqual(['jiangyou', 'other'])
    expect(rightsKey({ ...jiangyou, ...other })).not.toBe(rightsKey(jiangyou))
  })

  it('is not misled by separators inside rights', () =>
    expect(rightsKey({ ...jiangyou, regions: ['a,b'] })).not.toBe(rightsKey({ ...jiangyou, regions: ['a', 'b'] })))

  it.each(['figure', 'release'])('reads again after a commit to %s', async (stream) => {
    const { read, runs, heads } = world()
    await read(jiangyou)
    heads[stream] = 2
    await read(jiangyou)
    expect(runs).toHaveLength(2)
  })

  it.each([
    [59_999, 1],
    [60_000, 2],
  ])('at %d ms has read %d times: a release time may pass without a commit', async (ms, times) => {
    const { read, runs, at } = world()
    await read(jiangyou)
    at.ms = ms
    await read(jiangyou)
    expect(runs).toHaveLength(times)
  })

  it('keeps days and periods apart', async () => {
    const { read, runs } = world()
    await read(jiangyou)
    await read(jiangyou, { ...query, on: '2022-04-25' })
    await read(jiangyou, { ...query, period: '2021' })
    expect(runs).toHaveLength(3)
  })

  it('does not keep a failure', async () => {
    let isDown = true
    const boards = boardCache(
      async () => {
        if (isDown) throw new Error('down')
        return 'board'
      },
      () => 0,
    )
    const store = { heads: async () => ({}) }
    await expect(boards(store, jiangyou, query)).rejects.toThrow('down')
    isDown = false
    expect(await boards(store, jiangyou, query)).toBe('board')
  })
})
