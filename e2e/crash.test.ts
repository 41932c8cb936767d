import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { expect, it } from 'vitest'
import { startProduct } from './product.ts'

const HEADERS = { 'content-type': 'application/json', 'x-yundiao': '1' }
/** Acknowledged before each kill. */
const WRITES = 20

const signIn = async (url: string, username: string): Promise<string> => {
  const body = JSON.stringify({ username, password: 'yundiao-2022' })
  const answer = await fetch(`${url}/api/sign-in`, { method: 'POST', headers: HEADERS, body })
  expect(answer.status).toBe(200)
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}

const addMeeting = async (url: string, cookie: string, n: number): Promise<boolean> => {
  const body = JSON.stringify({
    title: `第${n}次调度会`,
    heldOn: '2022-05-20',
    kind: '调度会',
    authority: 'government',
    previous: null,
    startsAt: null,
    place: null,
    chair: null,
  })
  try {
    return (await fetch(`${url}/api/meetings`, { method: 'POST', headers: { ...HEADERS, cookie }, body })).ok
  } catch {
    return false
  }
}

/** The postmaster of a home: the one postgres whose arguments name its data folder. */
const postmasterOf = (home: string): number => {
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    try {
      const words = readFileSync(`/proc/${name}/cmdline`, 'utf8')
      if (words.includes(home) && /postgres\0/.test(words) && readlinkSync(`/proc/${name}/exe`).includes('postgres'))
        return Number(name)
    } catch {
      // Another process ended while we looked.
    }
  }
  return 0
}

const titlesOf = async (url: string, cookie: string): Promise<string[]> => {
  const answer = await fetch(`${url}/api/meetings`, { headers: { cookie } })
  return ((await answer.json()) as { title: string }[]).map((one) => one.title)
}

const verifies = async (url: string): Promise<boolean> => {
  const cookie = await signIn(url, 'shenji')
  const answer = await fetch(`${url}/api/events/verify`, { method: 'POST', headers: { ...HEADERS, cookie } })
  return ((await answer.json()) as { ok: boolean }).ok
}

it('loses nothing it has acknowledged when node or postgres is killed under writes, and starts again', async () => {
  const first = await startProduct()
  const acknowledged: string[] = []
  const writeUntilItEnds = async (url: string, from: number): Promise<void> => {
    const cookie = await signIn(url, 'yunxing')
    for (let n = from; await addMeeting(url, cookie, n); n += 1) acknowledged.push(`第${n}次调度会`)
  }
  /** The kill falls among the writes, however fast the machine makes them. */
  const amongWrites = (): Promise<void> => {
    const enough = acknowledged.length + WRITES
    return expect.poll(() => acknowledged.length, { interval: 10, timeout: 60_000 }).toBeGreaterThan(enough)
  }
  const writing = writeUntilItEnds(first.url, 1)
  await amongWrites()
  await first.kill()
  await writing

  const second = await startProduct(first.home)
  const afterNode = await titlesOf(second.url, await signIn(second.url, 'yunxing'))
  for (const title of acknowledged) expect(afterNode).toContain(title)
  expect(await verifies(second.url)).toBe(true)

  const again = writeUntilItEnds(second.url, 100_000)
  await amongWrites()
  const postmaster = postmasterOf(first.home)
  expect(postmaster).toBeGreaterThan(1)
  process.kill(postmaster, 'SIGKILL')
  await again
  await second.kill()

  const third = await startProduct(first.home)
  const afterPostgres = await titlesOf(third.url, await signIn(third.url, 'yunxing'))
  for (const title of acknowledged) expect(afterPostgres).toContain(title)
  expect(await verifies(third.url)).toBe(true)
  await third.stop()
})
