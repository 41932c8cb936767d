import { Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerText } from './answer-text.ts'
import { type Planted, plant } from './canaries.ts'
import type { Door } from './ledger-doors.ts'
import { firmPaperIds } from './paper-canaries.ts'
import { doorsFor } from './rights-doors.ts'
import { ACCOUNTS, type Account } from './rights-table.ts'
import { allWords, wordsFor } from './rights-words.ts'
import { type ScratchApp, scratchApp } from './scratch-app.ts'

const logged: string[] = []
const log = new Writable({
  write: (chunk, _encoding, done) => {
    logged.push(String(chunk))
    done()
  },
})

let app: ScratchApp
let planted: Planted
beforeAll(async () => {
  app = await scratchApp({ log })
  planted = await plant(app)
})
afterAll(() => app.end())

const countIn = (text: string): number | undefined => {
  const found = /"count":\{"n":(\d+)/u.exec(text)
  return found ? Number(found[1]) : undefined
}

/** What is wrong with one answer, in words; empty when it is what the table says. */
const faultsOf = async (who: Account, door: Door): Promise<string[]> => {
  const answer = await app.request(door.path, { ...door.ask, as: who.username })
  const text = await answerText(answer)
  const held = allWords(planted).filter((word) => text.includes(word))
  const may = new Set([...wordsFor(who, planted), ...(door.also ?? [])])
  const where = `${who.username} at ${door.name} ${door.path}`
  return [
    ...(door.status.includes(answer.status)
      ? []
      : [`${where}: ${answer.status}, not ${door.status}: ${text.slice(-300)}`]),
    ...held.filter((word) => !may.has(word)).map((word) => `${where}: holds ${word}`),
    ...(answer.ok ? (door.shows ?? []) : [])
      .filter((word) => !held.includes(word))
      .map((word) => `${where}: lacks ${word}`),
    ...(door.count === undefined || countIn(text) === door.count
      ? []
      : [`${where}: counts ${countIn(text)}, not ${door.count}`]),
  ]
}

describe('rights bind every door', () => {
  it.each(ACCOUNTS.map((who) => [who.username, who] as const))(
    '%s meets what the table of rights says, and no hidden word',
    async (_, who) => {
      const faults: string[] = []
      for (const door of doorsFor(who, planted)) faults.push(...(await faultsOf(who, door)))
      expect(faults).toEqual([])
    },
    120_000,
  )

  it('nobody signed in meets nothing', async () => {
    const [first] = ACCOUNTS
    if (!first) throw new Error('no accounts')
    for (const door of doorsFor(first, planted)) {
      const answer = await app.request(door.path, door.ask ?? {})
      const isOpen = ['/api/open', '/api/openapi.json', '/metrics', '/healthz'].includes(door.path)
      expect([door.path, answer.status]).toEqual([door.path, isOpen ? 200 : 401])
      const text = await answerText(answer)
      expect(allWords(planted).filter((word) => text.includes(word))).toEqual([])
    }
  })

  it('logs tell of requests, and of no figure, row or person', () => {
    const text = logged.join('')
    expect(logged.length).toBeGreaterThan(1000)
    // The address that was asked for is told, and an id is one.
    const ids = firmPaperIds(planted.firmPaper)
    expect(allWords(planted).filter((word) => text.includes(word) && !ids.includes(word))).toEqual([])
  })
})
