import { generateKeyPairSync } from 'node:crypto'
import { isProblem } from '@yundiao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Checkpoint, makeCheckpoint } from '../chain/checkpoint.ts'
import { readHeadRows } from '../chain/read-chain.ts'
import { keyIdOf } from '../secrets/checkpoint-key.ts'
import { scratchStore } from '../testing/scratch.ts'
import { type Lived, tamperingWith } from '../testing/tampering.ts'

let scratch: Awaited<ReturnType<typeof scratchStore>>
beforeAll(async () => {
  scratch = await scratchStore()
})
afterAll(() => scratch.end())

const { newCity, tamper } = tamperingWith(() => scratch)

it('verifies a lived-in city, and says what an export of it says', async () => {
  const { store } = scratch
  const { city } = await newCity()
  const { code } = await store.checkpoint(city)
  const found = await store.verify(city)
  expect(found).toMatchObject({ ok: true, firstBad: null, code, state: { mismatches: [] } })
  expect(found.state.checked).toBeGreaterThan(25)
  expect(found.checkpointAt).toMatch(/Z$/)
})

describe('the chain', () => {
  const cases: [string, (lived: Lived) => Promise<void>, { stream: string; seq: number; why: RegExp }][] = [
    [
      'an altered byte of an event',
      ({ city }) =>
        tamper(
          `update event set body = replace(body, '事项', '事顶') where city = $1 and stream = 'item' and seq = 1`,
          city,
        ),
      { stream: 'item', seq: 1, why: /被改动/ },
    ],
    [
      'an altered time',
      ({ city }) =>
        tamper(
          `update event set at = at + interval '1 second' where city = $1 and stream = 'figure' and seq = 2`,
          city,
        ),
      { stream: 'figure', seq: 2, why: /被改动/ },
    ],
    [
      'an event hidden from its readers',
      ({ city }) => tamper(`update event set scopes = '{}' where city = $1 and stream = 'item' and seq = 2`, city),
      { stream: 'item', seq: 2, why: /可见范围/ },
    ],
    [
      'an event opened to those who hold less',
      ({ city }) => tamper(`update event set needs = null where city = $1 and stream = 'paper'`, city),
      { stream: 'paper', seq: 1, why: /可见范围/ },
    ],
    [
      'a removed event',
      ({ city }) => tamper(`delete from event where city = $1 and stream = 'item' and seq = 2`, city),
      { stream: 'item', seq: 2, why: /缺少第 2 至 2 条/ },
    ],
    [
      'a removed last event',
      ({ city }) => tamper(`delete from event where city = $1 and stream = 'item' and seq = 3`, city),
      { stream: 'item', seq: 3, why: /其后的记录缺失/ },
    ],
    [
      'a tail cut from events and heads',
      async ({ city }) => {
        await tamper(`delete from event where city = $1 and stream = 'item' and seq >= 2`, city)
        await tamper(
          `update stream_head h set seq = 1, hash = e.hash from event e
           where h.city = $1 and e.city = $1 and h.stream = 'item' and e.stream = 'item' and e.seq = 1`,
          city,
        )
      },
      { stream: 'item', seq: 2, why: /检查点记下的这一条已不在/ },
    ],
    [
      'a head moved on',
      ({ city }) => tamper(`update stream_head set seq = seq + 1 where city = $1 and stream = 'user'`, city),
      { stream: 'user', seq: 2, why: /缺失/ },
    ],
    [
      'a head removed',
      ({ city }) => tamper(`delete from stream_head where city = $1 and stream = 'user'`, city),
      { stream: 'user', seq: 1, why: /没有末条登记/ },
    ],
    [
      'an altered checkpoint',
      ({ city }) => tamper(`update checkpoint set at = at - interval '1 day' where city = $1 and seq = 2`, city),
      { stream: 'checkpoint', seq: 2, why: /哈希不符/ },
    ],
    [
      'a removed checkpoint',
      ({ city }) => tamper(`delete from checkpoint where city = $1 and seq = 2`, city),
      { stream: 'checkpoint', seq: 3, why: /应为第 2 号/ },
    ],
    ['a checkpoint of another key', ({ city }) => forge(city), { stream: 'checkpoint', seq: 1, why: /未知的密钥/ }],
  ]
  it.each(cases)('%s is named', async (_, change, { stream, seq, why }) => {
    const lived = await newCity()
    await change(lived)
    const { ok, firstBad } = await scratch.store.verify(lived.city)
    expect(ok).toBe(false)
    expect(firstBad).toMatchObject({ stream, seq, why: expect.stringMatching(why) })
  })
})

/** Checkpoints taken away and one put there that is right in all but who signed it. */
const forge = async (city: string): Promise<void> => {
  const { owner } = scratch.connections
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const client = await owner.connect()
  const heads = await readHeadRows(client, city).finally(() => client.release())
  const key = { keyId: keyIdOf(publicKey), privateKey, publicKey: '' }
  const made: Checkpoint = makeCheckpoint({ city, at: new Date().toISOString(), heads }, null, key)
  await tamper('delete from checkpoint where city = $1', city)
  await tamper(
    `insert into checkpoint values ($1, 1, $2, $3, decode($4, 'hex'), decode($5, 'hex'), decode($6, 'base64'), $7)`,
    ...[city, made.at, JSON.stringify(made.heads), made.prev, made.hash, made.signature, made.keyId],
  )
}

describe('a checkpoint', () => {
  const refused = (city: string): Promise<unknown> =>
    scratch.store.checkpoint(city).then(
      () => null,
      (error: unknown) => (isProblem(error) ? error.code : error),
    )
  it('is made only when a stream moved, and printed in eight characters', async () => {
    const { store } = scratch
    const { city } = await newCity()
    const made = await store.checkpoint(city)
    expect(made.code).toBe(made.hash.slice(0, 8).toUpperCase())
    expect(await store.checkpoint(city)).toEqual(made)
    expect(await store.health(city)).toMatchObject({ eventsSinceCheckpoint: 0 })
  })
  it('is made once by many who ask at a time', async () => {
    const { city } = await newCity()
    const made = await Promise.all(Array.from({ length: 3 }, () => scratch.store.checkpoint(city)))
    expect(new Set(made.map((one) => one.seq))).toEqual(new Set([4]))
  })
  it.each([
    ['a cut tail', `delete from event where city = $1 and stream = 'item' and seq = 3`],
    ['a head ahead of its events', `update stream_head set seq = seq + 1 where city = $1 and stream = 'item'`],
    ['events without a head', `delete from stream_head where city = $1 and stream = 'item'`],
    ['a rewritten event', `update event set hash = '\\x00' where city = $1 and stream = 'item' and seq = 2`],
    ['an altered checkpoint', `update checkpoint set heads = '[]' where city = $1 and seq = 3`],
  ])('is not signed over %s', async (_, sql) => {
    const { city } = await newCity()
    await tamper(sql, city)
    expect(await refused(city)).toBe('chain.broken')
    const { rows } = await scratch.connections.owner.query('select max(seq) as n from checkpoint where city = $1', [
      city,
    ])
    expect(rows[0]?.n).toBe(3)
  })
})
